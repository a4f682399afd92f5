"""What a store is opened with: refused at once where it is wrong, and never shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.ports import CaseQuery, DueQuery
from legalcase.storage import MemoryStore, SqliteStore, open_store
from store_samples import new_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SECRET = "canary-4471"  # noqa: S105 - nobody's password


@pytest.mark.parametrize(
    "address",
    [
        f"host=localhost password={SECRET} dbname=firm",
        f"host=localhost password=a:{SECRET} dbname=firm",
        f"host=localhost password={SECRET}:a dbname=firm",
        f"//user:{SECRET}@host/firm",
        f"user {SECRET}://host/firm",
    ],
)
def test_an_address_that_may_hold_a_password_is_not_shown(address: str) -> None:
    """Only what can be the word before the colon is."""
    with pytest.raises(InvalidValueError) as found:
        open_store(address)
    assert SECRET not in str(found.value)
    assert str(found.value).startswith("This address names no kind of store.")


@pytest.mark.parametrize("address", ["", "firm.db", ":memory:", "./firm.db"])
def test_whoever_passes_a_path_is_told_how_to_write_it(address: str) -> None:
    """A file has an address as well."""
    with pytest.raises(InvalidValueError, match=r"a file is 'sqlite:///cases\.db'"):
        open_store(address)


@pytest.mark.parametrize("given", [b"k" * 32, "a key", MemoryStore])
@pytest.mark.parametrize("name", ["model", "sealer"])
def test_what_seals_nothing_and_what_models_nothing(
    tmp_path: Path, name: str, given: Any
) -> None:
    """It is refused when the store is opened, before a file is made."""
    path = tmp_path / "firm.db"
    how = {name: given}
    opening: tuple[Callable[[], object], ...] = (
        lambda: MemoryStore(**how),
        lambda: SqliteStore(path, **how),
    )
    for act in opening:
        with pytest.raises(InvalidTypeError, match=f"{name} needs a ") as found:
            act()
        assert repr(given) not in str(found.value)
    assert not path.exists()


def test_a_cursor_of_the_other_sort_says_which_is_wanted() -> None:
    """Who passed a position is not told to pass a position."""
    with MemoryStore() as store:
        for name in ("doe", "roe"):
            file = new_file(name)
            with store.begin() as work:
                work.save(file)
                work.commit()
        with store.read() as reader:
            page = reader.find(CaseQuery(), limit=1)
            assert page.next is not None
            with pytest.raises(InvalidValueError) as found:
                reader.find(CaseQuery(), after=page.position)
            assert "Pass page.next of the page before, of the" in str(found.value)
            assert "position" not in str(found.value)
            with pytest.raises(InvalidValueError, match=r"Pass page\.position of any"):
                reader.changes_since(page.next)
            with pytest.raises(InvalidValueError, match="a cursor of another query"):
                reader.find(DueQuery(), after=page.next)
            changes = reader.changes_since(None, limit=1)
            assert reader.changes_since(changes.next).rows != changes.rows
