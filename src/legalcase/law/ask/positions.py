"""What was passed by position where an argument needs its name: said with the name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NoReturn

from legalcase.errors import InvalidTypeError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["refuse_positions"]

_LONGEST: Final = 40


def refuse_positions(values: Sequence[object], function: str, *names: str) -> NoReturn:
    """Refuse values that came without a name; `names` are those likely meant.

    Raises `InvalidTypeError`.
    """
    value = values[0]
    said = repr(value).removeprefix("datetime.")
    if len(said) > _LONGEST:
        said = "…"
    first, *others = [f"{name}=" for name in names]
    msg = (
        f"{function}() does not know what {said} is, which came without a name. Pass "
        f"{first}{said}, or {' or '.join(others)} if that is meant."
    )
    raise InvalidTypeError(msg, field=names[0], value=value)
