"""Sources named once, and referred to: what was read, when, by what kind of copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    #: (path, what is wrong): the file is known to whoever reads it.
    Flaw = tuple[str, str]
    Sources = Mapping[str, Mapping[str, Any]]

__all__ = ["of_the_file", "put_sources", "shown_sources"]

#: Tables whose keys are words that somebody chose: one can be called what it will.
_NAMED_FREELY: Final = frozenset({"service", "completion", "facts", "sources"})
#: Where the words of the law are quoted.
_QUOTED: Final = "words"
#: So much alike are a source's name and a text that is likely the name, misspelt.
_ALIKE: Final = 0.8


class _Put:
    """One file in which names are put to their sources: what was used, what failed."""

    def __init__(self, known: Sources) -> None:
        self.known = known
        self.used: set[str] = set()
        self.flaws: list[Flaw] = []

    def table(self, table: dict[str, Any], path: str) -> None:
        for key, value in table.items():
            where = f"{path}.{key}"
            if key == "verified":
                table[key] = self.verified(value, where)
            elif key == _QUOTED and isinstance(value, dict):
                self.quotation(value, f"{where}.source")
            elif isinstance(value, dict):
                if key not in _NAMED_FREELY:
                    self.table(value, where)
            elif isinstance(value, list):
                for index, item in enumerate(value):
                    if isinstance(item, dict):
                        self.table(item, f"{where}[{index}]")

    def verified(self, value: object, path: str) -> object:
        if isinstance(value, str):
            found = self._source(value)
            if found is not None:
                return found
            self.flaws.append((path, self._unknown(value)))
            return {"how": "recall"}
        if isinstance(value, list):
            return [self.verified(one, f"{path}[{i}]") for i, one in enumerate(value)]
        if isinstance(value, dict) and isinstance(value.get("source"), str):
            found = self._source(value["source"])
            if found is not None:
                return {**found, **value, "source": found["source"]}
            self._misspelt(value["source"], f"{path}.source")
        return value

    def quotation(self, table: dict[str, Any], path: str) -> None:
        name = table.get("source")
        if isinstance(name, str):
            found = self._source(name)
            if found is None:
                self._misspelt(name, path)
            else:
                table["source"] = found["source"]

    def _source(self, name: str) -> dict[str, Any] | None:
        found = self.known.get(name)
        if found is None:
            return None
        self.used.add(name)
        table = {key: value for key, value in found.items() if key != "copy"}
        if "copy" in found:
            table["source"] = f"{found['source']}, {found['copy']}"
        return table

    def _unknown(self, name: str) -> str:
        from difflib import get_close_matches

        near = get_close_matches(name, self.known, n=1)
        hint = f" Did you mean {near[0]!r}?" if near else ""
        said = ", ".join(sorted(self.known))
        return f"names the source {name!r}, and there is none.{hint} There are: {said}."

    def _misspelt(self, text: str, path: str) -> None:
        """Note a text that is likely a name: most have several words."""
        from difflib import get_close_matches

        if " " not in text and get_close_matches(text, self.known, 1, _ALIKE):
            self.flaws.append((path, self._unknown(text)))


def of_the_file(raw: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Return the sources that a file names, those that say something."""
    table = raw.get("sources")
    if not isinstance(table, dict):
        return {}
    return {
        name: one
        for name, one in table.items()
        if isinstance(one, dict) and isinstance(one.get("source"), str)
    }


def put_sources(
    raw: dict[str, Any], sort: str, shared: Sources
) -> tuple[frozenset[str], tuple[Flaw, ...]]:
    """Put what was read in the place of its names; return those used, and the flaws.

    `raw` is changed; `shared` are the sources of the jurisdiction. Where nothing is
    named, nothing is looked through.
    """
    own = of_the_file(raw)
    if not own and not shared:
        return frozenset(), ()
    put = _Put({**shared, **own})
    for name in sorted(own.keys() & shared.keys()):
        what = "is named in sources.toml already. Choose another name."
        put.flaws.append((f"$.sources.{name}", what))
    if sort == "vocabulary":  # its other tables are words with their meanings
        put.table({key: raw[key] for key in raw.keys() & {"people"}}, "$")
    else:
        put.table(raw, "$")
    return frozenset(put.used), tuple(put.flaws)


def shown_sources(raw: Mapping[str, Any], used: frozenset[str]) -> Iterator[Flaw]:
    """Yield the sources of a file that nothing refers to, or that have no name."""
    for name in of_the_file(raw):
        where = f"$.sources.{name}"
        if not name.replace("-", "").replace(".", "").isalnum() or name != name.lower():
            what = f"is {name!r}. Name a source in small letters, digits, hyphens."
            yield where, what
        elif name not in used:
            what = "is a source to which nothing refers. Refer to it, or take it out."
            yield where, what
