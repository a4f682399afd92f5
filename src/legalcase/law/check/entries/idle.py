"""Checks of disputes: an answer that leaves every date as it is is no answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.counting.rules.words.overlay import lay_over
from legalcase.errors import LegalCaseError
from legalcase.law.check.rules.recesses import spans_of
from legalcase.law.files.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from legalcase.authority import Dispute, DisputedReading
    from legalcase.catalogue.deadline_rule import DeadlineRule
    from legalcase.counting.rules.counting_rule import CountingRule, RuleVersion
    from legalcase.law.book.book import Book
    from legalcase.law.files.folder import LawFile

__all__ = ["check_idle", "idle_in_calendar"]

_IDLE: Final = (
    "changes nothing: under it all is as under the adopted answer. Say what holds "
    "under it, or take the dispute out."
)
_INPUTS: Final = frozenset({"act", "nature", "paper"})


def check_idle(law: Book, file: LawFile) -> list[Problem]:
    """Return the readings of rules and deadlines under which all is counted alike."""
    try:
        if file.sort == "counting":
            rule = law.counting_rule(file.raw["rule"]["id"])
            # A base's come after its own, and were checked there.
            own = rule.disputes[: len(file.raw.get("dispute", ()))]
            return list(_idle(file, rule, "$", own, (rule.default_act, None)))
        return [
            problem
            for index, deadline in enumerate(_deadlines(law, file))
            for problem in _idle(
                file,
                law.counting_rule(deadline.counting),
                f"$.deadline[{index}]",
                # Those that only ask which period it is stand in no table of their own.
                deadline.disputes[: len(deadline.disputes) - len(deadline.case_facts)],
                (deadline.current.act, deadline.current.nature),
            )
        ]
    except LegalCaseError:
        return []  # reported by itself


def _deadlines(law: Book, file: LawFile) -> Iterator[DeadlineRule]:
    head = file.raw.get("pack") or file.raw["local_rules"]
    for table in file.raw.get("deadline", ()):
        yield law.deadline(f"{head['id']}/{table['id']}")


def _idle(
    file: LawFile,
    rule: CountingRule,
    path: str,
    disputes: tuple[Dispute, ...],
    adopted: tuple[str | None, str | None],
) -> Iterator[Problem]:
    """Yield idle readings of disputes; `adopted` are act and nature without them."""
    for index, dispute in enumerate(disputes):
        versions = [span.version for span in spans_of(rule) if span.within(dispute)]
        for number, reading in enumerate(dispute.readings):
            if not any(_differs(rule, one, reading, adopted) for one in versions):
                where = f"{path}.dispute[{index}].reading[{number}]"
                yield Problem(file.name, where, _IDLE)


def idle_in_calendar(law: Book, file: LawFile) -> list[Problem]:
    """Return the readings of a calendar under which every day is as it is without."""
    calendar = law.calendar(file.raw["calendar"]["id"])
    return [
        Problem(file.name, f"$.dispute[{index}].reading[{number}]", _IDLE)
        for index, table in enumerate(file.raw.get("dispute", ()))
        for number, reading in enumerate(table["reading"])
        if not calendar.days_in_dispute(table["id"], (reading["name"],))
    ]


def _differs(
    rule: CountingRule,
    version: RuleVersion,
    reading: DisputedReading,
    adopted: tuple[str | None, str | None],
) -> bool:
    """Tell whether a version can count otherwise under a reading than without it."""
    change = dict(reading.change)
    given = {key: change.pop(key) for key in _INPUTS & change.keys()}
    if change.get("calendar"):
        return True  # what it changes lies in the calendars
    laid = lay_over(version.data, change)
    if _bare(laid) != _bare(lay_over(version.data, {})):
        return True
    # An input can matter to what another reading puts in the place of the text.
    others = [one.change for dispute in rule.disputes for one in dispute.readings]
    act, nature = adopted
    return (
        ("nature" in given and _stops_otherwise(rule, version, given, nature))
        or (
            "act" in given
            and any(
                (given["act"] in acts) != (act in acts)
                for table in (laid, *others)
                for acts in _lists_of_acts(table)
            )
        )
        or (
            "paper" in given
            and any(len(t.get("completion", {})) > 1 for t in (laid, *others))
        )
    )


def _stops_otherwise(
    rule: CountingRule, version: RuleVersion, given: dict[str, Any], adopted: str | None
) -> bool:
    """Tell whether a recess, of the text or of a reading, minds a nature given."""
    choices = [frozenset[tuple[str, str]]()]
    choices += [
        frozenset({(f"{rule.id}#{dispute.id}", reading.name)})
        for dispute in rule.disputes
        for reading in dispute.readings
        if {"suspension", "tolls"} & reading.change.keys()
    ]
    for chosen in choices:
        settings = rule.settings(version, chosen)
        for recess in (settings.suspension, *settings.tolls):
            if recess is not None and (
                recess.stops(given["nature"]) != recess.stops(adopted)
            ):
                return True
    return False


def _bare(value: Any) -> Any:
    """Return tables without their citations, by which nothing is counted."""
    if isinstance(value, dict):
        return {key: _bare(one) for key, one in value.items() if key != "cite"}
    return value


def _lists_of_acts(data: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    for key, value in data.items():
        if key == "acts":
            yield tuple(value)
        elif isinstance(value, dict):
            yield from _lists_of_acts(value)
