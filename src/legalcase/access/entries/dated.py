"""What holds from a day until, without, another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from legalcase.errors import InvalidValueError
from legalcase.kernel.checks import check_date

if TYPE_CHECKING:
    from datetime import date

    from attrs import Attribute

__all__ = ["check_until", "days_of", "runs_on"]


class Dated(Protocol):
    """**Protocol:** what has a first day, and a day from which it holds no more."""

    @property
    def from_on(self) -> date:
        """The first day."""
        ...

    @property
    def until_on(self) -> date | None:
        """The first day without it; ``None`` while it lasts."""
        ...


def check_until(
    instance: Any,  # noqa: ANN401 - whatever has a from_on
    attribute: Attribute[Any],
    value: date | None,
) -> None:
    """Refuse an end that does not lie after the beginning."""
    if value is None:
        return
    check_date(instance, attribute, value)
    if value <= instance.from_on:
        name = attribute.name
        msg = (
            f"{name} is {value}, and from_on {instance.from_on}: there is no day "
            f"between. {name} is the first day without it: give a later one, or none."
        )
        raise InvalidValueError(msg, field=name, value=value)


def runs_on(what: Dated, day: date) -> bool:
    """Tell whether it holds on a day."""
    return what.from_on <= day and (what.until_on is None or day < what.until_on)


def days_of(what: Dated) -> str:
    """Say in words when it holds."""
    until = "" if what.until_on is None else f" until {what.until_on}"
    return f"from {what.from_on}{until}"
