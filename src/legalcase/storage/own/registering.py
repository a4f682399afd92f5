"""Registering: the projections that a store was given, checked."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from attrs import frozen

from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.shown import shown

__all__ = ["Registered", "registered"]

_NAME: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST: Final = 100
#: No file and no server has a larger number.
_LAST: Final = 2**31 - 1


@frozen
class Registered:
    """A projection as it was when a store was opened with it."""

    name: str
    version: int
    rows: Callable[[Any], Any]


def registered(projections: Any) -> tuple[Registered, ...]:
    """Return what a store was given as projections, each with a name of its own.

    Raises `InvalidTypeError` for what is none, and `InvalidValueError` for a name
    without a prefix or given twice, and for a version that is none.
    """
    if not isinstance(projections, tuple | list):
        msg = (
            f"projections needs a tuple, not {type(projections).__name__}. Write "
            "(Exhibits(),), with the comma."
        )
        raise InvalidTypeError(msg, field="projections", value=None)
    found: dict[str, Registered] = {}
    for each in projections:
        one = _registered(each)
        if one.name in found:
            msg = (
                f"Two projections are called {one.name!r}. Leave one out, or give it "
                "another name."
            )
            raise InvalidValueError(msg, field="projections", value=one.name)
        found[one.name] = one
    return tuple(found.values())


def _registered(projection: Any) -> Registered:
    name, version, rows = (
        getattr(projection, each, None) for each in ("name", "version", "rows")
    )
    if isinstance(projection, type) or not callable(rows):
        what = "a class" if isinstance(projection, type) else type(projection).__name__
        msg = (
            f"projections has {what} in it, which is no projection. Pass objects with "
            "name, version and rows(case)."
        )
        raise InvalidTypeError(msg, field="projections", value=None)
    if type(name) is not str or type(version) is not int:
        msg = (
            f"The name of a projection is text, not {type(name).__name__}, and its "
            f"version a number, not {type(version).__name__}. Say name = "
            "'acme/exhibits' and version = 1, say."
        )
        raise InvalidTypeError(msg, field="projections", value=None)
    if len(name) > _LONGEST or not _NAME.fullmatch(name):
        msg = (
            f"{shown(name)} is no name of a projection. Use words in lower case with "
            "your prefix before a slash, such as 'acme/exhibits'."
        )
        raise InvalidValueError(msg, field="projections", value=name)
    if not 1 <= version <= _LAST:
        msg = (
            f"The version of the projection {name!r} is {shown(version)}. Begin with "
            "1, and count on."
        )
        raise InvalidValueError(msg, field="projections", value=version)
    return Registered(name, version, rows)
