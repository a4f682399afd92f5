"""Guard: a store and a policy, from which each person gets what they may see."""

from __future__ import annotations

from datetime import tzinfo
from typing import TYPE_CHECKING

from attrs import fields

from legalcase.access.entries.who import check_person
from legalcase.access.holding import Access
from legalcase.access.policy import Policy
from legalcase.errors import InvalidTypeError, MissingInputError
from legalcase.kernel.checks import check_asked, check_instant
from legalcase.storage.guarding.seals import Seals, check_key
from legalcase.storage.guarding.store import GuardedStore

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from legalcase.access.noted import AccessNoted
    from legalcase.ports.clock import Clock
    from legalcase.storage.guarding.store import Guardable

__all__ = ["Guard"]

#: Whom, and of what instant, it is asked, by the names of the arguments.
_PERSON, _AT = fields(Access).person, fields(Access).at


class Guard:
    """A store behind a policy; `as_` gives it to one person. `Store.guarded` makes it.

    `clock` tells the instant of each reading and unit of work, `zone` is that of the
    firm, by whose days grants and walls run. `note` is called with an `AccessNoted`
    for what break-glass lets somebody do, before they get it: once for each action,
    case and reading; a policy with break-glass needs one. With one `cursor_key`,
    secret bytes of your own, cursors outlive the guard; without, it makes one.
    """

    def __init__(
        self,
        store: Guardable,
        policy: Policy,
        *,
        clock: Clock | None = None,
        zone: tzinfo | None = None,
        note: Callable[[AccessNoted], object] | None = None,
        cursor_key: bytes | None = None,
    ) -> None:
        given: tuple[object, object] = (policy, zone)
        if not isinstance(given[0], Policy):
            msg = (
                f"A store is guarded by a Policy, not {type(policy).__name__}. Pass "
                "what read_policy returned."
            )
            raise InvalidTypeError(msg, field="policy", value=None)
        if clock is not None:
            check_asked(clock, "clock", "now")
        if not isinstance(given[1], tzinfo | None):
            msg = (
                f"zone needs a time zone, not {type(zone).__name__}. Pass "
                "ZoneInfo('America/Los_Angeles'), say."
            )
            raise InvalidTypeError(msg, field="zone", value=None)
        if clock is not None and zone is None:
            msg = (
                "zone= is missing: a clock tells the instant, and grants and walls run "
                "by the day of a place. Pass that of the firm: zone=ZoneInfo(…)."
            )
            raise MissingInputError(msg, field="zone", value=None)
        if policy.break_glass and note is None:
            msg = (
                "note= is missing: the policy has break-glass, and what it lets "
                "somebody do has to be written down. Pass a function that takes an "
                "AccessNoted and keeps it."
            )
            raise MissingInputError(msg, field="note", value=None)
        self._store = store
        self._policy = policy
        self._clock = clock
        self._zone = zone
        self._note = note
        self._key = check_key(cursor_key)

    def __repr__(self) -> str:
        """Return by what it guards; not how much there is."""
        return f"<Guard by {self._policy!r}>"

    def as_(self, person: str, *, at: datetime | None = None) -> GuardedStore:
        """Return the store for one person: at an instant, or at that of the clock.

        Of a person of whom the policy does not know, it is empty. Raises
        `MissingInputError` where there is neither `at` nor a clock.
        """
        check_person(None, _PERSON, person)
        if at is not None:
            check_instant(None, _AT, at)
        elif self._clock is None:
            msg = (
                "at= is missing: what somebody may do hangs on the day, and the guard "
                "has no clock. Pass at=, or guarded(…, clock=SystemClock(), zone=…)."
            )
            raise MissingInputError(msg, field="at", value=None)
        moment = at

        def now() -> datetime:
            found = moment
            if found is None:
                found = self._clock.now()  # type: ignore[union-attr]  # refused above
                check_instant(None, _AT, found)
            return found if self._zone is None else found.astimezone(self._zone)

        return GuardedStore(
            self._store,
            person,
            lambda: self._policy.access_of(person, at=now()),
            self._note,
            Seals(self._key, person),
        )
