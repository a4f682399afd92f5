"""Scope: of which cases something holds, in one text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.directory.ids import entry_of
from legalcase.errors import InvalidValueError
from legalcase.kernel.checks import check_id

if TYPE_CHECKING:
    from attrs import Attribute

    from legalcase.access.subject import Subject

__all__ = ["check_scope", "covers", "said"]

_WORDS: Final = {
    "all": "all cases and the directory",
    "directory": "the directory",
    "own": "their own cases",
}
_PREFIXES: Final = ("case", "client", "court")
_check_entry = entry_of()


def check_scope(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse what does not say of which cases something holds."""
    check_id(_, attribute, value)
    scope, name = str(value), attribute.name
    if scope in _WORDS:
        return
    prefix, _colon, rest = scope.partition(":")
    if prefix not in _PREFIXES or not rest:
        msg = (
            f"{name} does not say of which cases. Write 'all', 'own', 'directory', "
            "'case:m-7', 'client:person:7' or 'court:us/cand'."
        )
        raise InvalidValueError(msg, field=name, value=scope)
    if prefix == "client":
        _check_entry(_, attribute, rest)


def covers(scope: str, person: str, subject: Subject) -> bool:
    """Tell whether a scope that was given to a person holds of a case or an entry."""
    if scope in ("all", subject.stream):
        return True
    if subject.is_entry:
        return scope == "directory"
    if scope.startswith("case:"):
        return False
    prefix, _colon, rest = scope.partition(":")
    if prefix == "own":
        return person in subject.team
    if prefix == "client":
        return rest in subject.clients
    return prefix == "court" and rest == subject.court


def said(scope: str) -> str:
    """Say in words of which cases it holds."""
    if scope in _WORDS:
        return _WORDS[scope]
    prefix, _colon, rest = scope.partition(":")
    return scope if prefix == "case" else f"the cases of {prefix} {rest}"
