"""Quotations: the operative words of a rule, a deadline, or of a computation's steps.

They are read from the files when somebody asks, and stand in no result: a stored one
is explained by the law at hand, if that is of the edition that computed it.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from attrs import evolve

from legalcase.authority import cited
from legalcase.counting.argument.quotation import Quotation, Quoted
from legalcase.errors import InvalidValueError
from legalcase.law.book.local_rules import local_rules_for, with_local_rules
from legalcase.law.files.quotations import in_parts, spanning, words_by_version

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from legalcase.catalogue.deadline_rule import DeadlineRule, DeadlineVersion
    from legalcase.counting.argument.computation import Computation
    from legalcase.counting.engine.inputs import Inputs
    from legalcase.counting.engine.steps import Source
    from legalcase.law.book.book import Book
    from legalcase.law.files.folder import LawFile

__all__ = [
    "quotation_of",
    "quotations",
    "quoted_in",
    "table_of_deadline",
    "words_of_file",
]


class _Entry(NamedTuple):
    """Words, and the citations that rest on them, each in its parts."""

    cites: tuple[tuple[str, ...], ...]
    words: Quotation
    is_shared: bool

    def of(self, run: tuple[str, ...]) -> Quotation:
        """Return the words as those of the citation that was met."""
        return evolve(self.words, cite="; ".join(run)) if self.is_shared else self.words


def quotation_of(
    words: str | Mapping[str, Any],
    cite: str,
    verified: Mapping[str, Any],
    first: date | None = None,
    last: date | None = None,
) -> Quotation:
    """Return words as they are printed, from what a file says of them."""
    table = {"text": words} if isinstance(words, str) else words
    return Quotation(
        cite=cite,
        text=table["text"],
        english=table.get("english"),
        source=table.get("source", verified.get("source")),
        first=first,
        last=last,
    )


def quotations(law: Book, name: str) -> tuple[Quotation, ...]:
    """Return the operative words entered of a deadline or of a counting rule.

    Of a deadline those of each version, oldest first; of a counting rule those of its
    citations and of the rules that it is based on. Raises `UnknownNameError`.
    """
    from legalcase.catalogue.deadline_rule import DeadlineRule

    rule = law.rule(name)
    if isinstance(rule, DeadlineRule):
        return tuple(dict.fromkeys(words for _, words in _of_deadline(law, rule)))
    files = _files_of(law, rule.id)
    return tuple(words for file in files for words in words_of_file(file))


def words_of_file(file: LawFile) -> tuple[Quotation, ...]:
    """Return the words that stand in the file of a rule, or of local rules."""
    return tuple(entry.words for entry in _of_settings(file, None))


def quoted_in(law: Book, computation: Computation) -> Quoted:
    """Return the operative words of the clauses of a computation's steps.

    Raises `InvalidValueError` where a rule or a deadline is of another edition here
    than it was when it was computed: the words may be others. Calendars give no words.
    """
    entries = list(_entries(law, computation))
    clauses: dict[str, tuple[Quotation, ...]] = {}
    without: dict[str, None] = {}
    for step in computation.trace:
        found, lacking = _matched(in_parts(step[3]) if step[3] else [], entries)
        clauses[step[3]] = found
        without.update(dict.fromkeys(lacking))
    return Quoted(clauses, tuple(without))


def _matched(
    parts: list[str], entries: list[_Entry]
) -> tuple[tuple[Quotation, ...], list[str]]:
    """Return the words of a clause, the longest runs first, and what has none."""
    found: dict[Quotation, None] = {}
    lacking = []
    start = 0
    while start < len(parts):
        for end in range(len(parts), start, -1):
            run = tuple(parts[start:end])
            words = next((one for one in entries if run in one.cites), None)
            if words is not None:
                found[words.of(run)] = None
                start = end
                break
        else:
            lacking.append(parts[start])
            start += 1
    return tuple(found), lacking


def _entries(law: Book, computation: Computation) -> Iterator[_Entry]:
    """Yield what can be quoted of the sources of a computation, and of its parts."""
    inputs = computation.inputs
    for source in computation.sources:
        if source.kind == "deadline":
            rule = law.deadline(source.id)
            _check(source, (rule.edition,))
            for first, words in _of_deadline(law, rule):
                if first.isoformat() == source.version:
                    cites = (tuple(in_parts(words.cite)), (rule.id,))
                    yield _Entry(cites, words, is_shared=False)
        elif source.kind == "rule":
            yield from _of_rule(law, source, inputs)
    for part in computation.parts:
        yield from _entries(law, part)


def _of_rule(law: Book, source: Source, inputs: Inputs) -> Iterator[_Entry]:
    rule = law.counting_rule(source.id)
    court = None if inputs.court is None else law.court(inputs.court)
    asked = (law, court, rule, inputs.local_rules)
    laid = with_local_rules(*asked)
    _check(source, (rule.edition, laid.edition))
    local = local_rules_for(*asked) if source.edition == laid.edition else None
    files = _files_of(law, rule.id)
    day = inputs.as_of or inputs.trigger or date.fromisoformat(source.version)
    day = day.date() if isinstance(day, datetime) else day
    for file in (local, *files) if local is not None else files:
        yield from _of_settings(file, day)


def _check(source: Source, editions: tuple[str, ...]) -> None:
    if source.edition not in editions:
        msg = (
            f"{source.id} was of the edition {source.edition} when this was computed, "
            f"and is of {editions[-1]} in the law given: its words may be others. "
            "Compute it anew, or give the law that computed it."
        )
        raise InvalidValueError(msg, field="law", value=source.id)


def _files_of(law: Book, name: str) -> list[LawFile]:
    """Return the file of a counting rule, and those of the rules it is based on."""
    found = []
    base: str | None = name
    while base is not None:
        jurisdiction, _, rest = base.partition("/")
        file = law.file(f"{jurisdiction}/counting/{rest}.toml")
        if file is not None:
            found.append(file)
        base = law.base_of(base)
    return found


def _of_settings(file: LawFile, day: date | None) -> Iterator[_Entry]:
    """Yield the words of a file's citations that were in force on a day, or ever."""
    head = file.raw.get("rule") or file.raw["local_rules"]
    prefix = head["cite_prefix"]
    for table in file.raw.get("words", ()):
        first, last = spanning(table)
        if day is not None and not first <= day <= last:
            continue
        printed = [cited(prefix, cite) for cite in table["cite"]]
        # What stands second in a citation bears no prefix there.
        alone = [tuple(in_parts(cite)) for cite in table["cite"]]
        yield _Entry(
            (*(tuple(in_parts(cite)) for cite in printed), *alone),
            quotation_of(
                table["words"],
                "; ".join(dict.fromkeys(printed)),
                _verified(file.raw, head, day or first),
                table.get("from"),
                table.get("through"),
            ),
            is_shared=True,
        )


def _verified(
    raw: Mapping[str, Any], head: Mapping[str, Any], day: date
) -> Mapping[str, Any]:
    """Return how the version of a day was verified, which says where it was read."""
    begun = [one for one in raw.get("version", ()) if one["from"] <= day]
    found: Mapping[str, Any] = head["verified"]
    if begun:
        found = max(begun, key=lambda one: one["from"]).get("verified", found)
    return found


def _of_deadline(law: Book, rule: DeadlineRule) -> Iterator[tuple[date, Quotation]]:
    """Yield the words of a deadline's versions, each with the version's first day."""
    table, _ = table_of_deadline(law, rule)
    texts = words_by_version(table) if table else []
    for index, version in enumerate(rule.versions):
        text = next((one for day, one in reversed(texts) if day <= version.first), None)
        if text is not None:
            later = rule.versions[index + 1 :]
            authority = version.authority
            yield (
                version.first,
                quotation_of(
                    text,
                    authority.cite,
                    {"source": _read_in(rule, table, version)},
                    version.first,
                    later[0].first - timedelta(days=1) if later else rule.last,
                ),
            )


def _read_in(
    rule: DeadlineRule, table: Mapping[str, Any], version: DeadlineVersion
) -> str | None:
    """Return where the words of a version were read.

    One known from accounts alone has its words from the text before it.
    """
    begun = [(table["in_force"]["from"], table)]
    begun += [(one["from"], one) for one in table.get("version", ())]
    stated = [day for day, one in begun if "words" in one and day <= version.first]
    of = {one.first: one.authority for one in rule.versions}
    authority = version.authority
    if authority.verified != "text" and stated:
        authority = of.get(stated[-1], authority)
    return authority.source


def table_of_deadline(law: Book, rule: DeadlineRule) -> tuple[Mapping[str, Any], str]:
    """Return the table of which a deadline was made, and the prefix of its citations.

    The table is empty where the law has no such deadline of that edition.
    """
    pack, _, pinpoint = rule.id.rpartition("/")
    for folder in reversed(law.folders):
        for sort in ("deadlines", "local-rules"):
            for name in folder.names(rule.jurisdiction, sort):
                file = folder.read(name)
                if file is None or file.edition != rule.edition:
                    continue
                head = file.raw.get("pack") or file.raw["local_rules"]
                for table in file.raw.get("deadline", ()):
                    if head["id"] == pack and table["id"] == pinpoint:
                        return table, head["cite_prefix"]
    return {}, ""
