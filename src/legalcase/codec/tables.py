"""The tables of a model on the wire: what each event is called, in which schema."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from legalcase.codec.text.problems import (
    alien_in,
    decode_error,
    extra_keys,
    problems_of,
)
from legalcase.codec.values.computation import register_computation
from legalcase.codec.values.converter import strict_converter
from legalcase.codec.values.law_values import register_law_values
from legalcase.codec.values.states import register_states
from legalcase.codec.values.tagged import register_inner
from legalcase.directory.facet import MODELS
from legalcase.errors import DecodeError, InvalidValueError
from legalcase.kernel import Corrected, Retracted
from legalcase.model.core import Model

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cattrs import Converter

    from legalcase.kernel import Model as AnyModel
    from legalcase.kernel import Row

__all__ = [
    "CORRECTIONS",
    "Found",
    "converter",
    "find",
    "find_any",
    "model_of",
    "model_or_core",
    "name_of",
    "plain",
    "row_of",
    "structured",
]

#: What the kernel itself puts on a line: name and number of the schema.
CORRECTIONS: Final[Mapping[type, tuple[str, int]]] = MappingProxyType(
    {
        Corrected: ("corrected", 1),
        Retracted: ("retracted", 1),
    }
)
#: The events of the directory, by kind and by class: its three models share them.
_IN_DIRECTORY: Final[Mapping[str, Row]] = MappingProxyType(
    {row.kind: row for model in MODELS.values() for row in model.rows()}
)
_IN_DIRECTORY_BY_CLASS: Final[Mapping[type, Row]] = MappingProxyType(
    {row.event: row for row in _IN_DIRECTORY.values()}
)
_BY_NAME: Final = {name: (cls, known) for cls, (name, known) in CORRECTIONS.items()}


@cache
def converter() -> Converter:
    """Return the converter: by classes alone, so that all models can share it."""
    # Built when first used, and never changed after: safe to share.
    made = strict_converter()
    register_law_values(made)
    register_computation(made)
    register_states(made)
    register_inner(made)
    return made


@frozen
class Found:
    """A kind that a model knows: its class, and the newest schema.

    The class reads lines of the schemas from `since` on as they are.
    """

    cls: type
    known: int
    since: int | None = None


def model_or_core(model: AnyModel | None) -> AnyModel:
    """Return the model, or that of the core where none is given."""
    return Model.core() if model is None else model


def model_of(stream: object, model: AnyModel | None) -> AnyModel:
    """Return the model of a stream: that of the directory for one of its, else yours.

    So that a log of a person is read and written where a model of cases is given.
    """
    known = model_or_core(model)
    noun = stream.partition(":")[0] if isinstance(stream, str) else ""
    return known if noun == known.noun else MODELS.get(noun, known)


def row_of(model: AnyModel, cls: type) -> Row:
    """Return the row of a class of events, of a model or of the directory.

    Raises `InvalidTypeError` for a class that neither knows.
    """
    return _IN_DIRECTORY_BY_CLASS.get(cls) or model.row_of(cls)


def find_any(model: AnyModel, kind: str) -> Found | None:
    """Return what a model, or else the directory, calls so; ``None`` for neither."""
    found = find(model, kind)
    row = None if found is not None else _IN_DIRECTORY.get(kind)
    return found if row is None else Found(row.event, row.schema, row.since)


def find(model: AnyModel, kind: str) -> Found | None:
    """Return what a model calls so, or ``None``."""
    row = model.find_kind(kind)
    if row is not None:
        return Found(row.event, row.schema, row.since)
    correction = _BY_NAME.get(kind)
    return None if correction is None else Found(*correction)


def name_of(model: AnyModel, cls: type) -> tuple[str, int]:
    """Return kind and schema of a class of events; raises `InvalidTypeError`."""
    if cls in CORRECTIONS:
        return CORRECTIONS[cls]
    row = model.row_of(cls)
    return row.kind, row.schema


def plain(value: Any, cls: Any = None) -> Any:
    """Return a value as plain JSON types; raises `InvalidValueError` if it is too deep.

    Parts lie in each other no deeper than the interpreter goes.
    """
    with suppress(RecursionError):
        return converter().unstructure(value, cls)
    msg = (
        f"The parts of this {type(value).__name__} lie too deep in each other to be "
        "stored. Compute it in fewer steps."
    )
    raise InvalidValueError(msg, field="value", value=None)


def structured(
    data: object, cls: Any, path: str, unread: list[str] | None = None
) -> Any:
    """Return data as a value of a class.

    Keys that the class does not know are refused; or, with `unread`, passed over, and
    their paths are put there. Raises `DecodeError` with every problem.
    """
    while True:
        refused: DecodeError | Exception
        extra: tuple[tuple[str | int, ...], ...] = ()
        try:
            return converter().structure(data, cls)
        except Exception as error:  # noqa: BLE001 - the door: nothing of cattrs escapes
            extra = () if unread is None else tuple(extra_keys(error))
            refused = alien_in(error) or decode_error(problems_of(error, path), error)
        # Outside the handler: what stood in the data would be the context of the error.
        if unread is None or not extra or not isinstance(refused, DecodeError):
            raise refused
        for steps in extra:
            unread.append(path + "".join(map(_step, steps)))
            data = _without(data, steps)


def _step(step: str | int) -> str:
    return f"[{step}]" if isinstance(step, int) else f".{step}"


def _without(data: Any, steps: tuple[str | int, ...]) -> Any:
    """Return data without the member to which the steps lead; nothing is changed."""
    first, *rest = steps
    copied = dict(data) if isinstance(data, dict) else list(data)
    if rest:
        copied[first] = _without(data[first], tuple(rest))  # type: ignore[index]  # they led here
    else:
        del copied[first]  # type: ignore[arg-type]  # as above
    return copied
