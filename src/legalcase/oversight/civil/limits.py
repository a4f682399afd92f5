"""limitations: by when each claim has to be brought, and who stands by that date."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from attrs import frozen

from legalcase.catalogue.terms import is_appeal
from legalcase.dates import as_date
from legalcase.errors import InvalidValueError
from legalcase.kernel.checks import check_asked
from legalcase.oversight.civil.barring import Bar, bars_of, unread_clocks
from legalcase.oversight.civil.watched import LimitationRow, LimitationWatch
from legalcase.oversight.seen import cases_of
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from legalcase.law.lawbook import Law
    from legalcase.model.agenda import Agenda
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile
    from legalcase.model.claims.state import Claim

__all__ = ["BANDS", "is_sought", "limitations", "watch_over"]

#: So many days before the last one: what is within a band is looked at more often.
BANDS: Final = (30, 90, 180)
#: The words under which an action begins on a docket.
_BEGUN: Final = frozenset({"action-commenced", "claim-form-issued", "complaint-filed"})
#: Roles of those against whom a case is brought.
_DEFENDING: Final = frozenset(
    {
        *("accused", "appellee", "counter-defendant", "cross-defendant", "defendant"),
        *("garnishee", "juvenile", "respondent", "third-party-defendant"),
    }
)


@frozen
class _Sought:
    """A claim of ours, or the matter as a whole where none is stated yet."""

    claim_id: str | None
    by: tuple[str, ...]
    filed_on: date | None = None
    filed_by: str | None = None
    is_pending: bool = False


def limitations(
    cases: Iterable[Case | CaseFile],
    *,
    on: date,
    law: Law | None = None,
    bands: tuple[int, ...] = BANDS,
) -> LimitationWatch:
    """Return by when each claim of our clients has to be brought.

    The most urgent stands first: what is over, what has no date, then by the days left.

    A matter in which nothing was filed and no claim is stated has one row, unless our
    clients are those against whom it is.

    A limitation date is a deadline of the kind ``"limitation"``, or, with `law`, a
    clock whose nature that is. It is that of the claim from which it runs
    (``Anchor("claim-accrued", Ref("claim", …))``); a claim that has none of its own has
    those that are owed by whoever claims, or of which nobody says whose they are: that
    one such date serves several claims is found. What was filed stands last, with what
    the date makes of it. `bands` are numbers of days, each larger than the one before:
    a row bears the first into which it falls.

    Raises `InvalidValueError` for bands that are none.
    """
    day = as_date(on, "on")
    checked = _checked(bands)
    if law is not None:
        check_asked(law, "law", "clock", "deadlines")
    return watch_over([(case, None) for case in cases_of(cases)], day, law, checked)


def is_sought(case: Case, day: date) -> bool:
    """Tell whether anything is still to be brought in a case: of most, nothing is."""
    return any(
        one.filed_on is None and not one.is_pending for one in _sought(case, day)[0]
    )


def watch_over(
    cases: Sequence[tuple[Case, Agenda | None]],
    day: date,
    law: Law | None,
    bands: tuple[int, ...] = BANDS,
) -> LimitationWatch:
    """Return the same of cases whose agenda somebody has made already, or nobody."""
    rows: list[LimitationRow] = []
    unread: list[str] = []
    of_others = 0
    for case, agenda in cases:
        sought, others = _sought(case, day)
        of_others += others
        if not sought:
            continue
        unread += (f"{case.case_id}: {one}" for one in unread_clocks(case, law))
        bars = bars_of(case, agenda or case.agenda(), law, day)
        for one in sought:
            rows += _rows(case, one, sought, bars, day, bands)
    rows.sort(key=_urgency)
    return LimitationWatch(
        on=day,
        rows=tuple(rows),
        cases=len(cases),
        of_others=of_others,
        bands=bands,
        unread=tuple(unread),
    )


def _checked(bands: object) -> tuple[int, ...]:
    if isinstance(bands, tuple) and bands:
        days = [one for one in bands if type(one) is int and one > 0]
        if len(days) == len(bands) and days == sorted(set(days)):
            return tuple(days)
    msg = (
        f"bands needs numbers of days, each larger than the one before, not "
        f"{shown(bands)}. Pass (30, 90, 180), say."
    )
    raise InvalidValueError(msg, field="bands", value=None)


def _sought(case: Case, day: date) -> tuple[tuple[_Sought, ...], int]:
    """Return what our clients seek in a case, and how many claims are of others."""
    clients = {one.party_id for one in case.people.clients if one.is_client_on(day)}
    stated = [one for one in case.claims if one.stated_on <= day and one.pairs(on=day)]
    ours = [one for one in stated if not clients or clients & set(one.by)]
    found = tuple(_of_claim(case, one, day) for one in ours)
    if not stated and _is_before_filing(case):
        seeking = [
            one.party_id
            for one in case.people.clients
            if one.party_id in clients and _DEFENDING.isdisjoint(one.roles)
        ]
        if seeking:
            found = (_Sought(None, tuple(seeking)),)
    return found, len(stated) - len(ours)


def _is_before_filing(case: Case) -> bool:
    """Tell whether nothing is before a court yet, in a case that may be brought."""
    is_open = str(case.status) == "pre-filing" and not len(case.docket)
    # Others began a prosecution, or an appeal: no claim is to be brought in it.
    proceeding = case.caseload.proceeding or ""
    return is_open and proceeding != "criminal" and not is_appeal(proceeding)


def _of_claim(case: Case, claim: Claim, day: date) -> _Sought:
    """Return a claim, and by which entry it was filed: its pleading, or the action's.

    Only a claim of the complaint was filed with the action: of another, its own
    pleading says when. Of one in a case that is pending, without any such entry, it is
    known that it was filed, and not when.
    """
    entries = [one for one in case.docket if one.stands]
    found = [one for one in entries if f"event:{one.event_id}" == claim.pleading]
    if claim.pleading is None and claim.kind == "complaint":
        found = [
            one
            for one in entries
            if not _BEGUN.isdisjoint(one.triggers)
            and (not one.by or set(one.by) & set(claim.by))
        ]
    if not found:
        is_pending = claim.kind == "complaint" and str(case.status) != "pre-filing"
        return _Sought(claim.claim_id, claim.by, is_pending=is_pending)
    first = min(found, key=lambda one: one.happened_on)
    if first.happened_on > day:
        return _Sought(claim.claim_id, claim.by)
    return _Sought(claim.claim_id, claim.by, first.happened_on, first.event_id)


def _rows(
    case: Case,
    sought: _Sought,
    others: tuple[_Sought, ...],
    bars: tuple[Bar, ...],
    day: date,
    bands: tuple[int, ...],
) -> list[LimitationRow]:
    found = _bars_of(bars, sought)
    if not found:
        filed = sought.filed_on
        return [
            LimitationRow(
                case_id=case.case_id,
                claim_id=sought.claim_id,
                by=sought.by,
                state=_state(None, sought, filed, None),
                filed_on=filed,
                filed_by=sought.filed_by,
            )
        ]
    return [
        _row(
            case,
            sought,
            one,
            day,
            bands,
            shared=sum(one in _bars_of(bars, other) for other in others) > 1,
            agree=len({other.safe_on for other in found}) == 1,
        )
        for one in found
    ]


def _bars_of(bars: tuple[Bar, ...], sought: _Sought) -> list[Bar]:
    """Return the dates of a claim: its own, or else those of whoever claims."""
    own = [one for one in bars if sought.claim_id in one.claims]
    return own or [
        one
        for one in bars
        if not one.claims
        and (not one.of or not sought.by or not set(one.of).isdisjoint(sought.by))
    ]


def _row(
    case: Case,
    sought: _Sought,
    bar: Bar,
    day: date,
    bands: tuple[int, ...],
    *,
    shared: bool,
    agree: bool,
) -> LimitationRow:
    filed = sought.filed_on or bar.met_on
    left = None if bar.safe_on is None else (bar.safe_on - day).days
    band = None
    state = _state(bar, sought, filed, left)
    if state == "running" and left is not None:
        band = next((one for one in bands if left <= one), None)
    return LimitationRow(
        case_id=case.case_id,
        claim_id=sought.claim_id,
        by=sought.by,
        state=state,
        ref=bar.ref,
        rule=bar.rule,
        due_on=bar.due_on,
        safe_on=bar.safe_on,
        days_left=left if state in {"running", "over"} else None,
        band=band,
        stand_by=bar.stand_by,
        is_confirmed=bar.is_confirmed,
        is_critical=bar.is_critical,
        is_shared=shared,
        agrees=agree,
        questions=bar.questions,
        filed_on=filed,
        filed_by=sought.filed_by,
    )


def _state(
    bar: Bar | None, sought: _Sought, filed: date | None, left: int | None
) -> str:
    if filed is None:
        return _unfiled(bar, sought, left)
    if bar is not None and bar.due_on is not None and filed > bar.due_on:
        return "filed-late"
    if bar is not None and bar.safe_on is not None and filed > bar.safe_on:
        return "filed-on-a-reading"
    return "filed"


def _unfiled(bar: Bar | None, sought: _Sought, left: int | None) -> str:
    if sought.is_pending:
        return "filed-undated"
    if bar is None:
        return "missing"
    if left is None:
        return "no-date"
    return "over" if left < 0 else "running"


_ORDER: Final = ("over", "missing", "no-date", "running")


def _urgency(row: LimitationRow) -> tuple[object, ...]:
    rank = _ORDER.index(row.state) if row.state in _ORDER else len(_ORDER)
    return (
        rank,
        row.safe_on or date.max,
        row.case_id,
        row.claim_id or "",
        row.ref or "",
    )
