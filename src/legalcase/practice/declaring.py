"""Declaring: what firms declare in TOML for rooms, all that is wrong at once."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from legalcase.authority import HOW, Authority
from legalcase.errors import DeclarationError, InvalidTypeError
from legalcase.near import near_to

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["AUTHORITY", "Declaring", "check_several", "texts_in"]

_FORMAT: Final = 1
#: The keys of a table that says on what it rests, and who has read it.
AUTHORITY: Final = ("cite", "verified", "source", "on", "read")


def check_several(name: str, given: object) -> None:
    """Refuse one text where several are asked for: it would be read by the letter."""
    if isinstance(given, str):
        msg = f"{name} needs several, not one str. Pass ({given!r},), with the comma."
        raise InvalidTypeError(msg, field=name, value=None)


class Declaring:
    """Reads one text, and gathers what is wrong with it: path and why."""

    def __init__(self) -> None:
        self.problems: list[tuple[str, str]] = []

    def wrong(self, where: str, why: str) -> None:
        """Keep what is wrong, and where."""
        self.problems.append((where, why))

    def known(self, raw: Mapping[str, Any], where: str, known: tuple[str, ...]) -> None:
        """Keep every key that has no place in a table."""
        for name in raw:
            if name not in known:
                near = near_to(name, list(known))
                hint = f" Did you mean {near[0]!r}?" if near else ""
                self.wrong(f"{where}.{name}", f"is no key here.{hint}")

    def tables(
        self, raw: Mapping[str, Any], name: str, where: str
    ) -> list[Mapping[str, Any]]:
        """Return a list of tables."""
        found = raw.get(name, [])
        if isinstance(found, list) and all(isinstance(one, dict) for one in found):
            return found
        self.wrong(f"{where}.{name}", f"is no list of tables. Write [[{name}]].")
        return []

    def text(self, raw: Mapping[str, Any], name: str, where: str) -> str:
        """Return a text that has to be there."""
        value = raw.get(name)
        if isinstance(value, str) and value.strip():
            return value
        self.wrong(f"{where}.{name}", "needs text. Write it in quotes.")
        return ""

    def maybe(self, raw: Mapping[str, Any], name: str, where: str) -> str | None:
        """Return a text, or ``None``."""
        return None if raw.get(name) is None else self.text(raw, name, where)

    def truth(self, raw: Mapping[str, Any], name: str, where: str) -> bool:
        """Return what is true or false, false where it is not said."""
        value = raw.get(name, False)
        if not isinstance(value, bool):
            self.wrong(f"{where}.{name}", "must be true or false.")
        return value is True

    def texts(self, raw: Mapping[str, Any], name: str, where: str) -> tuple[str, ...]:
        """Return a list of texts."""
        value = raw.get(name, [])
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(value)
        self.wrong(f"{where}.{name}", "is no list of texts. Write ['one', 'two'].")
        return ()

    def word(
        self, raw: Mapping[str, Any], name: str, where: str, known: tuple[str, ...]
    ) -> str:
        """Return one of some words."""
        value = raw.get(name)
        if value in known:
            return str(value)
        self.wrong(f"{where}.{name}", f"must be one of {', '.join(known)}.")
        return known[0]

    def authority(self, raw: Mapping[str, Any], where: str) -> Authority:
        """Return on what a table rests."""
        how = raw.get("verified", "caller")
        if how not in (*HOW, "caller"):
            self.wrong(f"{where}.verified", f"must be one of {', '.join(HOW)}.")
            how = "caller"
        day = raw.get("on")
        if day is not None and type(day) is not date:
            self.wrong(f"{where}.on", "is no date. Write it without quotes.")
            day = None
        return Authority(
            cite=self.text(raw, "cite", where),
            verified=how,
            verified_on=day,
            source=self.maybe(raw, "source", where),
            read=self.texts(raw, "read", where),
        )

    def begun(self, raw: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
        """Return the tables of a file that has nothing beside them but its format."""
        self.known(raw, "$", ("format", name))
        if raw.get("format") != _FORMAT:
            self.wrong("$.format", f"must be {_FORMAT}. Write format = {_FORMAT}.")
        found = self.tables(raw, name, "$")
        if not found:
            self.wrong(f"$.{name}", f"is missing. Write [[{name}]] for each.")
        return found

    def once(self, ids: list[str], where: str) -> None:
        """Keep it where the last of some ids was there already."""
        if ids[-1] in ids[:-1]:
            self.wrong(f"{where}.id", "is there already.")

    def end(self) -> None:
        """Raise `DeclarationError` where anything was wrong."""
        if self.problems:
            raise DeclarationError.of(self.problems)


def texts_in(package: str, folder: str) -> tuple[str, ...]:
    """Return the texts in TOML that lie in a folder of a package, by name."""
    found = [
        one
        for one in files(package).joinpath(folder).iterdir()
        if one.name.endswith(".toml")
    ]
    found.sort(key=lambda one: one.name)
    return tuple(one.read_text("utf-8") for one in found)
