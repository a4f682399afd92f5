"""PeriodCase: one of several periods that a deadline has, and when it is the one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from legalcase.errors import InvalidValueError

if TYPE_CHECKING:
    from legalcase.dates import Period

__all__ = ["PeriodCase"]


@frozen(kw_only=True)
class PeriodCase:
    """A period that holds for some methods of service, places or parties.

    `methods` are words of the sort ``method``, one of which was used; `facts` the
    (fact, answer) pairs that are so, all of them. Raises `InvalidValueError` without
    either: then it would hold always.
    """

    period: Period
    cite: str
    methods: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse a case that names nothing."""
        if not self.methods and not self.facts:
            msg = (
                f"{self.period} is said to hold in no case. Name the methods of "
                "service, or the facts, with which it does."
            )
            raise InvalidValueError(msg, field="methods", value=())

    def __str__(self) -> str:
        """Say it in words: ``"28 days where service by mail"``."""
        said = [f"{fact}: {answer}" for fact, answer in self.facts]
        if self.methods:
            said.insert(0, f"service by {' or '.join(self.methods)}")
        return f"{self.period} where {', '.join(said)}"
