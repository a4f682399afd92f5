"""Closures: the days on which a court is closed, by name, kind and authority."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from legalcase.authority import Authority
from legalcase.dates import as_date
from legalcase.errors import InvalidTypeError, InvalidValueError, UnknownNameError
from legalcase.markup import one_line
from legalcase.plain_data import PlainData
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from attrs import Attribute

__all__ = [
    "KINDS",
    "SHUTTING",
    "WEEKEND",
    "Closure",
    "check_closures",
    "check_text",
    "digest_of",
]

#: The kind of a closure that is no holiday but a day of the weekend.
WEEKEND: Final = "weekend"
#: Kinds that shut a court whose calendar somebody lays them over, whatever kinds the
#: calendar itself names: who adds a flood means that the court is not open.
SHUTTING: Final = frozenset({"court-holiday", "legal-holiday", "office-closed"})
#: The kinds that every calendar knows: those of the shared vocabulary.
KINDS: Final = SHUTTING | {
    "declared-with-courts-open",
    "expected-closure",
    "offices-closed-by-executive-order",
    "optional",
    "recess",
}


def check_text(name: str, value: object) -> None:
    """Refuse what is no text, or has half a character in it, for a closure's `name`."""
    if not isinstance(value, str):
        msg = (
            f"The {name} of a closure is text, not {shown(value)}. Write it in words, "
            "such as 'office-closed' or 'Gen. Order 14'."
        )
        raise InvalidTypeError(msg, field=name, value=value)
    if not value.isascii() and re.search("[\ud800-\udfff]", value):
        msg = (
            f"The {name} of a closure, {shown(value)}, has half a character in it. "
            "Read the text again, as UTF-8."
        )
        raise InvalidValueError(msg, field=name, value=value)


def _is_text(_: object, attribute: Attribute[str], value: object) -> None:
    check_text(attribute.name, value)


@frozen(kw_only=True)
class Closure(PlainData):
    """One day on which a court, or its office, is closed.

    `kind` is a word of the vocabulary (``"legal-holiday"``, ``"court-holiday"``,
    ``"office-closed"`` …) or ``"weekend"``; which kinds matter is for a rule to say.
    """

    on: date = field()
    name: str = field(validator=_is_text)
    kind: str = field(validator=_is_text)
    authority: Authority = field()

    @on.validator
    def _check_on(self, _: object, value: object) -> None:
        as_date(value, "on")

    @authority.validator
    def _check_authority(self, _: object, value: object) -> None:
        if not isinstance(value, Authority):
            msg = (
                f"A closure rests on an Authority, not on {shown(value)}. Make one: "
                "Authority(cite='Gen. Order 14')."
            )
            raise InvalidTypeError(msg, field="authority", value=value)

    def to_dict(self) -> dict[str, Any]:
        """Return the closure as one row of plain JSON types.

        `authority` is the citation, `verified` how it was verified.
        """
        return {
            "on": self.on.isoformat(),
            "name": self.name,
            "kind": self.kind,
            "authority": self.authority.cite,
            "verified": self.authority.verified,
        }

    def __str__(self) -> str:
        """Return the date and the name."""
        return one_line(f"{self.on}: {self.name}")


def check_closures(
    closures: Iterable[object],
    closed_by: frozenset[str],
    entries: Callable[[], Mapping[int, Iterable[tuple[str, str, Authority]]]],
) -> tuple[Closure, ...]:
    """Return closures; refuse those of a kind that no calendar knows, nor `entries`.

    For a slip of the pen, a court would stay open; so it would if what can be read
    once, and was to be checked, were laid over it afterwards. Raises
    `UnknownNameError`, and `InvalidTypeError` for what is no closure.
    """
    if isinstance(closures, str) or not isinstance(closures, Iterable):
        msg = (
            f"closures needs several Closure, not {shown(closures)}. Pass a list, or "
            "call with_closure()."
        )
        raise InvalidTypeError(msg, field="closures", value=closures)
    given: list[Closure] = []
    for closure in closures:
        if not isinstance(closure, Closure):
            msg = (
                f"{shown(closure)} is no Closure. Make one with its day, name, kind "
                "and authority, or call with_closure()."
            )
            raise InvalidTypeError(msg, field="closures", value=closure)
        given.append(closure)
    strange = {closure.kind for closure in given} - KINDS - closed_by
    if strange:
        own = {kind for day in entries().values() for _, kind, _ in day}
        noun = "kind of closure"
        for kind in sorted(strange - own):
            raise UnknownNameError.of(noun, kind, {*KINDS, *closed_by, *own})
    return tuple(given)


def digest_of(closures: tuple[Closure, ...]) -> str:
    """Return a short digest of closures that are laid over a calendar."""
    from hashlib import sha256

    text = "\n".join(f"{c.on} {c.kind} {c.name} {c.authority}" for c in closures)
    return sha256(text.encode(errors="surrogatepass")).hexdigest()[:12]
