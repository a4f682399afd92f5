"""Extra time: what service and distance add to a period, and the grace after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from legalcase.counting.rules.parts.late import minutes
from legalcase.counting.rules.words.closed_sets import Order, meant
from legalcase.dates import Period
from legalcase.errors import InvalidValueError
from legalcase.sealed import sealed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    _Cite = Callable[[Mapping[str, Any]], str]

__all__ = [
    "ExtraTime",
    "Grace",
    "ServiceTable",
    "amount_of",
    "distance_of",
    "grace_of",
    "service_table",
]


class ExtraTime(NamedTuple):
    """Time added for a method of service; `number` 0 adds nothing.

    `from_court_day`: what was served on a day that is no court day was served on the
    next, and the count forward begins there. `code` is that of the step that it leaves.
    Of what was served at the minute `until` or after it, `late` days more are added.
    """

    number: int
    unit: str
    clause: str
    from_court_day: bool = False
    code: str = "add"
    until: int | None = None
    late: int = 0


class Grace(NamedTuple):
    """Until when something is accepted after the day due: court days, and a minute."""

    days: int
    until: int
    acts: frozenset[str]
    clause: str


class ServiceTable(NamedTuple):
    """Extra time by method of service, the order in which it is added, and to what.

    `others` is that of every method that the table does not list, if it says so.
    """

    order: Order
    methods: Mapping[str, ExtraTime]
    only: str = ""
    others: ExtraTime | None = None

    def for_method(self, method: str) -> ExtraTime | None:
        """Return the time that a method adds; ``None`` if nothing is said of it."""
        return self.methods.get(method, self.others)


def service_table(
    table: Mapping[str, Any], cite: _Cite, *, has_hour: bool
) -> ServiceTable:
    """Return a table of service; `has_hour` tells that the trigger has one already.

    Raises `InvalidValueError` for time that nobody says how to add.
    """
    methods, others = {}, None
    if "others" in table:
        nothing = meant("others", "add", table["others"]["add"])
        others = ExtraTime(nothing, "day", cite(table["others"]))
    for method, entry in table.items():
        if method == "others" or not isinstance(entry, dict):
            continue
        number, unit = amount_of(entry["add"])
        clause = cite(entry) or cite(table)
        begins = entry.get("from", "the day itself")
        later = meant("extra_time", "from", begins)
        added = ExtraTime(number, unit, clause, later, code="add")
        if unit == "court day":
            added = added._replace(code="add-court-days")
        if "until" in entry:
            added = added._replace(
                until=minutes(entry["until"]),
                late=meant("extra_time", "late", entry["late"]),
            )
        methods[method] = added
    order = meant("service", "order", table["order"])
    for method, added in methods.items():
        if added.until is not None:
            _check_hour(method, added.unit, order, has_hour=has_hour)
        _check_months(f"service by {method}", added, order)
    return ServiceTable(order, sealed(methods), str(table.get("only", "")), others)


def distance_of(
    table: Mapping[str, Any] | None, cite: _Cite
) -> tuple[ExtraTime, Order] | None:
    """Return the time added because of distance, and the order in which it is.

    Raises `InvalidValueError` for time that nobody says how to add.
    """
    if table is None:
        return None
    number, unit = amount_of(table["add"])
    extra = ExtraTime(number, unit, cite(table), code="add-distance")
    order = meant("distance", "order", table["order"])
    _check_months("distance", extra, order)
    return extra, order


def grace_of(
    table: Mapping[str, Any] | None, cite: _Cite, *, has_court_days: bool
) -> Grace | None:
    """Return until when something is accepted after the end of the day, if it is.

    Raises `InvalidValueError` where the rule does not define court days.
    """
    if table is None or "grace" not in table:
        return None
    grace = table["grace"]
    if not has_court_days:
        msg = (
            "The day of grace is a court day, and the rule does not define them: it "
            "needs a table court_days."
        )
        raise InvalidValueError(msg, field="grace", value=None)
    days = meant("grace", "after", grace["after"])
    acts = frozenset(table.get("acts", ("file",)))
    return Grace(days, minutes(grace["until"]), acts, cite(grace))


def amount_of(text: str) -> tuple[int, str]:
    """Read an amount of time: a number and its unit."""
    if text in {"nothing", "same day"}:
        return 0, "day"
    period = Period.parse(text)
    return period.number, period.unit


def _check_hour(method: str, unit: str, order: Order, *, has_hour: bool) -> None:
    """Refuse an hour of service beside another, and in a period that is one."""
    msg = ""
    if has_hour:
        msg = (
            f"The trigger has an hour, and service by {method} another one. State one "
            "of them."
        )
    elif unit == "court day":
        msg = (
            f"Service by {method} adds court days, and at an hour one day more: nobody "
            "says of what kind that is. State days, or no hour."
        )
    elif order.as_one:
        msg = (
            f"Service by {method} has an hour, and its time is one period with what it "
            "lengthens. State another order, or no hour."
        )
    if msg:
        raise InvalidValueError(msg, field="until", value=None)


def _check_months(what: str, extra: ExtraTime, order: Order) -> None:
    """Refuse months that would be added to an end, which no law says how to do."""
    if extra.unit == "month" and not order.as_one:
        msg = (
            f"The time for {what} is {extra.number} months, and no rule says how "
            "months are added to the end of a period. State the order 'one period', "
            "or days."
        )
        raise InvalidValueError(msg, field="order", value=None)
