"""manner_of_disposition: how a case ended, as it is counted."""

from __future__ import annotations

from typing import Any

from legalcase.errors import InvalidTypeError
from legalcase.kernel.lines.effective import effective
from legalcase.measures.formulas.precedence import prevailing_disposition
from legalcase.model.case_file import CaseFile
from legalcase.model.caseload import CaseDisposed, CaseStatus

__all__ = ["manner_of_disposition"]

_OVER = (CaseStatus.DISPOSED, CaseStatus.CLOSED)


def manner_of_disposition(file: CaseFile, *, of: str | None = None) -> str | None:
    """Return how a case ended, of several dispositions the one that is counted.

    That of `prevailing_disposition`, of all dispositions of the case and as to its
    parties, or as to the party `of`, since it was last reopened. ``None`` until the
    case as a whole is disposed of: before all parties and issues are resolved there is
    none to report (State Court Guide, Unit of Count: Civil). The words stand in the
    log, and no `Case` has it: raises `InvalidTypeError` for what is no file.
    """
    given: Any = file
    if not isinstance(given, CaseFile):
        msg = (
            f"file needs a CaseFile, not {type(given).__name__}: how a case ended "
            "stands in its log. Pass what work.file(…) or CaseFile.open(…) returned."
        )
        raise InvalidTypeError(msg, field="file", value=None)
    caseload = file.case.caseload
    if caseload.status_of(of) not in _OVER:
        return None
    ended: list[str] = []
    for change in sorted(caseload.history, key=lambda one: one.on):
        is_whole = not change.of
        if of is not None and not is_whole and of not in change.of:
            continue
        if change.count == "reopened" and (is_whole or of is not None):
            ended.clear()
        elif change.to == CaseStatus.DISPOSED:
            ended.append(change.event_id)
    now = effective(file.log)
    events = {line.event_id: now.get(line.event_id, line.event) for line in file.log}
    found = (events.get(name) for name in ended)
    return prevailing_disposition(
        one.disposition for one in found if isinstance(one, CaseDisposed)
    )
