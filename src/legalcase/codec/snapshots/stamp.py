"""model_stamp: which program makes a snapshot, so that no other one takes it."""

from __future__ import annotations

import json
import re
import sys
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from legalcase.codec.snapshots.numbering import Writer
from legalcase.codec.snapshots.shapes import (
    Shape,
    Unfit,
    annotations_of,
    functions_of,
    packages_of,
    shape_of,
)
from legalcase.codec.snapshots.sources import sources_stamp

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.kernel import Facet, Model

__all__ = ["FORM", "model_stamp"]

#: Names the form of the text: another form gets another name.
FORM: Final = "legalcase-snapshot-1"
_NAME: Final = re.compile(r"[A-Za-z_]\w*")
_OURS: Final = "legalcase."


@lru_cache(maxsize=64)
def model_stamp(model: Model) -> str:
    """Return a digest of what folds: rooms, kinds, states, and version of the package.

    Of the states it digests names and types of the fields, of each class to which the
    rooms and their handlers lead. What is not of this package has no version here: its
    modules are digested as they are written, see `sources_stamp`.
    """
    shapes = sorted(_shapes(model), key=lambda shape: shape.where)
    said = [
        FORM,
        version("legalcase"),
        model.noun,
        _name(model.opens),
        [_room(model, facet) for facet in model.facets],
        [(shape.where, shape.stamp) for shape in shapes],
        _of_others(model, shapes),
    ]
    return sha256(json.dumps(said).encode()).hexdigest()


def _name(one: Any) -> str:
    module, name = (getattr(one, key, "") for key in ("__module__", "__qualname__"))
    return f"{module}:{name}"


def _room(model: Model, facet: Facet[Any]) -> list[Any]:
    rows = [
        [row.kind, row.schema, row.since, row.ancillary, repr(row.label)]
        for row in facet.rows
    ]
    classes = [[_name(row.event), _name(row.handler)] for row in facet.rows]
    hears = [[_name(heard.event), _name(heard.handler)] for heard in facet.hears]
    made_of = None
    if facet.made_of is not None:
        made_of = [_name(facet.made_of[0]), repr(facet.made_of[1])]
    elif not all(map(_is_as_written, functions_of(facet))):
        # Made by a program, of what nobody can see: another one each time.
        made_of = [str(uuid4())]
    rest = [_name(facet.corrected), made_of, _first(model, facet)]
    return [facet.name, rows, classes, hears, *rest]


def _is_as_written(function: Any) -> bool:
    """Tell whether a function is what its module says under its name, and no more."""
    module, _, name = _name(function).partition(":")
    found: Any = sys.modules.get(module)
    for part in name.split("."):
        found = getattr(found, "__dict__", {}).get(part)
    return found is function


def _first(model: Model, facet: Facet[Any]) -> list[Any]:
    """Return the state in which a room begins, as it would stand in a snapshot."""
    writer = Writer(packages_of(model))
    try:
        return writer.sections(writer.of(facet.first))
    except (Unfit, RecursionError):
        return [str(uuid4())]


def _shapes(model: Model) -> set[Shape]:
    """Return the shapes of the classes of which the states of the rooms can be."""
    found: dict[type, Shape] = {}
    ahead: list[Any] = [type(facet.first) for facet in model.facets]
    for function in functions_of(*model.facets):
        said = annotations_of(function)
        # A handler is given the state first, and gives it back.
        for written in (*list(said.values())[:1], said.get("return", "")):
            ahead += _named(written, function)
    while ahead:
        cls = ahead.pop()
        if cls in found or not isinstance(cls, type):
            continue
        try:
            found[cls] = shape_of(cls)
        except Unfit:
            continue
        for base in cls.__mro__:
            for written in annotations_of(base).values():
                ahead += _named(written, base)
    return set(found.values())


def _named(written: str, where: Any) -> Iterator[Any]:
    """Return what the names in an annotation stand for, in the module it stands in."""
    module = sys.modules.get(getattr(where, "__module__", None) or "")
    for name in _NAME.findall(written):
        one = getattr(module, "__dict__", {}).get(name)
        yield one
        # A name for several: Basis = Computed | Ordered.
        yield from getattr(one, "__args__", ())


def _of_others(model: Model, shapes: list[Shape]) -> str | None:
    """Return a digest of the modules of others that have a hand in the fold, if any."""
    makers = [*functions_of(*model.facets), *(shape.cls for shape in shapes)]
    makers += [row.event for row in model.rows()]
    names = {getattr(one, "__module__", None) or "" for one in makers}
    others = [name for name in names if name and not name.startswith(_OURS)]
    return sources_stamp(others) if others else None
