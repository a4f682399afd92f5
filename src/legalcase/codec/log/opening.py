"""Opening an envelope: kind, schema and data, and the data in the newest schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.codec.migrations import MIGRATIONS, MoveError, migrated
from legalcase.codec.text.problems import decode_error
from legalcase.errors import SchemaTooNewError
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.codec.tables import Found

__all__ = ["opened", "too_new", "upgraded"]

_PARTS: Final[Mapping[str, tuple[type, str]]] = {
    "kind": (str, "text"),
    "schema": (int, "whole number"),
    "data": (dict, "object"),
}


def opened(
    envelope: object, unread: list[str] | None = None
) -> tuple[str, int, dict[str, Any]]:
    """Return kind, schema and data of an envelope; raises `DecodeError`."""
    problems = []
    if not isinstance(envelope, dict):
        raise decode_error([("$", "is no object with kind, schema and data")])
    for key, (kind, noun) in _PARTS.items():
        if key not in envelope:
            problems.append((f"$.{key}", "a required field is missing"))
        elif type(envelope[key]) is not kind:
            problems.append((f"$.{key}", f"is no {noun}"))
    extra = sorted(map(str, envelope.keys() - _PARTS.keys()))
    if unread is not None:
        unread += [f"$.{key}" for key in extra]
    elif extra:
        problems.append(("$", "has fields that this version does not know"))
    if type(envelope.get("schema")) is int and envelope["schema"] < 1:
        problems.append(("$.schema", "is less than 1"))
    if problems:
        raise decode_error(problems)
    return envelope["kind"], envelope["schema"], envelope["data"]


def too_new(name: str, schema: int, known: int) -> SchemaTooNewError:
    """Return the error for data that a newer version wrote."""
    msg = (
        f"The data is of schema {shown(schema)} of the kind {name!r}; this version "
        f"of legalcase knows {known}. Upgrade it; the data was left as it is."
    )
    problems = (("$.schema", "is newer than what this version knows"),)
    return SchemaTooNewError(msg, found=schema, known=known, problems=problems)


def upgraded(
    name: str, schema: int, data: Any, found: Found, path: str
) -> dict[str, Any]:
    """Return the data of a kind in the newest schema; raises `DecodeError`."""
    if not isinstance(data, dict):
        raise decode_error([(path, "is no object")])
    problem = (path, f"cannot be brought from schema {schema} to {found.known}")
    try:
        return migrated(name, schema, data, found.known, MIGRATIONS, found.since)
    except MoveError as error:
        problem = (f"{path}{error.path}", error.reason)
    except (LookupError, TypeError, ValueError, AttributeError):
        pass
    # Outside the handler: what stood in the data would be the context of the error.
    raise decode_error([problem])
