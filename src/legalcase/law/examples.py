"""Running the examples that stand inside the law: each must give its own date."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from legalcase.errors import LegalCaseError
from legalcase.law.build.closed_sets import meant
from legalcase.law.files.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from legalcase.counting.argument.computation import Computation
    from legalcase.law.files.folder import LawFile, LawFolder
    from legalcase.law.lawbook import Law

__all__ = ["Example", "answer_of", "examples_of", "run_example", "run_examples"]

_ANCHORS: Final = ("after", "before", "extending", "served_on")
#: What an example says besides the facts of the question.
_ANSWERS: Final = frozenset(
    {
        "due",
        "alternatives",
        "safe",
        "source",
        "note",
        "timezone",
        "period",
        "first",
        *_ANCHORS,
    }
)


class Example(NamedTuple):
    """An example: file and path, the sort and the id of its entry, its table."""

    file: str
    path: str
    sort: str
    entry: str
    table: Mapping[str, Any]


def run_examples(law: Law, folder: LawFolder) -> list[Problem]:
    """Return (file, path, what is wrong) for each example that another date answers.

    The files must have passed `check_folder`; the examples of `folder` alone are run,
    against the whole of `law`.
    """
    problems = []
    for example in examples_of(folder):
        what = run_example(law, example)
        if what:
            problems.append(Problem(example.file, example.path, what))
    return problems


def examples_of(folder: LawFolder) -> Iterator[Example]:
    """Yield every example of a folder, by file."""
    for name in folder.all_names():
        file = folder.read(name)
        if file is not None:
            yield from _in_file(file)


def _in_file(file: LawFile) -> Iterator[Example]:
    raw = file.raw
    for sort, head in (("calendar", "calendar"), ("counting", "rule")):
        if file.sort == sort:
            for index, table in enumerate(raw.get("example", ())):
                path = f"$.example[{index}]"
                yield Example(file.name, path, head, raw[head]["id"], table)
    if file.sort in {"deadlines", "local-rules"}:
        pack = (raw.get("pack") or raw["local_rules"])["id"]
        for index, deadline in enumerate(raw.get("deadline", ())):
            for number, table in enumerate(deadline["examples"]):
                path = f"$.deadline[{index}].examples[{number}]"
                entry = f"{pack}/{deadline['id']}"
                yield Example(file.name, path, "deadline", entry, table)


def run_example(law: Law, example: Example) -> str:
    """Return what is wrong with an example's answer; ``""`` if nothing is."""
    try:
        if example.sort == "calendar":
            return _run_calendar(law, example)
        return _compared(answer_of(law, example), example.table)
    except LegalCaseError as error:
        return f"is refused: {error}"


def _run_calendar(law: Law, example: Example) -> str:
    calendar, day = law.calendar(example.entry), example.table["on"]
    is_open = calendar.is_open(day)
    if is_open != (meant("calendar_example", "open", example.table["open"])):
        said = "open" if is_open else "closed"
        return f"says otherwise than the calendar: {day} is {said}."
    name = example.table.get("name")
    named = [closure.name for closure in calendar.closures_on(day)]
    opening = calendar.opening_on(day)
    named += [] if opening is None else [opening.name]
    if name is not None and name not in named:
        return f"names {name!r}; the calendar has {', '.join(named) or 'nothing'}."
    return ""


def answer_of(law: Law, example: Example) -> Computation:
    """Compute what an example of a counting rule or of a deadline asks.

    Raises what the same call raises: `LegalCaseError` and its kinds.
    """
    table = example.table
    facts = {key: value for key, value in table.items() if key not in _ANSWERS}
    zone = table.get("timezone") or _zone_of(law, table.get("court"))
    anchors = {key: _local(table[key], zone) for key in _ANCHORS if key in table}
    if "first" in table:
        anchors["after"] = _served(law, example, zone)
    if example.sort == "deadline":
        return law.compute(example.entry, **anchors, **facts)
    if "served_on" in anchors:
        method = facts.pop("service")
        on = anchors["served_on"]
        return law.served_on(on, method, under=example.entry, **facts)
    return law.compute(table["period"], under=example.entry, **anchors, **facts)


def _served(law: Law, example: Example, zone: str | None) -> Computation:
    """Take the first of two steps: when service was complete."""
    step = example.table["first"]
    under = step.get("under")
    if under is None:
        under = example.entry
        if example.sort == "deadline":
            under = law.deadline(under).counting
    return law.served_on(
        _local(step["served_on"], zone),
        step["service"],
        under=under,
        paper=step.get("paper"),
        court=example.table.get("court"),
    )


def _zone_of(law: Law, court: str | None) -> str | None:
    return None if court is None else law.court(court).zones[0]


def _local(value: Any, zone: str | None) -> Any:
    """Give local times their zone, in a table of triggers too."""
    if isinstance(value, dict):
        return {word: _local(when, zone) for word, when in value.items()}
    if isinstance(value, datetime) and value.tzinfo is None and zone is not None:
        return value.replace(tzinfo=ZoneInfo(zone))
    return value


def _compared(found: Computation, table: Mapping[str, Any]) -> str:
    """Compare a computation with what the example expects of it."""
    wrong = []
    due: date | datetime = table["due"]
    if isinstance(due, datetime):
        instant = found.due_at
        local = found.due if instant is None else instant.replace(tzinfo=None)
        if instant is None:
            wrong.append(f"due is {local}, of which no hour is known, not {due}.")
        elif local != due:
            wrong.append(f"due is {local}, not {due}.")
    elif found.due != due:
        wrong.append(f"due is {found.due}, not {due}.")
    shown = {reading.due for reading in found.readings}
    lacking = [day for day in table.get("alternatives", ()) if day not in shown]
    if lacking:
        said = ", ".join(map(str, sorted(shown))) or "none"
        wrong.append(f"{_listed(lacking)} is not among the readings ({said}).")
    if "safe" in table and found.safe != table["safe"]:
        wrong.append(f"safe is {found.safe}, not {table['safe']}.")
    return " ".join(wrong)


def _listed(days: list[date]) -> str:
    return ", ".join(map(str, days))
