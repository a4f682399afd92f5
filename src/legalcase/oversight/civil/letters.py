"""correspondence: the letters and e-mails of a case, in and out, by counterpart."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from legalcase.counting.argument.explain import say_day
from legalcase.dates import as_date
from legalcase.markup import Table
from legalcase.oversight.civil.saying import html_with, text_with
from legalcase.oversight.seen import case_of, check_inside, is_admitted
from legalcase.plain_data import PlainData
from legalcase.practice.communications.facet import COMMUNICATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile
    from legalcase.practice.communications.state import Communication

__all__ = ["WRITTEN", "Correspondence", "Letter", "correspondence"]

#: The channels by which something is written.
WRITTEN: Final = ("letter", "e-mail", "message", "portal")
_OTHERS: Final = "others"
_LETTER: Final = "letter"


@frozen(kw_only=True)
class Letter(PlainData):
    """A letter or e-mail between us and one counterpart.

    `number` counts what passed between us and it, in and out, in order; `reply_to` are
    the ids of what it answers, `replied_by` is what answered it by then. While a reply
    is owed, `owed_by` says by whom (``"us"`` or the counterpart), since when and by
    when. `subject` is empty where its label does not admit the audience.
    """

    case_id: str
    counterpart: str = field(repr=False)
    number: int
    communication_id: str
    direction: str
    channel: str
    happened_on: date
    subject: str | None = field(default=None, repr=False)
    document: str | None = None
    reply_to: tuple[str, ...] = ()
    replied_by: str | None = None
    owed_by: str | None = field(default=None, repr=False)
    owed_since: date | None = None
    due_on: date | None = None
    is_over: bool = False

    @property
    def ref(self) -> str:
        """Noun and id."""
        return f"practice/communication:{self.communication_id}"


@frozen(kw_only=True, repr=False)
class Correspondence(PlainData):
    """What was written in a case by a day, by counterpart and in order.

    `unplaced` are the letters among its documents, by id, of which no communication
    says to whom or from whom they went.
    """

    case_id: str
    on: date
    rows: tuple[Letter, ...]
    unplaced: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Return the day and how many."""
        return f"<Correspondence of {self.case_id!r} on {self.on}: {len(self)}>"

    def __iter__(self) -> Iterator[Letter]:
        """Give the rows."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.rows)

    @property
    def counterparts(self) -> tuple[str, ...]:
        """With whom anything was written, each once."""
        return tuple(dict.fromkeys(one.counterpart for one in self.rows))

    @property
    def unanswered(self) -> tuple[Letter, ...]:
        """That on which a reply is owed, the one that is due first at the top."""
        owed = [one for one in self.rows if one.due_on is not None]
        owed.sort(key=lambda one: (one.due_on or date.max, one.communication_id))
        return tuple(owed)

    @property
    def findings(self) -> tuple[str, ...]:
        """What is late, and what letters stand in no exchange, in words and ids."""
        late = [
            f"{one.ref}: a reply was owed by {one.due_on}"
            for one in self.unanswered
            if one.is_over
        ]
        lone = [
            f"document:{one} is a letter, and no communication names it"
            for one in self.unplaced
        ]
        return (*late, *lone)

    def to_rows(self) -> list[dict[str, object]]:
        """Return a row of plain JSON types for each."""
        return [one.to_dict() for one in self.rows]

    def _table(self) -> Table:
        table = Table(
            f"Letters by {say_day(self.on)}: {len(self.rows)}",
            ("with", "no.", "", "on", "about", "document", "reply"),
        )
        for one in self.rows:
            table.add(
                one.counterpart,
                str(one.number),
                f"{one.direction}, {one.channel}",
                str(one.happened_on),
                one.subject or one.communication_id,
                one.document or "",
                _reply(one),
                mark="strong" if one.is_over else "",
            )
        return table

    def __str__(self) -> str:
        """Return them as a table of text, and what is wrong below."""
        return text_with(self._table(), self.findings)

    def _repr_html_(self) -> str:
        return html_with(self._table(), self.findings)


def _reply(one: Letter) -> str:
    said = [f"answers {name}" for name in one.reply_to]
    if one.replied_by is not None:
        said.append(f"answered by {one.replied_by}")
    elif one.due_on is not None:
        said.append(f"owed by {one.owed_by} by {one.due_on}")
    return "; ".join(said)


def correspondence(
    case: Case | CaseFile,
    *,
    on: date,
    with_party: str | None = None,
    audience: str = "firm",
) -> Correspondence:
    """Return what was written in a case by a day, in and out, by counterpart.

    A letter to several stands under each. With `with_party`, only what was written with
    that party; those outside the case have the name that was given for them, where the
    label admits the audience, and are ``"others"`` else. `audience` is ``"firm"`` or
    ``"owner"``.

    Raises `UnknownNameError` for who is not in the case, `InvalidValueError` for an
    audience outside the firm, and `InvalidTypeError` for a case that was read without
    the room `practice.COMMUNICATIONS`.
    """
    case = case_of(case)
    day = as_date(on, "on")
    check_inside(audience, "What was written")
    if with_party is not None:
        with_party = case.people.participants[with_party].party_id
    said = [one for one in case[COMMUNICATIONS].said if one.happened_on <= day]
    answers: dict[str, list[str]] = {}
    for one in said:
        if one.replied_by is not None:
            answers.setdefault(one.replied_by, []).append(one.communication_id)
    written = [one for one in said if one.channel in WRITTEN]
    written.sort(key=lambda one: one.happened_on)
    rows: list[Letter] = []
    numbers: dict[str, int] = {}
    for one in written:
        for whom in _counterparts(one, audience):
            numbers[whom] = numbers.get(whom, 0) + 1
            row = _letter(case, one, whom, numbers[whom], day, audience)
            rows.append(row)
    rows.sort(key=lambda row: (row.counterpart, row.number))
    return Correspondence(
        case_id=case.case_id,
        on=day,
        rows=tuple(
            _with_answers(row, answers)
            for row in rows
            if with_party in (None, row.counterpart)
        ),
        unplaced=() if with_party is not None else tuple(_unplaced(case, said, day)),
    )


def _counterparts(one: Communication, audience: str) -> tuple[str, ...]:
    others = one.with_others if is_admitted(one.label, audience) else ()
    if one.with_others and not others:
        others = (_OTHERS,)
    return tuple(dict.fromkeys((*one.with_parties, *others)))


def _letter(
    case: Case, one: Communication, whom: str, number: int, day: date, audience: str
) -> Letter:
    answered = one.replied_on is not None and one.replied_on <= day
    waived = one.waived_on is not None and one.waived_on <= day
    due = None if answered or waived else one.reply_by
    by = "us" if one.direction == "in" else whom
    return Letter(
        case_id=case.case_id,
        counterpart=whom,
        number=number,
        communication_id=one.communication_id,
        direction=one.direction,
        channel=one.channel,
        happened_on=one.happened_on,
        subject=one.subject if is_admitted(one.label, audience) else None,
        document=one.in_document,
        replied_by=one.replied_by if answered else None,
        owed_by=None if due is None else by,
        owed_since=None if due is None else one.happened_on,
        due_on=due,
        is_over=due is not None and due < day,
    )


def _with_answers(row: Letter, answers: dict[str, list[str]]) -> Letter:
    found = answers.get(row.communication_id)
    return row if found is None else evolve(row, reply_to=tuple(found))


def _unplaced(case: Case, said: list[Communication], day: date) -> Iterator[str]:
    placed = {one.in_document for one in said}
    for document in case.documents:
        is_letter = document.kind == _LETTER and document.since_on <= day
        if is_letter and document.document_id not in placed:
            yield document.document_id
