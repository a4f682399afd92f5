"""open_needs: which needs of our clients are open, and what waits for an answer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from attrs import frozen

from legalcase.counting.argument.explain import say_day
from legalcase.dates import as_date
from legalcase.markup import Table
from legalcase.oversight.seen import cases_of, check_inside, is_admitted
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


#: Where a referral that is open stands, in words.
_STANDS: Final = {"made": "no answer yet", "accepted": "accepted"}


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
            f"Needs on {say_day(self.on)}: {len(self.rows)}, in {self.cases} {noun}",
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


def open_needs(
    cases: Iterable[Case | CaseFile], *, on: date, audience: str = "firm"
) -> OpenNeeds:
    """Return what the people of cases need on a day, and what waits for an answer.

    An open need with no referral that is open stands as a need; one with such a
    referral as that referral, with the day on which we ask; an assessment that is to
    be made again by that day as such. `audience` is ``"firm"`` or ``"owner"``: what it
    may not see is there by its id and days, and not by what it is. Raises
    `InvalidValueError` for an audience outside the firm, and `InvalidTypeError` for a
    case that was read without the room `practice.NEEDS`.
    """
    day = as_date(on, "on")
    check_inside(audience, "What clients need")
    looked_at = cases_of(cases)
    rows: list[OpenNeed] = []
    for case in looked_at:
        rows += _needs(case, day, audience)
        rows += _again(case, day, audience)
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


def _needs(case: Case, day: date, audience: str) -> Iterator[OpenNeed]:
    room = case[NEEDS]
    made: dict[str, list[Referral]] = {}
    for referral in room.referrals:
        made.setdefault(referral.need_id, []).append(referral)
    for need in room.needs:
        if not need.is_open or need.found_on > day:
            continue
        may_see = is_admitted(need.label, audience)
        sort = need.category if may_see else "a need"
        waiting = [
            one
            for one in made.get(need.need_id, ())
            if one.is_open and one.referred_on <= day
        ]
        for one in waiting:
            due = one.follow_up_on
            asked = f"referred to {one.to}" if may_see else "referred"
            yield OpenNeed(
                case_id=case.case_id,
                party_id=need.of,
                kind="referral",
                ref=f"practice/referral:{one.referral_id}",
                what=f"{sort}: {asked}, {_STANDS[one.state]}",
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
                what=f"{sort}: nobody is asked to help",
                urgency=need.urgency,
                since_on=need.found_on,
                is_over=False,
            )


def _again(case: Case, day: date, audience: str) -> Iterator[OpenNeed]:
    if not case.has_room(ASSESSMENTS):
        return
    for one in case[ASSESSMENTS]:
        due = one.reassess_on
        if one.counts and due is not None and due <= day:
            may_see = is_admitted(one.label, audience)
            name = one.instrument if may_see else "an assessment"
            yield OpenNeed(
                case_id=case.case_id,
                party_id=one.of,
                kind="assessment",
                ref=f"practice/assessment:{one.assessment_id}",
                what=f"{name}: to be asked again",
                since_on=one.assessed_on,
                due_on=due,
                is_over=due < day,
            )
