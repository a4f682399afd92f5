"""What was verified as text and quotes none of it: whose words are still owed.

Folders were written before there was a place for the words, so that this is no part of
`check_folder`: what it finds keeps nobody from reading a folder.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from legalcase.counting.rules.words.overlay import lay_over
from legalcase.law.check.quotes.inherited import read_with_another, was_read
from legalcase.law.files.problem import Problem
from legalcase.law.files.quotations import (
    NEEDS_ITS_OWN,
    in_parts,
    quoting,
    spanning,
    words_by_version,
)
from legalcase.law.files.schema.files import FILES
from legalcase.law.files.schema.tables import TABLES
from legalcase.law.files.validating.validate import LONGEST_QUOTE
from legalcase.sealed import sealed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from legalcase.law.files.folder import LawFile, LawFolder

__all__ = ["OWED", "Claim", "claims", "unquoted"]

#: The jurisdictions of the package that owe words still, and for how many entries at
#: most. Numbers only fall; what is not here owes nothing, and the check of the law says
#: so wherever it does.
OWED: Final[Mapping[str, int]] = sealed({})

_ADVICE: Final = (
    f'Quote the operative ones, {LONGEST_QUOTE} at most, as words = "…" beside its '
    "cite; or verify it as 'secondary'."
)
_AS_TEXT: Final = "was verified as text"
_THROUGH: Final = "counts as text through what it stands in, which cites other law"
#: Entries that are looked at with what stands above them.
_APART: Final = frozenset({"deadline", "deadline_version", "clock", "exclusion"})


class Claim(NamedTuple):
    """Something that rests on a text that was read: where, and what is wrong, if so.

    `what` is empty where its words are quoted.
    """

    path: str
    what: str


def unquoted(folder: LawFolder) -> list[Problem]:
    """Return (file, path, what is wrong) for each text that was read and not quoted.

    And for each `[[words]]` that no setting cites, or that is one of two for the same
    days. The files must have passed `check_folder`.
    """
    return [
        Problem(file.name, path, what)
        for name in folder.all_names()
        if (file := folder.read(name)) is not None
        for path, what in (*claims(file), *_idle(file.raw))
        if what
    ]


def claims(file: LawFile) -> Iterator[Claim]:
    """Yield whatever in a file was verified as text, and so must quote it."""
    raw = file.raw
    if file.sort in {"counting", "local-rules"}:
        head = raw.get("rule") or raw["local_rules"]
        yield from _of_settings(raw, head)
    entries = [
        (path, kind, table)
        for path, kind, table in _tables(raw, FILES[file.sort], "$")
        if "words?" in TABLES[kind] and kind not in _APART
    ]
    # Ten deadlines that a stay stops by one article quote it once.
    said = {(kind, one.get("cite")) for _, kind, one in entries if "words" in one}
    inherited = dict(read_with_another(file))
    for path, kind, table in entries:
        if _how(table) == "text" or path in inherited:
            cite = table.get("cite") or inherited.get(path, "")
            has = "words" in table or bool(cite and (kind, cite) in said)
            has = has or bool(quoting(raw.get("words", ()), cite))
            how = _THROUGH if path in inherited else _AS_TEXT
            yield _claim(path, _named(table), has=has, how=how)
    prefix = (raw.get("pack") or raw.get("local_rules") or {}).get("id", "")
    for index, table in enumerate(raw.get("deadline", ())):
        yield from _of_deadline(table, f"$.deadline[{index}]", prefix)
    if file.sort == "clocks":
        yield from _of_clocks(raw)


def _claim(path: str, name: str, *, has: bool, how: str = _AS_TEXT) -> Claim:
    """Return a claim of an entry that has its words beside it, or should."""
    what = f"is missing: {name} {how}, and its words stand nowhere."
    return Claim(f"{path}.words", "" if has else f"{what} {_ADVICE}")


def _how(table: Mapping[str, Any]) -> str:
    how: str = table.get("verified", {}).get("how", "")
    return how


def _named(table: Mapping[str, Any]) -> str:
    """Say which entry it is, in its author's words."""
    for key in ("id", "name", "cite"):
        if key in table:
            return repr(table[key])
    return "this"


def _tables(
    raw: Mapping[str, Any], schema: Mapping[str, str], path: str
) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Yield (path, kind, table) of every table below another, by the schema."""
    wild = next((kind for key, kind in schema.items() if key.startswith("*")), "")
    for key, value in raw.items():
        kind = schema.get(key) or schema.get(f"{key}?") or wild
        name = kind.rpartition(":")[2]
        if name not in TABLES:
            continue
        where = f"{path}.{key}"
        tables = [(where, value)]
        if isinstance(value, list | tuple):
            tables = [(f"{where}[{n}]", table) for n, table in enumerate(value)]
        for place, table in tables:
            # A weekend, or a date given out, is a table or is none.
            if isinstance(table, dict):
                yield place, name, table
                yield from _tables(table, TABLES[name], place)


def _of_deadline(table: Mapping[str, Any], path: str, prefix: str) -> Iterator[Claim]:
    """Yield the claims of a deadline's texts: a version inherits words, if it can."""
    name = repr(f"{prefix}/{table['id']}")
    texts = words_by_version(table)
    read = [*_read(table, [day for day, _ in texts])]
    if read[0]:
        yield _claim(path, name, has=texts[0][1] is not None)
    for index, version in enumerate(table.get("version", ())):
        inherits = "words" not in version and not NEEDS_ITS_OWN & version.keys()
        # What it inherits was claimed of the text before it.
        if read[index + 1] and not (inherits and read[index]):
            of = f"{name} as it stood from {version['from']}"
            has = texts[index + 1][1] is not None
            yield _claim(f"{path}.version[{index}]", of, has=has)


def _read(table: Mapping[str, Any], starts: list[date]) -> Iterator[bool]:
    """Tell of each text of a deadline whether it was read, if only for some days."""
    verified = table["verified"]
    dated = (verified,) if isinstance(verified, dict) else verified
    marks = [(one.get("from", starts[0]), one["how"]) for one in dated]
    marks += [
        (version["from"], version["verified"]["how"])
        for version in table.get("version", ())
        if "verified" in version
    ]
    for start, end in zip(starts, (*starts[1:], date.max), strict=True):
        begun = [one for one in marks if one[0] <= start]
        hows = {max(begun, key=lambda one: one[0])[1]} if begun else set()
        hows |= {how for day, how in marks if start < day < end}
        yield "text" in hows


def _of_clocks(raw: Mapping[str, Any]) -> Iterator[Claim]:
    """Yield the claims of clocks and exclusions, which the file's head verifies too."""
    head = raw["clocks"]
    for kind in ("exclusion", "clock"):
        for index, table in enumerate(raw.get(kind, ())):
            own = table.get("verified", head["verified"])
            if was_read(own, table["cite"]):
                path = f"$.{kind}[{index}]"
                yield _claim(path, _named(table), has="words" in table)


def _of_settings(raw: Mapping[str, Any], head: Mapping[str, Any]) -> Iterator[Claim]:
    """Yield a claim for each citation on which the settings of some version rest."""
    lacking: dict[str, list[date]] = {}
    paths: dict[str, str] = {}
    settings: dict[str, Any] = {}
    versions = raw.get("version", ())
    for index, version in enumerate(versions):
        settings = lay_over(settings, version)
        verified = version.get("verified", head["verified"])
        # What it cites of its own for the settings of a base, by their names.
        own = ((("cites", key), one) for key, one in version.get("cites", {}).items())
        for keys, cite in (*_cites(settings), *own):
            if not was_read(verified, cite):
                continue
            if cite not in paths:
                paths[cite] = _path_of(versions[: index + 1], keys)
            days = lacking.setdefault(cite, [])
            day = version["from"]
            if not quoting(raw.get("words", ()), cite, day) and day not in days:
                days.append(day)
    for cite, days in lacking.items():
        said = ", ".join(map(str, days))
        what = (
            f"is {cite!r} of {head['id']!r}, which was verified as text, and no "
            f"[[words]] quotes it as it stood on {said}. Add them, with cite = "
            f"[{cite!r}]; or verify it as 'secondary'."
        )
        yield Claim(paths[cite], what if days else "")


def _cites(table: Any, keys: tuple[Any, ...] = ()) -> Iterator[tuple[Any, str]]:
    """Yield (keys, citation) of everything that cites, in tables within tables."""
    if isinstance(table, list | tuple):
        for number, value in enumerate(table):
            yield from _cites(value, (*keys, number))
    if not isinstance(table, dict):
        return
    for key, value in table.items():
        if key == "cite" and isinstance(value, str):
            yield (*keys, key), value
        else:
            yield from _cites(value, (*keys, key))


def _path_of(versions: Any, keys: tuple[Any, ...]) -> str:
    """Return the path of a citation in the last version that states it."""
    for index in reversed(range(len(versions))):
        found: Any = versions[index]
        for key in keys:
            if isinstance(key, int):
                found = found[key] if found is not None and key < len(found) else None
            else:
                found = found.get(key) if isinstance(found, dict) else None
        if found is not None:
            steps = (f"[{key}]" if isinstance(key, int) else f".{key}" for key in keys)
            return f"$.version[{index}]{''.join(steps)}"
    return "$.version"


def _idle(raw: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the `[[words]]` that quote nothing cited, and those said twice."""
    tables = raw.get("words", ())
    parts = [in_parts(cite) for _, cite in _all_cites(raw)]
    for index, table in enumerate(tables):
        first, last = spanning(table)
        for number, cite in enumerate(table["cite"]):
            path = f"$.words[{index}].cite[{number}]"
            if not any(_holds_parts(one, in_parts(cite)) for one in parts):
                what = (
                    f"is {cite!r}, which no setting here cites. Write it as it stands "
                    "there, or take it out."
                )
                yield path, what
            for place, other in enumerate(tables[:index]):
                begun, ended = spanning(other)
                if cite in other["cite"] and begun <= last and first <= ended:
                    what = (
                        f"is {cite!r}, for which $.words[{place}] has words of the "
                        "same days. Give each its from and through, or leave one."
                    )
                    yield path, what


def _all_cites(raw: Mapping[str, Any]) -> Iterator[tuple[Any, str]]:
    """Yield what the versions of a file cite, and the answers to its questions."""
    for version in raw.get("version", ()):
        yield from _cites(lay_over({}, version))
        yield from version.get("cites", {}).items()
    for dispute in raw.get("dispute", ()):
        yield from _cites({"dispute": dispute})
        for reading in dispute["reading"]:
            yield from _cites({"reading": reading})


def _holds_parts(parts: list[str], wanted: list[str]) -> bool:
    size = len(wanted)
    return any(
        parts[start : start + size] == wanted for start in range(len(parts) - size + 1)
    )
