"""What all that keep bytes do alike: no other bytes ever come back for a digest."""

from __future__ import annotations

from legalcase.errors import DecodeError, UnknownNameError
from legalcase.model.documents.content import check_digest, digest_of

__all__ = ["as_kept", "check_asked", "not_kept"]


def check_asked(digest: object) -> str:
    """Return a digest that can be asked for; `InvalidValueError` for what is none."""
    check_digest("digest", digest)
    return str(digest)


def not_kept(digest: str) -> UnknownNameError:
    """Return the error for bytes that nobody has put there."""
    what = "kept content"
    hint = "Put the bytes there first, or ask where they are kept."
    return UnknownNameError.of(what, digest, (), hint)


def as_kept(digest: str, data: bytes) -> bytes:
    """Return bytes that are what their digest says; raises `DecodeError` otherwise."""
    found = digest_of(data)
    if found != digest:
        problem = f"the bytes have the digest {found}"
        msg = (
            f"What is kept as {digest} is not what was put there: {problem}. Put the "
            "right bytes there again, from a copy."
        )
        raise DecodeError(msg, problems=((digest, problem),))
    return data
