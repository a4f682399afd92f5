"""Methods of service of a rule: what each adds and when it is complete, by version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.cli.console.terminal import width
from legalcase.markup import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from legalcase.counting.rules.counting_rule import CountingRule
    from legalcase.counting.rules.settings import Completion, ExtraTime, Settings

__all__ = ["methods_data", "methods_pages"]

_MINUTES: Final = 60
_OTHERS: Final = "any other"
_GONE: Final = "no such method"
_PAPERS: Final = {
    "any": "any paper",
    "claim-form": "the claim form",
    "other": "other papers",
}
#: (what a method does, the day from which it does, the authority), oldest first.
_History = list[tuple[str, "date", str]]


def methods_pages(rule: CountingRule, table: str | None = None) -> Iterator[str]:
    """Yield the tables: added time (of one table, or of all), then completion.

    With `table`, the name of one table of added days, that alone.
    """
    for name, methods in _added(rule, table).items():
        yield _page(f"Days added for service, table {name}", "adds", methods)
    if table is None:
        for paper, methods in _complete(rule).items():
            what = _PAPERS.get(paper, paper)
            yield _page(f"When service of {what} is complete", "complete", methods)


def methods_data(rule: CountingRule, table: str | None = None) -> dict[str, Any]:
    """Return the same as JSON types, by table or class of paper, then by method."""
    added = {name: _data("adds", each) for name, each in _added(rule, table).items()}
    complete = {} if table is not None else _complete(rule)
    return {
        "added_for_service": added,
        "service_is_complete": {
            paper: _data("when", each) for paper, each in complete.items()
        },
    }


def _data(key: str, methods: Mapping[str, _History]) -> dict[str, Any]:
    return {
        method: [
            {"from": first.isoformat(), key: said, "authority": clause}
            for said, first, clause in history
        ]
        for method, history in methods.items()
    }


def _page(title: str, verb: str, methods: Mapping[str, _History]) -> str:
    ended = {h[-1][1] for h in methods.values() if h[-1][0] == _GONE}
    if ended and all(history[-1][0] == _GONE for history in methods.values()):
        # The whole table was replaced: said once.
        title = f"{title}, before {max(ended)}"
        methods = {method: history[:-1] for method, history in methods.items()}
    table = Table(title, ("method", verb, "since", "authority"))
    for method, history in methods.items():
        # The newest first: it is what is looked for.
        for place, (said, first, clause) in enumerate(reversed(history)):
            name = method if place == 0 else ""
            table.add(name, said, str(first), clause)
    return table.text(width())


def _added(rule: CountingRule, table: str | None) -> dict[str, dict[str, _History]]:
    def tables(settings: Settings) -> Iterator[tuple[str, str, str, str]]:
        for name, each in settings.service.items():
            for method, extra in each.methods.items():
                yield name, method, _say_added(extra), extra.clause
            if each.others is not None:
                yield name, _OTHERS, _say_added(each.others), each.others.clause

    found = _histories(rule, tables)
    return found if table is None else {k: v for k, v in found.items() if k == table}


def _complete(rule: CountingRule) -> dict[str, dict[str, _History]]:
    def tables(settings: Settings) -> Iterator[tuple[str, str, str, str]]:
        for paper, each in settings.completion.items():
            for method, entry in each.items():
                yield paper, method, _say_complete(entry), entry.clause

    return _histories(rule, tables)


def _histories(rule: CountingRule, tables: Any) -> dict[str, dict[str, _History]]:
    """Return what each method did since when, without versions that say the same.

    Tables and methods stand in the order of the newest version.
    """
    found: dict[str, dict[str, _History]] = {}
    for version in reversed(rule.versions):
        rows: Iterable[tuple[str, str, str, str]] = tables(rule.settings(version))
        for name, method, _, _ in rows:
            found.setdefault(name, {}).setdefault(method, [])
    for version in rule.versions:
        now = {
            (name, method): (said, clause)
            for name, method, said, clause in tables(rule.settings(version))
        }
        for name, methods in found.items():
            for method, history in methods.items():
                said, clause = now.get((name, method), (_GONE, ""))
                if history and history[-1][0] == said:
                    # The newest authority for what has stayed as it was.
                    history[-1] = (said, history[-1][1], clause)
                elif history or said != _GONE:
                    history.append((said, version.first, clause))
    return found


def _say_added(extra: ExtraTime) -> str:
    said = "nothing"
    if extra.number:
        said = f"{extra.number} {extra.unit}{'' if extra.number == 1 else 's'}"
    if extra.until is None:
        return said
    hour = f"{extra.until // _MINUTES}:{extra.until % _MINUTES:02}"
    return f"{said}, and {extra.late} day more from {hour} on"


def _say_complete(entry: Completion) -> str:
    noun = f"{entry.unit}{'' if entry.number == 1 else 's'}"
    said = f"{entry.number} {noun} later" if entry.number else "the same day"
    if entry.until is not None:
        hour = f"{entry.until // _MINUTES}:{entry.until % _MINUTES:02}"
        later = "next court day" if entry.late_to_court_day else "next day"
        said += f", before {hour}, else the {later}"
    if entry.ends_on_court_day:
        said += "; if no court day, the next"
    return said
