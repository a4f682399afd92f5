"""client_view: what a client may see of the case, in plain words, and nothing else."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from legalcase.dates import as_date, own_day
from legalcase.errors import InvalidTypeError, InvalidValueError, MissingInputError
from legalcase.markup import escape, lines_of, one_line, page
from legalcase.model.people.naming import display_name
from legalcase.oversight.seen import case_of, is_admitted, name_of
from legalcase.plain_data import PlainData
from legalcase.practice.communications.facet import COMMUNICATIONS
from legalcase.shown import shown

if TYPE_CHECKING:
    from legalcase.directory.directory import Directory
    from legalcase.kernel.events.label import Label
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile
    from legalcase.model.people.state import Participant

__all__ = ["ClientView", "Told", "client_view"]

_CLIENT = "client"
_WEEKDAYS = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
#: For somebody who reads it as a letter: lines that are not too long.
_PLAIN = "font-family:system-ui,sans-serif;line-height:1.4;max-width:42em"
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


@frozen(kw_only=True)
class Told(PlainData):
    """One thing that a client is told: when, and what."""

    when: date | datetime | None
    text: str = field(repr=False)


@frozen(kw_only=True, repr=False)
class ClientView(PlainData):
    """What a client may see of the case, on a day: a value that renders itself.

    `status` and `next_step` are the words that were agreed; `in_court` says where the
    case stands with the court. `hearings` lie ahead, `papers` are entries of the
    public docket, `tasks` what the client is to do, `expected` what was agreed between
    us, `contacts` when we spoke: never what was said.
    """

    case_id: str
    called: str = field(repr=False)
    client: str = field(repr=False)
    party_id: str
    on: date
    status: str | None = field(default=None, repr=False)
    status_on: date | None = None
    next_step: str | None = field(default=None, repr=False)
    in_court: str
    hearings: tuple[Told, ...] = ()
    tasks: tuple[Told, ...] = ()
    expected: tuple[Told, ...] = ()
    papers: tuple[Told, ...] = ()
    contacts: tuple[Told, ...] = ()

    def __repr__(self) -> str:
        """Return the case, the party's id and the day."""
        return f"<ClientView of {self.case_id!r} for {self.party_id!r} on {self.on}>"

    def _sections(self) -> tuple[tuple[str, tuple[Told, ...]], ...]:
        return (
            ("Dates in court", self.hearings),
            ("For you to do", self.tasks),
            ("What we agreed", self.expected),
            ("Papers in the court's file", self.papers),
            ("When we were in touch", self.contacts),
        )

    def _standing(self) -> str:
        said = self.status or "Nothing has been agreed to be told yet."
        return said if self.status_on is None else f"{_day(self.status_on)}: {said}"

    def __str__(self) -> str:
        """Return it as text, 80 columns wide."""
        from textwrap import wrap

        parts = [one_line(f"{self.called}, for {self.client}, {_day(self.on)}")]
        parts += [
            "\n".join(wrap(one_line(line), 80))
            for line in (self._standing(), self.in_court, self._next())
            if line
        ]
        for title, told in self._sections():
            if told:
                parts.append(f"{title}:")
                for one in told:
                    line = one_line(f"- {_when(one.when)}{one.text}")
                    parts.append("\n".join(wrap(line, 80, subsequent_indent="  ")))
        return "\n".join(parts)

    def _next(self) -> str:
        return "" if self.next_step is None else f"Next: {self.next_step}"

    def _repr_html_(self) -> str:
        for_whom = f"For {self.client}, {_day(self.on)}"
        parts = [f"<h3>{escape(self.called)}</h3>"]
        parts += [
            f"<p>{escape(line)}</p>"
            for line in (for_whom, self._standing(), self.in_court, self._next())
            if line
        ]
        for title, told in self._sections():
            if told:
                points = "".join(
                    f"<li><b>{escape(_when(one.when))}</b>{escape(one.text)}</li>"
                    for one in told
                )
                parts.append(f"<h4>{escape(title)}</h4><ul>{points}</ul>")
        return f'<div style="{_PLAIN}">{"".join(parts)}</div>'

    def page(self) -> str:
        """Return it as a whole HTML page, in light and dark."""
        return page(self.called, self._repr_html_())

    def letter(self, *, signed_by: str, greeting: str | None = None) -> str:
        """Return the draft of a letter that says how things stand, as text.

        `signed_by` is who signs it, `greeting` how it begins. It has nothing that the
        view has not; whoever signs it reads it first. Raises `MissingInputError` where
        no status was agreed: we do not write what nobody approved.
        """
        _check_words("signed_by", signed_by, "Pass who signs the letter")
        if greeting is not None:
            _check_words("greeting", greeting, "Pass how the letter begins")
        if self.status is None:
            msg = (
                "No status was agreed for this client, and a letter would say nothing "
                "that somebody approved. Record StatusAgreed first."
            )
            raise MissingInputError(msg, field="status", value=None)
        lines = [
            _day(self.on),
            "",
            one_line(f"Re: {self.called}"),
            "",
            f"{greeting or f'Dear {self.client}'},",
            "",
            self.status,
            "",
            self.in_court,
        ]
        if self.next_step is not None:
            lines += ["", f"What comes next: {self.next_step}"]
        for title, told in self._sections()[:3]:
            if told:
                lines += ["", f"{title}:"]
                lines += [one_line(f"- {_when(one.when)}{one.text}") for one in told]
        lines += ["", "Please call us if anything here is unclear.", "", signed_by]
        return "\n".join(map(lines_of, lines))


def _check_words(name: str, given: object, advice: str) -> None:
    if not isinstance(given, str) or not given.strip():
        msg = (
            f"{name} needs text, not {shown(given)}. {advice}, as it is to stand there."
        )
        raise InvalidTypeError(msg, field=name, value=None)


def _day(day: date) -> str:
    """Write a day as one does to people, the weekday first."""
    weekday, month = _WEEKDAYS[day.weekday()], _MONTHS[day.month - 1]
    return f"{weekday} {day.day} {month} {day.year}"


def _when(moment: date | datetime | None) -> str:
    if moment is None:
        return ""
    if isinstance(moment, datetime):
        return f"{_day(moment)}, {moment:%H:%M}: "
    return f"{_day(moment)}: "


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
