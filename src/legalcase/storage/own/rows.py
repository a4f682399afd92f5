"""Rows of a list of others: what it says of a case, as texts, and what binds them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from json import loads
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from legalcase.codec.text.json_text import canonical, has_halves
from legalcase.errors import DecodeError, StorageError
from legalcase.ports.rows import ProjectedRow
from legalcase.storage.projecting.flat.columns import digested

if TYPE_CHECKING:
    from legalcase.model.case import Case
    from legalcase.storage.own.registering import Registered

__all__ = ["Key", "OwnRow", "is_whole", "projected_row", "rows_of"]

#: Of a row: the list in which it stands, and its key.
Key = tuple[str, str]

#: An index of a database holds about 2,700 bytes.
_LONGEST_KEY: Final = 500
#: What lies deeper is no row: somebody would have to read it.
_DEEPEST: Final = 100
#: What no table of every kind can hold.
_NO_KEY: Final = re.compile("[\0\ud800-\udfff]")


class OwnRow(NamedTuple):
    """A row as it is stored: in which list, by which key, as which text."""

    projection: str
    key: str
    body: str
    digest: bytes

    def __repr__(self) -> str:
        """Return in which list it stands, and nothing of it."""
        return f"<OwnRow of {self.projection!r}>"


def _digest(projection: str, stream: str, key: str, body: str) -> bytes:
    return digested("own-row-1", (projection, stream, key, body))


def rows_of(
    projection: Registered, case: Case, stream: str, called: str
) -> dict[Key, OwnRow]:
    """Return what a list of others says of a case, each row bound to its place.

    Raises `StorageError` where it says something that is no plain data, or nothing:
    with the name of the list and how the case is `called`, and no word of either.
    """
    why = "gave what is no plain data"
    try:
        given = projection.rows(case)
    except Exception as error:  # noqa: BLE001 - of others: whatever it is, it is theirs
        why = f"raised {type(error).__name__}"
    else:
        found = _read(projection.name, stream, given)
        if found is not None:
            return found
    # Outside the handler: what was raised there can hold what is stored.
    msg = (
        f"The projection {projection.name!r} {why} for {called}. Mend it, or open the "
        "store without it."
    )
    raise StorageError(msg)


def _read(name: str, stream: str, given: Any) -> dict[Key, OwnRow] | None:
    """Return rows as texts; ``None`` for what would not come back as it was given."""
    found: dict[Key, OwnRow] = {}
    try:
        for key, data in given.items():
            if not _is_key(key) or not isinstance(data, Mapping):
                return None
            body = canonical(dict(data))
            if has_halves(body) or not _is_same(loads(body), dict(data)):
                return None
            found[name, key] = OwnRow(name, key, body, _digest(name, stream, key, body))
    except Exception:  # noqa: BLE001 - what others give can raise anything
        return None
    return found


def _is_key(key: object) -> bool:
    return (
        type(key) is str and 1 <= len(key) <= _LONGEST_KEY and not _NO_KEY.search(key)
    )


def _is_same(one: Any, other: Any, depth: int = 0) -> bool:
    """Tell whether two values are equal, of the same types throughout, and not deep."""
    if type(one) is not type(other) or depth > _DEEPEST:
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(
            _is_same(value, other[key], depth + 1) for key, value in one.items()
        )
    if isinstance(one, list):
        return len(one) == len(other) and all(
            _is_same(*pair, depth + 1) for pair in zip(one, other, strict=True)
        )
    return bool(one == other)


def is_whole(row: OwnRow, stream: str) -> bool:
    """Tell whether a row is as it was stored, where it was stored."""
    return row.digest == _digest(row.projection, stream, row.key, row.body)


def projected_row(row: OwnRow, stream: str) -> ProjectedRow:
    """Return a row as it was given; raises `DecodeError` for what is not as stored."""
    case_id = stream.partition(":")[2]
    if not is_whole(row, stream):
        msg = (
            f"A row of {row.projection!r} of case {case_id!r} is not what was stored. "
            "Call rebuild() on the store."
        )
        raise DecodeError(msg, problems=(("$.rows", "is not what was stored"),))
    return ProjectedRow(case_id, row.key, loads(row.body))
