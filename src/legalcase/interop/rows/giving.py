"""Cases as rows: flat, with the same columns every time, for whoever may see what."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from legalcase.errors import InvalidTypeError
from legalcase.interop.rows.cells import joined
from legalcase.interop.rows.columns import columns_of
from legalcase.kernel.events.label import Label, check_audience, lasts_for, stricter
from legalcase.model.case import Case
from legalcase.model.case_file import CaseFile
from legalcase.model.deadlines.basis import Agreed, Computed, Ordered
from legalcase.model.people.naming import display_name, own_name
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from legalcase.directory.directory import Directory
    from legalcase.model.agenda import AgendaItem
    from legalcase.model.people.state import Participant, Representation

    #: Who somebody is, for those who will see the rows.
    _Told = Callable[[Participant | Representation], str]

__all__ = ["to_rows"]

#: People bear no label of their own: who takes part in a case knows them.
_PEOPLE: Final = Label(audience="party")
_CLIENT: Final = Label(audience="client")
#: Who does what in the house is the house's.
_HOUSE: Final = Label(audience="firm")

#: What a label covers, of each: all but ids and dates, as in a feed.
_SAID_OF_ENTRY: Final = (
    *("title", "number", "triggers", "by", "on", "of", "paper", "method", "about"),
)
_SAID_OF_HEARING: Final = ("title", "place", "of", "about")
_SAID_OF_DEADLINE: Final = (
    *("title", "basis", "source", "authority", "kind", "owed_by", "side", "rule"),
    *("state", "outcome", "review", "met_on", "verdict"),
)

#: What a row says, and by column the labels of what not everybody may see.
_Said = tuple[dict[str, Any], dict[str, Label]]


def to_rows(
    cases: Case | CaseFile | Iterable[Case | CaseFile],
    what: str = "deadlines",
    *,
    audience: str = "public",
    facts_only: bool = False,
    directory: Directory | None = None,
) -> list[dict[str, Any]]:
    """Return one table of a case, or of several, as rows for data frames and CSV.

    Every row has the columns of `columns_of(what)`, in that order, whatever is in it:
    text, truths, whole numbers and ``None``; dates and instants are text of ISO 8601,
    several things of a kind one text with semicolons between. What the label does not
    admit the audience to is left empty but for ids and dates, as in a feed, and
    `withheld` names those columns.

    Args:
        cases: A case, a file, or several.
        what: ``"cases"``, ``"parties"``, ``"counsel"``, ``"events"`` (what stands on
            the docket), ``"hearings"`` or ``"deadlines"``.
        audience: For whom: ``"public"``, ``"court"``, ``"party"``, ``"client"``,
            ``"firm"`` or ``"owner"``. Names of people are for the parties and those
            after them, who does what in the house is for the firm. A label that ends
            some day still holds.
        facts_only: Whether to leave out what a case works out, so that the rows can be
            read again by `parties_from` and its like. Whom a directory knows is then
            told by `person` alone.
        directory: Who the people are: without it, or where it has none of that id,
            somebody is "a person", "an organization" or "an agency".

    Raises:
        UnknownNameError: If there is no such table.
        InvalidValueError: If the audience is none.
        InvalidTypeError: If what is given is no case.
    """
    check_audience(audience)
    told = partial(display_name, audience=audience, directory=directory)
    names = [one.name for one in columns_of(what, facts_only=facts_only)]
    rows = []
    for case in _cases(cases):
        for row, labels in _TABLES[what](case, told):
            said = {**row, "case_id": case.case_id}
            if facts_only and said.get("person") is not None:
                # A line says who somebody is in one way: by the directory, or by name.
                del said["name"]
            withheld = [
                name
                for name, label in labels.items()
                if said.get(name) is not None and not lasts_for(label, audience)
            ]
            said |= {**dict.fromkeys(withheld), "withheld": joined(withheld)}
            rows.append({name: _cell(said.get(name)) for name in names})
    return rows


def _cases(given: object) -> Iterator[Case]:
    if isinstance(given, Case | CaseFile):
        given = (given,)
    if not isinstance(given, Iterable) or isinstance(given, str | bytes):
        msg = (
            f"Rows are made of cases, not of {type(given).__name__}. Pass a Case, a "
            "CaseFile, or several."
        )
        raise InvalidTypeError(msg, field="cases", value=None)
    for each in given:
        if isinstance(each, CaseFile):
            yield each.case
        elif isinstance(each, Case):
            yield each
        else:
            msg = (
                f"Rows are made of cases, not of {shown(type(each).__name__)}. Pass a "
                "Case, a CaseFile, or several."
            )
            raise InvalidTypeError(msg, field="cases", value=None)


def _cell(value: object) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        return joined(value)
    if isinstance(value, str):
        return str(value)
    return value


def _of_case(case: Case, _: _Told) -> Iterator[_Said]:
    load = case.caseload
    yield (
        {
            "caption": load.caption,
            "court": load.court,
            "number": load.number,
            "judge": load.judge,
            "forum": load.forum,
            "proceeding": load.proceeding,
            "status": str(load.status),
            "opened_on": load.opened_on,
            "version": case.version,
        },
        {} if load.caption_label is None else {"caption": load.caption_label},
    )


def _parties(case: Case, told: _Told) -> Iterator[_Said]:
    for one in case.people.participants:
        # A row for each time that it took part, with the roles that it held then.
        for spell in one.spells:
            roles = dict.fromkeys(
                held.role
                for held in one.held
                if held.spell.until_on == spell.until_on
                and spell.from_on <= held.spell.from_on
                and (spell.until_on is None or held.spell.from_on <= spell.until_on)
            )
            yield (
                {
                    "party_id": one.party_id,
                    "person": one.person,
                    "name": told(one),
                    "kind": one.kind,
                    "capacity": one.capacity,
                    "incapacity": _incapacity(one, spell.from_on),
                    "roles": tuple(roles),
                    "is_client": one.is_client,
                    "for_parties": one.for_parties,
                    "joined_on": spell.from_on,
                    "left_on": spell.until_on,
                },
                {
                    "person": _HOUSE,
                    "name": stricter(_PEOPLE, one.name_label) or _PEOPLE,
                    "incapacity": _PEOPLE,
                    "is_client": _CLIENT,
                },
            )


def _incapacity(one: Participant, day: date) -> str | None:
    """Return why another had to act for it when it joined."""
    # Who left on the day on which they joined were so on no whole day.
    began = (each.sort for each in one.incapacities if each.spell.from_on == day)
    return one.incapacity_on(day) or next(began, None)


def _counsel(case: Case, told: _Told) -> Iterator[_Said]:
    for one in case.people.representations:
        _, label = own_name(one, _PEOPLE)
        for party in one.parties:
            yield (
                {
                    "representation_id": one.representation_id,
                    "party_id": party.party_id,
                    "counsel_id": one.counsel_id,
                    "counsel": told(one),
                    "firm_id": one.firm_id,
                    "firm": one.firm,
                    "capacity": one.capacity,
                    "from_on": party.spell.from_on,
                    "until_on": party.spell.until_on,
                },
                {
                    **dict.fromkeys(("counsel_id", "firm_id"), _HOUSE),
                    **dict.fromkeys(("counsel", "firm"), label),
                },
            )


def _events(case: Case, _: _Told) -> Iterator[_Said]:
    for one in case.docket:
        at = one.happened if isinstance(one.happened, datetime) else None
        yield (
            {
                "event_id": one.event_id,
                "event": one.kind,
                "happened_on": one.happened_on,
                "happened_at": at,
                "title": one.title,
                "number": one.number,
                "triggers": one.triggers,
                "by": one.by,
                "on": one.on,
                "of": one.of,
                "paper": one.paper,
                "method": one.method,
                "about": one.about,
                "audience": one.label.audience,
                "struck_by": one.struck_by,
            },
            dict.fromkeys(_SAID_OF_ENTRY, one.label),
        )


def _hearings(case: Case, _: _Told) -> Iterator[_Said]:
    for one in case.hearings:
        yield (
            {
                "hearing_id": one.hearing_id,
                "title": one.title,
                "hearing_at": one.at if one.has_date else None,
                "audience": one.label.audience,
                "first_at": one.first_at,
                "place": one.place,
                "of": one.of,
                "about": one.about,
                "state": str(one.state),
            },
            dict.fromkeys(_SAID_OF_HEARING, one.label),
        )


def _deadlines(case: Case, _: _Told) -> Iterator[_Said]:
    for item in case.agenda().items:
        deadline = item.deadline
        terms, met = deadline.terms, deadline.met
        label = deadline.label
        yield (
            {
                "deadline_id": deadline.deadline_id,
                "title": deadline.title,
                **_dates(item),
                "kind": deadline.kind,
                "owed_by": terms.owed_by,
                "side": terms.side,
                "owner": terms.owner,
                "backup": terms.backup,
                "critical": terms.critical,
                "audience": label.audience,
                "state": deadline.state,
                "outcome": str(deadline.outcome),
                "review": str(deadline.review.state),
                "met_on": None if met is None else met.on,
                "verdict": None if met is None else met.verdict,
                "extended_by": deadline.extended_by,
            },
            {
                **dict.fromkeys(_SAID_OF_DEADLINE, label),
                **dict.fromkeys(("owner", "backup", "critical"), _HOUSE),
            },
        )


def _dates(item: AgendaItem) -> dict[str, Any]:
    """Return why a deadline is due, and when."""
    basis, dates = item.deadline.basis, item.dates
    said = {
        "basis": type(basis).__name__.lower(),
        "due": dates.due,
        "due_at": dates.due_at,
        "bound": dates.bound,
        "safe": dates.safe,
        "shown": dates.shown,
    }
    if isinstance(basis, Computed):
        said |= {"rule": basis.computation.subject, "authority": basis.authority}
    elif isinstance(basis, Ordered | Agreed):
        source = basis.order if isinstance(basis, Ordered) else basis.agreement
        said |= {
            "authority": basis.authority,
            "source": None if source is None else str(source),
        }
    return said


_TABLES: Final[Mapping[str, Callable[[Case, _Told], Iterator[_Said]]]] = {
    "cases": _of_case,
    "parties": _parties,
    "counsel": _counsel,
    "events": _events,
    "hearings": _hearings,
    "deadlines": _deadlines,
}
