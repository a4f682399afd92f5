"""What is said in mediation is found nowhere but in its own room.

A canary in every text of every event of the room, by the fields of its class, and a
search for them in everything that leaves a case or a store: for every audience, also
that of the owner, and for whoever may read a case without working on it.
"""

from __future__ import annotations

import ast
import json
import pickle
import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve, fields

from canaries import Canaries, found_in
from case_files import DAY, NOON
from house import ROOT
from legalcase import Law, plans, practice
from legalcase.access import Grant, Policy, Role
from legalcase.codec.log.lines import line_of, line_text
from legalcase.dates import DateRange, Period
from legalcase.errors import (
    ConflictingInputError,
    IllegalTransitionError,
    InvalidValueError,
    LegalCaseError,
    MissingInputError,
)
from legalcase.ical import to_ical
from legalcase.interop import to_rows
from legalcase.kernel import Event, Facet, FencedEvent, Register, Row, UnknownEvent
from legalcase.kernel.events.label import AUDIENCES
from legalcase.model import Case, CaseFile, TaskPlanned, TaskTerms
from legalcase.oversight import (
    absences,
    agenda,
    client_view,
    compliance,
    contact_gap,
    control_sheet,
    disclosed,
    disclosure,
    expectations,
    handover,
    health,
    open_needs,
    pressure,
    replies_owed,
    review,
    team_findings,
    updates_due,
)
from legalcase.oversight.suggested.standing import standing_in
from legalcase.ports import CaseQuery, LineQuery
from legalcase.practice import (
    MEDIATION,
    MODEL,
    SUGGESTIONS,
    MediationBegun,
    MediationEnded,
    MediationNoteTaken,
    MediationProposalMade,
    MediationSessionHeld,
    MediationSessionSet,
    Suggested,
    accept_suggestion,
    mediation_report,
)
from legalcase.practice.settlement import mediation
from legalcase.practice.suggestions.terms import SuggestionTerms, check_suggested
from legalcase.storage import MemoryStore, SqliteStore
from practice_samples import SAMPLES, stage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from legalcase.storage import Store

JUNE = DateRange(DAY, DAY.replace(year=2027))
INSIDE = "person:lead"
OUTSIDE = "person:auditor"
BEGUN: Any = SAMPLES["mediation"][0]


class Mediated:
    """A case with a canary in every text of the room, and those canaries."""

    def __init__(self) -> None:
        self.canaries = Canaries(kept=("roe", "acme"))
        self.events = tuple(map(self.canaries.marked, SAMPLES["mediation"]))
        self.file = stage().record(
            TaskPlanned(
                task_id="of-the-lead",
                terms=TaskTerms(title="Prepare", accountable=INSIDE),
                happened_on=DAY,
            ),
            by=INSIDE,
            at=NOON,
        )
        self.file = self.file.record(
            *self.events, by=INSIDE, at=NOON, reason="saidinmediation"
        )
        self.file = self.file.correct(
            self.note.event_id,
            text=self.canaries.of("another text", "MediationNoteTaken.text"),
            ground="entered-in-error",
            by=INSIDE,
            at=NOON,
        )

    @property
    def note(self) -> Any:
        """The line of the note."""
        return next(
            one for one in self.file.log if isinstance(one.event, MediationNoteTaken)
        )


MADE = Mediated()
TEXTS = sorted(MADE.canaries.fields)


def told(value: object) -> str:
    """All ways in which a value shows itself."""
    said = [str(value), repr(value)]
    for name in ("_repr_html_", "page", "to_dict", "to_rows"):
        ask = getattr(value, name, None)
        said.append("" if ask is None else str(ask()))
    return "\n".join(said)


def test_every_text_of_the_room_is_planted() -> None:
    """What people write there, in every event that has a text."""
    paths = {path for paths in MADE.canaries.fields.values() for path in paths}
    assert paths == {
        "MediationSessionHeld.with_others",
        "MediationSessionNotHeld.ground",
        "MediationProposalMade.terms",
        "MediationProposalAnswered.text",
        "MediationNoteTaken.text",
        "MediationEnded.ground",
    }
    stored = "".join(line_text(one, MODEL) for one in MADE.file.log)
    assert found_in(stored) == set(TEXTS)
    assert all(issubclass(type(one), FencedEvent) for one in MADE.events)


def _pages(file: CaseFile) -> Iterator[tuple[str, object]]:
    """Everything that is asked of a case, for every audience that it takes."""
    case = file.case
    month = Period.parse("1 month")
    for audience in AUDIENCES:
        diary = agenda([file], between=JUNE, audience=audience)
        yield f"agenda {audience}", diary
        yield f"month {audience}", diary.month(2026, 6)
        for what in ("cases", "parties", "counsel", "events", "hearings", "deadlines"):
            yield f"{what} {audience}", to_rows(file, what, audience=audience)
    for audience in ("firm", "owner"):
        every: dict[str, Any] = {"audience": audience}
        yield "sheet", control_sheet([file], on=DAY, zone="UTC", **every)
        yield "pressure", pressure([case], person=INSIDE, during=JUNE, limit=0, **every)
        yield "absences", absences([case], leave={INSIDE: [JUNE]}, on=DAY, **every)
        yield (
            "handover",
            handover(case, from_=INSIDE, to="new", on=DAY, reason="R", **every),
        )
        yield "replies", replies_owed([case], on=DAY, **every)
        yield "expectations", expectations([case], on=DAY, **every)
        yield "needs", open_needs([case], on=DAY, **every)
        yield "owed", disclosure(case).outstanding(on=DAY, **every)
        found = plans.deviations(case, Law.bundled(), on=DAY, **every)
        yield "deviations", found
    yield "disclosed", disclosed(case)
    yield "health", health(file, on=DAY)
    yield "team", team_findings(case, on=DAY)
    yield "duties", compliance(case, on=DAY)
    yield "review", review([file], cadence=month, on=DAY)
    yield "updates", updates_due([case], every=month, on=DAY)
    yield "contact", contact_gap(case, "roe", on=DAY)
    yield "client", client_view(case, "roe", on=DAY)
    yield "coverage", plans.coverage(case)
    yield "possible", file.possible(by=INSIDE, at=NOON)
    yield "case", case
    yield "file", file
    yield "line", [repr(line) + repr(line.event) for line in file.log]
    yield "state", repr(case[MEDIATION])


def test_no_question_reads_it() -> None:
    """For nobody, the owner among them; nor does any page of it name a session."""
    count = 0
    for name, page in _pages(MADE.file):
        text = told(page)
        assert found_in(text) == set(), name
        assert "saidinmediation" not in text, name
        if name not in {"line", "state", "file"}:
            for word in ("mediation", "countered", "no-agreement", "person:9"):
                assert word not in text, (name, word)
        count += 1
    assert count > 60


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("detail", ["full", "ref-only", "busy"])
def test_a_feed_has_the_day_alone(audience: str, detail: Any) -> None:
    """The hearing under which the day is kept free, and nothing of the session."""
    feed = to_ical(
        MADE.file.case.agenda(), name="N", detail=detail, audience=audience
    ).replace(b"\r\n ", b"")
    assert found_in(feed.decode()) == set()
    assert b"mediation" not in feed
    hearing = MADE.file.case[MEDIATION].sessions["first"].hearing_id
    assert hearing == "trial"
    assert feed.count(b"BEGIN:VEVENT") >= 1


def test_plain_data_of_a_case_leaves_it_out() -> None:
    """`to_dict` has every other room."""
    data = MADE.file.case.to_dict()
    assert MEDIATION.name not in data
    assert "practice/disclosure" in data
    assert found_in(json.dumps(data)) == set()


@pytest.fixture(name="store", params=["memory", "sqlite"])
def _store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made: Store = MemoryStore(model=MODEL)
    if request.param == "sqlite":
        made = SqliteStore(tmp_path / "cases.db", model=MODEL)
    with made as store:
        with store.begin(by=INSIDE) as work:
            work.save(MADE.file)
            work.commit()
        yield store


def test_no_store_finds_it_by_its_words(store: Store) -> None:
    """Nor by a tag; the words of everything else are found."""
    with store.read() as reader:
        assert reader.find(CaseQuery(text="prepare")).rows
        for word in (*TEXTS, "custody", "countered"):
            assert not reader.find(CaseQuery(text=word)).rows, word
            assert not reader.find(LineQuery(text=word)).rows, word
    store.rebuild()
    with store.read() as reader:
        assert not any(reader.find(CaseQuery(text=one)).rows for one in TEXTS)
    assert not store.verify()


@pytest.mark.parametrize("with_room", [True, False])
def test_nothing_derived_in_a_file_has_it(tmp_path: Path, with_room: bool) -> None:
    """Every table but those of the lines and of what is remembered of a case."""
    path = tmp_path / "cases.db"
    with SqliteStore(path, model=MODEL) as store, store.begin(by=INSIDE) as work:
        work.save(MADE.file)
        work.commit()
    with SqliteStore(path, model=MODEL if with_room else None) as store:
        store.rebuild()
    connection = sqlite3.connect(path)
    tables = [
        name
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
        )
    ]
    looked_at = 0
    for table in tables:
        if table in {"line", "snapshot"}:
            continue
        with suppress(sqlite3.OperationalError):
            rows = connection.execute(f'SELECT * FROM "{table}"').fetchall()  # noqa: S608 - a table of ours
            flat = "".join(
                one.decode("utf-8", "replace") if isinstance(one, bytes) else str(one)
                for row in rows
                for one in row
            )
            assert found_in(flat) == set(), table
            looked_at += 1
    connection.close()
    assert looked_at > 5


POLICY = Policy(
    roles=(Role(name="all", actions=("read", "record", "export")),),
    grants=tuple(
        Grant(
            grant_id=f"g-{number}",
            who=who,
            role="all",
            scope=scope,
            from_on=DAY,
            granted_by="person:partner",
        )
        for number, (who, scope) in enumerate(
            ((INSIDE, "own"), (OUTSIDE, "all"), ("person:clerk", "case:roe"))
        )
    ),
)


@pytest.mark.parametrize("person", [OUTSIDE, "person:clerk"])
def test_who_merely_may_read_a_case_does_not_read_it(store: Store, person: str) -> None:
    """Whatever the grant: that something is withheld is told, and not of which kind."""
    guarded = store.guarded(POLICY).as_(person, at=NOON)
    with guarded.read() as reader:
        file = reader.file("roe")
        given = (file.log, reader.events("case:roe"), reader.exported("roe"))
        for log in given:
            text = "".join(line_text(line, MODEL) for line in log)
            assert found_in(text) == set()
            assert "saidinmediation" not in text
            assert "mediation" not in text
            assert len(log) == len(MADE.file.log)
        for case in (file.case, reader.get("roe")):
            assert case[MEDIATION] == MEDIATION.first
            assert case.unread == ("withheld-fenced/line",)
            assert found_in(str(pickle.dumps(case))) == set()
            # No other model would bring it, and none is asked for.
            assert not health(case, on=DAY).of("lines-unread")
        kinds = {row.kind for row in reader.find(LineQuery(), limit=1000).rows}
        assert not any("fenced" in kind for kind in kinds)
    # What they record follows on the whole log, and the fence stands afterwards.
    planned = TaskPlanned(
        task_id="of-theirs",
        terms=TaskTerms(title="Look", accountable="somebody"),
        happened_on=DAY,
    )
    done = guarded.run(lambda work: work.record("roe", planned, at=NOON))
    assert found_in("".join(line_text(one, MODEL) for one in done.log)) == set()
    with store.read() as reader:
        after = reader.file("roe")
    assert after.case[MEDIATION] == MADE.file.case[MEDIATION]
    assert "of-theirs" in after.case.tasks


def test_who_works_on_the_case_reads_it(store: Store) -> None:
    """As the store has it."""
    guarded = store.guarded(POLICY).as_(INSIDE, at=NOON)
    with guarded.read() as reader:
        assert reader.file("roe").log == MADE.file.log
        assert reader.get("roe")[MEDIATION] == MADE.file.case[MEDIATION]
        rows = reader.find(LineQuery(), limit=1000).rows
        assert sum(row.kind.startswith("practice-fenced/") for row in rows) == len(
            MADE.events
        )


def test_a_case_without_anything_fenced_is_given_as_it_is(tmp_path: Path) -> None:
    """Line for line, and not made anew."""
    plain = stage()
    with SqliteStore(tmp_path / "cases.db", model=MODEL) as store:
        with store.begin(by=INSIDE) as work:
            work.save(plain)
            work.commit()
        with store.guarded(POLICY).as_(OUTSIDE, at=NOON).read() as reader:
            assert reader.file("roe").log == plain.log
            assert reader.get("roe").unread == ()


def test_without_the_room_the_words_stay_unfound(tmp_path: Path) -> None:
    """A program that does not know the room honours its prefix."""
    # Who does not know a room appends no correction of what it says.
    texts = [line_text(one, MODEL) for one in MADE.file.log[:-1]]
    log = [line_of(text) for text in texts]
    with SqliteStore(tmp_path / "core.db") as store:
        with store.begin(by="clerk") as work:
            work.append(log, expected={"case:roe": 0})
            work.commit()
        with store.read() as reader:
            assert not any(reader.find(CaseQuery(text=one)).rows for one in TEXTS)
            assert reader.find(CaseQuery(text="prepare")).rows
        with store.guarded(POLICY).as_(OUTSIDE, at=NOON).read() as reader:
            told_to = "".join(map(line_text, reader.file("roe").log))
            assert found_in(told_to) == set()
    assert [line_text(one) for one in log] == texts


def test_the_ground_of_a_correction_is_a_word() -> None:
    """It stands beside the fence, where others read."""
    for ground in ("They said less", "saidless!", "a-b-c-d-e-f"):
        with pytest.raises(InvalidValueError, match="is fenced") as caught:
            MADE.file.retract(MADE.note.event_id, ground=ground, by="x", at=NOON)
        assert ground not in str(caught.value)
    gone = MADE.file.retract(
        MADE.note.event_id, ground="entered-in-error", by="x", at=NOON
    )
    assert not list(gone.case[MEDIATION].notes)


def test_no_program_suggests_it() -> None:
    """A suggestion shows what it suggests."""
    for event in (
        BEGUN,
        UnknownEvent(kind="a-fenced/x", schema=1, happened=DAY, payload="{}"),
    ):
        with pytest.raises(InvalidValueError, match="fenced room"):
            check_suggested(None, fields(SuggestionTerms).event, event)
    file = stage("suggestions")
    for event in SAMPLES["suggestions"]:
        if isinstance(event, Suggested):
            file = file.record(event, by=event.producer, at=NOON)
            break
    (one,) = file.case[SUGGESTIONS].open
    with pytest.raises(InvalidValueError, match="fenced room"):
        accept_suggestion(file, one.suggestion_id, by="lead", at=NOON, edited=BEGUN)


def test_nobody_is_told_that_a_program_missed_it() -> None:
    """What stands of a document, by which programs are judged, has nothing of it."""
    said = {one.event_id for one in MADE.file.log if isinstance(one.event, FencedEvent)}
    standing = standing_in(MADE.file)
    assert len(said) == len(MADE.events)
    assert not said & set(standing)
    assert len(standing) + len(said) + 1 == len(MADE.file.log)


def _facet(name: str, event: type[Event], kind: str) -> Facet[Any]:
    return Facet(
        name=name,
        first=Register("thing"),
        rows=(Row(event, kind, 1, lambda state, *_: state),),
    )


def test_a_fence_is_whole_or_none() -> None:
    """Prefix, class and tags agree, or the room is refused."""

    class Tagged(FencedEvent):
        def tags(self) -> tuple[str, ...]:
            return ("what:is-said",)

    assert _facet("house-fenced/talks", FencedEvent, "house-fenced/said").is_fenced
    assert not _facet("house/talks", Event, "house/said").is_fenced
    for name, event, kind in (
        ("house/talks", FencedEvent, "house/said"),
        ("house-fenced/talks", Event, "house-fenced/said"),
        ("house-fenced/talks", Tagged, "house-fenced/said"),
    ):
        with pytest.raises(InvalidValueError, match="fenced"):
            _facet(name, event, kind)


def test_no_module_outside_names_anything_of_the_room() -> None:
    """The contract of layers sees modules; this sees what packages hand on."""
    names = set(mediation.__all__)
    assert names <= set(practice.__all__)
    home = ROOT / "src" / "legalcase" / "practice"
    allowed = {
        home / "rooms.py",
        home / "settlement" / "__init__.py",
    }
    for path in (ROOT / "src" / "legalcase").rglob("*.py"):
        if home / "settlement" / "mediation" in path.parents or path in allowed:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        used = {one.id for one in ast.walk(tree) if isinstance(one, ast.Name)}
        used |= {one.attr for one in ast.walk(tree) if isinstance(one, ast.Attribute)}
        for one in ast.walk(tree):
            if isinstance(one, ast.ImportFrom):
                used |= {each.name for each in one.names}
        assert used & names == set(), path


def test_only_whether_there_is_an_agreement_can_be_told() -> None:
    """And only where a rule lets it be."""
    report = mediation_report(MADE.file.case, "med")
    assert str(report) == "An agreement was reached (Cal. Evid. Code § 1121)."
    assert found_in(told(report)) == set()
    day: dict[str, Any] = {"happened_on": DAY}
    for rule in ("us-ca/fam/3177", "us/28-usc/652(d)"):
        begun = evolve(BEGUN, confidentiality=rule, by_order=None)
        file = stage().record(begun, by="x", at=NOON)
        with pytest.raises(InvalidValueError, match="does not say"):
            mediation_report(file.case, "med")
    open_ = stage().record(evolve(BEGUN, by_order=None), by="x", at=NOON)
    with pytest.raises(InvalidValueError, match="has not ended"):
        mediation_report(open_.case, "med")
    ended = MediationEnded(mediation_id="med", outcome="no-agreement", **day)
    none = open_.record(ended, by="x", at=NOON)
    assert not mediation_report(none.case, "med").is_agreed
    with pytest.raises(LegalCaseError, match="rule of mediation"):
        mediation_report(
            stage()
            .record(
                evolve(BEGUN, confidentiality="house/none", by_order=None),
                by="x",
                at=NOON,
            )
            .case,
            "med",
        )


def test_a_label_never_opens_it() -> None:
    """A line for everybody is not wider there."""
    from legalcase.kernel import Draft, Label

    wide = Draft(evolve(BEGUN, by_order=None), label=Label(audience="public"))
    case = stage().record(wide, by="x", at=NOON).case
    assert isinstance(wide.event, MediationBegun)
    assert case[MEDIATION].mediations["med"].label.audience == "owner"
    assert isinstance(case, Case)


def test_what_cannot_happen_in_a_mediation() -> None:
    """A session has one day; a thing ends once; the tables say where each stands."""
    with pytest.raises(MissingInputError, match="has no day"):
        MediationSessionSet(session_id="s", mediation_id="m", happened_on=DAY)
    with pytest.raises(ConflictingInputError, match="its day moves"):
        MediationSessionSet(
            session_id="s",
            mediation_id="m",
            hearing_id="trial",
            day=DAY,
            happened_on=DAY,
        )
    room = MADE.file.case[MEDIATION]
    stands = {
        tracked.lifecycle.noun: dict(tracked.standing(room))
        for tracked in MEDIATION.tracks
    }
    assert stands == {
        "mediation": {"med": "ended"},
        "mediation-session": {"first": "held", "second": "not-held"},
        "mediation-proposal": {"house": "countered"},
    }
    for event in MADE.events[3:]:
        if isinstance(event, MediationNoteTaken):
            continue
        with pytest.raises((IllegalTransitionError, InvalidValueError)) as caught:
            MADE.file.record(event, by="x", at=NOON)
        assert found_in(str(caught.value)) == set()


def test_what_belongs_to_another_mediation_is_refused() -> None:
    """A session is one of its own, and nothing new happens when all is over."""
    first = evolve(BEGUN, by_order=None)
    day: dict[str, Any] = {"happened_on": DAY}
    file = stage().record(
        first,
        evolve(first, mediation_id="other"),
        MediationSessionSet(session_id="s", mediation_id="med", day=DAY, **day),
        by="x",
        at=NOON,
    )
    proposal = MediationProposalMade(
        proposal_id="p", mediation_id="other", session_id="s", terms="T", **day
    )
    note = MediationNoteTaken(
        note_id="n", mediation_id="other", session_id="s", text="T", **day
    )
    for misfiled in (proposal, note):
        with pytest.raises(InvalidValueError, match="one of the mediation 'med'"):
            file.record(misfiled, by="x", at=NOON)
        file.record(evolve(misfiled, mediation_id="med"), by="x", at=NOON)
    ended = MediationEnded(mediation_id="med", outcome="no-agreement", **day)
    over = file.record(ended, by="x", at=NOON)
    later = NOON.replace(month=9)
    late: tuple[Event, ...] = (
        MediationSessionSet(session_id="t", mediation_id="med", day=DAY, **day),
        MediationSessionHeld(session_id="s", **day),
        evolve(proposal, mediation_id="med"),
    )
    for event in late:
        # What happened in it can become known when it is over.
        over.record(event, by="x", at=later)
        after = evolve(event, happened_on=later.date())
        file.record(after, by="x", at=later)
        with pytest.raises(InvalidValueError, match="'med' ended on 2026-06-03"):
            over.record(after, by="x", at=later)
    kept = evolve(note, mediation_id="med", happened_on=later.date())
    assert len(over.record(kept, by="x", at=later).case[MEDIATION].notes) == 1
