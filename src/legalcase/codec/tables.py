"""The tables of a model on the wire: what each event is called, in which schema."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from legalcase.codec.computation import register_computation
from legalcase.codec.converter import strict_converter
from legalcase.codec.law_values import register_law_values
from legalcase.codec.problems import alien_in, decode_error, extra_keys, problems_of
from legalcase.codec.states import register_states
from legalcase.errors import DecodeError, InvalidValueError
from legalcase.kernel import Corrected, Retracted
from legalcase.model.core import Model

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cattrs import Converter

    from legalcase.kernel import Model as AnyModel

__all__ = [
    "CORRECTIONS",
    "Found",
    "converter",
    "find",
    "model_or_core",
    "name_of",
    "plain",
    "structured",
]

#: What the kernel itself puts on a line: name and number of the schema.
CORRECTIONS: Final[Mapping[type, tuple[str, int]]] = MappingProxyType(
    {
        Corrected: ("corrected", 1),
        Retracted: ("retracted", 1),
    }
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
