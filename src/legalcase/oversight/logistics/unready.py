"""unmet_needs: what the hearings of several cases still lack, by what is recorded."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from legalcase.counting.argument.explain import say_day
from legalcase.dates import as_date, own_day
from legalcase.errors import InvalidValueError
from legalcase.markup import Table
from legalcase.model.hearings.needs import unmet
from legalcase.model.hearings.state import HearingState, NeedState
from legalcase.oversight.logistics.taken import is_detained, parties_of
from legalcase.oversight.seen import cases_of, check_inside, counted, is_admitted
from legalcase.plain_data import PlainData
from legalcase.practice.proof.witnesses.facet import WITNESSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile
    from legalcase.model.hearings.state import Hearing, HearingNeed
    from legalcase.practice.proof.witnesses.state import Witness, Witnesses

__all__ = ["UnmetNeed", "UnmetNeeds", "unmet_needs"]

#: What each sort is called, for a reader.
_SAID: Final = {
    "subpoena-unserved": "its subpoena is not served",
    "subpoena-for-another-day": "its subpoena names another time",
    "witness-unavailable": "the witness cannot come on that day",
    "interpreter-unstated": "the witness needs an interpreter, and no need is stated",
    "remote-link-unstated": "the witness takes part from elsewhere, and no need is "
    "stated",
    "transport-unstated": "the party is in custody, and no transport is stated",
}


@frozen(kw_only=True)
class UnmetNeed(PlainData):
    """Something that a hearing lacks: what it is, whose, and how near the hearing is.

    `kind` is ``"need"`` (stated, and nobody has seen to it), ``"subpoena-unserved"``,
    ``"subpoena-for-another-day"`` (the hearing has moved since it was issued),
    ``"witness-unavailable"``, ``"interpreter-unstated"``, ``"remote-link-unstated"`` or
    ``"transport-unstated"``: what something else in the case calls for, and nobody
    stated as a need. `days` are those from the day asked to the hearing.
    """

    case_id: str
    hearing_id: str
    at: datetime
    days: int
    kind: str
    ref: str
    what: str
    parties: tuple[str, ...] = ()

    @property
    def evidence(self) -> tuple[str, ...]:
        """The hearing, and what lacks."""
        return (f"hearing:{self.hearing_id}", self.ref)


@frozen(kw_only=True, repr=False)
class UnmetNeeds(PlainData):
    """What the hearings of some days lack, the nearest first."""

    on: date
    until: date
    rows: tuple[UnmetNeed, ...]
    cases: int
    hearings: int

    def __repr__(self) -> str:
        """Return the days and how many."""
        return f"<UnmetNeeds {self.on} to {self.until}: {len(self)}>"

    def __iter__(self) -> Iterator[UnmetNeed]:
        """Give the rows."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.rows)

    def to_rows(self) -> list[dict[str, Any]]:
        """Return a row of plain JSON types for each."""
        return [one.to_dict() for one in self.rows]

    def _table(self) -> Table:
        table = Table(
            f"Lacking, {say_day(self.on)} to {say_day(self.until)}: {len(self.rows)}, "
            f"in {counted(self.hearings, 'hearing')} of {counted(self.cases, 'case')}",
            ("hearing", "when", "in", "of", "what is to be seen to"),
        )
        for one in self.rows:
            table.add(
                f"{one.case_id}/{one.hearing_id}",
                say_day(own_day(one.at)),
                counted(one.days, "day"),
                ", ".join(one.parties) or one.ref.partition(":")[2],
                one.what,
            )
        return table

    def __str__(self) -> str:
        """Return them as a table of text."""
        return self._table().text()

    def _repr_html_(self) -> str:
        return self._table().html()


def unmet_needs(
    cases: Iterable[Case | CaseFile],
    *,
    on: date,
    until: date,
    audience: str = "firm",
) -> UnmetNeeds:
    """Return what the hearings of some days lack: from `on` through `until`.

    Looked at are hearings that are set, by the clock that each bears. They lack: needs
    that were stated, and nobody has seen to; a subpoena that is not served, or that
    names another time than the hearing now has; a witness who cannot come on the day;
    an interpreter or a link for a witness, and transport for a party in custody (the
    fact ``detained``), where no need of that kind is stated. `audience` is ``"firm"``
    or ``"owner"``: what it may not see is there by its id, and not by what it is.

    A case that was read without the room `practice.WITNESSES` is asked for the rest.
    Raises `InvalidValueError` for an audience outside the firm, and for an end before
    the beginning.
    """
    day, last = as_date(on, "on"), as_date(until, "until")
    if last < day:
        msg = (
            f"The days would end on {last}, before they begin on {day}. Both are "
            "included: pass the last one as until."
        )
        raise InvalidValueError(msg, field="until", value=last)
    check_inside(audience, "What a hearing lacks")
    looked_at = cases_of(cases)
    rows: list[UnmetNeed] = []
    count = 0
    for case in looked_at:
        for hearing in case.hearings:
            held_on = own_day(hearing.at)
            if hearing.state is HearingState.SET and day <= held_on <= last:
                count += 1
                rows += _of_hearing(case, hearing, day, audience)
    rows.sort(key=lambda one: (one.at, one.case_id, one.hearing_id, one.kind, one.ref))
    return UnmetNeeds(
        on=day, until=last, rows=tuple(rows), cases=len(looked_at), hearings=count
    )


def _of_hearing(
    case: Case, hearing: Hearing, day: date, audience: str
) -> Iterator[UnmetNeed]:
    for kind, ref, what, parties in (
        *_needs(hearing, audience),
        *_custody(case, hearing),
        *_witnesses(case, hearing, audience),
    ):
        yield UnmetNeed(
            case_id=case.case_id,
            hearing_id=hearing.hearing_id,
            at=hearing.at,
            days=(own_day(hearing.at) - day).days,
            kind=kind,
            ref=ref,
            what=what or _SAID[kind],
            parties=parties,
        )


_Row = tuple[str, str, str, tuple[str, ...]]


def _needs(hearing: Hearing, audience: str) -> Iterator[_Row]:
    for need in unmet(hearing):
        ref = f"hearing-need:{need.need_id}"
        if not is_admitted(need.label, audience):
            yield "need", ref, "a need", ()
            continue
        spoken = "" if need.language is None else f" ({need.language})"
        failed = "; it was seen to for another time" if _was_met(hearing, need) else ""
        yield "need", ref, f"{need.kind}{spoken}{failed}", need.for_parties


def _was_met(hearing: Hearing, need: HearingNeed) -> bool:
    return need.met is not None and need.met.for_at != hearing.at


def _stated(hearing: Hearing, kind: str) -> tuple[HearingNeed, ...]:
    return tuple(
        one
        for one in hearing.needs
        if one.kind == kind and one.state is not NeedState.DROPPED
    )


def _custody(case: Case, hearing: Hearing) -> Iterator[_Row]:
    """Give parties in custody whom nobody is to bring."""
    stated = _stated(hearing, "transport")
    # A need of nobody by name is that of whoever is in custody.
    if any(not one.for_parties for one in stated):
        return
    brought = {party for one in stated for party in one.for_parties}
    for party in parties_of(case, hearing):
        name = party.party_id
        if name not in brought and is_detained(case, name):
            yield "transport-unstated", f"party:{name}", "", (name,)


def _witnesses(case: Case, hearing: Hearing, audience: str) -> Iterator[_Row]:
    if not case.has_room(WITNESSES):
        return
    room = case[WITNESSES]
    for one in room.subpoenas_for(hearing.hearing_id):
        ref = f"practice/subpoena:{one.subpoena_id}"
        if one.state in {"issued", "unserved"}:
            yield "subpoena-unserved", ref, "", ()
        if one.is_open and one.for_at is not None and one.for_at != hearing.at:
            yield "subpoena-for-another-day", ref, "", ()
    for witness in room.expected_at(hearing.hearing_id):
        if witness.is_expected:
            yield from _witness(room, hearing, witness, audience)


def _witness(
    room: Witnesses, hearing: Hearing, witness: Witness, audience: str
) -> Iterator[_Row]:
    ref = f"practice/witness:{witness.witness_id}"
    if room.can_come(witness.witness_id, own_day(hearing.at)) is False:
        yield "witness-unavailable", ref, "", ()
    if not is_admitted(witness.label, audience):
        return
    interpreters = _stated(hearing, "interpreter")
    spoken = {one.language for one in interpreters}
    if witness.language is not None and not spoken & {witness.language, None}:
        yield "interpreter-unstated", ref, "", ()
    if witness.is_remote and not _stated(hearing, "remote-link"):
        is_there = hearing.setting.remote_link is not None
        if not is_there:
            yield "remote-link-unstated", ref, "", ()
