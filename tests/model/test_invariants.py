"""The invariants of a case, by their numbers."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from attrs import evolve, fields
from hypothesis import assume, given
from hypothesis import strategies as st

import legalcase as lc
import legalcase.model as m
from case_files import DAY, NOON, after, computation, joined, opened, ordered, set_
from legalcase.dates import Period
from legalcase.errors import (
    ExtensionBarredError,
    IllegalTransitionError,
    InvalidValueError,
    LegalCaseError,
    MissingInputError,
)
from legalcase.kernel import Draft, Label, Ref
from legalcase.model.caseload.state import COUNTS, INCOMING

NAMES = ("a", "b")
_OF = st.sampled_from([(), (), ("a",), ("b",), ("a", "b")])
_DAYS = st.integers(0, 200).map(lambda number: DAY + timedelta(days=number))


def _recorded(file: m.CaseFile, events: list[Any]) -> m.CaseFile:
    """The file after those events that are possible."""
    for event in events:
        try:
            file = after(file, event)
        except LegalCaseError:
            continue
    return file


_CASELOAD = st.one_of(
    st.builds(m.CaseStayed, ground=st.just("Stay"), of=_OF, happened_on=_DAYS),
    st.builds(m.CaseReactivated, of=_OF, happened_on=_DAYS),
    st.builds(m.CaseDisposed, disposition=st.just("Done"), of=_OF, happened_on=_DAYS),
    st.builds(m.CaseReopened, of=_OF, happened_on=_DAYS),
    st.builds(m.CaseClosed, happened_on=_DAYS),
    st.builds(m.Filed, title=st.just("Motion"), happened_on=_DAYS),
    st.builds(m.NumberAssigned, number=st.just("7"), happened_on=_DAYS),
)


@pytest.mark.parametrize("closed", [False, True])
@pytest.mark.parametrize("kind", [None, "limitation"])
def test_invariant_01_no_new_deadline_in_a_case_that_is_over(
    kind: str | None, closed: bool
) -> None:
    """Unless it is reopened, or the rule outlives the disposition."""
    done = [m.CaseDisposed(disposition="Settled", happened_on=DAY)]
    path = [*done, *([m.CaseClosed(happened_on=DAY)] if closed else [])]
    file = after(opened(), *path)
    new = set_(after_disposition=False, kind=kind)
    with pytest.raises(IllegalTransitionError, match="Record CaseReopened first"):
        after(file, new)
    reopened = m.CaseReopened(happened_on=DAY)
    assert after(file, reopened, new).case.deadlines["answers"].is_open
    # A rule that outlives it; one of which nobody says; a date that a court ordered.
    for other in (
        set_(after_disposition=True, kind=kind),
        set_(after_disposition=None, kind=kind),
        set_(basis=ordered(), after_disposition=False),
    ):
        assert after(file, other).case.deadlines["answers"].is_open


def test_invariant_01_holds_for_the_defendant_who_is_out() -> None:
    """And for nobody else; one that two owe runs as long as one of them is left."""
    out = m.CaseDisposed(disposition="Acquitted", of=("a",), happened_on=DAY)
    file = after(opened(), joined("a"), joined("b"), out)
    with pytest.raises(IllegalTransitionError):
        after(file, set_(after_disposition=False, owed_by=("a",)))
    for owed_by in (("b",), ("a", "b"), ()):
        file_ = after(file, set_(after_disposition=False, owed_by=owed_by))
        assert file_.case.deadlines["answers"].is_open


_TERMS = st.fixed_dictionaries(
    {
        "after_disposition": st.sampled_from([True, False, None]),
        "owed_by": st.sampled_from([(), ("a",), ("b",), ("a", "b")]),
    }
)


@given(st.lists(_TERMS, min_size=1, max_size=5), _OF)
def test_invariant_02_a_disposition_vacates_what_does_not_outlive_it(
    terms: list[dict[str, Any]], of: tuple[str, ...]
) -> None:
    """With the event and so its actor; none is deleted, none is passed over."""
    sets = [set_(f"d-{number}", **each) for number, each in enumerate(terms)]
    file = after(opened(), joined("a"), joined("b"), *sets)
    disposed = m.CaseDisposed(disposition="Done", of=of, happened_on=DAY)
    file = after(file, disposed, by="judge's clerk")
    line = file.log[-1]
    assert len(file.case.deadlines) == len(terms)
    for each, deadline in zip(terms, file.case.deadlines, strict=True):
        parties = set(each["owed_by"])
        if each["after_disposition"] is True or (
            of and parties and not parties & set(of)
        ):
            assert deadline.state == "proposed"
        elif each["after_disposition"] is False and (
            not of or (parties and parties <= set(of))
        ):
            assert deadline.outcome is m.Outcome.VACATED
            assert deadline.ended_by == line.event_id
        else:
            assert deadline.review.because == (line.event_id,)
    assert line.actor == "judge's clerk"


@given(st.lists(_CASELOAD, max_size=12), st.booleans(), st.data())
def test_invariant_03_what_came_in_and_went_out_is_what_is_there(
    events: list[Any], numbered: bool, data: Any
) -> None:
    """Of active and of inactive cases, at every line; and the status is a fold."""
    file = opened(number="1" if numbered else None)
    file = _recorded(after(file, joined("a"), joined("b")), events)
    for number in range(1, file.case.version + 1):
        case = file.as_of(known_at=number)
        whole = [c for c in case.caseload.counted() if not c.of]
        words = [change.count for change in whole]
        came = sum(word in COUNTS[:INCOMING] for word in words)
        went = sum(word in COUNTS[INCOMING:] for word in words)
        assert came - went == (case.status is m.CaseStatus.ACTIVE)
        resting = words.count("placed-on-inactive-status") - words.count("reactivated")
        assert resting == (case.status is m.CaseStatus.INACTIVE)
        assert set(words) <= set(COUNTS)
    cut = data.draw(st.integers(1, file.case.version))
    assert m.Case.from_events(file.log[:cut]).status is file.as_of(known_at=cut).status


_PEOPLE = st.one_of(
    st.builds(
        m.PartyJoined,
        party_id=st.sampled_from(NAMES),
        name=st.just("Somebody"),
        roles=st.sampled_from([("defendant",), ("plaintiff", "counterclaimant")]),
        happened_on=_DAYS,
    ),
    st.builds(m.PartyLeft, party_id=st.sampled_from(NAMES), happened_on=_DAYS),
    st.builds(
        m.RoleTaken,
        party_id=st.sampled_from(NAMES),
        roles=st.just(("witness",)),
        happened_on=_DAYS,
    ),
    st.builds(
        m.RoleEnded,
        party_id=st.sampled_from(NAMES),
        roles=st.sampled_from([("witness",), ("defendant",)]),
        happened_on=_DAYS,
    ),
    st.builds(
        m.CounselAppeared,
        representation_id=st.sampled_from(("c-1", "c-2", "c-3")),
        party_ids=st.sampled_from([("a",), ("b",), ("a", "b")]),
        counsel=st.just("Lawyer"),
        happened_on=_DAYS,
    ),
    st.builds(
        m.CounselWithdrew,
        representation_id=st.sampled_from(("c-1", "c-2", "c-3")),
        party_ids=st.sampled_from([(), ("a",)]),
        happened_on=_DAYS,
    ),
    st.builds(
        m.CounselSubstituted,
        representation_id=st.sampled_from(("c-1", "c-2", "c-3")),
        successor_id=st.sampled_from(("c-1", "c-2", "c-3")),
        counsel_id=st.just("person:counsel"),
        party_ids=st.sampled_from([(), ("a",)]),
        happened_on=_DAYS,
    ),
    st.builds(
        m.CounselSuspended,
        representation_id=st.sampled_from(("c-1", "c-2")),
        happened_on=_DAYS,
    ),
    st.builds(
        m.CounselReinstated,
        representation_id=st.sampled_from(("c-1", "c-2")),
        happened_on=_DAYS,
    ),
    st.builds(m.AppearedProSe, party_id=st.sampled_from(NAMES), happened_on=_DAYS),
    st.builds(m.BecameClient, party_id=st.sampled_from(NAMES), happened_on=_DAYS),
    st.builds(m.CeasedAsClient, party_id=st.sampled_from(NAMES), happened_on=_DAYS),
    st.builds(
        m.IncapacityFound,
        party_id=st.sampled_from(NAMES),
        incapacity=st.just("minor"),
        happened_on=_DAYS,
    ),
    st.builds(m.IncapacityEnded, party_id=st.sampled_from(NAMES), happened_on=_DAYS),
)


def in_a_row(spells: list[Any]) -> None:
    """Half-open, none before the one before it, only the last without an end."""
    for earlier, later in pairwise(spells):
        assert earlier.until_on is not None
        assert earlier.from_on <= earlier.until_on <= later.from_on


@given(st.lists(_PEOPLE, max_size=14))
def test_invariant_04_roles_and_counsel_lie_within_the_participation(
    events: list[Any],
) -> None:
    """On every day: half-open spells in a row, a role and a lawyer only inside."""
    people = _recorded(opened(), events).case.people
    days = [DAY + timedelta(days=number) for number in range(-1, 203)]
    for one in people.participants:
        in_a_row(list(one.spells))
        in_a_row(list(one.pro_se))
        in_a_row(list(one.engaged))
        in_a_row([each.spell for each in one.incapacities])
        assert one.is_client == bool(one.engaged and one.engaged[-1].until_on is None)
        for day in days:
            if one.roles_on(day) or one.is_pro_se_on(day):
                assert one.is_party_on(day)
        if one.left_on is not None:
            assert not one.is_party_on(max(one.left_on, one.joined_on))
    for representation in people.representations:
        in_a_row([spell for _, spell in representation.states])
        for party in representation.parties:
            assert (party.ended_as is None) == (party.spell.until_on is None)
            participant = people.participants[party.party_id]
            assert all(
                participant.is_party_on(day) for day in days if party.spell.covers(day)
            )


_JUDGES = st.one_of(
    st.builds(
        m.JudgeAssigned,
        judge=st.sampled_from(["A", "B", "C"]),
        function=st.sampled_from(["assigned", "referred", "panel"]),
        happened_on=_DAYS,
    ),
    st.builds(
        m.JudgeRelieved,
        function=st.sampled_from(["assigned", "referred", "panel"]),
        judge=st.sampled_from([None, "A"]),
        happened_on=_DAYS,
    ),
    st.builds(m.CaseTransferred, court=st.just("us/nysd"), happened_on=_DAYS),
)


@given(st.lists(_JUDGES, max_size=10))
def test_invariant_04_one_judge_alone_is_assigned(events: list[Any]) -> None:
    """On no day two, in whatever order it became known."""
    bench = _recorded(opened(), events).case.caseload.bench
    for seat in bench:
        assert seat.spell.until_on is None or seat.spell.from_on <= seat.spell.until_on
    for number in range(202):
        day = DAY + timedelta(days=number)
        assigned = [one for one in bench if one.function == "assigned"]
        assert sum(one.spell.covers(day) for one in assigned) <= 1


RULES: tuple[tuple[str, dict[str, Any]], ...] = (
    ("us/frcp/12(a)(1)(A)(i)", {}),
    ("us/frcp/33(b)(2)", {"service": "mail"}),
    ("us/frcp/59(e)", {}),
    ("us/frap/4(a)(1)(A)", {}),
)


@given(st.sampled_from(RULES), st.integers(0, 900))
def test_invariant_09_a_computed_deadline_ends_where_its_last_step_does(
    rule: tuple[str, dict[str, Any]], days: int
) -> None:
    """With the rule that says so, and the trigger from which it ran."""
    name, said = rule
    trigger = date(2024, 1, 2) + timedelta(days=days)
    found = lc.compute(name, after=trigger, court="cand", **said)
    file = after(opened(), set_(basis=m.Computed(computation=found)))
    basis = file.case.deadlines["answers"].basis
    assert isinstance(basis, m.Computed)
    assert basis.computation.steps[-1].end == file.case.dates("answers").due
    assert basis.computation.inputs.deadline == name
    assert basis.computation.inputs.trigger == trigger


def test_invariant_09_an_ordered_date_has_its_order() -> None:
    """And an agreed one its agreement: on the docket, or by name."""
    with pytest.raises(MissingInputError, match="says of no order"):
        m.Ordered(due=DAY)
    with pytest.raises(MissingInputError, match="says of no agreement"):
        m.Agreed(due=DAY)


@given(st.sampled_from(RULES), st.integers(0, 900))
def test_invariant_10_the_same_question_has_the_same_answer(
    rule: tuple[str, dict[str, Any]], days: int
) -> None:
    """And a newer one never moves a date that somebody confirmed silently."""
    name, said = rule
    trigger = date(2024, 1, 2) + timedelta(days=days)
    found = lc.compute(name, after=trigger, court="cand", **said)
    again = lc.compute(name, after=trigger, court="cand", **said)
    assert found == again
    newer = lc.compute(name, after=trigger + timedelta(days=1), court="cand", **said)
    file = after(
        opened(),
        set_(basis=m.Computed(computation=found)),
        m.DeadlineConfirmed(
            deadline_id="answers", confirmed_by="lawyer", happened_on=DAY
        ),
        m.DeadlineRecomputed(
            deadline_id="answers",
            basis=m.Computed(computation=newer),
            happened_on=DAY,
        ),
    )
    deadline = file.case.deadlines["answers"]
    assert deadline.review.state is m.ReviewState.NEEDS_REVIEW
    assert deadline.review.because == (file.log[-1].event_id,)


@given(st.integers(0, 400), st.integers(1, 400), st.integers(0, 400))
def test_invariant_14_a_soft_date_keeps_its_distance(
    days: int, moved: int, more: int
) -> None:
    """It is never after the hard one, which moves it by an extension or a new basis."""
    period = None if days == 0 else Period(days, "day")
    soft = set_("soft", m.Derived(follows=Ref("deadline", "answers"), period=period))
    file = after(opened(), set_(basis=ordered()), soft)

    def distance(file: m.CaseFile, hard: str) -> int:
        dates = file.case.dates
        first, last = dates("soft").shown, dates(hard).shown
        assert first is not None
        assert last is not None
        return (last - first).days

    assert distance(file, "answers") == days
    to = date(2026, 8, 3) + timedelta(days=moved)
    extended = m.DeadlineExtended(
        deadline_id="answers",
        successor_id="later",
        basis=ordered(to),
        authority="Stipulation",
        happened_on=DAY,
    )
    file = after(file, extended)
    assert distance(file, "later") == days
    again = ordered(to + timedelta(days=more))
    file = after(
        file, m.DeadlineRecomputed(deadline_id="later", basis=again, happened_on=DAY)
    )
    assert distance(file, "later") == days


@given(st.booleans(), st.sampled_from(["clerk", "lawyer"]), st.booleans())
def test_invariant_15_a_critical_deadline_has_two_people(
    critical: bool, confirmed_by: str, recomputed: bool
) -> None:
    """Whoever set it, or computed it anew, is not the one who stands by it."""
    file = after(opened(), set_(critical=critical), by="clerk")
    setter = "clerk"
    if recomputed:
        again = m.DeadlineRecomputed(
            deadline_id="answers", basis=ordered(), happened_on=DAY
        )
        file, setter = after(file, again, by="lawyer"), "lawyer"
    confirmed = m.DeadlineConfirmed(
        deadline_id="answers", confirmed_by=confirmed_by, happened_on=DAY
    )
    if critical and confirmed_by == setter:
        with pytest.raises(InvalidValueError, match="Have a second person"):
            after(file, confirmed)
        return
    found = after(file, confirmed).case.deadlines["answers"]
    assert found.review.by == confirmed_by


@given(st.integers(-30, 30), st.none() | st.integers(0, 23))
def test_invariant_16_met_says_who_when_by_what_and_whether_in_time(
    days: int, hour: int | None
) -> None:
    """In time until the instant, in the zone of whoever ordered it; else late."""
    due_at = datetime(2026, 8, 3, 17, tzinfo=NOON.tzinfo)
    on = due_at.date() + timedelta(days=days)
    at = None if hour is None else due_at.replace(month=on.month, day=on.day, hour=hour)
    file = after(opened(), set_(basis=ordered(due_at.date(), due_at=due_at)))
    met = m.DeadlineMet(
        deadline_id="answers",
        met_by="clerk",
        evidence="Receipt",
        happened_on=on,
        happened_at=at,
    )
    done = after(file, met).case.deadlines["answers"].met
    assert done is not None
    assert (done.by, done.on, done.at, done.evidence) == ("clerk", on, at, "Receipt")
    if at is None and days == 0:
        assert done.verdict == "in-time-only-if"
    elif at is None:
        assert done.verdict == ("in-time" if days < 0 else "late")
    else:
        assert done.verdict == ("in-time" if at <= due_at else "late")
    with pytest.raises(MissingInputError):
        evolve(met, evidence=None)


@pytest.mark.parametrize("by_order", [False, True])
@pytest.mark.parametrize("barred_by", [None, "Fed. R. Civ. P. 6(b)(2)"])
def test_invariant_17_only_what_may_be_extended_is(
    by_order: bool, barred_by: str | None
) -> None:
    """Ours is refused; what a court did all the same is recorded, with a finding."""
    basis = m.Computed(computation=computation(barred_by=barred_by))
    order = Draft(m.OrderEntered(title="Order", happened_on=DAY), event_id="o")
    file = after(opened(), order, set_(basis=basis))
    said: dict[str, Any] = (
        {"order": Ref("event", "o")} if by_order else {"authority": "Stipulation"}
    )
    extended = m.DeadlineExtended(
        deadline_id="answers",
        successor_id="later",
        basis=ordered(),
        happened_on=DAY,
        **said,
    )
    if barred_by is not None and not by_order:
        with pytest.raises(ExtensionBarredError):
            after(file, extended)
        return
    found = after(file, extended).case.deadlines["later"].findings
    assert [finding.severity for finding in found] == ["critical"] * (
        barred_by is not None
    )
    with pytest.raises(MissingInputError, match="Nothing allows"):
        evolve(extended, order=None, authority=None)


#: Names and grounds stand in rooms whose lines bear the label of their kind; what a
#: case is called is said to whoever may see the case.
OF_THE_CASE = {"caseload", "people", "engagement", "stage", "records"}


def test_invariant_25_every_text_has_a_label() -> None:
    """Each thing in a room that has a text says who may see it; ours are privileged."""
    core = m.Model.core()
    entry = m.Filed(title="Complaint", happened_on=DAY)
    note = m.NoteAdded(note_id="n", text="Weak", happened_on=DAY)
    hearing = m.HearingSet(
        hearing_id="h", title="Trial", hearing_at=NOON, happened_on=DAY
    )
    task = m.TaskPlanned(
        task_id="t",
        terms=m.TaskTerms(title="Draft", accountable="clerk"),
        happened_on=DAY,
    )
    clock = m.ClockStarted(
        clock_id="c",
        rule="us/18-usc/3161(e)",
        starts=(m.ClockEvent(event="retrial-order-final", on=DAY),),
        happened_on=DAY,
    )
    excluded = m.ExclusionRecorded(
        exclusion_id="x",
        clock_ids=("c",),
        basis="(h)(7)",
        from_on=DAY,
        happened_on=DAY,
    )
    claim = m.ClaimStated(
        claim_id="c", by=("a",), against=("b",), theory="Nuisance", happened_on=DAY
    )
    charge = m.Charged(charge_id="k", of="a", statute="S", happened_on=DAY)
    paper = m.DocumentCreated(
        document_id="d", kind="internal-memo", title="Weak", happened_on=DAY
    )
    filing = m.FilingDrafted(filing_id="f", title="Answer", happened_on=DAY)
    people = (joined("a"), joined("b"))
    fact = m.FactEstablished(
        fact="request-sent-abroad", answer="no", ground="G", happened_on=DAY
    )
    anchor = m.Anchor("judgment-entered", Ref("event", "e"))
    declined = m.ProposalDeclined(
        rule="us/frcp/38(b)", anchors=(anchor,), ground="No jury", happened_on=DAY
    )
    first = Draft(entry, event_id="e")
    file = after(opened(), *people, first, note, hearing, set_(), task)
    file = after(file, clock, excluded, claim, charge, paper, filing)
    case = after(file, fact, declined).case
    rooms: dict[str, Any] = {facet.name: case[facet] for facet in core.facets}
    clocks: Any = rooms.pop("clocks")
    rooms |= {"clocks": clocks.clocks, "excluded time": clocks.exclusions}
    for name in rooms.keys() - OF_THE_CASE:
        assert len(rooms[name]) == 1
        for thing in rooms[name]:
            texts = [each for each in fields(type(thing)) if not each.repr]
            assert texts, name
            assert type(thing.label) is Label
    assert case.notes["n"].label == Label(audience="firm", ground="privileged")
    # Where a matter stands with us, and how its file is kept, is ours line by line.
    for facet in (m.ENGAGEMENT, m.STAGE, m.RECORDS):
        assert all(
            row.label is not None and not row.label.admits("client")
            for row in facet.rows
        )
    for cls in (m.Engagement, m.StageChange, m.LegalHold, m.Tombstone):
        assert "label" in {each.name for each in fields(cls)}
    assert case.tasks["t"].label == Label(audience="firm", ground="work-product")
    # A line of the court's file is public; one of ours is not.
    public = {
        row.kind for row in core.rows() if row.label and row.label.admits("public")
    }
    owners = {row.kind: facet.name for facet in core.facets for row in facet.rows}
    assert {owners[kind] for kind in public} == {
        "caseload",
        "charges",
        "claims",
        "docket",
        "hearings",
        "people",
    }
    ours = {row.kind for row in core.rows() if row.label}
    assert {"became-client", "incapacity-found", "note-added"} <= ours - public


@given(st.lists(st.one_of(_CASELOAD, _PEOPLE), max_size=10), st.data())
def test_invariant_32_every_change_is_one_line_and_the_lines_are_the_case(
    events: list[Any], data: Any
) -> None:
    """Who, when and what; a line that is gone, moved or twice there is noticed."""
    file = _recorded(opened(), events)
    assert [line.number for line in file.log] == list(range(1, len(file.log) + 1))
    assert m.Case.from_events(file.log) == file.case
    for line in file.log:
        assert line.actor == "clerk"
        assert line.recorded_at.tzinfo is not None
        assert m.Model.core().find_kind(line.kind) is not None
    assume(len(file.log) > 1)
    index = data.draw(st.integers(0, len(file.log) - 1))
    log = list(file.log)
    twice = [*log[: index + 1], *log[index:]]
    with pytest.raises(InvalidValueError, match="stands where line"):
        m.Case.from_events(twice)
    if index < len(log) - 1:
        with pytest.raises(InvalidValueError, match="stands where line"):
            m.Case.from_events([*log[:index], *log[index + 1 :]])
        swapped = [*log[:index], log[index + 1], log[index], *log[index + 2 :]]
        with pytest.raises(InvalidValueError, match="stands where line"):
            m.Case.from_events(swapped)


@given(st.lists(st.tuples(_DAYS, st.integers(0, 3)), max_size=8), _DAYS)
def test_invariant_38_as_of_a_time_uses_nothing_later(
    acts: list[tuple[date, int]], asked: date
) -> None:
    """Neither what was recorded later, nor, of a day, what happened later."""
    file, at = opened(), NOON + timedelta(days=400)
    for number, (day, minutes) in enumerate(acts):
        at += timedelta(minutes=minutes)
        filed = m.Filed(title="Paper", number=str(number), happened_on=day)
        file = file.record(filed, by="clerk", at=at)
    for known_at in [NOON, *(line.recorded_at for line in file.log)]:
        lines = [line for line in file.log if line.recorded_at <= known_at]
        assert file.as_of(known_at=known_at) == m.Case.from_events(lines)
    then = file.as_of(true_on=asked)
    wanted = [str(n) for n, (day, _) in enumerate(acts) if day <= asked]
    assert [entry.number for entry in then.docket] == wanted
    # Both at once: by what was known then, of that day.
    both = file.as_of(known_at=max(1, len(file.log) - 1), true_on=asked)
    known = [str(n) for n, (day, _) in enumerate(acts[:-1]) if day <= asked]
    assert [entry.number for entry in both.docket] == known
