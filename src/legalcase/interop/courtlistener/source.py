"""Source: JSON from elsewhere, read with types, and what became of each place in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from legalcase.errors import ImportRefusedError
from legalcase.interop.results import Assumed, Difference, NotMapped
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Place", "Source"]

_INDEX: Final = re.compile(r"\[\d+\]")
_MEMBER: Final = re.compile(r"\w+(\.results)?\[\d+\]")
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_TIME: Final = re.compile(r"\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?")
_ID_OF_URL: Final = re.compile(r"/(\d{1,18})/?(?:\?.*)?$")
#: Deeper than this no answer of the service goes.
_DEEPEST: Final = 40
_EMPTY: Final = "it is empty"
_NO_PLACE: Final = "no event of a case has a place for it"
_UNKNOWN: Final = "the key is not known here"


@frozen(kw_only=True)
class _Mark:
    sort: str
    why: str = ""


def step(path: str, key: object) -> str:
    """Return the path of a key; one that is no plain word stands in brackets."""
    word = isinstance(key, str) and key.isidentifier()
    return f"{path}.{key}" if word else f"{path}[{shown(key)}]"


def _member(path: str) -> str:
    """Return the member of a list in which a place lies: ``"entries[3]"``."""
    found = _MEMBER.match(path)
    return found[0] if found else ""


class Source:
    """Everything that was given, by the name of its part, with marks on its places.

    A mark on a place holds for all that lies in it, but for what has one of its own.
    """

    def __init__(
        self, carries_nothing: Mapping[str, str], known: frozenset[str]
    ) -> None:
        self._carries_nothing = carries_nothing
        self._known = known
        self._parts: list[tuple[str, object]] = []
        # By the member of a list in which the place lies: what is dropped is a member.
        self._marks: dict[str, dict[str, _Mark]] = {}
        self._problems: dict[tuple[str, str], None] = {}
        self.assumed: list[Assumed] = []
        self.differences: list[Difference] = []

    def take_object(self, name: str, value: object) -> Place:
        """Take in an object."""
        self._parts.append((name, value))
        if not isinstance(value, Mapping):
            self.problem(name, f"an object is wanted, not {type(value).__name__}")
            return Place(self, name, {})
        return Place(self, name, value)

    def take_list(self, name: str, value: object) -> tuple[Place, ...]:
        """Take in a list of objects, or a page of the service with `results`."""
        path = name
        if isinstance(value, Mapping):
            self._parts.append((name, value))
            self.pass_over(name, "it says which page this is")
            if value.get("next") is not None:
                self.leave(f"{name}.next", "there are further pages: fetch them too")
            path, value = f"{name}.results", value.get("results")
            self._mark(path, _Mark(sort="open"))
        else:
            value = list(value) if isinstance(value, tuple) else value
            self._parts.append((name, value))
        return tuple(self.objects_in(path, value))

    def objects_in(self, path: str, value: object) -> Iterator[Place]:
        """Yield the objects of a list."""
        if not isinstance(value, list | tuple):
            self.problem(path, f"a list is wanted, not {type(value).__name__}")
            return
        for number, each in enumerate(value):
            place = f"{path}[{number}]"
            if isinstance(each, Mapping):
                yield Place(self, place, each)
            else:
                self.problem(place, f"an object is wanted, not {type(each).__name__}")

    def problem(self, path: str, why: str) -> None:
        """Remember what cannot be read."""
        self._problems[path, why] = None

    def check(self) -> None:
        """Raise `ImportRefusedError` with all that could not be read."""
        if self._problems:
            raise ImportRefusedError.of(self._problems)

    @property
    def is_sound(self) -> bool:
        """Whether all that was read so far could be."""
        return not self._problems

    def _mark(self, path: str, mark: _Mark) -> None:
        self._marks.setdefault(_member(path), {})[path] = mark

    def use(self, path: str) -> None:
        """Mark what stands in an event."""
        self._mark(path, _Mark(sort="used"))

    def pass_over(self, path: str, why: str) -> None:
        """Mark what carries nothing for this case."""
        self._mark(path, _Mark(sort="known", why=why))

    def leave(self, path: str, why: str) -> None:
        """Mark what is in no event, and say why."""
        self._mark(path, _Mark(sort="left", why=why))

    def drop(self, path: str, why: str) -> None:
        """Mark what is in no event, with all that lies in it."""
        marks = self._marks.get(_member(path), {})
        for name in self.marked_in(path):
            del marks[name]
        self.leave(path, why)

    def marked_in(self, path: str, sort: str | None = None) -> tuple[str, ...]:
        """Return the places in another that are marked, all or those of a sort."""
        marks = self._marks.get(_member(path), {})
        below = (f"{path}.", f"{path}[")
        return tuple(
            name
            for name, mark in marks.items()
            if name.startswith(below) and sort in (None, mark.sort)
        )

    def assume(self, path: str, what: str) -> None:
        """Remember what an event says although the source does not."""
        self.assumed.append(Assumed(path=path, what=what))

    def account(
        self,
    ) -> tuple[tuple[str, ...], tuple[NotMapped, ...], tuple[NotMapped, ...]]:
        """Return the paths used, what is known to carry nothing, and the rest."""
        used: list[str] = []
        known: list[NotMapped] = []
        left: list[NotMapped] = []
        for path, value, mark in self._leaves():
            pattern = _INDEX.sub("[]", path)
            name = type(value).__name__
            if mark.sort == "used":
                used.append(path)
            elif mark.sort == "known":
                known.append(NotMapped(path=path, type=name, why=mark.why))
            elif pattern in self._carries_nothing:
                why = self._carries_nothing[pattern]
                known.append(NotMapped(path=path, type=name, why=why))
            elif value is None or value in ("", [], {}):
                known.append(NotMapped(path=path, type=name, why=_EMPTY))
            else:
                why = mark.why or (_NO_PLACE if pattern in self._known else _UNKNOWN)
                left.append(NotMapped(path=path, type=name, why=why))
        return tuple(used), tuple(known), tuple(left)

    def _leaves(self) -> Iterator[tuple[str, Any, _Mark]]:
        """Yield every value that holds no other, with the nearest mark above it."""
        waiting = [(name, value, _Mark(sort="open")) for name, value in self._parts]
        waiting.reverse()
        while waiting:
            path, value, mark = waiting.pop()
            mark = self._marks.get(_member(path), {}).get(path, mark)
            if isinstance(value, Mapping) and value:
                inner = [(step(path, key), each, mark) for key, each in value.items()]
                waiting.extend(reversed(inner))
            elif isinstance(value, list | tuple) and value:
                inner = [(f"{path}[{n}]", each, mark) for n, each in enumerate(value)]
                waiting.extend(reversed(inner))
            else:
                yield path, value, mark

    def check_shape(self) -> None:
        """Refuse keys that are no text, values that are no JSON, and bottomless ones.

        What has not the shape of JSON is not read any further; all else is.
        """
        before = len(self._problems)
        waiting: list[tuple[str, object, int]] = [(n, v, 0) for n, v in self._parts]
        while waiting:
            path, value, depth = waiting.pop()
            if depth > _DEEPEST:
                self.problem(path, f"it lies more than {_DEEPEST} levels deep")
            elif isinstance(value, Mapping):
                for key, each in value.items():
                    if not isinstance(key, str):
                        self.problem(path, f"the key {shown(key)} is no text")
                    waiting.append((step(path, key), each, depth + 1))
            elif isinstance(value, list | tuple):
                waiting += [(f"{path}[{n}]", v, depth + 1) for n, v in enumerate(value)]
            elif value is not None and not isinstance(value, str | int | float | bool):
                self.problem(path, f"{type(value).__name__} is no value of JSON")
        if len(self._problems) > before:
            self.check()


@frozen(eq=False)
class Place:
    """An object in the source: what its keys say, read with their types."""

    source: Source = field(repr=False)
    path: str
    value: Mapping[str, Any] = field(repr=False)

    def at(self, key: str) -> str:
        """Return the path of a key."""
        return f"{self.path}.{key}"

    def use(self, *keys: str) -> None:
        """Mark keys that stand in an event, where there are such."""
        for key in keys:
            self.source.use(self.at(key))

    def leave(self, key: str, why: str) -> None:
        """Mark a key that is in no event, and say why."""
        self.source.leave(self.at(key), why)

    def text(self, key: str) -> str | None:
        """Return text; ``None`` where there is none."""
        found = self.value.get(key)
        if found is None or isinstance(found, str):
            return found.strip() or None if found else None
        self._wrong(key, f"text is wanted, not {type(found).__name__}")
        return None

    def day(self, key: str) -> date | None:
        """Return a date, as ISO 8601 writes it."""
        found = self.text(key)
        if found is None:
            return None
        try:
            return date.fromisoformat(found if _DAY.fullmatch(found) else "")
        except ValueError:
            self._wrong(key, f"{shown(found)} is no date: 2026-06-03 is one")
            return None

    def hour(self, key: str) -> time | None:
        """Return a time of the day, as ISO 8601 writes it."""
        found = self.text(key)
        if found is None:
            return None
        try:
            return time.fromisoformat(found if _TIME.fullmatch(found) else "")
        except ValueError:
            self._wrong(key, f"{shown(found)} is no time: 14:30:00 is one")
            return None

    def id_of(self, *keys: str) -> int | None:
        """Return the id that the first of some keys has, as a number or an address."""
        for key in keys:
            found = self.value.get(key)
            if type(found) is int and found >= 0:
                return found
            if isinstance(found, str):
                match = _ID_OF_URL.search(found) or re.fullmatch(r"(\d{1,18})", found)
                if match:
                    return int(match[1])
            if found is not None:
                self._wrong(key, "it has no id of the service")
        return None

    def objects(self, key: str) -> tuple[Place, ...]:
        """Return the objects of a list; none where there is no such key."""
        found = self.value.get(key)
        if found is None:
            return ()
        return tuple(self.source.objects_in(self.at(key), found))

    def _wrong(self, key: str, why: str) -> None:
        self.source.problem(self.at(key), why)
