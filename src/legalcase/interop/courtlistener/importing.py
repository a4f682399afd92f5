"""From a docket of CourtListener to a case, with an account of what was left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from legalcase.errors import (
    ConflictingInputError,
    InvalidTypeError,
    UnknownNameError,
)
from legalcase.interop.courtlistener.comparing import Comparison
from legalcase.interop.courtlistener.counsel import appearances_of, event_of
from legalcase.interop.courtlistener.entries import draft_of, entries_of
from legalcase.interop.courtlistener.heading import Head, head_of
from legalcase.interop.courtlistener.people import (
    endings_of_party,
    events_of_party,
    parties_of,
)
from legalcase.interop.courtlistener.source import Source
from legalcase.interop.courtlistener.tables import CARRIES_NOTHING, KEYS
from legalcase.interop.results import Imported
from legalcase.kernel.checks import check_instant, check_text
from legalcase.kernel.events.ids import Ids, uuid7
from legalcase.model.case_file import CaseFile
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping
    from datetime import date, datetime

    from legalcase.interop.courtlistener.entries import SourceEntry
    from legalcase.interop.courtlistener.people import Party
    from legalcase.interop.courtlistener.source import Place
    from legalcase.kernel.events.event import Event
    from legalcase.kernel.lines.recorded import Draft
    from legalcase.kernel.rooms.model import Model
    from legalcase.law.lawbook import Law

__all__ = ["from_courtlistener"]


@frozen(kw_only=True)
class _Who:
    """Who brings it in, and when."""

    by: str = field(validator=check_text)
    at: datetime = field(validator=check_instant)


@frozen(kw_only=True)
class _Wanted:
    """How the caller wants things to be."""

    case_id: str
    at: datetime
    law: Law
    into: CaseFile | None
    party_ids: Mapping[int, str]
    party_roles: Mapping[str, str]
    kinds: Mapping[str, str]
    clients: Collection[str]
    classify: Callable[[SourceEntry], Event | Draft | None] | None


def from_courtlistener(  # noqa: PLR0913 - all keyword-only but the docket
    docket: Mapping[str, Any],
    *,
    parties: Iterable[Mapping[str, Any]] | Mapping[str, Any] = (),
    attorneys: Iterable[Mapping[str, Any]] | Mapping[str, Any] = (),
    entries: Iterable[Mapping[str, Any]] | Mapping[str, Any] = (),
    by: str,
    at: datetime,
    law: Law,
    case_id: str | None = None,
    into: CaseFile | None = None,
    model: Model | None = None,
    ids: Ids = uuid7,
    classify: Callable[[SourceEntry], Event | Draft | None] | None = None,
    party_ids: Mapping[int, str] | None = None,
    party_roles: Mapping[str, str] | None = None,
    kinds: Mapping[str, str] | None = None,
    clients: Collection[str] = (),
    opened_on: date | None = None,
) -> Imported:
    """Return the file of a case as CourtListener (REST API, version 4) has it.

    Nothing is dropped in silence: every value of the source stands in an event, or is
    known to carry nothing, or is listed by its path. Nothing is asked of a network:
    pass what was fetched, as `json.loads` returned it. All events are recorded in one
    act, pending in the file; what an event says although the source does not (the day
    on which a party joined) stands in `assumed`.

    Args:
        docket: The object of ``/dockets/ID/``.
        parties: What ``/parties/?docket=ID`` has: objects, or one page with `results`.
        attorneys: Likewise of ``/attorneys/?docket=ID``; without them nobody's counsel
            has a name.
        entries: Likewise of ``/docket-entries/?docket=ID``.
        by: Who brings it in, as for `CaseFile.record`.
        at: When, an aware instant.
        law: The law whose courts and words are meant.
        case_id: The id of the new case. Left out with `into`.
        into: A file to which what it does not have yet is added. Nothing in it is
            changed or ended: what the source says otherwise, or no longer says, stands
            in `differences`.
        model: The model of the new case; the core if left out.
        ids: What gives events their ids, for a new case.
        classify: Says what an entry is: it gets a `SourceEntry` and returns an event
            for the docket (with triggers, say), or ``None``. The text of an entry is
            free text, and not read here; an entry of which nobody says what it is
            becomes a public note, from which nothing runs.
        party_ids: Ids for parties, by the service's number; else ``"cl-123"``.
        party_roles: Roles, words of the vocabulary, of further types of party.
        kinds: ``"person"``, ``"organization"`` or ``"agency"`` by the party's id here;
            the source does not say.
        clients: The ids here of the parties that are ours.
        opened_on: The day on which the case was opened, where the source has none.

    Raises:
        ImportRefusedError: If the source is of another shape, with every problem.
        MissingInputError: If the docket has no name or no day of filing.
        ConflictingInputError: If `case_id` and `into` are given both, or neither.
    """
    _check_who(by, at, law)
    wanted = _Wanted(
        case_id=_target(case_id, into),
        at=at,
        law=law,
        into=into,
        party_ids=_numbers(party_ids),
        party_roles=party_roles or {},
        kinds=kinds or {},
        clients=clients,
        classify=classify,
    )
    source = Source(CARRIES_NOTHING, KEYS)
    top = source.take_object("docket", docket)
    lists = {
        name: source.take_list(name, given if _is_whole(given) else list(given))
        for name, given in (
            ("parties", parties),
            ("attorneys", attorneys),
            ("entries", entries),
        )
    }
    source.check_shape()
    head = head_of(top, law=law, at=at, opened_on=opened_on, is_new=into is None)
    compared = Comparison(source, into)
    drafts = [*_people(source, lists, head, wanted, compared)]
    drafts += _docket(source, lists["entries"], head, wanted, compared)
    compared.absent(lists)
    source.check()
    file = into
    if file is None:
        file = CaseFile.open(
            head.opened,
            case_id=wanted.case_id,
            by=by,
            at=at,
            reason=head.reason,
            model=model,
            ids=ids,
            law=law,
        )
        if head.judge is not None:
            drafts.insert(0, head.judge_assigned(top, at))
    else:
        # First of all: what was filed needs a case that is before a court.
        drafts[:0] = compared.head(top, head, at)
    before = 0 if into is None else len(into.log)
    if drafts:
        file = file.record(*drafts, by=by, at=at, reason=head.reason, law=law)
    used, known, left = source.account()
    return Imported(
        file=file,
        added=tuple(line.event_id for line in file.log[before:]),
        used=used,
        known=known,
        not_mapped=left,
        assumed=tuple(source.assumed),
        differences=tuple(source.differences),
    )


def _is_whole(given: object) -> bool:
    """Tell whether it is a page or a list, or something that cannot be one."""
    from collections.abc import Iterable, Mapping

    return isinstance(given, Mapping | list | str) or not isinstance(given, Iterable)


def _check_who(by: str, at: datetime, law: Law) -> None:
    """Refuse what nothing could be recorded with, before anything is read."""
    _Who(by=by, at=at)
    if not hasattr(law, "check_word"):
        msg = (
            f"law= needs a Law, not {type(law).__name__}. Pass "
            "legalcase.Law.bundled(), say."
        )
        raise InvalidTypeError(msg, field="law", value=None)


def _numbers(given: Mapping[int, str] | None) -> dict[int, str]:
    """Return the ids by the service's numbers, which are no text here."""
    for number in given or {}:
        if type(number) is not int:
            msg = (
                f"{shown(number)} is no number of a party. Write party_ids={{11: "
                "'acme'}, with the numbers as the source has them."
            )
            raise InvalidTypeError(msg, field="party_ids", value=number)
    return dict(given or {})


def _target(case_id: str | None, into: CaseFile | None) -> str:
    """Return the id of the case into which it goes."""
    given: object = into
    if given is not None and not isinstance(given, CaseFile):
        msg = (
            f"into= needs a CaseFile, not {type(into).__name__}. Pass the file to add "
            "to, or case_id= for a new case."
        )
        raise InvalidTypeError(msg, field="into", value=None)
    if into is not None and case_id is None:
        return into.case.case_id
    if into is not None or case_id is None:
        msg = (
            "It is not clear into which case this goes. Pass case_id= for a new one, "
            "or into= for a file that exists, and not both."
        )
        raise ConflictingInputError(msg, field="case_id", value=case_id)
    return case_id


def _people(
    source: Source,
    lists: Mapping[str, tuple[Place, ...]],
    head: Head,
    wanted: _Wanted,
    compared: Comparison,
) -> list[Event | Draft]:
    found = tuple(
        parties_of(
            source,
            lists["parties"],
            docket=head.number,
            law=wanted.law,
            roles=wanted.party_roles,
            ids=wanted.party_ids,
        )
    )
    _check_named(found, wanted)
    ids = {one.number: one.party_id for one in found}
    all_ids = frozenset(ids.values())
    events: list[Event | Draft] = []
    endings: list[Event] = []
    for party in found:
        known = compared.party(party, all_ids)
        if known is None:
            del ids[party.number]
        elif not known:
            events += events_of_party(
                party,
                joined_on=head.opened_on,
                kind=wanted.kinds.get(party.party_id),
                is_client=party.party_id in wanted.clients,
            )
            endings += endings_of_party(party, joined_on=head.opened_on)
    for one in appearances_of(
        source,
        lists["parties"],
        lists["attorneys"],
        docket=head.number,
        ids=ids,
        opened_on=head.opened_on,
    ):
        if not compared.representation(one, ids):
            events.append(event_of(source, one, ids, head.opened_on))
    return [*events, *endings]


def _check_named(found: tuple[Party, ...], wanted: _Wanted) -> None:
    """Refuse what the caller says of parties that are not there."""
    ids = {one.party_id for one in found}
    for name, given in (("clients", wanted.clients), ("kinds", wanted.kinds)):
        for each in given:
            if each not in ids:
                noun = f"party that {name}= could mean:"
                hint = "The ids are those of party_ids=, or 'cl-' and the number."
                raise UnknownNameError.of(noun, each, ids, hint)


def _docket(
    source: Source,
    places: tuple[Place, ...],
    head: Head,
    wanted: _Wanted,
    compared: Comparison,
) -> list[Draft]:
    zones = () if head.court is None else head.court.zones
    drafts: list[Draft] = []
    for entry, place in entries_of(
        source,
        places,
        case_id=wanted.case_id,
        docket=head.number,
        zone=zones[0] if len(zones) == 1 else None,
    ):
        draft, is_classified = draft_of(entry, place, wanted.classify)
        if not compared.entry(entry, place, is_classified=is_classified):
            drafts.append(draft)
    # As they happened: what was filed first comes first, whatever the page's order.
    return sorted(drafts, key=lambda one: one.event.happened_on)
