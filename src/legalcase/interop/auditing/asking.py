"""audit: a calendar that somebody kept, held against what the law gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from legalcase.dates import as_date
from legalcase.errors import InvalidTypeError, UnknownNameError
from legalcase.interop.auditing.citing import Citations
from legalcase.interop.auditing.looking import Known, Look
from legalcase.interop.auditing.result import Audit
from legalcase.interop.auditing.theirs import read_theirs
from legalcase.oversight.seen import cases_of, is_inside
from legalcase.oversight.uids import DEFAULT_NAMESPACE

if TYPE_CHECKING:
    from datetime import date

    from legalcase.law.lawbook import Law
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile

__all__ = ["audit"]


def audit(  # noqa: PLR0913 - all but three say how to read or what to leave out
    rows: Iterable[Mapping[str, Any]],
    cases: Iterable[Case | CaseFile],
    law: Law,
    *,
    columns: Mapping[str, str] | None = None,
    date_format: str | None = None,
    for_: Mapping[str, Iterable[str]] | None = None,
    on: date | None = None,
    since: date | None = None,
    audience: str = "firm",
    namespace: UUID = DEFAULT_NAMESPACE,
) -> Audit:
    """Return what a calendar has right, late, early, and not at all; and why.

    Args:
        rows: The calendar: of `csv.DictReader`, of a data frame, or of `from_ical`.
            The columns are those of `AUDIT_COLUMNS`: a day, and what says of which
            case and which deadline it is. A row that cannot be read is not compared,
            and it is said why.
        cases: The cases whose dates should be in it, each once. What is due is what
            `schedule` gives, what orders and agreements name, and hearings.
        law: The law at hand.
        columns: Which of their columns is which of those, by name:
            ``{"Due Date": "on"}``.
        date_format: How dates are written, if not as in ISO 8601: ``"%d/%m/%Y"``.
        for_: By id of a case the parties whose deadlines are looked for: the clients
            if left out, and every party where nobody is one.
        on: The day as of which `schedule` is asked: what was due before it is over.
        since: The day before which nothing is compared, of theirs or of ours.
        audience: For whom the result is: titles, rules and grounds are withheld from
            those whom the label of a deadline does not admit, and their own titles
            from all but ``"firm"`` and ``"owner"``.
        namespace: That of a feed of ours, by whose UIDs a row of it is known.

    Returns:
        A frozen value, the worst first. Nothing is recorded.

    Raises:
        InvalidTypeError: For what is no rows, no cases, no law.
        InvalidValueError: For an audience that is none, a case that comes twice, or a
            format that does not say a whole date.
        UnknownNameError: For a column in `columns` that is not read or that no row has,
            or a case or a party in `for_` that is not there.
    """
    inside = is_inside(audience)
    given: object = namespace
    if not isinstance(given, UUID):
        msg = (
            f"namespace needs a UUID, not {type(given).__name__}. Pass that of the "
            "feed, or leave it out."
        )
        raise InvalidTypeError(msg, field="namespace", value=None)
    horizon = None if since is None else as_date(since, "since")
    read, passed_over = read_theirs(rows, columns, date_format)
    looked_at = cases_of(cases)
    whose = _whose(for_, [one.case_id for one in looked_at])
    known = [
        Known.of(one, law, whose.get(one.case_id), on, namespace) for one in looked_at
    ]
    look = Look(known, Citations(law), audience, horizon, is_inside=inside)
    for one in read:
        look.take(one)
    look.miss()
    return Audit(
        rows=look.rows,
        cases=len(known),
        audience=audience,
        since=horizon,
        not_compared=tuple(look.not_compared),
        columns_not_read=passed_over if inside else (),
        notices=tuple((one.case.case_id, text) for one in known for text in one.said),
    )


def _whose(given: object, case_ids: list[str]) -> Mapping[str, Iterable[str]]:
    """Return the parties by case; a case that was not given is refused."""
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        msg = (
            f"for_ needs parties by id of a case, not {type(given).__name__}. Pass "
            "{'roe-v-acme': ['acme']}, say."
        )
        raise InvalidTypeError(msg, field="for_", value=None)
    for case_id in given:
        if case_id not in case_ids:
            noun = "case"
            raise UnknownNameError.among(noun, str(case_id), case_ids)
    return given
