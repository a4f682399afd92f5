"""Asking what moves: `reschedule`, of a case or a whole caseload."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, overload

from legalcase.errors import ConflictingInputError, InvalidTypeError
from legalcase.law.lawbook import Law
from legalcase.model.case import Case
from legalcase.model.case_file import CaseFile
from legalcase.scheduling.answering.rows import rows_of
from legalcase.scheduling.ask import asking_of, is_theirs
from legalcase.scheduling.finding.card_words import begun
from legalcase.scheduling.moving.comparing import Comparison
from legalcase.scheduling.moving.diff import Diff, Diffs
from legalcase.scheduling.moving.touched import of_touched
from legalcase.scheduling.moving.watch import Watch
from legalcase.scheduling.proposals import Proposals
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from legalcase.model.people.state import Participant

__all__ = ["reschedule"]


@overload
def reschedule(
    case: Case | CaseFile,
    law: Law | None = None,
    *,
    for_: str | Iterable[str | Participant] | None = None,
    on: date | None = None,
    facts: Mapping[str, str] | None = None,
) -> Diff: ...


@overload
def reschedule(
    case: Iterable[Case | CaseFile],
    law: Law | None = None,
    *,
    on: date | None = None,
    facts: Mapping[str, str] | None = None,
) -> Diffs: ...


def reschedule(
    case: Case | CaseFile | Iterable[Case | CaseFile],
    law: Law | None = None,
    *,
    for_: str | Iterable[str | Participant] | None = None,
    on: date | None = None,
    facts: Mapping[str, str] | None = None,
) -> Diff | Diffs:
    """Return what moves in a case since its deadlines were set, because of what.

    It is asked after anything changed: a trigger was corrected, a method of service
    became known, a closure was announced (`law.with_closures`), a rule amended, a
    stay lifted, a hearing moved. Arguments and errors are those of `schedule`.

    Of several cases, a whole caseload, those deadlines alone are looked at that can
    be others: between whose trigger and end a day changed, whose rule is another, or
    that need review. What is due for the first time is asked of a case by itself.

    Returns:
        The diff: a frozen value, and nothing is recorded. After its `events()` are
        recorded, it is empty. Of several cases, the diffs of those in which something
        was looked at.
    """
    law = Law.bundled() if law is None else law
    if isinstance(case, Case | CaseFile):
        return _of_case(case, law, for_=for_, on=on, facts=facts)
    given: object = case
    if isinstance(given, str) or not isinstance(given, Iterable):
        msg = (
            f"What moves is asked of a case, or of several, not of {shown(given)}. "
            "Pass file.case, or a list of cases."
        )
        raise InvalidTypeError(msg, field="case", value=None)
    if for_ is not None:
        msg = (
            "for_ names parties of one case, and several were given. Leave it out, or "
            "ask case by case."
        )
        raise ConflictingInputError(msg, field="for_", value=None)
    watch = Watch(law, facts)
    return Diffs(
        found
        for each in case
        if (found := of_touched(each, law, watch, on=on, facts=facts)) is not None
    )


def _of_case(
    case: Case | CaseFile,
    law: Law,
    *,
    for_: str | Iterable[str | Participant] | None,
    on: date | None,
    facts: Mapping[str, str] | None,
) -> Diff:
    asking, cards, _ = asking_of(case, law, for_=for_, on=on, facts=facts)
    begun_here = begun(asking.law, cards, asking.happened)
    rows = [row for card in begun_here for row in rows_of(asking, card)]
    found = Comparison(case=asking.case, law=law, rows=tuple(rows))
    found.compare_all(asking.case.deadlines)
    new = [row for row in rows if row.state == "new" and not is_theirs(asking, row)]
    rows_new = sorted(new, key=lambda row: (str(row.shown), row.rule, row.who))
    return found.diff(Proposals(rows_new))
