"""A store is copied by a program without a room in which something was corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from case_files import DAY, NOON
from legalcase.errors import InvalidValueError
from legalcase.kernel import Retracted
from legalcase.ports import CaseQuery, LineQuery
from legalcase.practice import MEDIATION, MODEL
from legalcase.storage import MemoryStore, SqliteStore, copy_store
from practice_samples import SAMPLES, stage

if TYPE_CHECKING:
    from pathlib import Path


def _filled(store: Any) -> Any:
    file = stage().record(*SAMPLES["mediation"], by="lead", at=NOON)
    note = next(one for one in file.log if one.kind.endswith("note-taken"))
    file = file.correct(
        note.event_id, text="secondwording", ground="wrong", by="lead", at=NOON
    )
    file = file.retract(note.event_id, ground="entered-in-error", by="lead", at=NOON)
    with store.begin(by="lead") as work:
        work.save(file)
        work.commit()
    return file


def test_it_is_the_same_for_whoever_knows_the_room(tmp_path: Path) -> None:
    """Through two stores of a program without it, and by no word of it there."""
    with (
        SqliteStore(tmp_path / "a.db", model=MODEL) as first,
        MemoryStore() as second,
        SqliteStore(tmp_path / "c.db", model=MODEL) as third,
    ):
        file = _filled(first)
        copy_store(first, second)
        copy_store(second, third)
        assert not second.verify()
        assert third.heads() == first.heads()
        with second.read() as reader:
            for query in (LineQuery(text="secondwording"), CaseQuery(text="pension")):
                assert not reader.find(query).rows
        with third.read() as reader:
            assert reader.get("roe")[MEDIATION] == file.case[MEDIATION]


def test_a_new_correction_of_it_is_refused_there(tmp_path: Path) -> None:
    """Only what stands in a store already was made by whoever knew the room."""
    with SqliteStore(tmp_path / "a.db", model=MODEL) as first, MemoryStore() as second:
        file = _filled(first)
        copy_store(first, second)
        last = len(file.log)
        wrong = Retracted(event_id=file.log[last - 3].event_id, ground="wrong")
        assert file.log[last - 3].kind.startswith("practice-fenced/")
        line = evolve(file.log[-1], number=last + 1, event_id="another", event=wrong)
        with second.begin(by="x") as work, pytest.raises(InvalidValueError) as caught:
            work.append([line], expected={"case:roe": last})
        assert "does not know" in str(caught.value)
        assert DAY.isoformat() not in str(caught.value)
