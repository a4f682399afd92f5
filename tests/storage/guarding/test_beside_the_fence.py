"""Whoever has no part in a case: no answer tells of what is fenced in it.

Not what can be recorded there, not a list of lines, not what was left out; and nothing
that is fenced comes to stand no more by what somebody records who does not hear of it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from canaries import Canaries, found_in
from case_files import DAY, NOON
from legalcase.access import Grant, Policy, Role
from legalcase.codec.log.lines import line_of, line_text
from legalcase.directory import Entry, Name, PersonAdded
from legalcase.errors import (
    CorrectionRefusedError,
    IllegalTransitionError,
    StorageError,
)
from legalcase.kernel import Draft, Retracted, UnknownEvent
from legalcase.model import (
    Case,
    CaseFile,
    LegalHoldIssued,
    Model,
    PartyJoined,
    TaskPlanned,
    TaskTerms,
    holds_naming,
)
from legalcase.plain_data import plain
from legalcase.ports import LineQuery, ProjectionQuery
from legalcase.practice import MEDIATION, MODEL, MediationNoteTaken
from legalcase.storage import MemoryStore, SqliteStore
from practice_samples import SAMPLES, stage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from legalcase.storage import GuardedStore, Store

INSIDE, OUTSIDE = "person:lead", "person:auditor"
MEDIATOR = "person:9"
POLICY = Policy(
    roles=(Role(name="all", actions=("read", "record", "open", "export", "erase")),),
    grants=tuple(
        Grant(
            grant_id=who,
            who=who,
            role="all",
            scope="all",
            from_on=DAY,
            granted_by="person:partner",
        )
        for who in (INSIDE, OUTSIDE)
    ),
)


def _task(name: str, who: str) -> TaskPlanned:
    return TaskPlanned(
        task_id=name, terms=TaskTerms(title="T", accountable=who), happened_on=DAY
    )


def _mediated() -> CaseFile:
    marks = Canaries(kept=("roe", "acme"))
    return stage().record(
        _task("of-the-lead", INSIDE),
        *map(marks.marked, SAMPLES["mediation"]),
        by=INSIDE,
        at=NOON,
    )


FILE = _mediated()


def _line(of: type) -> Any:
    return next(one for one in FILE.log if isinstance(one.event, of))


def _acme() -> Any:
    return next(
        one
        for one in FILE.log
        if isinstance(one.event, PartyJoined) and one.event.party_id == "acme"
    )


@pytest.fixture(name="store", params=["memory", "sqlite"])
def _store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made: Store = MemoryStore(model=MODEL)
    if request.param == "sqlite":
        made = SqliteStore(tmp_path / "cases.db", model=MODEL)
    with made as store:
        _keep(store, FILE)
        yield store


def _keep(store: Store, file: CaseFile) -> None:
    with store.begin(by=INSIDE) as work:
        work.append(file.log, expected={"case:roe": 0})
        work.commit()


def _as(store: Store, person: str) -> GuardedStore:
    return store.guarded(POLICY).as_(person, at=NOON)


def _recorded(event: Any, work: Any) -> object:
    return work.record("roe", event, at=NOON)


def _erased(said: dict[str, Any], work: Any) -> object:
    return work.erase(MEDIATOR, **said)


def test_no_refusal_tells_where_a_mediation_stands(store: Store) -> None:
    """The same for what stands there and for what does not, whichever way it comes."""
    events = (
        *SAMPLES["mediation"],
        MediationNoteTaken(
            note_id="new", mediation_id="none", text="T", happened_on=DAY
        ),
    )
    outside = _as(store, OUTSIDE)
    said = set()
    for event in events:
        for one in (event, Draft(event)):
            with pytest.raises(StorageError) as caught:
                outside.run(partial(_recorded, one))
            said.add(str(caught.value))
    begun = SAMPLES["mediation"][0]

    def saved(work: Any) -> None:
        # Of what they see, it could be the first.
        work.save(work.file("roe").record(begun, by=OUTSIDE, at=NOON))

    with pytest.raises(StorageError) as caught:
        outside.run(saved)
    said.add(str(caught.value))
    (told,) = said
    assert told.startswith("person:auditor does not work on Case 'roe'")
    # Whoever works on it is told what is wrong.
    with pytest.raises(IllegalTransitionError, match="is ended"):
        _as(store, INSIDE).run(
            lambda work: work.record("roe", SAMPLES["mediation"][-1], at=NOON)
        )


def test_nobody_appends_by_hand_what_would_be_fenced(store: Store) -> None:
    """Nor a correction of a line that they see as withheld."""
    note = _line(MediationNoteTaken)

    def appended(work: Any) -> None:
        log = work.file("roe").log
        plain = CaseFile.of_log(FILE.log, model=MODEL)
        wrong = plain.retract(
            note.event_id, ground="entered-in-error", by=OUTSIDE, at=NOON
        )
        assert isinstance(wrong.log[-1].event, Retracted)
        work.append(wrong.log[len(log) :], expected={"case:roe": len(log)})

    with pytest.raises(StorageError, match="does not work on Case 'roe'"):
        _as(store, OUTSIDE).run(appended)
    kind = "house-fenced/said"
    unknown = UnknownEvent(kind=kind, schema=1, happened=DAY, payload="{}")
    text = line_text(FILE.log[-1], MODEL)
    assert line_of(text).kind.startswith("practice-fenced/")

    def foreign(work: Any) -> None:
        log = work.file("roe").log
        line = evolve(
            FILE.log[-1],
            number=len(log) + 1,
            event_id="of-another-program",
            kind=kind,
            event=unknown,
            ancillary=True,
        )
        work.append([line], expected={"case:roe": len(log)})

    with pytest.raises(StorageError, match="does not work on Case 'roe'"):
        _as(store, OUTSIDE).run(foreign)
    with store.read() as reader:
        assert reader.file("roe").log == FILE.log


def test_a_case_that_begins_may_have_it_at_once(tmp_path: Path) -> None:
    """Who brings a whole case here brings what is fenced in it, too."""
    with SqliteStore(tmp_path / "cases.db", model=MODEL) as store:

        def brought(work: Any) -> None:
            work.append(FILE.log, expected={"case:roe": 0})

        _as(store, OUTSIDE).run(brought)
        with store.read() as reader:
            assert reader.file("roe").log == FILE.log


def test_what_is_fenced_is_not_undone_unheard(store: Store) -> None:
    """By a correction of what it rests on; the rest can be corrected."""
    acme = _acme()
    for person, error in ((OUTSIDE, StorageError), (INSIDE, CorrectionRefusedError)):

        def act(work: Any, person: str = person) -> None:
            file = work.file("roe")
            work.save(file.retract(acme.event_id, ground="W", by=person, at=NOON))

        with pytest.raises(error) as caught:
            _as(store, person).run(act)
        if person == OUTSIDE:
            told = f"{caught.value}{caught.value.__context__!r}"
            assert "is kept from person:auditor" in told
            assert "mediation" not in told
            assert found_in(told) == set()
    task = next(one for one in FILE.log if one.kind == "task-planned")

    def harmless(work: Any) -> None:
        file = work.file("roe")
        work.save(file.retract(task.event_id, ground="W", by=OUTSIDE, at=NOON))

    _as(store, OUTSIDE).run(harmless)
    with store.read() as reader:
        assert reader.get("roe")[MEDIATION] == FILE.case[MEDIATION]
        assert not reader.get("roe").set_aside


def _left_out() -> CaseFile:
    """The case, after a program without the room has retracted a party."""
    lines = [line_of(line_text(one, MODEL)) for one in FILE.log]
    core = CaseFile.of_log(lines, model=Model.core())
    core = core.retract(_acme().event_id, ground="No party", by="clerk", at=NOON)
    lines = [line_of(line_text(one), MODEL) for one in core.log]
    return CaseFile.of_log(lines, model=MODEL)


def test_what_was_left_out_is_withheld_as_well() -> None:
    """By the case as by its file: not a kind, not an id, not why."""
    file = _left_out()
    kinds = {one.kind for one in file.case.set_aside}
    assert "practice-fenced/mediation-begun" in kinds
    assert file.case[MEDIATION] == MEDIATION.first
    with MemoryStore(model=MODEL) as store:
        _keep(store, file)
        with _as(store, OUTSIDE).read() as reader:
            for case in (reader.get("roe"), reader.file("roe").case):
                assert not case.set_aside
                assert case.unread == ("withheld-fenced/line",)
        with _as(store, INSIDE).read() as reader:
            assert reader.get("roe").set_aside == file.case.set_aside


def test_a_correction_of_it_is_not_found(store: Store) -> None:
    """Corrections of everything else are."""
    note, task = _line(MediationNoteTaken), _line(TaskPlanned)
    with store.begin(by=INSIDE) as work:
        file = work.file("roe").retract(
            note.event_id, ground="entered-in-error", by=INSIDE, at=NOON
        )
        other = TaskTerms(title="T2", accountable="lead")
        file = file.correct(task.event_id, terms=other, ground="W", by=INSIDE, at=NOON)
        work.save(file)
        work.commit()
    last = len(FILE.log)
    for person, numbers in ((INSIDE, [last + 1, last + 2]), (OUTSIDE, [last + 2])):
        with _as(store, person).read() as reader:
            rows = [
                one
                for kind in ("kind:retracted", "kind:corrected")
                for one in reader.find(LineQuery(tags=(kind,))).rows
            ]
            assert [one.number for one in rows] == numbers
            told = reader.file("roe").log
            assert [told[one.number - 1].kind for one in rows] == [
                one.kind for one in rows
            ]
            every = {one.number for one in reader.find(LineQuery(), limit=1000).rows}
            assert reader.count(LineQuery()) == len(every)
            withheld = {one.number for one in told if "withheld" in one.kind}
            assert every.isdisjoint(withheld)


class _Everything:
    """A list of everything that a case has."""

    name = "house/everything"
    version = 1

    def rows(self, case: Case) -> dict[str, dict[str, Any]]:
        """Return the texts of all rooms, and what was left out or not read."""
        said = [str(plain(state)) for state in case.folded.rooms.values()]
        said += [one.kind for one in case.set_aside]
        return {"all": {"said": [*said, *case.unread]}}


@pytest.mark.parametrize("is_left_out", [False, True])
@pytest.mark.parametrize("model", [MODEL, None])
def test_a_list_of_others_has_nothing_of_it(
    tmp_path: Path, model: Any, is_left_out: bool
) -> None:
    """Whoever may read the case finds its rows."""
    file = _left_out() if is_left_out else FILE
    projections = (_Everything(),)
    with SqliteStore(tmp_path / "a.db", model=MODEL, projections=projections) as store:
        _keep(store, file)
    with SqliteStore(tmp_path / "a.db", model=model, projections=projections) as store:
        store.rebuild()
        assert not store.verify()
        with store.read() as reader:
            (row,) = reader.find(ProjectionQuery("house/everything")).rows
    text = str(row.data)
    assert "Trial" in text
    assert found_in(text) == set()
    assert not any(one in text for one in ("fenced", "countered", MEDIATOR))


def test_a_hold_keeps_whom_only_a_mediation_names() -> None:
    """Its text is behind the fence; the hold is in force all the same."""
    held = LegalHoldIssued(hold_id="hold", happened_on=DAY)
    assert holds_naming([FILE.case], MEDIATOR) == ()
    file = FILE.record(held, by="clerk", at=NOON)
    (found,) = holds_naming([file.case], MEDIATOR)
    assert (found.case_id, found.hold_id) == ("roe", "hold")
    assert holds_naming([file.case], "person:90") == ()
    entry = Entry.open(
        PersonAdded(name=Name(full="M"), happened_on=DAY),
        entry_id=MEDIATOR,
        by="clerk",
        at=NOON,
    )
    with MemoryStore(model=MODEL) as store:
        _keep(store, file)
        with store.begin(by="clerk") as work:
            work.save(entry)
            work.commit()
        with pytest.raises(IllegalTransitionError, match="in case 'roe'"):
            store.run(lambda work: work.erase(MEDIATOR), by="clerk")
        with pytest.raises(IllegalTransitionError, match="in case 'roe'"):
            _as(store, INSIDE).run(lambda work: work.erase(MEDIATOR))
        # Which case it is would tell who mediates there.
        for said in ({}, {"despite_hold": "G", "by": OUTSIDE, "at": NOON}):
            with pytest.raises(IllegalTransitionError) as caught:
                _as(store, OUTSIDE).run(partial(_erased, said))
            assert "roe" not in str(caught.value)
        with store.read() as reader:
            assert reader.entry(MEDIATOR).entry_id == MEDIATOR
