"""ClientView: what a client may see of a case, as a value that renders itself."""

from __future__ import annotations

from datetime import date, datetime

from attrs import field, frozen

from legalcase.errors import InvalidTypeError, MissingInputError
from legalcase.markup import escape, lines_of, one_line, page
from legalcase.plain_data import PlainData
from legalcase.shown import shown

__all__ = ["ClientView", "Told"]

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
