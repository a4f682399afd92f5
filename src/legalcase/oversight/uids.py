"""UIDs: by which a feed of ours and whoever reads it back know an entry again."""

from __future__ import annotations

from typing import Final
from uuid import UUID, uuid5

__all__ = ["DEFAULT_NAMESPACE", "identity_in", "uid_of"]

#: Makes the UIDs of those who do not bring a namespace of their own.
DEFAULT_NAMESPACE: Final = UUID("5d1b2f0a-2c7e-5c0b-9f6e-6c6567616c63")


def identity_in(case_id: str, name: str) -> str:
    """Return what tells an entry of a case from all others.

    `name` is the id of a deadline, or noun, blank and id of what is none: no id has a
    blank in it.
    """
    # The length keeps two pairs of ids from running together.
    return f"{len(case_id)}:{case_id}{name}"


def uid_of(identity: str, namespace: UUID) -> str:
    """Return the UID of an entry."""
    return f"{uuid5(namespace, identity)}"
