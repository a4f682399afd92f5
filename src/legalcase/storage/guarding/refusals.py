"""Refusals: what a guard answers, and never what it hides."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn, TypeVar

from legalcase.errors import (
    CaseNotFoundError,
    DecodeError,
    IllegalTransitionError,
    StorageError,
    UnknownEventError,
)

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "behind_fence",
    "beyond_fence",
    "beyond_reach",
    "held",
    "may_not",
    "may_not_ask",
    "may_not_open",
    "not_offered",
    "veiled",
]

T = TypeVar("T")


def may_not(person: str, action: str, what: str) -> StorageError:
    """Return the error for what somebody sees, and may not do that with."""
    msg = (
        f"{person} may read {what}, and not {action} it. Ask whoever keeps the policy "
        "for a grant, or somebody who has one to do it."
    )
    return StorageError(msg)


def may_not_ask(person: str) -> StorageError:
    """Return the error for a condition of somebody who can append nothing at all."""
    msg = (
        f"{person} may record nothing here, and so nothing can be made to depend on "
        "unless=. Ask whoever keeps the policy for a grant."
    )
    return StorageError(msg)


def may_not_open(person: str, what: str) -> StorageError:
    """Return the error for what somebody may not begin."""
    msg = (
        f"{what} cannot be begun by {person}, who has no grant to open it. Ask whoever "
        "keeps the policy for one, or somebody who has one to do it."
    )
    return StorageError(msg)


def behind_fence(person: str, what: str) -> StorageError:
    """Return the error for what is fenced, of somebody who does not work on the case.

    It is the same whatever is there: no answer tells of what they do not hear.
    """
    msg = (
        f"{person} does not work on {what}, and what is fenced in it is recorded by "
        "those who do. Ask one of them, or let them put you on its team first."
    )
    return StorageError(msg)


def beyond_fence(person: str, what: str) -> StorageError:
    """Return the error for what would undo something that is fenced, unseen."""
    msg = (
        f"Something in {what} that is kept from {person} rests on what this corrects, "
        "and would stand no more. Ask somebody who works on the case to correct it."
    )
    return StorageError(msg)


def beyond_reach(person: str, what: str) -> StorageError:
    """Return the error for what would hide a case from whoever records it."""
    msg = (
        f"Afterwards {what} would be kept from {person}, who is recording it. Let "
        "somebody record it who may see it then."
    )
    return StorageError(msg)


def held(stream: str) -> IllegalTransitionError:
    """Return the error for an entry that a legal hold keeps, of which no more is said.

    The hold, and the case in which it is, may be hidden from whoever asks.
    """
    msg = (
        f"{stream!r} is kept by a legal hold that this person may not pass over. Ask "
        "whoever administers the store."
    )
    return IllegalTransitionError(msg, subject=stream, state="held", step="erase")


def not_offered(what: str) -> NoReturn:
    """Refuse what concerns the store as a whole; raises `StorageError`."""
    msg = (
        f"{what} looks at all that the store holds, and is not for one person. "
        "Whoever administers the store calls it there, not on what is guarded."
    )
    raise StorageError(msg)


def veiled(act: Callable[[], T]) -> T:
    """Return what an act returns; what it says of damage, without saying where.

    Raises `DecodeError` where something cannot be read: nobody can tell whether it is
    something of which whoever asks may know.
    """
    try:
        return act()
    except CaseNotFoundError:
        raise
    except (DecodeError, UnknownEventError):
        pass
    # Outside the handler: its context would name what is hidden.
    msg = (
        "Something in the store cannot be read, and so this cannot be answered. "
        "Whoever administers the store calls verify() on it."
    )
    raise DecodeError(msg, problems=(("$", "cannot be read"),))
