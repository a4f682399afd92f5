"""The text in force, where it goes by the day on which the case was commenced."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from legalcase.errors import InvalidValueError
from legalcase.law.call.open_questions import OpenQuestion, ask
from legalcase.shown import shown

if TYPE_CHECKING:
    from legalcase.catalogue.deadline_rule import DeadlineRule, DeadlineVersion
    from legalcase.law.call.call import Call

__all__ = ["COMMENCED", "text_on"]

#: The fact whose answer is a day.
COMMENCED: Final = "case-commenced"
_SINCE: Final = "on or after "
_BEFORE: Final = "before "


def text_on(
    call: Call, deadline: DeadlineRule, day: date, begun_by: date | None = None
) -> DeadlineVersion:
    """Return the text that governs what is triggered on a day.

    Of texts for "cases commenced on or after" a date, that of the case: where nobody
    said when it was commenced and it decides, that is a question of fact. `begun_by`
    is a day on which the case was there already. Raises `RuleNotInForceError` where
    there was no text, and `InvalidValueError` for a fact that is no date.
    """
    text = deadline.version_on(call.given.as_of or day)
    if not any(one.by_commencement for one in deadline.versions):
        return text
    known = _commenced(call)
    if call.given.as_of is not None or not text.by_commencement:
        return text
    texts = [text]
    place = deadline.versions.index(text)
    while texts[-1].by_commencement and place:
        place -= 1
        texts.append(deadline.versions[place])
    if known is None:
        known = begun_by or _tried(call) or _left_open(call, texts)
    return next(
        (one for one in texts if not one.by_commencement or one.first <= known),
        texts[-1],
    )


def _commenced(call: Call) -> date | None:
    """Return the day on which the case was commenced, if it was given."""
    given = call.fact(COMMENCED)
    if given is None:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError:
        msg = (
            f"{COMMENCED!r} is {shown(given)}, which is no date. Write it as "
            "2020-12-31, the day on which the case was filed."
        )
        raise InvalidValueError(msg, field=COMMENCED, value=given) from None


def _tried(call: Call) -> date | None:
    """Return a day of the answer that is tried: it can be that of another deadline."""
    answer = call.answers.get(COMMENCED)
    if answer is None:
        return None
    since, _, until = answer.rpartition(_BEFORE)
    if since or not answer.startswith(_BEFORE):
        return date.fromisoformat((since or answer).removeprefix(_SINCE).rstrip(", "))
    return date.fromisoformat(until) - timedelta(days=1)


def _left_open(call: Call, texts: list[DeadlineVersion]) -> date:
    """Note that nobody said when the case was commenced; return a day of the newest."""
    others: dict[str, str] = {}
    later: date | None = None
    for text in texts:
        since = f"{_SINCE}{text.first}" if text.by_commencement else ""
        until = "" if later is None else f"{_BEFORE}{later}"
        others[", ".join(filter(None, (since, until)))] = text.authority.cite
        later = text.first
    adopted = next(iter(others))
    if COMMENCED not in call.left_open:
        del others[adopted]
    ask(
        call,
        OpenQuestion(
            key=COMMENCED,
            question="When was the case commenced?",
            adopted=adopted,
            settled_by=f"{COMMENCED} (a date, such as {texts[0].first})",
            others=others,
        ),
    )
    return texts[0].first
