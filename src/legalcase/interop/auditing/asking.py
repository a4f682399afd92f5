"""audit: a calendar that somebody kept, held against what the law gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from attrs import evolve

from legalcase.dates import as_date
from legalcase.errors import InvalidTypeError, UnknownNameError
from legalcase.interop.auditing.judging import VERDICTS, Compared, compared
from legalcase.interop.auditing.matching import case_of, meant_by
from legalcase.interop.auditing.ours import Ours, ours_of
from legalcase.interop.auditing.result import Audit, AuditRow, NotCompared
from legalcase.interop.auditing.saying import said_of
from legalcase.interop.auditing.theirs import Theirs, read_theirs
from legalcase.oversight.findings.check import SEVERITIES
from legalcase.oversight.seen import cases_of, is_admitted, is_inside, name_of
from legalcase.oversight.uids import DEFAULT_NAMESPACE, identity_in, uid_of
from legalcase.scheduling.ask import schedule

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from legalcase.law.lawbook import Law
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile

__all__ = ["audit"]

_BAD: Final = (*SEVERITIES, None)


def audit(  # noqa: PLR0913 - all but three say how to read or what to leave out
    rows: Iterable[Mapping[str, Any]],
    cases: Iterable[Case | CaseFile],
    law: Law,
    *,
    columns: Mapping[str, str] | None = None,
    date_format: str | None = None,
    for_: Mapping[str, Iterable[str]] | None = None,
    on: date | None = None,
    since: date | None = None,
    audience: str = "firm",
    namespace: UUID = DEFAULT_NAMESPACE,
) -> Audit:
    """Return what a calendar has right, late, early, and not at all; and why.

    Args:
        rows: The calendar: of `csv.DictReader`, of a data frame, or of `from_ical`.
            The columns are those of `AUDIT_COLUMNS`: a day, and what says of which
            case and which deadline it is. A row that cannot be read is not compared,
            and it is said why.
        cases: The cases whose dates should be in it, each once. What is due is what
            `schedule` gives, what orders and agreements name, and hearings.
        law: The law at hand.
        columns: Which of their columns is which of those, by name:
            ``{"Due Date": "on"}``.
        date_format: How dates are written, if not as in ISO 8601: ``"%d/%m/%Y"``.
        for_: By id of a case the parties whose deadlines are looked for: the clients
            if left out, and every party where nobody is one.
        on: The day as of which `schedule` is asked: what was due before it is over.
        since: The day before which nothing is compared, of theirs or of ours.
        audience: For whom the result is: titles, rules and grounds are withheld from
            those whom the label of a deadline does not admit, and their own titles
            from all but ``"firm"`` and ``"owner"``.
        namespace: That of a feed of ours, by whose UIDs a row of it is known.

    Returns:
        A frozen value, the worst first. Nothing is recorded.

    Raises:
        InvalidTypeError: For what is no rows, no cases, no law.
        InvalidValueError: For an audience that is none, a case that comes twice, or a
            format that does not say a whole date.
        UnknownNameError: For a column in `columns` that is not read, or a party in
            `for_` that is not in the case.
    """
    inside = is_inside(audience)
    given: object = namespace
    if not isinstance(given, UUID):
        msg = (
            f"namespace needs a UUID, not {type(given).__name__}. Pass that of the "
            "feed, or leave it out."
        )
        raise InvalidTypeError(msg, field="namespace", value=None)
    horizon = None if since is None else as_date(since, "since")
    read, passed_over = read_theirs(rows, columns, date_format)
    known = [
        _Known.of(one, law, (for_ or {}).get(one.case_id), on, namespace)
        for one in cases_of(cases)
    ]
    look = _Look(known, audience, horizon, is_inside=inside)
    for one in read:
        look.take(one)
    look.miss()
    return Audit(
        rows=tuple(sorted(look.rows, key=_order)),
        cases=len(known),
        audience=audience,
        since=horizon,
        not_compared=tuple(look.not_compared),
        columns_not_read=passed_over,
        notices=tuple((one.case.case_id, text) for one in known for text in one.said),
    )


class _Known:
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
    ) -> _Known:
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


class _Look:
    """What was found so far."""

    def __init__(
        self,
        known: list[_Known],
        audience: str,
        since: date | None,
        *,
        is_inside: bool,
    ) -> None:
        self.known = {one.case.case_id: one for one in known}
        self.audience = audience
        self.since = since
        self.is_inside = is_inside
        self.rows: list[AuditRow] = []
        self.not_compared: list[NotCompared] = []
        self._covered: set[int] = set()

    def take(self, theirs: Theirs) -> None:
        """Compare one row of theirs, or say why it is not."""
        why_not = theirs.why_not
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
        meant = meant_by(theirs, known.ours, known.case, known.uids)
        dated = tuple(one for one in meant.ours if one.shown is not None)
        if meant.ours and not dated:
            names = ", ".join(one.rule or one.noun for one in meant.ours)
            self._leave(theirs, known.case, f"what it means has no date now: {names}")
            return
        self._covered |= {id(one) for one in dated}
        found = tuple(self._compared(one, day, theirs) for one in dated)
        how = meant.how if theirs.case_id else f"{meant.how}; {how}"
        self.rows.append(self._row(known.case, theirs, found, how))

    def _case(self, theirs: Theirs) -> tuple[_Known | None, str]:
        if theirs.uid is not None and theirs.case_id is None:
            for one in self.known.values():
                if theirs.uid in one.uids:
                    return one, "case by uid"
        case, how = case_of(theirs, [one.case for one in self.known.values()])
        return (None if case is None else self.known[case.case_id]), how

    def _compared(
        self, ours: Ours, day: date | None, theirs: Theirs | None
    ) -> Compared:
        at = None if theirs is None else theirs.at
        is_shown = is_admitted(ours.label, self.audience)
        return compared(ours, day, at, is_shown=is_shown)

    def _row(
        self, case: Case, theirs: Theirs | None, found: tuple[Compared, ...], how: str
    ) -> AuditRow:
        verdicts = {one.verdict for one in found} or {"no-rule-found"}
        severity = min((one.severity for one in found), key=_BAD.index, default=None)
        verdict = verdicts.pop() if len(verdicts) == 1 else "which-of"
        if not found:
            severity = "advice"
        row = AuditRow(
            verdict=verdict,
            severity=severity,
            case_id=case.case_id,
            called=name_of(case, self.audience),
            row=None if theirs is None else theirs.row,
            theirs=None if theirs is None else theirs.on,
            title=theirs.title or None if theirs and self.is_inside else None,
            how=how,
            of=found,
        )
        return evolve(row, text=said_of(row))

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
        for known in self.known.values():
            for one in known.ours:
                if id(one) in self._covered:
                    continue
                why = one.why_not
                is_before = self.since and one.shown and one.shown < self.since
                if why is None and is_before:
                    why = f"it is before {self.since}"
                if why is None:
                    found = (self._compared(one, None, None),)
                    self.rows.append(self._row(known.case, None, found, ""))
                    continue
                (made,) = (self._compared(one, one.shown, None),)
                self.not_compared.append(
                    NotCompared(
                        case_id=known.case.case_id,
                        name=made.name,
                        on=one.shown,
                        why=why,
                    )
                )


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
        return theirs.at.astimezone(zone or theirs.at.tzinfo).date()
    if theirs.on is None:
        raise AssertionError  # such a row says why it cannot be compared
    return theirs.on


def _order(one: AuditRow) -> tuple[object, ...]:
    return (
        _BAD.index(one.severity),
        list(VERDICTS).index(one.verdict),
        one.ours or one.theirs,
        one.case_id,
        one.row or 0,
        tuple(each.name for each in one.of),
    )
