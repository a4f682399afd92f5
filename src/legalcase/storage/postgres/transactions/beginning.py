"""Beginning: how transactions begin, and what is set in each of them, for it alone."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from legalcase.errors import InvalidValueError
from legalcase.shown import shown

__all__ = ["ISOLATIONS", "Beginnings", "beginnings", "check_isolation"]

#: How units of work can be kept apart.
ISOLATIONS: Final = ("snapshot", "serializable")

#: A minute, and no less than so many patiences, for what does not wait for others.
_MINUTE: Final = 60.0
_TIMES: Final = 12

#: What is committed is on the disk when that returns, whatever a role has set.
_KEPT: Final = (
    "SELECT set_config('synchronous_commit', 'on', true) "
    "WHERE current_setting('synchronous_commit', true) = 'off'"
)


def check_isolation(given: object) -> str:
    """Return how units are kept apart; refuse what is no way to do it."""
    if isinstance(given, str) and given in ISOLATIONS:
        return given
    msg = (
        f"{shown(given)} is no way to keep units of work apart. Use one of "
        f"{', '.join(ISOLATIONS)}."
    )
    raise InvalidValueError(msg, field="isolation", value=None)


@frozen
class Beginnings:
    """What is said to begin a transaction.

    `reading` for a reader, `working` for a unit of work, `keeping` for the short one
    in which a unit is committed, `alone` for what holds up all others.
    """

    reading: str
    working: str
    keeping: str
    alone: str


def beginnings(patience: float, isolation: str, person: str | None) -> Beginnings:
    """Return what begins the transactions of a store that is patient, for a person."""
    waiting = max(1, round(patience * 1000))
    lasting = round(max(_MINUTE, patience * _TIMES) * 1000)
    settings = (
        f"SET LOCAL lock_timeout = {waiting}; "
        f"SET LOCAL statement_timeout = {lasting}; "
        f"SET LOCAL idle_in_transaction_session_timeout = {lasting}; "
    )
    # A person is one for walls alone: nobody is asked for where there are none.
    who = "SELECT 1"
    if person is not None:
        quoted = person.replace("'", "''")
        who = f"SELECT set_config('legalcase.person', '{quoted}', true)"
    # The state that is seen is that of the first question: here it is asked.
    begin, repeatable = "BEGIN ISOLATION LEVEL", "REPEATABLE READ"
    level = "SERIALIZABLE" if isolation == "serializable" else repeatable
    return Beginnings(
        reading=f"{begin} {repeatable} READ ONLY; {settings}{who}",
        working=f"{begin} {level} READ WRITE; {settings}{_KEPT}; {who}",
        keeping=f"{begin} READ COMMITTED READ WRITE; {settings}{_KEPT}; {who}",
        alone=f"{begin} {repeatable} READ WRITE; {settings}{_KEPT}; {who}",
    )
