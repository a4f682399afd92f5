"""What a schedule cannot say yet: facts that decide and that nobody has given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.errors import UnknownNameError
from legalcase.law.book.named import names_of
from legalcase.oversight.authorities import DILIGENCE
from legalcase.oversight.findings.check import LAW, Check, Found
from legalcase.scheduling.ask import schedule
from legalcase.scheduling.one_question import decides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.oversight.findings.check import Viewed
    from legalcase.scheduling.row import ScheduledDeadline

__all__ = ["OF_SCHEDULE"]

#: Of these the answer still decides something.
_OPEN: Final = frozenset({"new", "set", "pending", "question"})
#: Notices that ask for what decides several rows, or keeps them from being listed.
_OF_MANY: Final = frozenset({"half-recorded", "one-question"})


def question(viewed: Viewed) -> Iterator[Found]:
    """Find deadlines of the law that hang on what was not said, each question once.

    Of the rows that `schedule` gives for our clients. What is set is one of them until
    it was met. What one answer decides of many is one question, and so is the word that
    is missing on an event, from which what is not listed would run.
    """
    if viewed.law is None:
        return
    found = schedule(viewed.case, viewed.law, on=viewed.on)
    for notice in found.notices:
        if notice.code in _OF_MANY:
            yield Found(text=notice.text, evidence=notice.of)
    for row in found:
        if row.state not in _OPEN or _is_past(row, viewed):
            continue
        at_once = {decides(fact) for fact, _ in row.law.only_if}
        for asked in row.questions:
            if asked in at_once:
                continue  # one notice has it for all
            dates = "" if row.shown is None else f" (until then it is {row.shown})"
            ours = () if row.deadline_id is None else (f"deadline:{row.deadline_id}",)
            yield Found(
                text=f"{row.rule} for {row.who or 'nobody yet'}: {asked}{dates}",
                evidence=(*ours, *(str(anchor.of) for anchor in row.anchors)),
                day=row.shown,
                authority=row.law.current.authority,
            )


def _is_past(row: ScheduledDeadline, viewed: Viewed) -> bool:
    """Tell whether nobody set it, and its date lies behind us."""
    shown = row.shown
    return row.deadline_id is None and shown is not None and shown < viewed.on


def court_not_entered(viewed: Viewed) -> Iterator[Found]:
    """Find a case before a court that the law has not: nothing is counted there."""
    law, court = viewed.law, viewed.case.court
    if law is None or court is None:
        return
    try:
        law.court(court)
    except UnknownNameError:
        place = court.partition("/")[0]
        known = place in names_of(law, "jurisdiction")
        what = "its calendar and local rules" if known else f"any rule of {place}"
        yield Found(
            text=f"the court {court} is not entered, nor {what}: nothing that it "
            "counts by itself is in any schedule",
            evidence=(f"case:{viewed.case.case_id}",),
        )


OF_SCHEDULE: Final = (
    Check(
        code="court-not-entered",
        severity="warning",
        what="the law that was passed has no entry for the court of the case",
        authority=DILIGENCE,
        asks=(LAW,),
        find=court_not_entered,
    ),
    Check(
        code="schedule-question",
        severity="warning",
        what="a deadline of the law hangs on something that nobody has said",
        authority=DILIGENCE,
        asks=(LAW,),
        find=question,
    ),
)
