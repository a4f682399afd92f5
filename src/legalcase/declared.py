"""What firms declare in TOML: the tables of a text, or what is wrong with it."""

from __future__ import annotations

import tomllib
from typing import Any

from legalcase.errors import DeclarationError, InvalidTypeError

__all__ = ["tables_of"]


def tables_of(text: str) -> dict[str, Any]:
    """Return the tables of a text in TOML; raises `DeclarationError` for another.

    Raises `InvalidTypeError` for what is no text.
    """
    given: object = text
    if not isinstance(given, str):
        msg = (
            f"What is declared is read from text, not {type(given).__name__}. Pass "
            "what stands in the file: path.read_text('utf-8')."
        )
        raise InvalidTypeError(msg, field="text", value=None)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what = f"is no TOML: {error}."
    except (ValueError, RecursionError):
        what = (
            "is no TOML that can be read: its tables lie too deep in one another, or a "
            "number is too long. Mend what no such file has."
        )
    raise DeclarationError.of([("$", what)])
