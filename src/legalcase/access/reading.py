"""read_policy: a policy from the text of a file."""

from __future__ import annotations

from legalcase.access.policy import Policy
from legalcase.declared import tables_of
from legalcase.errors import InvalidTypeError

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
    return Policy.from_dict(tables_of(text))
