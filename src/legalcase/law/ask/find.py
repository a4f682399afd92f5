"""Finding deadlines: by what starts and ends them, who owes them, or words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Never

from legalcase.catalogue.found_rules import FoundRules
from legalcase.errors import InvalidTypeError, UnknownNameError
from legalcase.law.ask.positions import refuse_positions
from legalcase.law.book.events_alike import implied_by
from legalcase.law.book.named import as_known
from legalcase.law.book.vocabulary import check_name, check_word
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.catalogue.deadline_rule import DeadlineRule
    from legalcase.law.book.book import Book

__all__ = ["find"]

#: Where a deadline's table has the events from which it runs.
_OF_TRIGGERS: Final = ("trigger", "event", "on")


def find(  # noqa: PLR0913 - each restricts in its own way
    law: Book,
    *by_position: Never,
    jurisdiction: str | None = None,
    trigger: str | None = None,
    act: str | None = None,
    owed_by: str | None = None,
    met_by: str | None = None,
    proceedings: str | None = None,
    after_disposition: bool | None = None,
    text: str | None = None,
) -> tuple[DeadlineRule, ...]:
    """Return the deadlines of a jurisdiction, trigger, act, with a text in them.

    What is not given does not restrict. `owed_by` is the side that must act, as the
    entry names it (``"served"``), `met_by` an event that satisfies the deadline,
    `proceedings` one in which it arises, `after_disposition` whether it runs after the
    end of the case. All words of `text` are looked for in id, citation, title,
    triggers and what meets the deadline, in any order (see
    `legalcase.law.book.finding.searching.search`), and what fits best comes first;
    without it, all come in the order of the law. An unknown jurisdiction or word is an
    error. Clocks, as those of limitation, are found by `find_clocks`.
    """
    if by_position:
        refuse_positions(by_position, "find_rules", "jurisdiction", "text")
    for sort, word in (
        ("jurisdiction", jurisdiction),
        ("trigger", trigger),
        ("act", act),
        ("side", owed_by),
        ("trigger", met_by),
        ("proceeding", proceedings),
        ("text", text),
    ):
        if word is not None:
            check_name(sort, word)
    _check_flag(after_disposition)
    jurisdiction = as_known(law, "jurisdiction", jurisdiction)
    if jurisdiction is not None and jurisdiction not in law.jurisdictions():
        kind = "jurisdiction"
        raise UnknownNameError.among(kind, jurisdiction, law.jurisdictions())
    trigger = check_word(law, "trigger", trigger)
    wider: tuple[str, ...] = ()
    if trigger is not None:
        wider = implied_by(law, jurisdiction).get(trigger, ())
    act = check_word(law, "act", act)
    owed_by = check_word(law, "side", owed_by)
    met_by = check_word(law, "trigger", met_by)
    proceedings = check_word(law, "proceeding", proceedings)
    if text:
        from legalcase.law.book.finding.searching.search import search

        matching = search(law, text, jurisdiction)
        others = (trigger, act, owed_by, met_by, proceedings, after_disposition)
        if all(value is None for value in others):
            return matching  # of which nothing need be read here
        found: Iterable[DeadlineRule] = matching
    else:
        from legalcase.law.book.finding.entries import deadlines_naming
        from legalcase.law.files.reading.parts import Naming

        needed = [
            Naming((word,), keys)
            for word, keys in (
                (act, ("act",)),
                (owed_by, ("owed_by",)),
                (met_by, ()),
                (proceedings, ()),
            )
            if word is not None
        ]
        if trigger is not None:
            words = (trigger, *wider)
            needed.append(Naming(words, _OF_TRIGGERS))
        found = deadlines_naming(law, jurisdiction, needed)
    return FoundRules(
        rule
        for rule in found
        if (jurisdiction is None or rule.jurisdiction == jurisdiction)
        and (trigger is None or _runs_from(rule, trigger, wider))
        and (act is None or rule.current.act == act)
        and (owed_by is None or rule.owed_by == owed_by)
        and (met_by is None or met_by in rule.met_by)
        and (proceedings is None or proceedings in rule.proceedings)
        and after_disposition in {None, rule.after_disposition}
    )


def _runs_from(rule: DeadlineRule, word: str, wider: tuple[str, ...]) -> bool:
    """Tell whether a deadline runs from an event, or from what it is as well."""
    if word in rule.triggers:
        return True
    if not set(wider) & set(rule.triggers):
        return False
    only = rule.counts_from
    return only is None or (
        word in only.papers if only.papers else word not in only.other_than
    )


def _check_flag(after_disposition: object) -> None:
    """Refuse what is neither yes nor no: 1 is the number of something."""
    if after_disposition is not None and type(after_disposition) is not bool:
        msg = (
            f"after_disposition= is {shown(after_disposition)}. Pass True for what "
            "runs after the end of a case, False for what does not, or neither."
        )
        raise InvalidTypeError(msg, field="after_disposition", value=after_disposition)
