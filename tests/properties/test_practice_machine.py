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
from legalcase.codec.log.lines import line_of, line_text
from legalcase.dates import DateRange, Period
from legalcase.kernel import Draft, Event, Ref
from legalcase.kernel.lines.effective import effective
from legalcase.model import BecameClient, Case, Model
from legalcase.near import is_same
from legalcase.oversight import (
    absences,
    agenda,
    agreement,
    case_services,
    clashes,
    client_view,
    compliance,
    contact_gap,
    control_sheet,
    correspondence,
    disclosed,
    disclosure,
    evaluate_suggestions,
    expectations,
    handover,
    health,
    limitations,
    offers,
    open_needs,
    open_suggestions,
    pressure,
    replies_owed,
    review,
    suggest_model,
    tasks_of,
    team_findings,
    unmet_needs,
    updates_due,
    who,
)
from legalcase.practice import (
    AGREEMENTS,
    DISCLOSURE,
    EVIDENCE,
    INTAKE,
    MEETINGS,
    MODEL,
    PLAN,
    ROOMS,
    SUGGESTIONS,
    TEAM,
    accept_suggestion,
    custody,
    edited_fields,
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
    suggestions,
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
#: How kinds of these rooms begin, fenced or not.
OURS = ("practice/", "practice-fenced/")
EITHER = st.one_of(ANY, ANY_OF_PRACTICE, ANY_OF_PRACTICE, DRAFTS)


def test_every_kind_of_practice_is_in_the_machine() -> None:
    """Whoever adds a kind adds it here."""
    known = {row.event for row in MODEL.rows() if row.kind.startswith(OURS)}
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

    @rule(name=suggestions, event=st.none() | ANY, by=people)
    def stands_by(self, name: str, event: Event | None, by: str) -> None:
        """Somebody accepts what a program suggests: event and decision, or nothing."""
        before = self.file
        at = NOON + timedelta(minutes=before.case.version)
        self.number = before.case.version
        try:
            self.file = accept_suggestion(before, name, by=by, at=at, edited=event)
        except lc.LegalCaseError as error:
            assert str(error)  # noqa: PT017 - as above
            self.number = before.case.version
            return
        assert self.file.case.version == before.case.version + 2
        self.number = self.file.case.version
        was = before.case[SUGGESTIONS].suggestions[name]
        now = self.file.case[SUGGESTIONS].suggestions[name]
        assert was.is_open
        assert now.state in {"accepted", "edited"}
        assert self.file.log[-2].event == (event or was.event)
        assert [line.cause for line in self.file.log[-2:]] == [was.line_id] * 2
        assert bool(edited_fields(self.file, name)) == (now.state == "edited")
        self.keep()

    @rule(day=any_day)
    def asks_what_is_disclosed_and_agreed(self, day: date) -> None:
        """Of any day; none is enforceable while a party's disclosure is not there."""
        case = self.file.case
        found = tried(lambda: disclosure(case).outstanding(on=day))
        stands = tried(lambda: disclosure(case).standings(on=day)) or ()
        tried(lambda: disclosed(case))
        owed = {one.duty_id for one in found or ()}
        for one in stands:
            assert (one.state == "outstanding") == (one.duty_id in owed)
            ledger = case[DISCLOSURE].duties[one.duty_id]
            assert not (ledger.is_continuing and one.state == "complete")
        for each in case[AGREEMENTS]:
            name = each.agreement_id
            said = tried(partial(agreement, case, name, on=day))
            for need in each.needs if said else ():
                given = {
                    duty.owed_by
                    for duty in case[DISCLOSURE].duties
                    if duty.kind == need.disclosure and duty.duty_id not in owed
                }
                lacks = need.kind == "disclosure" and not set(need.of) <= given
                if lacks and need.state == "open":
                    assert not said.is_enforceable

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
            lambda: unmet_needs([case], on=day, until=day),
            lambda: clashes([case], during=after, lasts="half-day", absences=LEAVE),
            lambda: open_suggestions([case], on=day),
            lambda: evaluate_suggestions([file]),
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
        for each in case[EVIDENCE].items:
            assert tried(partial(custody, case, each.item_id, audience="owner"))
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
        assert set(core.unread) == {one for one in kinds if one.startswith(OURS)}

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
