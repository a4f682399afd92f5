"""Checks of recesses: what stops is said once, and the nature that decides is asked."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from legalcase.errors import LegalCaseError
from legalcase.law.build.counting_rule import lay_local_rules
from legalcase.law.files.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from legalcase.authority import Dispute
    from legalcase.counting.rules.counting_rule import (
        Choices,
        CountingRule,
        RuleVersion,
    )
    from legalcase.counting.rules.parts.suspension import Suspension
    from legalcase.counting.rules.settings import Settings
    from legalcase.law.book.book import Book
    from legalcase.law.files.folder import LawFile

__all__ = ["Span", "check_recesses", "spans_of"]

_ONE_DAY = timedelta(days=1)
#: What a reading can state that stops a period.
_STATED: Final = frozenset({"suspension", "tolls"})


class Span(NamedTuple):
    """The triggers to which a version of a rule applies; both ends included."""

    version: RuleVersion
    first: date
    last: date

    def within(self, dispute: Dispute) -> Span | None:
        """Return the part of it for which a dispute arises, if any."""
        first = max(self.first, dispute.first or date.min)
        last = min(self.last, dispute.last or date.max)
        return Span(self.version, first, last) if first <= last else None


def spans_of(rule: CountingRule) -> Iterator[Span]:
    """Yield each version of a rule with the triggers to which it applies."""
    starts = [version.first for version in rule.versions[1:]]
    ends = [*(start - _ONE_DAY for start in starts), rule.last or date.max]
    for version, last in zip(rule.versions, ends, strict=True):
        yield Span(version, version.first, last)


def check_recesses(law: Book, file: LawFile) -> list[Problem]:
    """Return where the nature of a period decides whether it stops, and nobody asks."""
    try:
        found = list(_of_deadlines(law, file))
        if file.sort != "deadlines":
            rule = _laid_out(law, file)
            found += [*_unasked(rule, file.raw), *_without_days(law, rule, file.raw)]
        return [Problem(file.name, path, what) for path, what in found]
    except (LegalCaseError, LookupError):
        return []  # what cannot be counted with is reported by itself


def _laid_out(law: Book, file: LawFile) -> CountingRule:
    if file.sort == "counting":
        return law.counting_rule(file.raw["rule"]["id"])
    head, tables = file.raw["local_rules"], file.raw.get("version", [])
    rule = law.counting_rule(head["counting"])
    return lay_local_rules(rule, tables, head["cite_prefix"], file.edition)


def _unasked(rule: CountingRule, raw: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for span in spans_of(rule):
        recess = rule.settings(span.version).suspension
        yield from _gap(rule, recess, span, _place(raw, span))
        for toll in rule.settings(span.version).tolls:
            yield from _gap(rule, toll, span, _stated(raw, "tolls"))
    for index, table in enumerate(raw.get("dispute", ())):
        dispute = next(d for d in rule.disputes if d.id == table["id"])
        for number, reading in enumerate(dispute.readings):
            if _STATED & reading.change.keys():
                where = f"$.dispute[{index}].reading[{number}]"
                choices = frozenset({(f"{rule.id}#{dispute.id}", reading.name)})
                for whole in spans_of(rule):
                    part = whole.within(dispute)
                    if part is not None:
                        settings = rule.settings(part.version, choices)
                        yield from _gaps(rule, settings, reading.change, part, where)


def _of_deadlines(law: Book, file: LawFile) -> Iterator[tuple[str, str]]:
    """Yield where a reading of a deadline makes a recess whose nature nobody gives."""
    head = file.raw.get("pack") or file.raw.get("local_rules") or {}
    for index, table in enumerate(file.raw.get("deadline", ())):
        deadline = law.deadline(f"{head['id']}/{table['id']}")
        rule = law.counting_rule(deadline.counting)
        if any(version.nature is not None for version in deadline.versions):
            continue
        for place, dispute in enumerate(deadline.disputes):
            for number, reading in enumerate(dispute.readings):
                if not _STATED & reading.change.keys():
                    continue
                path = f"$.deadline[{index}].dispute[{place}].reading[{number}]"
                for whole in spans_of(rule):
                    span = whole.within(dispute)
                    if span is not None:
                        settings = rule.settings(
                            span.version, frozenset(), (reading.change,)
                        )
                        yield from _gaps(rule, settings, reading.change, span, path)


def _place(raw: Mapping[str, Any], span: Span) -> str:
    """Return the path of the recess of a version: of a base's, where it is changed."""
    tables = raw.get("version", ())
    places = [n for n, table in enumerate(tables) if table["from"] <= span.first]
    return f"$.version[{places[-1] if places else 0}].suspension"


def _stated(raw: Mapping[str, Any], key: str) -> str:
    """Return the path of the first version that states a setting, or of the first."""
    tables = raw.get("version", ())
    places = [n for n, table in enumerate(tables) if key in table]
    return f"$.version[{places[0] if places else 0}].{key}"


def _without_days(
    law: Book, rule: CountingRule, raw: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    """Yield where the calendar that counts by default has no day of a recess."""
    calendar = law.calendar(rule.default_calendar)
    for span in spans_of(rule):
        recess = rule.settings(span.version).suspension
        kinds = dict(() if recess is None else recess.days).get("court")
        if kinds and not calendar.days_of_kinds(kinds):
            what = (
                f"is {', '.join(sorted(kinds))}, and {calendar.id!r} has no such day: "
                "nothing would stop. Enter the days there, or name their kind."
            )
            yield f"{_place(raw, span)}.days.court", what


def _gaps(
    rule: CountingRule,
    settings: Settings,
    change: Mapping[str, Any],
    span: Span,
    path: str,
) -> Iterator[tuple[str, str]]:
    """Yield the gaps of what a reading states: a recess, orders that held once."""
    if "suspension" in change:
        yield from _gap(rule, settings.suspension, span, f"{path}.suspension")
    if "tolls" in change:
        for toll in settings.tolls:
            yield from _gap(rule, toll, span, f"{path}.tolls")


def _gap(
    rule: CountingRule, recess: Suspension | None, span: Span, path: str
) -> Iterator[tuple[str, str]]:
    """Yield the first day of a span on which a recess by nature is not asked about."""
    if recess is None or not (recess.natures or recess.excepted):
        return
    asked = sorted(
        (part.first, part.last)
        for dispute in rule.disputes
        if _settles(rule, dispute, recess, span)
        and (part := span.within(dispute)) is not None
    )
    day = span.first
    for first, last in asked:
        if first > day:
            break
        if last >= span.last:
            return
        day = max(day, last + _ONE_DAY)
    what = (
        f"names natures, and no question asks for the nature from {day} on. Add a "
        "dispute of kind 'fact' with asks = 'nature', and a reading whose nature is "
        "treated otherwise than none."
    )
    yield path, what


def _settles(
    rule: CountingRule, dispute: Dispute, recess: Suspension, span: Span
) -> bool:
    """Tell whether an answer to a question of fact makes a recess act otherwise."""
    if (dispute.kind, dispute.asks) != ("fact", "nature"):
        return False
    if span.within(dispute) is None:
        return False
    for reading in dispute.readings:
        choices: Choices = frozenset({(f"{rule.id}#{dispute.id}", reading.name)})
        settings = rule.settings(span.version, choices)
        if settings.nature is not None and (
            recess.stops(settings.nature) != recess.stops(None)
        ):
            return True
    return False
