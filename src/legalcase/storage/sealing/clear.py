"""What of a sealed line stays in clear: some columns of what is due, and some tags."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.near import either

__all__ = ["COLUMNS", "check_clear", "tags_in_clear"]

#: What an agenda is asked by. Nothing else can be left in clear.
COLUMNS: Final = frozenset({"due", "status", "assignee"})

#: Tags that stay: the kind, and ids. All others go, also those that nobody thought of.
_NOUNS: Final = frozenset({"kind", "party", "case", "person", "organization", "agency"})


def tags_in_clear(tags: Iterable[str]) -> tuple[str, ...]:
    """Return the tags by which a sealed line may still be found, in their order.

    Those are its kind, and ids of parties, cases and entries of the directory, which
    say as much as whoever gave them put into them. What names the matter to others
    goes: docket numbers, courts, digests of documents, and every tag of another noun.
    Raises `InvalidTypeError`.

    >>> tags_in_clear(("court:cand", "kind:filed", "number:3:26-cv-1", "party:p-1"))
    ('kind:filed', 'party:p-1')
    """
    return tuple(tag for tag in _checked(tags) if tag.partition(":")[0] in _NOUNS)


def _checked(tags: object) -> tuple[str, ...]:
    if isinstance(tags, Iterable) and not isinstance(tags, str):
        listed = tuple(tags)
        found = tuple(tag for tag in listed if type(tag) is str)
        if found == listed:
            return found
    msg = "tags needs the tags of a line, texts in a tuple. Pass ('kind:filed',)."
    raise InvalidTypeError(msg, field="tags", value=None)


def check_clear(clear: object) -> frozenset[str]:
    """Return the columns that stay in clear; refuse others than those of `COLUMNS`.

    Raises `InvalidTypeError` and `InvalidValueError`.
    """
    known = either(tuple(sorted(COLUMNS)))
    if isinstance(clear, str) or not isinstance(clear, Iterable):
        msg = (
            f"clear needs a set of columns, not {type(clear).__name__}. Pass "
            "frozenset({'due'}), or frozenset() to leave none in clear."
        )
        raise InvalidTypeError(msg, field="clear", value=None)
    found = frozenset(clear)
    if not found <= COLUMNS:
        msg = f"A column that cannot stay in clear was given. Choose among {known}."
        raise InvalidValueError(msg, field="clear", value=None)
    return found
