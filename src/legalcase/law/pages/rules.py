"""Rules of computation on the page of a jurisdiction: versions side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.counting.rules.words.overlay import lay_over
from legalcase.law.book.operative import words_of_file
from legalcase.law.pages.disputes import disputes_table
from legalcase.law.pages.page import PageSection, PageTable
from legalcase.law.pages.said import authority_said, how_said, said, settings_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from legalcase.law.book.book import Book

__all__ = ["local_sections", "rule_sections"]

_HEAD: Final = ("id", "name", "verified")
_QUOTED: Final = "In the words of the law"
_WORDS: Final = ("words", "authority", "in force")
_CAPTION: Final = "Settings by version: what a version changed is marked"


def rule_sections(law: Book, jurisdiction: str) -> Iterator[PageSection]:
    """Yield a section for each counting rule of a jurisdiction."""
    for name in law.names("rule"):
        home, _, rest = name.partition("/")
        file = law.file(f"{home}/counting/{rest}.toml")
        if home != jurisdiction or file is None:
            continue
        rule, head = law.counting_rule(name), file.raw["rule"]
        prefix = head["cite_prefix"]
        rows = [
            (k.replace("_", " "), said(v)) for k, v in head.items() if k not in _HEAD
        ]
        rows.append(("verified", how_said(head["verified"])))
        facts = PageTable(
            caption="", head=("what", "is"), rows=tuple(row for row in rows if row[1])
        )
        columns = [
            (str(version.first), dict(settings_of(version.data, rule.cite_prefix)))
            for version in rule.versions
        ]
        yield PageSection(
            title=f"Rule {name}: {rule.name}",
            level=2,
            parts=(
                facts,
                _texts(file.raw["version"], prefix, head["verified"]),
                _side_by_side(_CAPTION, columns),
                _words(law, name),
                disputes_table(file.raw.get("dispute", ()), prefix, name),
            ),
        )


def local_sections(law: Book, jurisdiction: str) -> Iterator[PageSection]:
    """Yield a section for the local rules of each court that lay over a rule."""
    for folder in law.folders:
        for name in folder.names(jurisdiction, "local-rules"):
            file = folder.read(name)
            if file is None or not file.raw.get("version"):
                continue
            head, versions = file.raw["local_rules"], file.raw["version"]
            prefix = head["cite_prefix"]
            settings: dict[str, Any] = {}
            columns = []
            for version in versions:
                settings = lay_over(settings, version)
                columns.append(
                    (str(version["from"]), dict(settings_of(settings, prefix)))
                )
            quoted = tuple(
                (str(words), words.where, words.span) for words in words_of_file(file)
            )
            yield PageSection(
                title=f"Local rules {head['id']}, over {head['counting']}",
                level=2,
                parts=(
                    _texts(versions, prefix, head["verified"]),
                    _side_by_side(_CAPTION, columns),
                    PageTable(caption=_QUOTED, head=_WORDS, rows=quoted),
                ),
            )


def _texts(
    versions: Sequence[Mapping[str, Any]], prefix: str, default: Mapping[str, Any]
) -> PageTable:
    rows = tuple(
        (
            str(version["from"]),
            authority_said(version, prefix),
            how_said(version.get("verified", default)),
        )
        for version in versions
    )
    return PageTable(caption="Versions", head=("from", "text", "verified"), rows=rows)


def _side_by_side(
    caption: str, columns: Sequence[tuple[str, Mapping[str, str]]]
) -> PageTable:
    """Return what each version says, beside each other; what changed is marked."""
    names = list(dict.fromkeys(name for _, column in columns for name in column))
    rows, changed = [], set()
    for number, name in enumerate(names):
        cells = [column.get(name, "-") for _, column in columns]
        changed |= {
            (number, place)
            for place in range(1, len(cells) + 1)
            if place > 1 and cells[place - 1] != cells[place - 2]
        }
        rows.append((name, *cells))
    return PageTable(
        caption=caption,
        head=("setting", *(f"from {first}" for first, _ in columns)),
        rows=tuple(rows),
        changed=frozenset(changed),
        is_history=True,
    )


def _words(law: Book, name: str) -> PageTable:
    """Return the operative words that are entered of a rule."""
    rows = tuple(
        (str(words), words.where, words.span) for words in law.quotations(name)
    )
    return PageTable(caption=_QUOTED, head=_WORDS, rows=rows)
