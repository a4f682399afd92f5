"""Who and what a hearing takes: judge, room, counsel, witnesses, interpreters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from legalcase.dates import own_day
from legalcase.kernel.events.label import PUBLIC, Label, stricter
from legalcase.model.facts.state import answers_for
from legalcase.model.hearings.state import NeedState
from legalcase.practice.proof.witnesses.facet import WITNESSES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from legalcase.model.case import Case
    from legalcase.model.hearings.state import Hearing
    from legalcase.model.people.state import Participant

__all__ = ["Taken", "folded", "is_detained", "parties_of", "taken_by"]


@frozen(kw_only=True)
class Taken:
    """Somebody, or a room, that a hearing takes: what they are known by, and as what.

    `key` is what two are compared by: a sort, and words. `name` is what is shown where
    `label` admits the audience, `ref` where it does not. `person` is by which absences
    know somebody. `is_covered` says that another could come in their place.
    """

    sort: str
    key: tuple[str, ...]
    role: str
    ref: str
    name: str = field(repr=False)
    label: Label = PUBLIC
    is_covered: bool = False
    witness_id: str | None = None


def folded(text: str) -> str:
    """Return a name as it is compared: capitals and blanks apart."""
    return " ".join(text.casefold().split())


def _known_by(person: str | None, name: str | None) -> tuple[str, ...] | None:
    """Return what somebody is compared by: the id, or else the name.

    Who has an id here and only a name there is not known to be the same.
    """
    if person is not None:
        return ("id", person)
    return None if name is None else ("name", folded(name))


def parties_of(case: Case, hearing: Hearing) -> tuple[Participant, ...]:
    """Return the parties whom a hearing concerns: those it names, else all there are.

    On its day.
    """
    day = own_day(hearing.at)
    if hearing.of:
        return tuple(case.people.participants[one] for one in hearing.of)
    return case.people.present_on(day)


def is_detained(case: Case, party_id: str) -> bool:
    """Tell whether it is known of a party that it is held in custody.

    By the fact ``detained`` that was established of it, or of the whole case.
    """
    return answers_for(case.facts, (party_id,)).get("detained") == "yes"


def taken_by(case: Case, hearing: Hearing) -> Iterator[Taken]:
    """Give who and what a hearing takes, as far as the case says it."""
    yield from _bench(case, hearing)
    yield from _counsel(case, hearing)
    yield from _in_custody(case, hearing)
    yield from _interpreters(hearing)
    yield from _witnesses(case, hearing)


def _bench(case: Case, hearing: Hearing) -> Iterator[Taken]:
    court = case.court or ""
    ref = f"hearing:{hearing.hearing_id}"
    setting = hearing.setting
    judge, role = setting.judge, "judge"
    if judge is None:
        judge, role = _assigned(case, own_day(hearing.at)), "assigned judge"
    if judge is not None:
        yield Taken(
            sort="judge",
            key=(court, folded(judge)),
            role=role,
            ref=ref,
            name=judge,
            label=hearing.label,
        )
    if setting.courtroom is not None:
        yield Taken(
            sort="courtroom",
            key=(court, folded(setting.courtroom)),
            role="courtroom",
            ref=ref,
            name=setting.courtroom,
            label=hearing.label,
        )


def _assigned(case: Case, day: date) -> str | None:
    """Return the judge to whom the case is assigned on a day: whoever else sits."""
    for seat in case.caseload.bench_on(day):
        if seat.function == "assigned":
            return seat.judge or seat.judge_id
    return None


def _counsel(case: Case, hearing: Hearing) -> Iterator[Taken]:
    day = own_day(hearing.at)
    for party in parties_of(case, hearing):
        several = [
            one
            for one in case.people.counsel_for(party.party_id, day)
            if one.may_act_on(day)
        ]
        for one in several:
            key = _known_by(one.counsel_id, one.counsel)
            if key is not None:
                yield Taken(
                    sort="person",
                    key=key,
                    role="counsel",
                    ref=f"representation:{one.representation_id}",
                    name=one.counsel or one.counsel_id or "",
                    label=one.name_label or PUBLIC,
                    is_covered=len(several) > 1,
                )


def _in_custody(case: Case, hearing: Hearing) -> Iterator[Taken]:
    brought = {
        party
        for need in hearing.needs
        if need.kind == "transport" and need.state is not NeedState.DROPPED
        for party in need.for_parties
    }
    for party in parties_of(case, hearing):
        if party.party_id in brought or is_detained(case, party.party_id):
            key = _known_by(party.person, party.name)
            if key is not None:
                yield Taken(
                    sort="person",
                    key=key,
                    role="party in custody",
                    ref=f"party:{party.party_id}",
                    name=party.name or party.person or "",
                    label=party.name_label or PUBLIC,
                )


def _interpreters(hearing: Hearing) -> Iterator[Taken]:
    for need in hearing.needs:
        met = need.met
        is_there = need.state is NeedState.MET and met is not None
        if need.kind == "interpreter" and is_there and met is not None and met.by:
            yield Taken(
                sort="person",
                key=("name", folded(met.by)),
                role="interpreter",
                ref=f"hearing-need:{need.need_id}",
                name=met.by,
                label=need.label,
            )


def _witnesses(case: Case, hearing: Hearing) -> Iterator[Taken]:
    if not case.has_room(WITNESSES):
        return
    for one in case[WITNESSES].expected_at(hearing.hearing_id):
        party = None
        if one.party_id is not None:
            party = case.people.participants[one.party_id]
        person = one.person or (None if party is None else party.person)
        name = one.name or (None if party is None else party.name)
        key = _known_by(person, name)
        if one.is_expected and key is not None:
            label = one.label
            if party is not None:
                label = stricter(label, party.name_label) or label
            yield Taken(
                sort="person",
                key=key,
                role="witness",
                ref=f"practice/witness:{one.witness_id}",
                name=name or person or "",
                label=label,
                witness_id=one.witness_id,
            )
