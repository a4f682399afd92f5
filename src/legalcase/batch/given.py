"""What is given by name to be asked: whether `compute` takes it, and a copy to keep."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping
from typing import Any, Final

from legalcase.dates import DateRange
from legalcase.errors import ConflictingInputError, UnknownNameError
from legalcase.law.lawbook import Law

__all__ = ["check_names", "kept"]

_ANCHORS: Final = ("after", "before", "extending")
#: What `compute` takes by name, the question and its anchors excepted.
_NAMES: Final = tuple(
    name
    for name, parameter in inspect.signature(Law.compute).parameters.items()
    if parameter.kind is inspect.Parameter.KEYWORD_ONLY and name not in _ANCHORS
)
_KIND: Final = "argument of compute"
#: Of what `compute` takes, what holds several things; and what is one though it could
#: be gone through.
_SEVERAL: Final = ("facts", "readings", "legal_holidays", "inaccessible", "suspensions")
_OF_ONE: Final = (str, bytes, DateRange)


def check_names(given: Mapping[str, object], *ours: str) -> None:
    """Raise what is wrong with names that are given to be asked, `ours` excepted."""
    for name in given:
        if name in _ANCHORS:
            msg = (
                f"There is no {name}= here: the column holds these days. Leave it out; "
                "of a bare period, direction='after' or 'before' says which way."
            )
            raise ConflictingInputError(msg, field=name, value=None)
        if name not in _NAMES and name not in ours:
            raise UnknownNameError.among(_KIND, name, (*_NAMES, *ours))


def kept(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was given, in copies: each row asks again, and asks the same.

    A list or a mapping that the caller changes later is not what was asked, and an
    iterator would be at its end after the first day.
    """
    copied = dict(given)
    for name in _SEVERAL:
        value = given.get(name)
        if isinstance(value, Mapping):
            copied[name] = dict(value)
        elif isinstance(value, Iterable) and not isinstance(value, _OF_ONE):
            copied[name] = tuple(value)
    return copied
