"""Stage 6, extra time: what the method of service adds to a period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.counting.rules.words.closed_sets import Order
from legalcase.errors import UnknownNameError, UnsupportedQuestionError

if TYPE_CHECKING:
    from legalcase.counting.engine.count import Count
    from legalcase.counting.rules.settings import ExtraTime, Settings

__all__ = ["extra_time", "hour_counted_back"]


def extra_time(count: Count, settings: Settings) -> tuple[ExtraTime | None, Order]:
    """Stage 6: the time that the method of service adds, and the order.

    Raises `UnknownNameError` for a method or a table that the rule does not list.
    """
    method = count.given.service
    if method is None:
        return None, Order()
    name = count.table or settings.table_for(count.sign)
    if name in {"none", "notice only"}:
        _check_method(count, settings, method)
        return None, Order()
    table = settings.service.get(name)
    if table is None:
        kind = f"table of service in {count.rule.id}:"
        raise UnknownNameError.among(kind, name, {*settings.service, "none"})
    extra = table.for_method(method)
    if extra is None:
        kind = f"method of service under {count.rule.id}:"
        raise UnknownNameError.among(kind, method, table.methods)
    return extra, table.order


def _check_method(count: Count, settings: Settings, method: str) -> None:
    """Refuse a method that no table of the rule knows, though none is used here."""
    known = {name for table in settings.service.values() for name in table.methods}
    known |= {name for table in settings.completion.values() for name in table}
    others = any(table.others is not None for table in settings.service.values())
    if known and not others and method not in known:
        kind = f"method of service under {count.rule.id}:"
        raise UnknownNameError.among(kind, method, known)


def hour_counted_back(count: Count, extra: ExtraTime) -> UnsupportedQuestionError:
    """Return the error for an hour of service from which a count goes back."""
    msg = (
        f"The hour of service by {count.given.service} decides ({extra.clause}), and "
        "of a period counted back nobody says from which service. Leave service= out, "
        "and add that day yourself."
    )
    return UnsupportedQuestionError(msg, field="service", value=count.given.service)
