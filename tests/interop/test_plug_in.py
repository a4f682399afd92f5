"""A room of another package: installed, and removed, with nothing lost and no harm."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from acme_legal.safety.checks import in_danger, unscreened
from acme_legal.safety.events import Answer, SafetyPlanMade, SafetyScreened
from acme_legal.safety.facet import SAFETY

from house import ROOT
from legalcase.codec.log.lines import line_of, line_text
from legalcase.errors import (
    CorrectionRefusedError,
    InvalidTypeError,
    InvalidValueError,
    UnknownEventError,
    UnknownNameError,
)
from legalcase.kernel import Draft, Label, Ref, UnknownEvent
from legalcase.model import (
    Case,
    CaseFile,
    CaseOpened,
    DeadlineSet,
    DeadlineTerms,
    Model,
    NoteAdded,
    Ordered,
    PartyJoined,
    PartyLeft,
)
from legalcase.storage import MemoryStore, SqliteStore
from legalcase.testing import FixedIds

if TYPE_CHECKING:
    from pathlib import Path

    from legalcase.kernel import Recorded

DAY = date(2026, 6, 3)
NOON = datetime(2026, 6, 3, 12, tzinfo=UTC)
WITH = Model.core().with_facets(SAFETY)
KINDS = ("acme-legal/safety-screened", "acme-legal/safety-plan-made")


def _joined(name: str, *, is_client: bool) -> PartyJoined:
    return PartyJoined(
        party_id=name,
        name=name.title(),
        roles=("petitioner" if is_client else "respondent",),
        is_client=is_client,
        happened_on=DAY,
    )


def _file(model: Model = WITH) -> CaseFile:
    """A case in which lines of the room stand between those of the core."""
    opened = CaseOpened(caption="Marriage of Doe", number="1", happened_on=DAY)
    ids = FixedIds()
    file = CaseFile.open(
        opened, case_id="doe", by="clerk", at=NOON, model=model, ids=ids
    )
    basis = Ordered(due=date(2026, 7, 1), authority="Order no. 3")
    terms = DeadlineTerms(title="Disclosure", basis=basis, owed_by=("mother",))
    return file.record(
        _joined("mother", is_client=True),
        _joined("father", is_client=False),
        Draft(
            SafetyScreened(
                screening_id="s-1",
                party_id="mother",
                result="danger",
                answers=(Answer("Are you safe?", 3), Answer("Is he armed?", 4)),
                happened_on=DAY,
            ),
            event_id="screening",
        ),
        DeadlineSet(deadline_id="disclosure", terms=terms, happened_on=DAY),
        Draft(
            SafetyPlanMade(screening_id="s-1", happened_on=DAY),
            label=Label(audience="owner"),
        ),
        PartyLeft(party_id="father", happened_on=DAY),
        by="clerk",
        at=NOON,
    )


def _core(case: Case) -> dict[str, Any]:
    return {
        facet.name: case[facet] for facet in Model.core().facets if facet is not SAFETY
    }


def _stored(file: CaseFile) -> list[str]:
    return [line_text(line, file.case.folded.model) for line in file.log]


def _without(texts: list[str]) -> list[Recorded]:
    """The lines as a program reads them that does not have the package."""
    return [line_of(text) for text in texts]


def test_the_room_is_a_room_like_those_of_the_core() -> None:
    """State, references, label, a kind of the core that it hears, questions over it."""
    file = _file()
    screening = file.case[SAFETY].screenings["s-1"]
    assert (screening.score, screening.has_plan) == (7, True)
    assert screening.label.audience == "firm"
    assert in_danger(file.case) == ()
    assert unscreened(file.case) == ()
    assert in_danger(file.as_of(known_at=4)) == ("mother",)
    assert unscreened(file.as_of(known_at=2)) == ("mother",)
    gone = file.record(
        PartyLeft(party_id="mother", happened_on=DAY), by="clerk", at=NOON
    )
    assert gone.case[SAFETY].screenings["s-1"].is_over
    for one in (
        SafetyScreened(screening_id="s-2", party_id="nobody", happened_on=DAY),
        SafetyPlanMade(screening_id="s-9", happened_on=DAY),
    ):
        with pytest.raises(UnknownNameError):
            file.record(one, by="clerk", at=NOON)
    again = SafetyScreened(screening_id="s-1", party_id="mother", happened_on=DAY)
    with pytest.raises(InvalidValueError, match="'s-1' is there already"):
        file.record(again, by="clerk", at=NOON)


def test_who_may_see_a_line_of_the_room_its_kind_says() -> None:
    """A label on the line goes before; a model without the room knows of none."""
    file = _file()
    screened, planned = (file.log[number - 1] for number in (4, 6))
    assert WITH.label_of(screened) == Label(audience="firm", ground="privacy")
    assert WITH.label_of(planned) == Label(audience="owner")
    assert Model.core().label_of(screened) is None
    assert WITH.label_of(file.log[0]) == Label(audience="public")


def test_removed_the_log_reads_and_the_core_is_equal() -> None:
    """`case.unread` names what was passed over, and no more is missing."""
    file = _file()
    case = Case.from_events(_without(_stored(file)))
    assert case.unread == KINDS
    assert _core(case) == _core(file.case)
    assert case.version == file.case.version
    assert case.agenda() == file.case.agenda()
    assert file.case.unread == ()
    with pytest.raises(InvalidTypeError, match="no room 'acme-legal/safety'"):
        case[SAFETY]


def test_removed_nothing_is_lost_to_the_byte() -> None:
    """Read without the room, and written: the same text; read with it: the same."""
    file = _file()
    stored = _stored(file)
    lines = _without(stored)
    assert [line_text(line) for line in lines] == stored
    assert [type(line.event) for line in lines].count(UnknownEvent) == len(KINDS)
    again = [line_of(line_text(line), WITH) for line in lines]
    assert CaseFile.of_log(again, model=WITH).case == file.case
    # Whoever has the room and forgets it is told, and nothing is passed over.
    with pytest.raises(InvalidTypeError, match="No room of this model knows"):
        CaseFile.of_log(again)


def test_removed_the_case_goes_on_and_the_room_finds_what_it_missed() -> None:
    """What is recorded without the room, with references to its lines, it hears."""
    plain = CaseFile.of_log(_without(_stored(_file())))
    plain = plain.record(
        NoteAdded(
            note_id="n-1",
            text="Asked for it.",
            about=(Ref("event", "screening"), Ref("acme-legal/screening", "s-1")),
            happened_on=DAY,
        ),
        PartyLeft(party_id="mother", happened_on=DAY),
        by="clerk",
        at=NOON,
    )
    texts = [line_text(line) for line in plain.log]
    whole = Case.from_events([line_of(text, WITH) for text in texts], model=WITH)
    assert whole[SAFETY].screenings["s-1"].is_over
    assert _core(whole) == _core(plain.case)


def test_a_correction_of_its_line_is_passed_over_as_the_line_is() -> None:
    """It cannot be read without the room, and brings no kind of its own."""
    file = _file().correct(
        "screening", result="concern", ground="form read again", by="clerk", at=NOON
    )
    assert file.log[-1].ancillary
    assert file.case[SAFETY].screenings["s-1"].result == "concern"
    stored = _stored(file)
    case = Case.from_events(_without(stored))
    assert case.unread == KINDS
    assert _core(case) == _core(file.case)
    assert [line_text(line) for line in _without(stored)] == stored
    again = [line_of(text, WITH) for text in stored]
    assert Case.from_events(again, model=WITH) == file.case


def test_a_retraction_of_its_line_reads_without_it() -> None:
    """The line is left out in both; what rests on it has to go in the same act."""
    file = _file()
    with pytest.raises(CorrectionRefusedError, match="acme-legal/safety-plan-made"):
        file.retract("screening", ground="another", by="clerk", at=NOON)
    plan = file.log[5].event_id
    file = file.retract("screening", plan, ground="another", by="clerk", at=NOON)
    assert len(file.case[SAFETY].screenings) == 0
    case = Case.from_events(_without(_stored(file)))
    assert _core(case) == _core(file.case)


def test_its_lines_cannot_be_corrected_by_whoever_does_not_have_it() -> None:
    """Nobody puts something in the place of what they cannot read."""
    plain = CaseFile.of_log(_without(_stored(_file())))
    with pytest.raises(InvalidValueError, match="does not know"):
        plain.retract("screening", ground="another", by="clerk", at=NOON)


def test_a_kind_of_ours_that_is_not_known_is_never_passed_over() -> None:
    """Only those with a prefix are: a newer kind of the core can be what matters."""
    stored = _stored(_file())
    newer = stored[3].replace("acme-legal/safety-screened", "safety-screened")
    newer = newer.replace('"ancillary":true,', "")
    with pytest.raises(UnknownEventError, match="may not pass over"):
        Case.from_events(_without([*stored[:3], newer]))


@pytest.mark.parametrize("kind", [MemoryStore, SqliteStore])
def test_a_store_with_the_room_keeps_what_a_store_without_it_reads(
    kind: Any, tmp_path: Path
) -> None:
    """Saved with it; read, gone on with and saved without it; read with it."""
    path = (tmp_path / "cases.db",) if kind is SqliteStore else ()
    store = kind(*path, model=WITH)
    file = _file()
    with store.begin() as work:
        work.save(file)
        work.commit()
    if kind is MemoryStore:  # there is no second door to what it keeps
        with store.begin() as work:
            assert work.get("doe") == file.case
        return
    store.close()
    before = _stored(file)
    without = SqliteStore(*path)
    with without.begin() as work:
        found = work.file("doe")
        assert found.case.unread == KINDS
        assert _core(found.case) == _core(file.case)
        note = NoteAdded(note_id="n-1", text="Called.", happened_on=DAY)
        work.save(found.record(note, by="clerk", at=NOON))
        work.commit()
    assert without.verify() == ()
    without.close()
    again = SqliteStore(*path, model=WITH)
    with again.begin() as work:
        back = work.file("doe")
    assert again.verify() == ()
    again.close()
    assert [line.text for line in back.log[:-1]] == before
    assert back.case[SAFETY] == file.case[SAFETY]
    assert "n-1" in back.case.notes


def test_removed_means_that_python_does_not_find_it(tmp_path: Path) -> None:
    """A program without the package on its path reads the file all the same."""
    store = SqliteStore(tmp_path / "cases.db", model=WITH)
    with store.begin() as work:
        work.save(_file())
        work.commit()
    store.close()
    program = (
        "import importlib.util, sys\n"
        "from legalcase.storage import SqliteStore\n"
        "assert importlib.util.find_spec('acme_legal') is None\n"
        "store = SqliteStore(sys.argv[1])\n"
        "with store.begin() as work:\n"
        "    case = work.get('doe')\n"
        "store.close()\n"
        "print(case.version, *case.unread, *case.deadlines.ids())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "cases.db")],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )
    assert (done.stderr, done.returncode) == ("", 0)
    assert done.stdout.split() == ["7", *KINDS, "disclosure"]


def test_a_file_with_the_room_is_pickled_by_who_has_it() -> None:
    """A case goes to another process, and its room is the same object there."""
    file = _file()
    again = pickle.loads(pickle.dumps(file.case))
    assert again == file.case
    assert again[SAFETY] == file.case[SAFETY]
