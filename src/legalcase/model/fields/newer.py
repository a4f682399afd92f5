"""What a newer version of a declaration may change: it only adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.errors import DeclarationError
from legalcase.kernel.events.label import stricter

if TYPE_CHECKING:
    from legalcase.model.fields.declaration import Declaration, DeclaredField

__all__ = ["check_newer"]


def check_newer(newer: Declaration, older: Declaration) -> None:
    """See that what an older version recorded is read by a newer one.

    That one may add fields and choices, call a field otherwise, and let fewer people
    see it. Raises `DeclarationError` with all problems at once.
    """
    problems = []
    if newer.room != older.room:
        problems.append(("$.room", f"was {older.room!r}. Leave it as it was."))
    if newer.version <= older.version:
        what = f"is not newer than {older.version}. Count it up."
        problems.append(("$.version", what))
    now = {each.name: each for each in newer.fields}
    for old in older.fields:
        problems += _changed(now.get(old.name), old)
    if problems:
        raise DeclarationError.of(problems)


def _changed(new: DeclaredField | None, old: DeclaredField) -> list[tuple[str, str]]:
    path = f"$.field.{old.name}"
    if new is None:
        what = "is gone, and cases have it. Leave it, under another title perhaps."
        return [(path, what)]
    found = []
    if new.type != old.type:
        what = f"was {old.type!r}. Declare another field for the other type."
        found.append((f"{path}.type", what))
    gone = [choice for choice in old.choices if choice not in new.choices]
    if gone and new.type == old.type:
        what = f"lost {', '.join(map(repr, gone))}, which cases have. Leave it there."
        found.append((f"{path}.choices", what))
    if stricter(new.label, old.label) != new.label:
        what = (
            f"lets more people see it than {old.label.audience!r}. Leave it as it was."
        )
        found.append((f"{path}.label", what))
    return found
