"""From rows to what may be recorded: events, all or none, for a person to record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.dates import as_date
from legalcase.errors import InvalidTypeError, LegalCaseError
from legalcase.interop.rows.columns import DOCKET_KINDS
from legalcase.interop.rows.reading import Problems, ReadRow, read_rows
from legalcase.kernel.checks import check_asked
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import Ref
from legalcase.kernel.events.words import words_of
from legalcase.kernel.lines.recorded import Draft
from legalcase.model.deadlines.basis import Agreed, Ordered
from legalcase.model.deadlines.events import DeadlineSet
from legalcase.model.deadlines.terms import DeadlineTerms
from legalcase.model.docket.events import Filed, JudgmentEntered, OrderEntered, Served
from legalcase.model.hearings.events import HearingSet
from legalcase.model.people.events import PartyJoined
from legalcase.model.vocabulary import why_not

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from legalcase.kernel.events.event import Event
    from legalcase.law.lawbook import Law
    from legalcase.model.case_file import CaseFile

__all__ = ["deadlines_from", "events_from", "hearings_from", "parties_from"]

_CLASSES: Final[Mapping[str, type[Any]]] = dict(
    zip(DOCKET_KINDS, (Filed, Served, OrderEntered, JudgmentEntered), strict=True)
)
_OF_PARTY: Final = (
    "party_id",
    "person",
    "name",
    "kind",
    "capacity",
    "incapacity",
    "roles",
    "is_client",
    "for_parties",
    "left_on",
)
_OF_TERMS: Final = ("title", "kind", "owed_by", "side", "owner", "backup", "critical")
_SAID: Final = frozenset({"number", "triggers", "by", "on", "of", "paper", "method"})
#: Which of them each kind can say.
_SAYS: Final[Mapping[str, frozenset[str]]] = {
    "filed": frozenset({"number", "triggers", "by", "paper"}),
    "served": frozenset({"triggers", "by", "on", "paper", "method"}),
    "order-entered": frozenset({"number", "triggers", "of"}),
    "judgment-entered": frozenset({"number", "triggers", "of"}),
}


def parties_from(
    rows: Iterable[Mapping[str, Any]],
    *,
    date_format: str | None = None,
    law: Law | None = None,
    into: CaseFile | None = None,
) -> tuple[PartyJoined, ...]:
    """Return that parties joined, as rows say: to be recorded by a person.

    The columns are those of `columns_of("parties", facts_only=True)`. Dates are of
    ISO 8601, or written as `date_format` says. With `law`, the words are checked; with
    `into`, the file in which they will be recorded, so are the ids. Record all of them
    in one call: ``file.record(*parties_from(rows), by=…, at=…)``.

    Raises `ImportRefusedError` with every problem of every row at once.
    """
    problems = Problems()
    found = read_rows("parties", rows, problems, date_format=date_format)
    if into is not None:
        check_asked(into, "into", "case", "log")
    known = set() if into is None else set(into.case.people.participants.ids())
    known |= {row.get("party_id") for row in found}
    made = []
    for row in found:
        if into is not None:
            _check_known(row, ("for_parties",), known, problems)
        _check_who(row, problems)
        if row.has("party_id", "roles", "joined_on") and _is_told(row):
            said = row.only(*_OF_PARTY)
            said["happened_on"] = row.get("joined_on")
            made.append(_made(PartyJoined, said, row, problems, law))
    problems.check()
    return tuple(one for one in made if one is not None)


def events_from(
    rows: Iterable[Mapping[str, Any]],
    *,
    date_format: str | None = None,
    law: Law | None = None,
    into: CaseFile | None = None,
) -> tuple[Draft, ...]:
    """Return what happened on the docket, as rows say: to be recorded by a person.

    The columns are those of `columns_of("events", facts_only=True)`; what a kind of
    event does not say is refused. A judgment without triggers has its own. The rest is
    as for `parties_from`.
    """
    problems = Problems()
    found = read_rows("events", rows, problems, date_format=date_format)
    if into is not None:
        check_asked(into, "into", "case", "log")
    parties = None if into is None else set(into.case.people.participants.ids())
    taken = set() if into is None else {line.event_id for line in into.log}
    made = []
    for row in found:
        _check_new(row, "event_id", taken, problems)
        if parties is not None:
            _check_known(row, ("by", "on", "of"), parties, problems)
        kind = row.get("event")
        if kind is None or not row.has("happened_on", "title"):
            continue
        for name in sorted((_SAID - _SAYS[kind]) & row.cells.keys()):
            problems.add(
                row.place(name), f"{kind!r} says no such thing: leave it empty"
            )
        said = row.only("happened_on", "happened_at", "title", *_SAYS[kind])
        said |= {**_about(row, problems), **_label(row)}
        event = _made(_CLASSES[kind], said, row, problems, law)
        if event is not None:
            made.append(_draft(event, row, problems))
    problems.check()
    return tuple(one for one in made if one is not None)


def deadlines_from(
    rows: Iterable[Mapping[str, Any]],
    *,
    set_on: date | None = None,
    date_format: str | None = None,
    law: Law | None = None,
    into: CaseFile | None = None,
) -> tuple[DeadlineSet, ...]:
    """Return deadlines that an order or agreement names, as rows say: to be recorded.

    The columns are those of `columns_of("deadlines", facts_only=True)`; `set_on` is
    the day on which those are entered that say none. They are proposals: somebody has
    to confirm each. A date that a rule computes is not taken from a row, since nobody
    could see how it was counted: compute it. The rest is as for `parties_from`.
    """
    if set_on is not None:
        as_date(set_on, "set_on")
    problems = Problems()
    found = read_rows("deadlines", rows, problems, date_format=date_format)
    if into is not None:
        check_asked(into, "into", "case", "log")
    parties = None if into is None else set(into.case.people.participants.ids())
    taken = set() if into is None else set(into.case.deadlines.ids())
    made = []
    for row in found:
        _check_new(row, "deadline_id", taken, problems)
        if parties is not None:
            _check_known(row, ("owed_by",), parties, problems)
        day = _set_on(row, set_on, problems)
        basis = _basis(row, problems)
        if basis is None or day is None or not row.has("title", "deadline_id"):
            continue
        said = {**row.only(*_OF_TERMS), **_label(row), "basis": basis}
        terms = _made(DeadlineTerms, said, row, problems, law)
        if terms is not None:
            whole = {
                **row.only("deadline_id"),
                "terms": terms,
                "happened_on": day,
            }
            made.append(_made(DeadlineSet, whole, row, problems, None))
    problems.check()
    return tuple(one for one in made if one is not None)


def hearings_from(
    rows: Iterable[Mapping[str, Any]],
    *,
    set_on: date | None = None,
    date_format: str | None = None,
    law: Law | None = None,
    into: CaseFile | None = None,
) -> tuple[HearingSet, ...]:
    """Return that hearings were set, as rows say: to be recorded by a person.

    The columns are those of `columns_of("hearings", facts_only=True)`; `set_on` is the
    day on which those were set that say none. The rest is as for `parties_from`.
    """
    if set_on is not None:
        as_date(set_on, "set_on")
    problems = Problems()
    found = read_rows("hearings", rows, problems, date_format=date_format)
    if into is not None:
        check_asked(into, "into", "case", "log")
    parties = None if into is None else set(into.case.people.participants.ids())
    taken = set() if into is None else set(into.case.hearings.ids())
    made = []
    for row in found:
        _check_new(row, "hearing_id", taken, problems)
        if parties is not None:
            _check_known(row, ("of",), parties, problems)
        day = _set_on(row, set_on, problems)
        said = row.only("hearing_id", "title", "hearing_at", "place", "of")
        said |= {**_about(row, problems), **_label(row), "happened_on": day}
        if day is not None and row.has("hearing_id", "title", "hearing_at"):
            made.append(_made(HearingSet, said, row, problems, law))
    problems.check()
    return tuple(one for one in made if one is not None)


def _is_told(row: ReadRow) -> bool:
    """Tell whether a row says in one way who somebody is: by directory, or by name."""
    return row.has("person") != row.has("name")


def _check_who(row: ReadRow, problems: Problems) -> None:
    if row.has("person", "name"):
        problems.add(
            row.place("name"),
            "person says who it is by the directory: leave one of the two empty",
        )
    elif not _is_told(row) and not row.unreadable & {"person", "name"}:
        problems.add(row.place("name"), "it is empty, and so is person: fill one")


def _set_on(row: ReadRow, default: date | None, problems: Problems) -> date | None:
    day: date | None = row.get("set_on", default)
    if day is None and "set_on" not in row.unreadable:
        problems.add(row.place("set_on"), "it is empty: fill it, or pass set_on=")
    return day


def _about(row: ReadRow, problems: Problems) -> dict[str, Any]:
    if "about" not in row.cells:
        return {}
    refs = [_ref(one, row, "about", problems) for one in row.get("about")]
    return {"about": tuple(one for one in refs if one is not None)}


def _label(row: ReadRow) -> dict[str, Any]:
    audience = row.get("audience")
    return {} if audience is None else {"label": Label(audience=audience)}


def _basis(row: ReadRow, problems: Problems) -> Ordered | Agreed | None:
    """Return why a deadline is due; a date that was computed is none here."""
    sort = row.get("basis")
    if sort is None or row.get("due") is None:
        return None
    if sort not in ("ordered", "agreed"):
        problems.add(
            row.place("basis"),
            "it is neither 'ordered' nor 'agreed': a date that is counted is computed, "
            "by law.compute(…), and not read from a row",
        )
        return None
    said = row.only("due", "due_at", "authority", "bound")
    if "source" in row.cells:
        noun = "order" if sort == "ordered" else "agreement"
        ref = _ref(row.get("source"), row, "source", problems)
        if ref is None:
            return None
        said[noun] = ref
    kind = Ordered if sort == "ordered" else Agreed
    made: Ordered | Agreed | None = _made(kind, said, row, problems, None)
    return made


def _made(
    kind: Callable[..., Any],
    said: Mapping[str, Any],
    row: ReadRow,
    problems: Problems,
    law: Law | None,
) -> Any:
    """Return what a row says as a value, or ``None``, with the problem remembered."""
    try:
        made = kind(**said)
    except LegalCaseError as error:
        name = getattr(error, "field", "")
        name = _COLUMN.get((kind, name), name)
        problems.add(row.place(name) if name else f"row {row.number}", str(error))
        return None
    if law is not None:
        _check_words(made, row, problems, law)
    return made


#: Fields of events whose columns have names of their own.
_COLUMN: Final[Mapping[tuple[object, str], str]] = {
    (PartyJoined, "happened_on"): "joined_on",
    (DeadlineSet, "happened_on"): "set_on",
    (HearingSet, "happened_on"): "set_on",
    (Ordered, "order"): "source",
    (Agreed, "agreement"): "source",
}


def _check_words(
    made: Event | DeadlineTerms, row: ReadRow, problems: Problems, law: Law
) -> None:
    if not hasattr(law, "check_word"):
        msg = f"law= needs a Law, not {type(law).__name__}. Pass Law.bundled(), say."
        raise InvalidTypeError(msg, field="law", value=None)
    for sort, word, name in words_of(made):
        why = why_not(law, sort, word)
        if why is not None:
            problems.add(row.place(name), why)


def _draft(event: Event, row: ReadRow, problems: Problems) -> Draft | None:
    try:
        return Draft(event, event_id=row.get("event_id"))
    except LegalCaseError as error:
        problems.add(row.place("event_id"), str(error))
        return None


def _ref(text: str, row: ReadRow, column: str, problems: Problems) -> Ref | None:
    try:
        return Ref.parse(text)
    except LegalCaseError as error:
        problems.add(row.place(column), str(error))
        return None


def _check_new(row: ReadRow, column: str, taken: set[str], problems: Problems) -> None:
    """Refuse an id that the file or an earlier row has."""
    name = row.get(column)
    if name is None:
        return
    if name in taken:
        problems.add(row.place(column), f"there is one {name!r} already")
    taken.add(name)


def _check_known(
    row: ReadRow, columns: tuple[str, ...], known: set[Any], problems: Problems
) -> None:
    for column in columns:
        for name in row.get(column, ()):
            if name not in known:
                problems.add(
                    row.place(column), f"no party {name!r} takes part: record it first"
                )
