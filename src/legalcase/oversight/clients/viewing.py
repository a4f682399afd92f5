"""client_view: what a client may see of the case, in plain words, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from legalcase.dates import as_date, own_day
from legalcase.errors import InvalidValueError
from legalcase.model.people.naming import display_name
from legalcase.oversight.clients.view import ClientView, Told
from legalcase.oversight.seen import case_of, is_admitted, name_of
from legalcase.practice.communications.facet import COMMUNICATIONS
from legalcase.shown import shown

if TYPE_CHECKING:
    from datetime import date

    from legalcase.directory.directory import Directory
    from legalcase.kernel.events.label import Label
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile
    from legalcase.model.people.state import Participant

__all__ = ["client_view"]

_CLIENT = "client"
#: How a channel is called to a client, and which way it went.
_CHANNELS = {
    "telephone": "by telephone",
    "meeting": "at a meeting",
    "video": "by video",
    "letter": "by letter",
    "e-mail": "by e-mail",
    "message": "by message",
    "portal": "through the portal",
    "in-court": "in court",
}
_WAYS = {
    "in": "you contacted us",
    "out": "we contacted you",
    "both": "we were in touch",
}
#: What the words of a caseload mean to who is no lawyer.
_STATUSES = {
    "pre-filing": "It has not been brought to court.",
    "active": "It goes on in court.",
    "inactive": "The court has paused it.",
    "disposed": "The court has decided it, or it has ended otherwise.",
    "closed": "It is closed.",
}
_UNSURE = "Where it stands with the court is being checked."


def client_view(
    case: Case | CaseFile,
    party_id: str,
    *,
    on: date,
    directory: Directory | None = None,
) -> ClientView:
    """Return what a client may see of the case on a day.

    It is built from a list of what may be shown, so that nothing else can get in: the
    status that was agreed with them, the public docket, hearings that are public or
    theirs, tasks that are theirs, what was expected of and by them, and the days on
    which we were in touch with them. What bears a narrower label than the client's,
    or is about another of our clients, is not there. Raises `InvalidValueError` for
    who is no client on that day, and `UnknownNameError` for who is not in the case.
    """
    case = case_of(case)
    day = as_date(on, "on")
    party = case.people.participants[party_id]
    if not party.is_client_on(day):
        msg = (
            f"{shown(party_id)} is no client of ours on {day}. Pass the id of one who "
            "is: file.case.people.clients has them."
        )
        raise InvalidValueError(msg, field="party_id", value=party_id)
    room = case[COMMUNICATIONS]
    last = room.statuses.find(party_id)
    agreed = None if last is None else last.on(day)
    if agreed is not None and not _may(agreed.label, is_own=True):
        agreed = None
    return ClientView(
        case_id=case.case_id,
        called=name_of(case, _CLIENT),
        client=display_name(party, audience=_CLIENT, directory=directory, on=day),
        party_id=party.party_id,
        on=day,
        status=None if agreed is None else agreed.text,
        status_on=None if agreed is None else agreed.since_on,
        next_step=None if agreed is None else agreed.next_step,
        in_court=_in_court(case),
        hearings=_hearings(case, party, day),
        tasks=_tasks(case, party),
        expected=_expected(room, party, day),
        papers=_papers(case, day),
        contacts=_contacts(room, party, day),
    )


def _may(label: Label, *, is_own: bool) -> bool:
    """Tell whether the client may see it: what is public, or their own and so labelled.

    What another client may see, this one may not.
    """
    return is_admitted(label, "public") or (is_own and is_admitted(label, _CLIENT))


def _in_court(case: Case) -> str:
    """Say where it stands with the court; no more than what was recorded bears out.

    A case in which nobody recorded a filing, but papers or a hearing, is in court by
    the looks of it: a client is not told that it is not.
    """
    if str(case.status) == "pre-filing" and (case.docket or case.hearings):
        return _UNSURE
    return _STATUSES.get(str(case.status), _UNSURE)


def _hearings(case: Case, party: Participant, day: date) -> tuple[Told, ...]:
    found = []
    for one in case.hearings:
        is_own = party.party_id in one.of
        if one.has_date and own_day(one.at) >= day and _may(one.label, is_own=is_own):
            place = f", {one.place}" if one.place else ""
            found.append(Told(when=one.at, text=f"{one.title}{place}"))
    return tuple(sorted(found, key=lambda one: str(one.when)))


def _tasks(case: Case, party: Participant) -> tuple[Told, ...]:
    days = {one.task.task_id: one.dates.shown for one in case.agenda().open_tasks}
    return tuple(
        Told(when=days.get(one.task_id), text=one.title)
        for one in case.tasks
        if one.is_open
        and party.party_id in (one.accountable, *one.responsible)
        and is_admitted(one.label, _CLIENT)
    )


def _expected(room: Any, party: Participant, day: date) -> tuple[Told, ...]:  # noqa: ANN401 - a Communications
    return tuple(
        Told(
            when=one.due_on,
            text=f"{'You expect' if one.held_by == 'party' else 'We expect of you'}: "
            f"{one.text}",
        )
        for one in room.expectations
        if one.of == party.party_id
        and one.is_open
        and one.stated_on <= day
        and _may(one.label, is_own=True)
    )


def _papers(case: Case, day: date) -> tuple[Told, ...]:
    return tuple(
        Told(when=one.happened_on, text=one.title)
        for one in case.docket
        if one.struck_by is None
        and one.happened_on <= day
        and is_admitted(one.label, "public")
    )


def _contacts(room: Any, party: Participant, day: date) -> tuple[Told, ...]:  # noqa: ANN401 - a Communications
    """Return the days and ways, and nothing of what was said."""
    return tuple(
        Told(
            when=one.happened_on,
            text=f"{_WAYS[one.direction]} {_CHANNELS[one.channel]}",
        )
        for one in room.with_party(party.party_id)
        if one.happened_on <= day
    )
