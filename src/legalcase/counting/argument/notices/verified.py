"""Verified: how what decided was verified, if nobody has read the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.authority import weakest
from legalcase.counting.argument.findings import Notice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.authority import Authority

__all__ = ["verification_notice"]


def verification_notice(
    authorities: Iterable[tuple[str, Authority]],
) -> Notice | None:
    """Return the notice of what was least well verified, if any was not read."""
    by_how: dict[str, list[str]] = {}
    for name, authority in authorities:
        by_how.setdefault(authority.verified, []).append(name)
    how = weakest(set(by_how))
    if how is None or how == "text":
        return None
    names = ", ".join(dict.fromkeys(by_how[how]))
    meaning = {
        "secondary": "entered from an account of the law, not from its text",
        "recall": "entered from memory; nobody has read the text for it",
    }[how]
    text = f"Check before you rely on it: {names}: {meaning}."
    return Notice(code=f"verified-{how}", text=text)
