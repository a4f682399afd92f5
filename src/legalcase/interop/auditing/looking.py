"""Looking: the dates of cases, and what was found of a calendar so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from attrs import evolve

from legalcase.dates import own_day
from legalcase.errors import UnknownNameError
from legalcase.interop.auditing.judging import AUDIT_VERDICTS, Compared, compared
from legalcase.interop.auditing.matching import case_of, meant_by
from legalcase.interop.auditing.ours import Ours, ours_of
from legalcase.interop.auditing.result import AuditRow, NotCompared
from legalcase.interop.auditing.saying import said_of
from legalcase.oversight.findings.check import SEVERITIES
from legalcase.oversight.seen import is_admitted, name_of
from legalcase.oversight.uids import identity_in, uid_of
from legalcase.scheduling.ask import schedule

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from legalcase.interop.auditing.citing import Citations
    from legalcase.interop.auditing.matching import Meant
    from legalcase.interop.auditing.theirs import Theirs
    from legalcase.law.lawbook import Law
    from legalcase.model.case import Case

__all__ = ["Known", "Look"]

_BAD: Final = (*SEVERITIES, None)
_FEW: Final = 3


class Known:
    """A case, its dates, and the UIDs that they have in a feed."""

    def __init__(self, case: Case, ours: tuple[Ours, ...]) -> None:
        self.case = case
        self.ours = ours
        self.uids: dict[str, Ours] = {}
        self.tasks: set[str] = set()
        self.zone: ZoneInfo | None = None
        self.said: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        case: Case,
        law: Law,
        for_: Iterable[str] | None,
        on: date | None,
        namespace: UUID,
    ) -> Known:
        """Return what is known of a case: asked of the law, once."""
        found = schedule(case, law, for_=for_, on=on)
        known = cls(case, ours_of(case, found))
        known.said = tuple(one.text for one in found.notices)
        known.zone = _zone(case, law)
        for one in known.ours:
            for name in one.names:
                said = name if one.noun == "deadline" else f"{one.noun} {name}"
                identity = identity_in(case.case_id, said)
                known.uids[uid_of(identity, namespace)] = one
        for task in case.agenda().tasks:
            identity = identity_in(case.case_id, f"task {task.task.task_id}")
            known.tasks.add(uid_of(identity, namespace))
        return known


class Look:
    """What was found so far."""

    def __init__(
        self,
        known: list[Known],
        citations: Citations,
        audience: str,
        since: date | None,
        *,
        is_inside: bool,
    ) -> None:
        self.known = {one.case.case_id: one for one in known}
        self.citations = citations
        self.audience = audience
        self.since = since
        self.is_inside = is_inside
        self.not_compared: list[NotCompared] = []
        self._rows: list[tuple[AuditRow, tuple[Ours, ...]]] = []
        self._covered: set[int] = set()
        self._before: dict[int, list[str]] = {}

    @property
    def rows(self) -> tuple[AuditRow, ...]:
        """The rows, the worst first."""
        return tuple(sorted((row for row, _ in self._rows), key=_order))

    def take(self, theirs: Theirs) -> None:
        """Compare one row of theirs, or say why it is not."""
        why_not = theirs.why_not
        if theirs.unreadable and not self.is_inside:
            # The reason quotes the cell, and nobody knows what was put there.
            why_not = "it cannot be read"
        if why_not is None and any(
            theirs.uid in one.tasks for one in self.known.values()
        ):
            why_not = "it is a task, which meets no deadline"
        if why_not is not None:
            self._leave(theirs, None, why_not)
            return
        known, how = self._case(theirs)
        if known is None:
            self._leave(theirs, None, how)
            return
        day = _day(theirs, known.zone)
        theirs = evolve(theirs, on=day)
        if self.since is not None and day < self.since:
            self._leave(theirs, known.case, f"it is before {self.since}")
            return
        meant = meant_by(theirs, known.ours, known.case, known.uids, self.citations)
        dated = tuple(
            one for one in meant.ours if one.shown is not None or day in one.was_on
        )
        if meant.ours and not dated:
            self._leave(theirs, known.case, "what it means has no date now")
            return
        found = tuple(self._compared(one, day, theirs) for one in dated)
        row = AuditRow(
            **self._said(known.case, found, meant, dated),
            row=theirs.row,
            theirs=day,
            title=theirs.title or None if self.is_inside else None,
            how=_how(meant.how, how, theirs.problems),
            of=found,
        )
        self._rows.append((evolve(row, text=said_of(row, self._why_not(meant))), dated))
        for one, each in zip(dated, found, strict=True):
            if meant.is_said or each.verdict != "early":
                self._covered.add(id(one))
            else:
                # Words alone: a day on which somebody begins to draft it, say.
                self._before.setdefault(id(one), []).append(str(theirs.row))

    def _case(self, theirs: Theirs) -> tuple[Known | None, str]:
        if theirs.case_id is None:
            for one in self.known.values():
                if theirs.uid in one.uids:
                    return one, "uid"
        case, how = case_of(theirs, [one.case for one in self.known.values()])
        return (None if case is None else self.known[case.case_id]), how

    def _compared(
        self, ours: Ours, day: date | None, theirs: Theirs | None
    ) -> Compared:
        at = None if theirs is None else theirs.at
        is_shown = is_admitted(ours.label, self.audience)
        return compared(ours, day, at, is_shown=is_shown)

    def _said(
        self,
        case: Case,
        found: tuple[Compared, ...],
        meant: Meant | None = None,
        dated: tuple[Ours, ...] = (),
    ) -> dict[str, Any]:
        """Return the case, and the verdict of all: the severity is the worst.

        Where words alone fit several things that are due on its day, or a citation
        several rules, somebody has to say which of them the row is.
        """
        verdicts = {one.verdict for one in found} or {"no-rule-found"}
        severities = [one.severity for one in found]
        if meant is not None and not found:
            severities = [meant.severity]
        if meant is not None and len({one.rule or one.names for one in dated}) > 1:
            is_vague = not meant.is_said and verdicts == {"agrees"}
            if is_vague or meant.is_open:
                verdicts, severities = {"which-of"}, ["warning", *severities]
        return {
            "case_id": case.case_id,
            "called": name_of(case, self.audience),
            "verdict": verdicts.pop() if len(verdicts) == 1 else "which-of",
            "severity": min(severities, key=_BAD.index),
        }

    def _why_not(self, meant: Meant) -> str:
        """Say why a row means none; which rules are near is for those inside."""
        if not meant.near or not self.is_inside:
            return meant.why_not
        shown = ", ".join(meant.near[:_FEW])
        more = f", and {len(meant.near) - _FEW} more" if len(meant.near) > _FEW else ""
        is_known = meant.severity == "advice"
        return f"{meant.why_not} ({'it is' if is_known else 'near it'}: {shown}{more})"

    def _leave(self, theirs: Theirs, case: Case | None, why: str) -> None:
        self.not_compared.append(
            NotCompared(
                row=theirs.row,
                case_id=theirs.case_id if case is None else case.case_id,
                on=theirs.on,
                why=why,
            )
        )

    def miss(self) -> None:
        """Say what their calendar lacks, and what was not looked for in it."""
        self._short()
        self._stale()
        unexplained: dict[tuple[str, date | None], list[str]] = {}
        for row, _ in self._rows:
            if not row.of:
                key = row.case_id, row.theirs
                unexplained.setdefault(key, []).append(str(row.row))
        for known in self.known.values():
            for one in known.ours:
                if id(one) in self._covered:
                    continue
                why = one.why_not
                is_before = self.since and one.shown and one.shown < self.since
                if why is None and is_before:
                    why = f"it is before {self.since}"
                made = self._compared(one, None, None)
                case_id = known.case.case_id
                if why is not None:
                    self.not_compared.append(
                        NotCompared(
                            case_id=case_id, name=made.name, on=one.shown, why=why
                        )
                    )
                    continue
                before = self._before.get(id(one), [])
                if before and made.severity == "critical":
                    made = evolve(made, severity="warning")
                row = AuditRow(**self._said(known.case, (made,)), of=(made,))
                of_day = unexplained.get((case_id, one.shown), [])
                text = said_of(row, of_day=of_day, before=before)
                self._rows.append((evolve(row, text=text), (one,)))

    def _short(self) -> None:
        """Say where there are fewer rows than there are days that they could mean."""
        sure = {id(ours[0]) for _, ours in self._rows if len(ours) == 1}
        groups: dict[frozenset[int], list[int]] = {}
        for place, (_, ours) in enumerate(self._rows):
            if len(ours) > 1:
                groups.setdefault(frozenset(map(id, ours)), []).append(place)
        for places in groups.values():
            ours = self._rows[places[0]][1]
            left = [one for one in ours if id(one) not in sure and not one.why_not]
            lacking = len({one.shown for one in left}) - len(places)
            has = "has" if lacking == 1 else "have"
            for place in places if lacking > 0 else ():
                row, _ = self._rows[place]
                said = (
                    f"{row.text} At least {lacking} of them {has} no date of its own."
                )
                row = evolve(row, verdict="which-of", severity="critical", text=said)
                self._rows[place] = row, ours

    def _stale(self) -> None:
        """Say of an old day of a hearing that another row has the day that holds."""
        right = {
            id(ours[0])
            for row, ours in self._rows
            if len(ours) == 1 and row.verdict == "agrees"
        }
        for place, (row, ours) in enumerate(self._rows):
            if len(ours) == 1 and row.of[0].was_put_off and id(ours[0]) in right:
                text = f"{row.text} Another row has that day: this one is left over."
                self._rows[place] = evolve(row, severity="warning", text=text), ours


def _how(*said: str | None) -> str:
    """Say by what it is known, each once, and what of the row could not be read."""
    *parts, problems = said
    if problems:
        parts.append(f"not read of it: {problems}")
    return "; ".join(dict.fromkeys(one for one in parts if one))


def _zone(case: Case, law: Law) -> ZoneInfo | None:
    """Return the court's zone, if it has one alone and is entered."""
    try:
        zones = () if case.court is None else law.court(case.court).zones
    except UnknownNameError:
        return None
    return ZoneInfo(zones[0]) if len(zones) == 1 else None


def _day(theirs: Theirs, zone: ZoneInfo | None) -> date:
    """Return the day of a row: by the court's clock, where it has an hour."""
    if theirs.at is not None and (zone is not None or theirs.on is None):
        return own_day(theirs.at if zone is None else theirs.at.astimezone(zone))
    if theirs.on is None:
        raise AssertionError  # such a row says why it cannot be compared
    return theirs.on


def _order(one: AuditRow) -> tuple[object, ...]:
    return (
        _BAD.index(one.severity),
        list(AUDIT_VERDICTS).index(one.verdict),
        one.ours or one.theirs,
        one.case_id,
        one.row or 0,
        tuple(each.name for each in one.of),
    )
