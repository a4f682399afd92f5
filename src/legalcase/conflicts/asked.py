"""Asked: about whom a check for conflicts is made, and what they would be to us."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from legalcase.errors import (
    ConflictingInputError,
    InvalidTypeError,
    InvalidValueError,
    MissingInputError,
    UnknownNameError,
)
from legalcase.kernel.checks import check_id, check_text, one_of, optional
from legalcase.plain_data import PlainData
from legalcase.practice.conflict_checks.checking import STANCES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.directory.directory import Directory

__all__ = ["NOUNS", "Asked", "asked_of"]

#: How ids of the directory begin.
NOUNS: Final = ("person:", "organization:", "agency:")


def _check_marks(_: object, __: object, value: object) -> None:
    if not isinstance(value, tuple) or not all(
        isinstance(one, tuple) and len(one) == 2 and all(map(_is_text, one))  # noqa: PLR2004 - a pair
        for one in value
    ):
        msg = (
            "identifiers needs pairs of what sort a number is and which. Pass "
            "(('lei', '…'),), say."
        )
        raise InvalidTypeError(msg, field="identifiers", value=None)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value)


@frozen(kw_only=True)
class Asked(PlainData):
    """One of those of whom it is asked: by id of the directory, by name, or by both.

    `stance` is what they would be to us in the matter, a word of `STANCES`:
    ``"client"``, ``"adverse"``, ``"witness"``, ``"expert"``, ``"counsel"``,
    ``"neutral"``, ``"member"`` (of us: a lawyer who joins), ``"other"``, or
    ``"unknown"``, which is looked at as if they were adverse. `identifiers` are pairs
    of what sort a number is and which. Raises `MissingInputError` for nobody.
    """

    who: str | None = field(default=None, validator=optional(check_id))
    name: str | None = field(default=None, repr=False, validator=optional(check_text))
    stance: str = field(default="unknown", validator=one_of(STANCES))
    identifiers: tuple[tuple[str, str], ...] = field(
        default=(), repr=False, validator=_check_marks
    )

    def __attrs_post_init__(self) -> None:
        """Refuse nobody."""
        if self.who is None and self.name is None:
            msg = (
                "Nobody is asked about. Pass who=, an id of the directory, name=, or "
                "both."
            )
            raise MissingInputError(msg, field="who", value=None)

    @property
    def key(self) -> str:
        """The id, or the name where there is none."""
        return self.who or self.name or ""


def asked_of(
    people: Any,  # noqa: ANN401 - refused here
    roles: Any,  # noqa: ANN401 - refused here
    directory: Directory,
    *,
    strict: bool,
) -> tuple[Asked, ...]:
    """Return those of whom it is asked; `check` says what the rest means."""
    if isinstance(people, str | Asked):
        msg = (
            f"people needs several, not one {type(people).__name__}. Pass "
            "('person:9', 'Jane Roe'), say."
        )
        raise InvalidTypeError(msg, field="people", value=None)
    if roles is not None and not isinstance(roles, Mapping):
        msg = (
            f"roles needs a mapping, not {type(roles).__name__}. Pass "
            "{'person:9': 'client'}, say."
        )
        raise InvalidTypeError(msg, field="roles", value=None)
    stances: dict[str, str] = dict(roles or {})
    found: dict[str, Asked] = {}
    for one in _several(people):
        asked = one if isinstance(one, Asked) else _read(one, stances)
        if isinstance(one, Asked) and one.key in stances:
            msg = (
                "roles names somebody whose stance stands in Asked already. Say it "
                "once."
            )
            raise ConflictingInputError(msg, field="roles", value=None)
        if strict and asked.who is not None and asked.who.startswith(NOUNS):
            _in_directory(asked.who, directory)
        if asked.key in found:
            msg = "people names somebody twice. Name each once."
            raise InvalidValueError(msg, field="people", value=None)
        found[asked.key] = asked
    if not found:
        msg = "people is empty. Name those who would take part in the matter."
        raise MissingInputError(msg, field="people", value=None)
    unknown = [key for key in stances if key not in found]
    if unknown:
        msg = (
            f"roles names {len(unknown)} of whom it is not asked. Its keys are ids or "
            "names of people=."
        )
        raise InvalidValueError(msg, field="roles", value=None)
    return tuple(found.values())


def _several(people: Any) -> Iterable[object]:  # noqa: ANN401 - as above
    try:
        return tuple(people)
    except TypeError:
        msg = (
            f"people needs several ids, names or Asked, not {type(people).__name__}. "
            "Pass ('person:9', 'Jane Roe'), say."
        )
        raise InvalidTypeError(msg, field="people", value=None) from None


def _read(one: object, stances: Mapping[str, str]) -> Asked:
    if not isinstance(one, str):
        msg = (
            f"people has a {type(one).__name__}. Pass ids of the directory, names as "
            "texts, or Asked(…)."
        )
        raise InvalidTypeError(msg, field="people", value=None)
    stance = stances.get(one, "unknown")
    if one.startswith(NOUNS):
        return Asked(who=one, stance=stance)
    return Asked(name=one, stance=stance)


def _in_directory(who: str, directory: Directory) -> None:
    if who not in directory:
        near = tuple(one for one in directory.ids() if one.startswith(who[:8]))[:5]
        noun, hint = "entry", "Add it to the directory, or ask by name."
        raise UnknownNameError.of(noun, who, near, hint)
