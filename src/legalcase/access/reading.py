"""read_policy: a policy from the text of a file."""

from __future__ import annotations

import tomllib

from legalcase.access.policy import Policy
from legalcase.errors import DeclarationError, InvalidTypeError

__all__ = ["read_policy"]


def read_policy(text: str) -> Policy:
    """Return a policy that is written in TOML.

    Raises `DeclarationError`, with all that is wrong and where.
    """
    if type(text) is not str:
        msg = (
            f"A policy is read from text, not {type(text).__name__}. Pass what stands "
            "in the file, or a mapping to Policy.from_dict."
        )
        raise InvalidTypeError(msg, field="text", value=None)
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DeclarationError.of([("$", f"is no TOML: {error}.")]) from None
    except (ValueError, RecursionError):
        what = (
            "is no TOML that can be read: its tables lie too deep in one another, or a "
            "number is too long. Mend what no such file has."
        )
        raise DeclarationError.of([("$", what)]) from None
    return Policy.from_dict(raw)
