"""Which text governs where an amendment changed the event from which a time runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from legalcase.errors import ConflictingInputError, RuleNotInForceError
from legalcase.law.call.asked import day_of
from legalcase.law.call.open_questions import OpenQuestion, ask, tried_or_chosen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from legalcase.catalogue.deadline_rule import DeadlineRule, DeadlineVersion
    from legalcase.catalogue.terms import Term
    from legalcase.law.call.call import Call
    from legalcase.law.call.door import Anchor

__all__ = ["Governing", "check_direction", "governing"]


class Governing(NamedTuple):
    """The text that governs, and the day of its own trigger."""

    text: DeadlineVersion
    day: date


def check_direction(deadline: DeadlineRule, term: Term, direction: str) -> None:
    """Refuse an anchor on the wrong side of the trigger.

    The direction of a deadline is that of its own text; the parts that an answer puts
    in its place are counted in theirs.
    """
    own = term.asked_with
    if own != direction:
        trigger = ", ".join(dict.fromkeys(map(str, term.triggers())))
        msg = (
            f"{deadline.id} is counted {own} its trigger ({trigger}), and "
            f"{direction}= was given. Pass {own}=."
        )
        raise ConflictingInputError(msg, field=direction, value=None)


def governing(
    call: Call, deadline: DeadlineRule, direction: str, anchors: Mapping[str, Anchor]
) -> Governing:
    """Return the text by whose own trigger it governs.

    Each text governs what it triggers while it is in force. Where the event of the old
    one comes after the change, and that of the new one came before it, or where both
    fall in their own time, no rule of this library says which it is: both are shown,
    as a question of law. Raises `RuleNotInForceError` where none is in force on the
    events known, and `ConflictingInputError` where a date does not say of which event
    it is.
    """
    if call.given.as_of is not None:
        text = deadline.version_on(call.given.as_of)
        return Governing(text, _own_day(text, anchors) or _first(anchors))
    if "" in anchors:
        return _of_one_date(deadline, direction, day_of(anchors[""]))
    known = {
        text: day
        for text in deadline.versions
        if (day := _own_day(text, anchors)) is not None
    }
    if not known:
        # Nothing is known but what would stop it, say: it waits for its own event.
        return Governing(deadline.current, _first(anchors))
    found = [text for text, day in known.items() if _is_in_force(deadline, text, day)]
    if not found:
        found = _around_the_change(deadline, known)
    if len(found) > 1:
        text = _asked(call, deadline, found)
        return Governing(text, known[text])
    return Governing(found[0], known[found[0]])


def _own_day(text: DeadlineVersion, anchors: Mapping[str, Anchor]) -> date | None:
    """Return the first day of the events known from which a text runs."""
    words = {trigger.event for trigger in text.term.triggers()}
    days = [day_of(anchor) for word, anchor in anchors.items() if word in words]
    return min(days, default=None)


def _first(anchors: Mapping[str, Anchor]) -> date:
    return min(map(day_of, anchors.values()))


def _is_in_force(deadline: DeadlineRule, text: DeadlineVersion, day: date) -> bool:
    try:
        return deadline.version_on(day) is text
    except RuleNotInForceError:
        return False


def _shape(text: DeadlineVersion) -> tuple[str, tuple[str | None, ...]]:
    """Return what a text runs from, and on which side of it it lies."""
    triggers = (trigger.event for trigger in text.term.triggers())
    return text.term.asked_with, tuple(dict.fromkeys(triggers))


def _of_one_date(deadline: DeadlineRule, direction: str, day: date) -> Governing:
    """Return the text in force on the one date given, of an event that is not named."""
    shapes = {_shape(text): text for text in deadline.versions}
    fitting = [events for way, events in shapes if way == direction]
    text = deadline.version_on(day)
    way, events = _shape(text)
    if len(fitting) == 1 and way == direction:
        return Governing(text, day)
    said = "; ".join(
        f"from {one.first} it is counted {_shape(one)[0]} "
        f"{', '.join(filter(None, _shape(one)[1]))}"
        for one in deadline.versions
        if one is deadline.versions[0] or _shape(one) != _shape(_before(deadline, one))
    )
    names = ", ".join(filter(None, events))
    msg = (
        f"{deadline.id} runs from other events under other texts ({said}), and "
        f"{direction}={day} does not name its event. Pass {way}= with the date of "
        f"{names}, or every event known by name: {way}={{{names!r}: …}}."
    )
    raise ConflictingInputError(msg, field=direction, value=day)


def _before(deadline: DeadlineRule, text: DeadlineVersion) -> DeadlineVersion:
    return deadline.versions[deadline.versions.index(text) - 1]


def _around_the_change(
    deadline: DeadlineRule, known: Mapping[DeadlineVersion, date]
) -> list[DeadlineVersion]:
    """Return the texts between which events lie that fall in the time of neither.

    That of each event is the last before it, or the first after it. Raises
    `RuleNotInForceError` where the events of one text alone are known.
    """
    nearest: dict[object, DeadlineVersion] = {}
    for text, day in known.items():
        if text.first <= day:
            nearest[_shape(text)] = text
        else:
            nearest.setdefault(_shape(text), text)
    if len(nearest) > 1:
        return sorted(nearest.values(), key=lambda text: text.first)
    day = next(iter(known.values()))
    there = deadline.version_on(day)
    events = ", ".join(filter(None, _shape(there)[1]))
    msg = (
        f"On {day} {deadline.id} is counted {there.term.asked_with} {events}, and only "
        f"an event of another text was given. Give {events} too: if it lies across the "
        "change of the text, both dates are shown."
    )
    raise RuleNotInForceError(
        msg,
        subject=deadline.id,
        asked=day,
        first=deadline.versions[0].first,
        last=deadline.last,
    )


def _asked(
    call: Call, deadline: DeadlineRule, texts: list[DeadlineVersion]
) -> DeadlineVersion:
    """Return the text that was chosen, or is tried, of several; the oldest if none."""
    key = f"{deadline.id}#text"
    names = {f"the text from {text.first}": text for text in texts}
    adopted, *others = names
    answer = tried_or_chosen(call, key)
    if answer is None:
        ask(
            call,
            OpenQuestion(
                key=key,
                question="Which text governs, when the event of each lies across the "
                "change?",
                adopted=adopted,
                kind="law",
                others={name: names[name].authority.cite for name in others},
            ),
        )
        return names[adopted]
    if answer not in names:
        from legalcase.errors import UnknownNameError

        kind = f"answer to {key!r}:"
        raise UnknownNameError.among(kind, answer, names)
    return names[answer]
