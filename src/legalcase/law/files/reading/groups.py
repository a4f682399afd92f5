"""Group words: one word for several methods of service, where a table lists them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Groups = Mapping[str, tuple[str, ...]]
    Flaw = tuple[str, str]

__all__ = ["MARK", "badly_grouped", "groups_in", "groups_of", "put_groups"]

#: How the name of a group begins, so that a reader sees that it is one.
MARK: Final = "all-"
_TABLES: Final = frozenset({"service", "completion"})
#: In a table of service a method has a table: beside it, or under a header of its own.
#: That it is a word's beginning is seen last: letters are searched for faster.
_KEY: Final = re.compile(
    rb"""all-(?<!\wall-)[a-z0-9-]+(?=["']?[ \t]*(?:=[ \t]*\{|\.|\]))"""
)


def groups_of(raw: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return the groups that a vocabulary names, with their methods."""
    table = raw.get("groups")
    if not isinstance(table, dict):
        return {}
    return {
        name: tuple(methods)
        for name, methods in table.items()
        if isinstance(methods, list | tuple)
        and all(isinstance(one, str) for one in methods)
    }


def groups_in(content: bytes) -> frozenset[str]:
    """Return what looks like a group's name where a key stands in a file."""
    return frozenset(name.decode() for name in _KEY.findall(content))


def badly_grouped(raw: Mapping[str, Any]) -> Iterator[Flaw]:
    """Yield (path, what is wrong) of the names of groups, and of methods like them."""
    for name, methods in groups_of(raw).items():
        if not name.startswith(MARK):
            what = f"is {name!r}. Begin the name of a group with {MARK!r}."
            yield f"$.groups.{name}", what
        for index, method in enumerate(methods):
            if method in methods[:index]:
                what = f"is {method!r} for the second time here. Leave it out."
                yield f"$.groups.{name}[{index}]", what
    for method in raw.get("method", {}):
        if method.startswith(MARK):
            what = (
                f"begins as the name of a group ({MARK!r}). Call the method otherwise."
            )
            yield f"$.method.{method}", what


class _Put:
    """One file in which the methods stand for their groups."""

    def __init__(self, known: Groups) -> None:
        self.known = known
        self.flaws: list[Flaw] = []

    def table(self, table: dict[str, Any], path: str) -> None:
        for key, value in table.items():
            where = f"{path}.{key}"
            if key in _TABLES and isinstance(value, dict):
                for name, methods in value.items():
                    if isinstance(methods, dict):
                        value[name] = self.methods(methods, f"{where}.{name}")
            elif key == "remove" and isinstance(value, list):
                table[key] = [one for text in value for one in self.removed(text)]
            elif isinstance(value, dict):
                self.table(value, where)
            elif isinstance(value, list):
                for index, item in enumerate(value):
                    if isinstance(item, dict):
                        self.table(item, f"{where}[{index}]")

    def methods(self, table: dict[str, Any], path: str) -> dict[str, Any]:
        if not any(key.startswith(MARK) for key in table):
            return table
        found: dict[str, Any] = {}
        given: dict[str, str] = {}
        for key, value in table.items():
            for method in self.members(key, f"{path}.{key}"):
                if method in given:
                    what = (
                        f"gives {method!r}, which {given[method]!r} gives too. Say it "
                        "once."
                    )
                    self.flaws.append((f"{path}.{key}", what))
                found[method] = value
                given[method] = key
        return found

    def members(self, key: str, path: str) -> tuple[str, ...]:
        if not key.startswith(MARK):
            return (key,)
        if key not in self.known:
            said = ", ".join(sorted(self.known)) or "none"
            what = (
                f"is no group of methods. There are: {said}. Name it, with its "
                "methods, in [groups] of vocabulary.toml."
            )
            self.flaws.append((path, what))
            return ()
        return self.known[key]

    def removed(self, path: object) -> tuple[object, ...]:
        if not isinstance(path, str):
            return (path,)
        head, dot, last = path.rpartition(".")
        methods = self.known.get(last, (last,)) if last.startswith(MARK) else (last,)
        return tuple(f"{head}{dot}{method}" for method in methods)


def put_groups(raw: dict[str, Any], sort: str, known: Groups) -> tuple[Flaw, ...]:
    """Put the methods in the place of their groups; return what is wrong.

    `raw` is changed; `known` are the groups there are, by name.
    """
    if sort not in {"counting", "deadlines", "local-rules"}:
        return ()
    put = _Put(known)
    put.table(raw, "$")
    return tuple(put.flaws)
