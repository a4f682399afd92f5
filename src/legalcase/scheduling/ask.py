"""Asking what is due: `schedule`, from a case and a law."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from legalcase.dates import as_date
from legalcase.errors import InvalidTypeError
from legalcase.law.call.door import given_facts
from legalcase.law.lawbook import Law
from legalcase.model.case import Case
from legalcase.model.case_file import CaseFile
from legalcase.scheduling.answering.asking import Asking, wanted_of
from legalcase.scheduling.answering.known import known_in
from legalcase.scheduling.answering.rows import rows_of
from legalcase.scheduling.finding.card_words import begun
from legalcase.scheduling.finding.cards import cards_for
from legalcase.scheduling.finding.happenings import happenings_of
from legalcase.scheduling.notices import court_of, forum_of, notices_of
from legalcase.scheduling.one_question import asked_at_once
from legalcase.scheduling.scheduled import Schedule
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from legalcase.counting.argument.computation import Computation
    from legalcase.kept import Kept
    from legalcase.model.people.state import Participant
    from legalcase.scheduling.finding.cards import Card
    from legalcase.scheduling.row import ScheduledDeadline, ScheduleNotice

__all__ = ["asking_of", "is_theirs", "schedule"]


def schedule(
    case: Case | CaseFile,
    law: Law | None = None,
    *,
    for_: str | Iterable[str | Participant] | None = None,
    on: date | None = None,
    facts: Mapping[str, str] | None = None,
) -> Schedule:
    """Return every deadline that the events of a case start, for whom and why.

    Args:
        case: The case, or its file; one that assumes something answers "what if".
        law: The law at hand, the bundled one if left out; its court, calendars and
            rules are those of the case.
        for_: The parties whose deadlines are wanted: our clients if left out, and
            every party where nobody is one.
        on: The day as of which it is asked: what is due before it is over.
        facts: Answers to what decides, by word, that hold for this question alone;
            those that the case knows need not be given.

    Returns:
        The schedule: a frozen value, and nothing is recorded. What the law refuses for
        one deadline is a finding of its row.

    Raises:
        InvalidTypeError: For what is no case or no law.
        UnknownNameError: For a party that is not in the case.
    """
    asking, cards, said = asking_of(case, law, for_=for_, on=on, facts=facts)
    rows: list[ScheduledDeadline] = []
    others: list[ScheduledDeadline] = []
    for card in begun(asking.law, cards, asking.happened):
        for row in rows_of(asking, card):
            (others if is_theirs(asking, row) else rows).append(row)
    return Schedule(
        case_id=asking.case_id,
        version=asking.version,
        court=asking.case.court,
        for_=asking.wanted,
        on=on,
        rows=sorted(rows, key=_order),
        others=sorted(others, key=_order),
        notices=(
            *said,
            *asked_at_once(asking.law, (*rows, *others)),
            *notices_of(asking, cards),
        ),
    )


def asking_of(
    case: object,
    law: object,
    *,
    for_: Any = None,  # noqa: ANN401 - ids or people
    on: date | None = None,
    facts: Mapping[str, str] | None = None,
    kept: Kept[object, Computation] | None = None,
) -> tuple[Asking, tuple[Card, ...], tuple[ScheduleNotice, ...]]:
    """Return what was asked, of which deadlines, and what to say of the court.

    `kept` are the answers of the law to the same question of other cases.
    """
    if isinstance(case, CaseFile):
        case = case.case
    if not isinstance(case, Case):
        msg = (
            f"What is due is asked of a case, not of {type(case).__name__}. Pass "
            "file.case, or the CaseFile itself."
        )
        raise InvalidTypeError(msg, field="case", value=None)
    if law is None:
        law = Law.bundled()
    if not isinstance(law, Law):
        msg = (
            f"law needs a Law, not {shown(law)}. Pass Law.bundled(), or the law that "
            "you keep."
        )
        raise InvalidTypeError(msg, field="law", value=law)
    court, jurisdiction, said = court_of(case, law)
    forum, said_of_forum = forum_of(case, law, court)
    asking = Asking(
        case=case,
        law=law,
        court=court,
        jurisdiction=jurisdiction,
        forum=forum,
        wanted=wanted_of(case, law, for_),
        on=None if on is None else as_date(on, "on"),
        facts=dict(given_facts(facts)),
        happened=happenings_of(
            case, law, () if court is None else law.court(court).zones
        ),
        known=known_in(case),
        kept=kept,
    )
    cards = cards_for(law, court, jurisdiction, asking.proceeding)
    if jurisdiction is None:
        cards = ()
    return asking, cards, (*said, *said_of_forum)


def is_theirs(asking: Asking, row: ScheduledDeadline) -> bool:
    """Tell whether a row is the court's, or of parties for whom it was not asked."""
    return row.side == "court" or (
        bool(row.owed_by) and not asking.is_ours(row.owed_by)
    )


def _order(row: ScheduledDeadline) -> tuple[date, str, str]:
    """Order by date, what has none last, then by rule and party: the same each time."""
    return row.dates.shown or date.max, row.rule, ",".join(row.owed_by)
