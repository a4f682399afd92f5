"""`legalcase store conflicts`: who stands in any case of a store."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from cli.running import answered, ran, squeezed, too_wide
from conflict_cases import case, entry, link, party
from legalcase.practice import MODEL
from legalcase.storage import SqliteStore, save

if TYPE_CHECKING:
    from pathlib import Path

HERE = "sqlite:///firm.db"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test in a folder of its own, with a client and the spouse of the client."""
    monkeypatch.chdir(tmp_path)
    with SqliteStore("firm.db", model=MODEL) as store, store.begin() as work:
        save(
            work,
            entry("person:1", "Client One"),
            entry("person:2", "Other Two", link("spouse-of", "person:1")),
            case("m-1", party("us", "plaintiff", "person:1", is_client=True)),
        )
        work.commit()


def asked(*given: str) -> str:
    """What the command answers."""
    return answered("store", "conflicts", HERE, *given, "--on", "2026-06-03")


def test_a_table_of_all_who_matched() -> None:
    """By id, by a like name, over a relation; at 80 columns."""
    said = asked("person:2=adverse", "Klient One")
    assert too_wide(said) == []
    assert "what we owe to another may" in squeezed(said)
    assert "same person?" in squeezed(said)
    assert "A person decides." in said


def test_nobody_is_no_promise() -> None:
    """Nothing found says where was searched."""
    said = squeezed(asked("Quite Different"))
    assert "Searched 1 case" in said
    assert "0 matched" in said


def test_as_json() -> None:
    """Each match as a row; fewer steps, fewer matches."""
    found = json.loads(asked("person:2=adverse", "--format", "json"))
    (row,) = found["matches"]
    assert (row["matter"], row["rules"]) == ("m-1", ["material-limitation"])
    none = json.loads(asked("person:2", "--depth", "0", "--format", "json"))
    assert none["matches"] == []


def test_a_matter_that_is_there() -> None:
    """Both sides of one case."""
    said = asked("person:1=adverse", "--matter", "m-1", "--format", "json")
    assert json.loads(said)["matches"][0]["rules"] == ["same-proceeding"]


def test_what_cannot_be_asked_is_refused() -> None:
    """A role that there is not; an id that is not there."""
    done = ran("store", "conflicts", HERE, "A=enemy", "--on", "2026-06-03")
    assert done.status == 2
    assert "'enemy' is nothing that somebody can be" in squeezed(done.err)
    done = ran("store", "conflicts", HERE, "person:99", "--on", "2026-06-03")
    assert done.status == 1
    assert "person:99" in done.err
