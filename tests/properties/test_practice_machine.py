"""Whatever is recorded of the work of a case, every question of it has an answer.

The machine of the core, over a case with all rooms of practice: whatever is recorded,
corrected and retracted, the case is what its log tells; whoever has only the core
reads the same core; and each question that the oversight asks can be asked of it, on
any day that the calendar has.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

import legalcase as lc
from case_machine import ANY, FIRST, NOON, START, Machine, days, parties, told
from legalcase import plans
from legalcase.codec.lines import line_of, line_text
from legalcase.dates import DateRange, Period
from legalcase.kernel import Draft, Event, Ref
from legalcase.kernel.effective import effective
from legalcase.model import BecameClient, Case, Model
from legalcase.near import is_same
from legalcase.oversight import (
    absences,
    agenda,
    case_services,
    client_view,
    compliance,
    contact_gap,
    control_sheet,
    correspondence,
    expectations,
    handover,
    health,
    limitations,
    offers,
    open_needs,
    pressure,
    replies_owed,
    review,
    suggest_model,
    tasks_of,
    team_findings,
    updates_due,
    who,
)
from legalcase.practice import (
    INTAKE,
    MEETINGS,
    MODEL,
    PLAN,
    ROOMS,
    TEAM,
    eligibility,
    may_share,
)
from practice_events import (
    ANY_OF_PRACTICE,
    BEGUN,
    DRAFTS,
    NEWER,
    PRACTICE,
    areas,
    people,
)

if TYPE_CHECKING:
    from collections.abc import Callable

CORE = Model.core()
LAW = lc.Law.bundled()
SECOND = FIRST + timedelta(days=1)
LEAVE = {"lead": (DateRange(FIRST, date(2026, 6, 1)),)}
#: Any day at all, and mostly those on which something is.
any_day = st.one_of(days, st.just(date.min), st.just(date.max), st.dates())
cadences = st.sampled_from(
    tuple(map(Period.parse, ("1 day", "2 weeks", "1 month", "1200 months")))
)
duties = st.sampled_from(("accountable", "coordinator", "backup"))
EITHER = st.one_of(ANY, ANY_OF_PRACTICE, ANY_OF_PRACTICE, DRAFTS)


def test_every_kind_of_practice_is_in_the_machine() -> None:
    """Whoever adds a kind adds it here."""
    known = {row.event for row in MODEL.rows() if row.kind.startswith("practice/")}
    assert known == set(PRACTICE)


def tried(ask: Callable[[], Any]) -> Any:
    """The answer, which can be shown and stored; ``None`` where it is refused."""
    try:
        answer = ask()
    except lc.LegalCaseError as error:
        assert str(error)  # noqa: PT017 - that it is of the package is what matters
        return None
    assert repr(answer)
    assert str(answer) is not None
    if hasattr(answer, "_repr_html_"):
        assert answer._repr_html_()
    return answer


class PracticeMachine(Machine):
    """Records of all rooms, and asks."""

    model = MODEL
    start: tuple[Event | Draft, ...] = (
        *START,
        BecameClient(party_id="p1", happened_on=FIRST),
        *BEGUN,
    )

    @initialize()
    def opens(self) -> None:
        """A case whose rooms have one of each noun."""
        super().opens()

    def told(self, case: Case) -> dict[str, Any]:
        """What the core says, and the rooms."""
        return {**told(case), **{room.name: case[room] for room in ROOMS}}

    @rule(events=st.lists(EITHER, min_size=1, max_size=4))
    def records_of_practice(self, events: list[Event | Draft]) -> None:
        """Events of several rooms in one act: all of them, or none."""
        before = self.file
        at = NOON + timedelta(minutes=before.case.version)
        why = before.why_not(*events, by="clerk", at=at)
        self.number = before.case.version
        try:
            self.file = before.record(*events, by="clerk", at=at)
        except lc.LegalCaseError as error:
            assert why == str(error)  # noqa: PT017 - many are refused, and rightly
            self.number = before.case.version
            return
        assert why is None
        assert self.file.case.version == before.case.version + len(events)
        self.keep()

    @rule(from_=people, to=people, day=days)
    def hands_over(self, from_: str, to: str, day: date) -> None:
        """What is proposed and accepted leaves the one nothing from that day on."""
        plan = tried(
            lambda: handover(self.file.case, from_=from_, to=to, on=day, reason="R")
        )
        at = NOON + timedelta(minutes=self.file.case.version)
        self.number = self.file.case.version
        if plan is None:
            return
        try:
            proposed = self.file.record(*plan.events(on=day), by="clerk", at=at)
            done = proposed.record(
                *plan.accepted(proposed.case, on=day), by="clerk", at=at
            )
        except lc.LegalCaseError:
            self.number = self.file.case.version
            return
        was = who(self.file.case, "accountable", on=day).people
        now = who(done.case, "accountable", on=day).people
        assert set(now) == {to if is_same(name, from_) else name for name in was}
        held = [
            name
            for one in done.case.deadlines
            if one.is_open
            for name in (one.terms.owner, one.terms.backup)
        ]
        held += [
            name
            for one in done.case.tasks
            if one.is_open
            for name in (one.accountable, *one.responsible)
        ]
        assert not any(is_same(name, from_) for name in held)
        self.file = done
        self.keep()

    @rule(name=st.sampled_from(("mon", "tue")))
    def plans_what_a_meeting_decided(self, name: str) -> None:
        """Its actions become tasks, once."""
        planned = tried(lambda: tasks_of(self.file.case, name))
        if not planned:
            return
        self.number = self.file.case.version
        at = NOON + timedelta(minutes=self.file.case.version)
        try:
            self.file = self.file.record(*planned, by="clerk", at=at)
        except lc.LegalCaseError:
            self.number = self.file.case.version
            return
        assert tasks_of(self.file.case, name) == ()
        self.keep()

    @rule(
        day=any_day,
        then=st.none() | days,
        every=cadences,
        duty=duties,
        area=st.none() | areas,
        of=parties,
    )
    def is_asked(
        self,
        day: date,
        then: date | None,
        every: Period,
        duty: str,
        area: str | None,
        of: str,
    ) -> None:
        """Each question, of the case as it is and as it was, on any day."""
        file, case = self.file, self.file.case
        if then is not None and case.caseload.opened_on <= then:
            case = self.file.as_of(true_on=then)
        after = tried(lambda: DateRange.through(day, day)) or DateRange(FIRST, SECOND)
        asked: tuple[Callable[[], Any], ...] = (
            lambda: who(case, duty, on=day, area=area),
            lambda: team_findings(case, on=day),
            lambda: absences([case], leave=LEAVE, on=day),
            lambda: suggest_model(case, on=day),
            lambda: updates_due([case], every=every, on=day),
            lambda: replies_owed([case], on=day),
            lambda: expectations([case], on=day),
            lambda: open_needs([case], on=day),
            lambda: offers(case, on=day),
            lambda: correspondence(case, on=day),
            lambda: limitations([case], on=day, law=LAW),
            lambda: case_services([case], program="us/lsc", during=after),
            lambda: review([case], cadence=every, on=day, absences=LEAVE),
            lambda: compliance(case, LAW, on=day),
            lambda: health(case, on=day, absences=LEAVE, law=LAW),
            lambda: health(file, on=day, absences=LEAVE),
            lambda: agenda([case], between=after, on=day),
            lambda: pressure([case], person="lead", during=after, limit=1, on=day),
            lambda: control_sheet([file], on=day, zone="UTC"),
        )
        for ask in asked:
            assert ask() is not None
            tried(ask)
        for ask in (
            lambda: plans.ready(case, LAW, on=day),
            lambda: plans.deviations(case, LAW, on=day),
            lambda: plans.coverage(case),
            lambda: plans.complexity(case, "us-ca/crc/3.400"),
        ):
            assert tried(ask) is not None
        for adopted in case[PLAN].adopted:
            name = adopted.plan_id
            made = tried(partial(plans.plan, case, LAW, plan_id=name, on=day))
            assert made is not None
            tried(partial(plans.timeline, made))
            tried(partial(plans.migrate, case, NEWER, LAW, on=day))
        tried(lambda: plans.critical_path(case, LAW, on=day))
        tried(lambda: plans.objectives_to_set(case, owner="lead", on=day))
        # Somebody may have nothing left.
        tried(lambda: handover(case, from_="lead", to="new", on=day, reason="R"))
        for party in case.people.participants:
            name = party.party_id
            view = tried(partial(client_view, case, name, on=day))
            assert (view is not None) == party.is_client_on(day)
            if view is not None:
                assert view.page()
                assert tried(partial(view.letter, signed_by="lead")) or (
                    view.status is None
                )
            assert tried(partial(contact_gap, case, name, on=day))
        for meeting in case[MEETINGS]:
            name = meeting.meeting_id
            assert tried(partial(tasks_of, case, name)) is not None
        for screening in case[INTAKE].screenings:
            tried(partial(eligibility, screening))
        known = of in {one.party_id for one in case.people.participants}
        item = Ref("task", "t1")
        sharing = tried(
            lambda: may_share(case, with_="agency:7", on=day, of=of, item=item)
        )
        assert (sharing is not None) == known

    @invariant()
    def is_the_same_core_without_the_rooms(self) -> None:
        """Whoever has only the core reads it as it is, and says what it passed over."""
        log = [line_of(line_text(line, MODEL)) for line in self.file.log]
        core = Case.from_events(log)
        for room in CORE.facets:
            assert core[room] == self.file.case[room]
        instead = effective(self.file.log)
        kinds = {
            line.kind
            for line in self.file.log
            if instead.get(line.event_id, line.event) is not None
        }
        assert set(core.unread) == {one for one in kinds if one.startswith("practice/")}

    @invariant()
    def nobody_is_lost(self) -> None:
        """A choice of model gives each of its areas somebody, from its day on."""
        team = self.file.case[TEAM]
        for choice in team.choices:
            begun = [one for one in team.assignments if one.by_event == choice.event_id]
            count = len(choice.areas) + bool(choice.manager) + bool(choice.coordinator)
            assert len(begun) == count
        for one in team.assignments:
            assert one.until_on is None or one.from_on <= one.until_on


@pytest.mark.slow
def test_what_is_recorded_can_be_asked() -> None:
    """See the machine."""
    run_state_machine_as_test(
        PracticeMachine,
        settings=settings(
            max_examples=20,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
