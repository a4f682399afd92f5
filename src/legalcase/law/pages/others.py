"""Courts, clocks, people, and how all was verified, on the page of a jurisdiction."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from legalcase.authority import HOW
from legalcase.law.book.finding.courts import court_files
from legalcase.law.check.quotes.quoted import claims
from legalcase.law.pages.disputes import disputes_table
from legalcase.law.pages.page import PageSection, PageTable
from legalcase.law.pages.said import authority_said, how_said, said, words_said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from legalcase.law.book.book import Book
    from legalcase.law.files.folder import LawFile

__all__ = ["clock_sections", "court_section", "people_section", "verified_section"]

_MEANING: Final = (
    "text: the primary text was read; secondary: an account of it; recall: nothing. "
    "words, owed: of what was read as text, so much quotes the words it rests on, or "
    "does not yet."
)
_BACKED: Final = ("authority", "verified", "words")
_APART: Final = frozenset(
    {"id", "name", "title", "cite", "words", "verified", "examples", "dispute"}
)


def verified_section(law: Book, jurisdiction: str) -> PageSection:
    """Return how the entries of each file were verified, and how many are quoted."""
    rows = []
    total: Counter[str] = Counter()
    for file in files_of(law, jurisdiction):
        counted: Counter[str] = Counter(
            one["how"] for one in _verified(file.raw) if "how" in one
        )
        counted.update("owed" if claim.what else "words" for claim in claims(file))
        total += counted
        if counted:
            rows.append((file.name, *_cells(counted)))
    rows.append(("all", *_cells(total)))
    head = ("file", "how many", "words")
    table = PageTable(caption="", head=head, rows=tuple(rows))
    return PageSection(
        title="How it was verified",
        level=1,
        parts=(_MEANING, table),
    )


def _cells(counted: Mapping[str, int]) -> tuple[str, str]:
    hows = ", ".join(f"{counted[how]} {how}" for how in HOW if counted[how])
    quoted = ", ".join(
        f"{counted[key]} {key}" for key in ("words", "owed") if counted[key]
    )
    return hows, quoted


def files_of(law: Book, jurisdiction: str) -> list[LawFile]:
    """Return every file of a jurisdiction, of all folders."""
    found = []
    for folder in law.folders:
        for name in folder.all_names():
            file = folder.read(name) if name.startswith(f"{jurisdiction}/") else None
            if file is not None:
                found.append(file)
    return found


def _verified(value: Any) -> Iterator[Mapping[str, Any]]:
    """Yield every statement of how something was verified, wherever it stands."""
    if isinstance(value, dict):
        for key, member in value.items():
            if key == "verified":
                yield from member if isinstance(member, list | tuple) else (member,)
            else:
                yield from _verified(member)
    elif isinstance(value, list | tuple):
        for member in value:
            yield from _verified(member)


def court_section(law: Book, jurisdiction: str) -> PageSection | None:
    """Return the courts of a jurisdiction."""
    rows = []
    for court in law.courts(jurisdiction):
        authority = court.authority
        calendars = "; ".join(f"{role} {name}" for role, name in court.calendars)
        hours = "; ".join(f"{which} {hour}" for which, hour in court.cut_offs)
        on = f" ({authority.verified_on})" if authority.verified_on else ""
        table = _court_table(law, jurisdiction, court.id)
        rows.append(
            (
                court.id,
                court.name,
                ", ".join(court.counting),
                calendars,
                ", ".join(court.zones),
                hours,
                ", ".join(court.hears),
                authority.cite,
                f"{authority.verified}{on}",
                words_said(table),
            )
        )
    if not rows:
        return None
    head = ("court", "name", "rules", "calendars", "zones", "the day ends", "hears")
    courts = PageTable.of("", (*head, *_BACKED), rows)
    return PageSection(title="Courts", level=1, parts=(courts,))


def _court_table(law: Book, jurisdiction: str, name: str) -> Mapping[str, Any]:
    for folder in reversed(law.folders):
        for file in court_files(folder, jurisdiction):
            for table in file.raw["court"]:
                if table["id"] == name:
                    found: Mapping[str, Any] = table
                    return found
    return {}


def clock_sections(law: Book, jurisdiction: str) -> Iterator[PageSection]:
    """Yield a section for each file of clocks."""
    for file in files_of(law, jurisdiction):
        if file.sort != "clocks":
            continue
        head = file.raw["clocks"]
        prefix, default = head["cite_prefix"], head["verified"]
        clocks = file.raw["clock"]
        parts: list[str | PageTable] = [
            _table("Clocks", "clock", clocks, prefix, default),
            _table(
                "Exclusions",
                "exclusion",
                file.raw.get("exclusion", ()),
                prefix,
                default,
            ),
        ]
        parts += [
            disputes_table(clock["dispute"], prefix, f"{head['id']}/{clock['id']}")
            for clock in clocks
            if "dispute" in clock
        ]
        title = f"Clocks of {head['id']}: {head['name']}"
        yield PageSection(title=title, level=2, parts=tuple(parts))


def _table(
    caption: str,
    what: str,
    tables: Sequence[Mapping[str, Any]],
    prefix: str,
    default: Mapping[str, Any],
) -> PageTable:
    rows = tuple(
        (
            table["id"],
            table.get("title", table.get("name", "")),
            said({k: v for k, v in table.items() if k not in _APART}),
            authority_said(table, prefix),
            how_said(table.get("verified", default)),
            words_said(table),
        )
        for table in tables
    )
    head = (what, "title", "says", *_BACKED)
    return PageTable.of(caption, head, rows)


def people_section(law: Book, jurisdiction: str) -> PageSection | None:
    """Return what the rules of a jurisdiction say of people."""
    rows = [
        (
            f"{rule}: {key.replace('_', ' ')}",
            authority_said(table),
            how_said(table["verified"]),
            words_said(table),
        )
        for file in files_of(law, jurisdiction)
        for rule, of_rule in file.raw.get("people", {}).items()
        for key, table in of_rule.items()
    ]
    if not rows:
        return None
    people = PageTable.of("", ("rule", *_BACKED), rows)
    return PageSection(title="Rules of people", level=1, parts=(people,))
