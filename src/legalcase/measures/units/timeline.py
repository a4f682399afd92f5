"""Timeline: where a case or a defendant stood day by day, and what courts count."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import frozen

from legalcase.measures.formulas.ages import CaseDays, days_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.model.caseload import Caseload, Change

__all__ = ["Episode", "Flow", "Timeline", "timeline_of"]

_BEFORE: Final = "pre-filing"
_ACTIVE: Final = "active"
_INACTIVE: Final = "inactive"
_PENDING: Final = frozenset({_ACTIVE, _INACTIVE})
_GONE: Final = frozenset({"disposed", "closed"})


@frozen
class Flow:
    """What the court counts on a day, as a word of the State Court Guide."""

    day: date
    count: str
    event_id: str


@frozen(kw_only=True)
class Episode:
    """A time in which it was pending: from the filing, or from a reopening."""

    begun_on: date
    disposed_on: date | None
    is_first: bool


@frozen(kw_only=True)
class Timeline:
    """Where something stood: each status with the day from which on it holds.

    `flows` are what the court counts, in the order of the days. `set_aside` are the
    events that cannot have happened on their days, in the order of these.
    """

    spans: tuple[tuple[date, str], ...] = ()
    flows: tuple[Flow, ...] = ()
    set_aside: tuple[str, ...] = ()

    def status_before(self, day: date) -> str:
        """Return where it stood when a day began."""
        found = _BEFORE
        for since, status in self.spans:
            if since >= day:
                break
            found = status
        return found

    def status_on(self, day: date) -> str:
        """Return where it stood when a day was over."""
        found = _BEFORE
        for since, status in self.spans:
            if since > day:
                break
            found = status
        return found

    def flows_in(self, start: date, stop: date) -> Iterator[Flow]:
        """Give what is counted from a day on, and before another."""
        return (flow for flow in self.flows if start <= flow.day < stop)

    def episodes(self) -> Iterator[Episode]:
        """Give each time in which it was pending, in their order."""
        begun: date | None = None
        is_first = True
        for since, status in self.spans:
            if begun is None and status in _PENDING:
                begun = since
            elif begun is not None and status in _GONE:
                yield Episode(begun_on=begun, disposed_on=since, is_first=is_first)
                begun, is_first = None, False
        if begun is not None:
            yield Episode(begun_on=begun, disposed_on=None, is_first=is_first)

    def episode_on(self, day: date) -> Episode | None:
        """Return the time in which it was pending when a day was over."""
        found = None
        for one in self.episodes():
            if one.begun_on <= day:
                is_over = one.disposed_on is not None and one.disposed_on <= day
                found = None if is_over else one
        return found

    def days(self, begun: date, until: date) -> CaseDays:
        """Return the days between two of its days: gross, inactive and active."""
        spells = []
        for place, (since, status) in enumerate(self.spans):
            if status == _INACTIVE and since < until:
                after = self.spans[place + 1 : place + 2]
                spells.append((since, after[0][0] if after else None))
        return days_of(begun, until, spells)


def timeline_of(
    caseload: Caseload, party: str | None = None, since: date | None = None
) -> Timeline:
    """Return the days of a case as a whole, or, as to a party, of that one.

    `since` is the day on which the party came in, where that can be after the filing.
    Changes are taken in the order of their days, not of the log: what was recorded late
    counts on its day. What cannot follow there on what was before is set aside.
    """
    return _Walk(caseload, party, since).timeline()


class _Walk:
    """Goes through the changes of a case in the order of their days."""

    def __init__(
        self, caseload: Caseload, party: str | None, since: date | None
    ) -> None:
        self.party = party
        self.since = since
        self.history = caseload.history
        self.stays = {
            one.event_id: one for one in caseload.stays if self._is_of(one.of)
        }
        self.lifts: dict[str, list[str]] = {}
        for one in self.stays.values():
            if one.lifted_by is not None:
                self.lifts.setdefault(one.lifted_by, []).append(one.event_id)
        self.standing = _BEFORE
        self.status = _BEFORE
        self.holds: set[str] = set()
        self.gone: set[str] = set()
        self.has_entered = since is None
        self.was_counted = False
        self.was_reopened = False
        self.spans: list[tuple[date, str]] = []
        self.flows: list[Flow] = []
        self.set_aside: list[str] = []

    def _is_of(self, of: tuple[str, ...]) -> bool:
        return not of or self.party in of

    def timeline(self) -> Timeline:
        changes = [one for one in self.history if self._is_of(one.of)]
        if any(later.on < one.on for one, later in pairwise(changes)):
            changes.sort(key=lambda one: one.on)
        for change in changes:
            self._enter_before(change.on)
            if not self._took(change):
                self.set_aside.append(change.event_id)
            self._tell(change.on, change.event_id)
        self._enter_before(None)
        return Timeline(
            spans=tuple(self.spans),
            flows=tuple(self.flows),
            set_aside=tuple(dict.fromkeys(self.set_aside)),
        )

    def _enter_before(self, day: date | None) -> None:
        """Let the party come in, if that was before a day, or at last."""
        since = self.since
        if self.has_entered or since is None or (day is not None and day < since):
            return
        self.has_entered = True
        self._tell(since, "")

    def _took(self, change: Change) -> bool:
        """Change the standing and the stays; tell whether that could be."""
        name, to = change.event_id, change.to
        for stay in self.lifts.get(name, ()):
            if stay in self.holds:
                self.holds.discard(stay)
            else:
                self.gone.add(stay)
        if to == _INACTIVE:
            if name in self.gone:  # it was lifted before it began
                return False
            self.holds.add(name)
            return True
        if change.count in ("new-filing", "reopened"):
            ground = (_BEFORE,) if change.count == "new-filing" else tuple(_GONE)
            if self.standing not in ground:
                return False
            self.standing = _ACTIVE
        elif to in _GONE:
            ground = (_ACTIVE,) if to == "disposed" else (_BEFORE, "disposed")
            if self.standing not in ground:
                return False
            self.standing = to
        return True

    def _tell(self, day: date, event_id: str) -> None:
        """Write down what changed on a day, and what the court counts of it."""
        if not self.has_entered:
            return
        was = self.status
        is_held = self.standing == _ACTIVE and bool(self.holds)
        now = _INACTIVE if is_held else self.standing
        if now == was:
            return
        self.status = now
        self.spans.append((day, now))
        for count in self._counts(was, now):
            self.flows.append(Flow(day, count, event_id))

    def _counts(self, was: str, now: str) -> Iterator[str]:
        if was == _INACTIVE and now != _INACTIVE:
            yield "reactivated"
        if was in _PENDING and now in _GONE:
            yield "reopened-disposition" if self.was_reopened else "entry-of-judgment"
        if was not in _PENDING and now in _PENDING:
            is_new = was == _BEFORE or (not self.was_counted and self.since is not None)
            self.was_reopened = self.was_reopened or not is_new
            self.was_counted = True
            yield "new-filing" if is_new else "reopened"
        if now == _INACTIVE:
            yield "placed-on-inactive-status"
