"""The rows of a case are what its agenda shows, and nothing can keep them from it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

import case_samples
import people_samples
from case_machine import ANY, FIRST, NOON, START, Machine
from legalcase.dates import Period
from legalcase.errors import InvalidValueError, LegalCaseError
from legalcase.kernel import Draft, Event, Facet, Heard, Label, Ref
from legalcase.model import (
    BecameClient,
    CaseFile,
    CaseOpened,
    DeadlineSet,
    DeadlineTerms,
    DeadlineWaived,
    Derived,
    Filed,
    HearingContinued,
    HearingVacated,
    Model,
    NoteAdded,
    NumberAssigned,
    PartyJoined,
    TaskPlanned,
    TaskTerms,
)
from legalcase.practice import MODEL, TEAM, Assigned, AssignmentEnded
from legalcase.storage.projecting import difference, of_case, projected
from practice_events import ANY_OF_PRACTICE, BEGUN, DRAFTS
from rows_by_hand import check, of

if TYPE_CHECKING:
    from legalcase.kernel import Folded
    from legalcase.storage.projecting import Projected


def test_the_sample_case_line_by_line() -> None:
    """From scratch and from the line before: the same."""
    file = case_samples.file()
    before = None
    for number in range(1, len(file.log) + 1):
        case = file.as_of(known_at=number)
        found = check(case)
        assert of(case.folded, before) == found
        before = (case.folded, found)


class Projecting(Machine):
    """The machine, which projects what it records."""

    def __init__(self) -> None:
        super().__init__()
        self.before: tuple[Folded, Projected] | None = None

    @invariant()
    def has_its_rows(self) -> None:
        """Equal to the agenda, and made of the rows before as from scratch."""
        case = self.file.case
        found = check(case)
        after = of(case.folded, self.before)
        assert after == found
        assert after.kept == found.kept
        if self.before is not None:
            old = self.before[1]
            told = difference(old, after)
            rows = {**old.dues, **{(row.what, row.item_id): row for row in told.put}}
            assert {k: v for k, v in rows.items() if k not in told.drop} == after.dues
            assert (old.attributes - told.remove) | told.add == after.attributes
            assert not told.remove & told.add
        self.before = (case.folded, after)


def run(machine: type[Machine], examples: int) -> None:
    """Run a machine for a while."""
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


class ProjectingPractice(Projecting):
    """The same with all rooms of practice."""

    model = MODEL
    start: tuple[Event | Draft, ...] = (
        *START,
        BecameClient(party_id="p1", happened_on=FIRST),
        *BEGUN,
    )

    @rule(events=st.lists(st.one_of(ANY, ANY_OF_PRACTICE, DRAFTS), min_size=1))
    def records_of_practice(self, events: list[Event | Draft]) -> None:
        """Events of several rooms in one act, as far as they can be."""
        self.number = self.file.case.version
        at = NOON + timedelta(minutes=self.number)
        try:
            self.file = self.file.record(*events, by="clerk", at=at)
        except LegalCaseError:
            self.number = self.file.case.version
            return
        self.keep()


@pytest.mark.parametrize("machine", [Projecting, ProjectingPractice])
def test_whatever_is_recorded_has_its_rows(machine: type[Machine]) -> None:
    """See the machines."""
    run(machine, 6)


def file_of(*events: Event | Draft, model: Model | None = None) -> CaseFile:
    """A case with one of each noun, and then these."""
    opened = CaseOpened(caption="Roe v. Acme", happened_on=FIRST)
    file = CaseFile.open(opened, case_id="roe", by="c", at=NOON, model=model)
    return file.record(*START, by="c", at=NOON).record(*events, by="c", at=NOON)


def followers() -> tuple[Event, ...]:
    """Deadlines that follow each other into the past, and a task after the last."""
    century, found = Period.parse("100 years"), []
    follows = Ref("hearing", "h1")
    for number in range(20):
        basis = Derived(follows=follows, period=century)
        name = f"back-{number}"
        terms = DeadlineTerms(title="T", basis=basis)
        found.append(DeadlineSet(deadline_id=name, terms=terms, happened_on=FIRST))
        follows = Ref("deadline", name)
    basis = Derived(follows=follows, period=Period.parse("1 day"))
    terms_ = TaskTerms(title="T", accountable="a", moves_with=basis)
    return (*found, TaskPlanned(task_id="last", terms=terms_, happened_on=FIRST))


def hearing_at(year: int) -> HearingContinued:
    """The hearing, put off to another year."""
    at = datetime(year, 12, 31, 9, tzinfo=UTC)
    return HearingContinued(hearing_id="h1", to_at=at, happened_on=FIRST)


def test_what_no_calendar_reaches_is_a_row_without_a_date() -> None:
    """The agenda refuses to show such a case; the store still has to list it."""
    file = file_of(*followers())
    before = (file.case.folded, of(file.case.folded))
    assert before[1].dues["task", "last"].due == date(26, 8, 31)
    assert before[1].kept is not None
    hangs_on = frozenset({("deadline", "back-0"), ("hearing", "h1")})
    assert before[1].kept.moving["deadline", "back-1"] == hangs_on
    early = file.record(hearing_at(1600), by="c", at=NOON)
    with pytest.raises(InvalidValueError):
        early.case.agenda()
    rows = of(early.case.folded)
    assert of(early.case.folded, before) == rows
    assert rows.dues["deadline", "back-19"].due is None
    assert rows.dues["task", "last"].due is None
    assert rows.dues["deadline", "back-0"].due == date(1500, 12, 31)
    assert rows.kept is not None
    assert rows.kept.moving["deadline", "back-19"] is None
    late = early.record(hearing_at(2400), by="c", at=NOON).case
    again = of(late.folded, (early.case.folded, rows))
    assert again == of(late.folded) == check(late)
    assert again.dues["deadline", "back-19"].due == date(400, 12, 31)


def test_what_follows_moves_and_what_does_not_is_left_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A line costs what it changes: the rows of everything else are not made."""
    from legalcase.storage.projecting import project

    made: list[str] = []

    def counted(name: str) -> Any:
        one = getattr(project, name)

        def make(*args: Any) -> Any:
            made.append(name)
            return one(*args)

        return make

    file = file_of(*followers())
    before = (file.case.folded, of(file.case.folded))
    for name in ("of_deadline", "of_hearing", "of_task"):
        monkeypatch.setattr(project, name, counted(name))
    note = NoteAdded(note_id="n", text="T", happened_on=FIRST)
    for event in (note, Filed(title="T", happened_on=FIRST)):
        after = file.record(event, by="c", at=NOON).case.folded
        assert of(after, before).dues is before[1].dues
        assert made == []
    gone = HearingVacated(hearing_id="h1", happened_on=FIRST)
    after = file.record(gone, by="c", at=NOON).case.folded
    rows = of(after, before)
    assert sorted(made) == [*["of_deadline"] * 20, "of_hearing", "of_task"]
    assert rows == of(after)
    assert rows.dues["deadline", "d1"] is before[1].dues["deadline", "d1"]


def test_who_answers_for_a_deadline() -> None:
    """Its owner and whoever stands in; of the case, only while it is open."""
    basis = Derived(follows=Ref("event", "served"))
    owned = DeadlineTerms(title="T", basis=basis, owner="A", backup="B", critical=True)
    alone = DeadlineTerms(title="T", basis=basis, backup="C")
    both = DeadlineTerms(title="T", basis=basis, owner="E", backup="E")
    file = file_of(
        *(
            DeadlineSet(deadline_id=name, terms=terms, happened_on=FIRST)
            for name, terms in (("x", owned), ("y", alone), ("z", both))
        ),
        DeadlineWaived(deadline_id="y", ground="G", happened_on=FIRST),
    )
    rows = check(file.case)
    assert rows.dues["deadline", "x"].assignees == ("A", "B")
    assert rows.dues["deadline", "x"].critical
    assert rows.dues["deadline", "y"].assignees == ("C",)
    assert rows.dues["deadline", "z"].assignees == ("E",)
    assert rows.case.assignees == ("A", "B", "E", "clerk")


def test_an_entry_of_the_directory_has_no_rows() -> None:
    """A person, an organization, an agency."""
    for entry in (people_samples.person(), people_samples.firm()):
        assert projected(entry.folded) is None


def test_rows_of_another_case_are_not_built_on() -> None:
    """Nor those that bear no trace of how they were made, as those in clear."""
    file = case_samples.file()
    other = file_of()
    before = (other.case.folded, of(other.case.folded))
    assert of(file.case.folded, before) == of(file.case.folded)


def test_all_numbers_and_all_who_took_part() -> None:
    """Former ones too; and who is of the directory by that id."""
    file = file_of(
        NumberAssigned(number="3:26-cv-1", happened_on=FIRST),
        NumberAssigned(number="3:26-cv-2", happened_on=FIRST),
        PartyJoined(
            party_id="p9", person="person:9", roles=("plaintiff",), happened_on=FIRST
        ),
        BecameClient(party_id="p9", happened_on=FIRST),
    )
    rows = check(file.case)
    found = {(one.name, one.value) for one in rows.attributes}
    assert {("number", "3:26-cv-1"), ("number", "3:26-cv-2")} <= found
    assert {("participant", "person:9"), ("client", "person:9")} <= found
    assert ("participant", "p1") in found
    assert rows.case.clients == ("person:9",)
    assert type(rows.case.status) is str


def _heard(state: Any, event: NoteAdded, *_: Any) -> Any:
    if event.text == "Forget":
        return state[:-1]
    return (*state, {"notes": [Label(audience="owner", ground=event.text)]})


@pytest.mark.parametrize(("name", "is_found"), [("beside", True), ("a/beside", False)])
def test_labels_are_those_of_the_core(name: str, is_found: bool) -> None:
    """Whatever holds them; but not those of rooms that others may read without."""
    room = Facet(name=name, first=(), rows=(), hears=(Heard(NoteAdded, _heard),))
    file = file_of(model=Model.core().with_facets(room))
    before = (file.case.folded, of(file.case.folded))
    note = NoteAdded(note_id="n", text="medical", happened_on=FIRST)
    case = file.record(note, by="c", at=NOON).case
    rows = check(case)
    assert of(case.folded, before) == rows
    assert of(case.folded, before).kept == rows.kept
    found = {one.value for one in rows.attributes if one.name == "label"}
    assert ({"owner", "medical"} <= found) is is_found
    less = NoteAdded(note_id="m", text="Forget", happened_on=FIRST)
    after = file.record(note, less, by="c", at=NOON).case
    assert of(after.folded, (case.folded, rows)) == check(after)
    assert of(after.folded, (case.folded, rows)).kept == of(after.folded).kept


def test_who_has_a_duty_in_the_team_answers_for_something() -> None:
    """Until the day on which it ends, and before it begins."""
    assert TEAM.name == of_case.TEAM
    ids = iter(range(10))

    def duty(person: str, on: date, until_on: date | None) -> Assigned:
        return Assigned(
            assignment_id=f"as-{next(ids)}",
            person=person,
            duty="backup",
            until_on=until_on,
            happened_on=on,
        )

    today = NOON.date()
    day = timedelta(days=1)
    file = file_of(
        duty("lasting", FIRST, None),
        duty("ending", FIRST, today + day),
        duty("over", FIRST, today),
        duty("coming", today + day, None),
        duty("never", today + day, None),
        AssignmentEnded(assignment_id="as-4", reason="R", happened_on=today),
        model=MODEL,
    )
    rows = check(file.case)
    assert rows.case.assignees == ("clerk", "coming", "ending", "lasting")
    folded = file_of(duty("lasting", FIRST, None), model=MODEL).case.folded
    later = (file.case.folded, rows)
    assert of(folded, later) == of(folded)


def test_repr_tells_no_title_and_no_name() -> None:
    """Of the rows, and of all that is made on the way."""
    rows = of(case_samples.case().folded)
    told = difference(None, rows)
    for value in (rows, rows.case, told, rows.kept, dict(rows.dues), rows.attributes):
        assert case_samples.CANARY not in repr(value)
    assert case_samples.CANARY in "".join(map(str, map(tuple, rows.dues.values())))


def test_difference_from_nothing_and_to_nothing() -> None:
    """A new case puts all, one that is gone drops all, the same changes nothing."""
    rows = of(case_samples.case().folded)
    new, gone, same = (
        difference(None, rows),
        difference(rows, None),
        difference(rows, rows),
    )
    assert {(one.what, one.item_id): one for one in new.put} == rows.dues
    assert (new.drop, new.add, new.remove) == ((), rows.attributes, frozenset())
    assert (new.case, new.is_case_changed) == (rows.case, True)
    assert gone.drop == tuple(sorted(rows.dues))
    assert (gone.put, gone.add, gone.remove) == ((), frozenset(), rows.attributes)
    assert (gone.case, gone.is_case_changed) == (None, True)
    assert same == difference(None, None)._replace(case=rows.case)
