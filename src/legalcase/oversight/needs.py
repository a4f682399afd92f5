"""open_needs: which needs of our clients are open, and what waits for an answer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from legalcase.counting.argument.explain import say_day
from legalcase.dates import as_date
from legalcase.errors import LegalCaseError
from legalcase.markup import Table
from legalcase.oversight.seen import cases_of
from legalcase.plain_data import PlainData
from legalcase.practice.assessments.facet import ASSESSMENTS
from legalcase.practice.needs.events import URGENCIES
from legalcase.practice.needs.facet import NEEDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile
    from legalcase.practice.needs.state import Referral

__all__ = ["OpenNeed", "OpenNeeds", "open_needs"]


@frozen(kw_only=True)
class OpenNeed(PlainData):
    """What is to be seen to: a need, a referral to ask about, an assessment to repeat.

    `kind` is ``"need"`` (open, and nobody was asked), ``"referral"`` (asked, and
    nothing has come), or ``"assessment"`` (to be made again); `due_on` is when somebody
    looks.
    """

    case_id: str
    party_id: str
    kind: str
    ref: str
    what: str
    urgency: str | None = None
    since_on: date
    due_on: date | None = None
    is_over: bool


@frozen(kw_only=True, repr=False)
class OpenNeeds(PlainData):
    """What our clients need on a day, the most urgent first, then by day."""

    on: date
    rows: tuple[OpenNeed, ...]
    cases: int

    def __repr__(self) -> str:
        """Return the day and how many."""
        return f"<OpenNeeds on {self.on}: {len(self)}>"

    def __iter__(self) -> Iterator[OpenNeed]:
        """Give the rows."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.rows)

    def _table(self) -> Table:
        noun = "case" if self.cases == 1 else "cases"
        table = Table(
            f"Needs on {say_day(self.on)}, in {self.cases} {noun}",
            ("urgency", "case", "of", "what", "since", "look again"),
        )
        for one in self.rows:
            table.add(
                one.urgency or "",
                one.case_id,
                one.party_id,
                one.what,
                str(one.since_on),
                "" if one.due_on is None else say_day(one.due_on),
                mark="strong" if one.is_over or one.urgency == URGENCIES[-1] else "",
            )
        return table

    def __str__(self) -> str:
        """Return them as a table of text."""
        return self._table().text()

    def _repr_html_(self) -> str:
        return self._table().html()


def open_needs(cases: Iterable[Case | CaseFile], *, on: date) -> OpenNeeds:
    """Return what the people of cases need on a day, and what waits for an answer.

    An open need with no referral that is open stands as a need; one with such a
    referral as that referral, with the day on which we ask; an assessment that is to
    be made again by that day as such. Raises `InvalidTypeError` for a case that was
    read without the room `practice.NEEDS`.
    """
    day = as_date(on, "on")
    looked_at = cases_of(cases)
    rows: list[OpenNeed] = []
    for case in looked_at:
        rows += _needs(case, day)
        rows += _again(case, day)
    rank = {word: number for number, word in enumerate(reversed(URGENCIES))}
    rows.sort(
        key=lambda one: (
            rank.get(one.urgency or "", len(rank)),
            one.due_on or date.max,
            one.case_id,
            one.ref,
        )
    )
    return OpenNeeds(on=day, rows=tuple(rows), cases=len(looked_at))


def _needs(case: Case, day: date) -> Iterator[OpenNeed]:
    room = case[NEEDS]
    asked: dict[str, list[Referral]] = {}
    for referral in room.referrals:
        asked.setdefault(referral.need_id, []).append(referral)
    for need in room.needs:
        if not need.is_open or need.found_on > day:
            continue
        waiting = [
            one
            for one in asked.get(need.need_id, ())
            if one.is_open and one.referred_on <= day
        ]
        for one in waiting:
            due = one.follow_up_on
            yield OpenNeed(
                case_id=case.case_id,
                party_id=need.of,
                kind="referral",
                ref=f"practice/referral:{one.referral_id}",
                what=f"{need.category}: referred to {one.to}, {one.state}",
                urgency=need.urgency,
                since_on=one.referred_on,
                due_on=due,
                is_over=due is not None and due < day,
            )
        if not waiting:
            yield OpenNeed(
                case_id=case.case_id,
                party_id=need.of,
                kind="need",
                ref=f"practice/need:{need.need_id}",
                what=f"{need.category}: nobody is asked to help",
                urgency=need.urgency,
                since_on=need.found_on,
                is_over=False,
            )


def _again(case: Case, day: date) -> Iterator[OpenNeed]:
    try:
        room = case[ASSESSMENTS]
    except LegalCaseError:
        return
    for one in room:
        due = one.reassess_on
        if one.counts and due is not None and due <= day:
            yield OpenNeed(
                case_id=case.case_id,
                party_id=one.of,
                kind="assessment",
                ref=f"practice/assessment:{one.assessment_id}",
                what=f"{one.instrument}: to be asked again",
                since_on=one.assessed_on,
                due_on=due,
                is_over=due < day,
            )
