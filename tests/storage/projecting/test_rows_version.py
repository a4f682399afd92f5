"""What stores list of a case has a number: whoever changes it gives it another."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import legalcase as lc
from legalcase.codec.lines import line_of
from legalcase.kernel import Draft, Label, Ref
from legalcase.model import (
    Anchor,
    Case,
    CaseFile,
    CaseOpened,
    Computed,
    DeadlineSet,
    DeadlineTerms,
    PartyJoined,
    Served,
    TaskPlanned,
    TaskTerms,
)
from legalcase.storage.projecting import (
    case_columns,
    due_columns,
    projected,
    words_of,
)
from legalcase.storage.sql.version import ROWS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.kernel import Recorded

GOLDEN: Final = Path(__file__).parents[2] / "golden" / "logs-1.json"
DAY: Final = date(2026, 6, 3)
BY: Final[dict[str, Any]] = {"by": "clerk", "at": datetime(2026, 6, 3, 12, tzinfo=UTC)}
#: By the number of the rows, the digest of what is listed of the cases below. It is
#: never changed: another digest needs another number, by which stores are rebuilt.
LISTED: Final = {
    "2": "fa1d8531d2392ac9d85417b0cf2aca36b470877695c8545402d3e887dd749a52",
    "3": "7a00b3e1917a60db78e36395767fab09ecc49dc4659552dd62839b32c3c57921",
}


def labelled() -> CaseFile:
    """A case in which a deadline runs from a paper that not everybody may see."""
    numbers = iter(range(1, 100))
    file = CaseFile.open(
        CaseOpened(caption="Roe v. Acme", court="us/cand", number="1", happened_on=DAY),
        case_id="roe",
        ids=lambda _: f"line-{next(numbers)}",
        **BY,
    )
    served = Served(
        title="Interrogatories",
        triggers=("interrogatories-served",),
        method="mail",
        by=("roe",),
        on=("acme",),
        label=Label(audience="client"),
        happened_on=DAY,
    )
    file = file.record(
        PartyJoined(party_id="roe", name="Roe", roles=("plaintiff",), happened_on=DAY),
        PartyJoined(
            party_id="acme",
            name="Acme",
            roles=("defendant",),
            is_client=True,
            happened_on=DAY,
        ),
        TaskPlanned(
            task_id="draft",
            terms=TaskTerms(title="Draft them", accountable="lead", due_on=DAY),
            happened_on=DAY,
        ),
        Draft(served, event_id="served"),
        **BY,
    )
    due = Computed(
        computation=lc.compute(
            "us/frcp/33(b)(2)", after=DAY, court="us/cand", service="mail"
        ),
        anchors=(Anchor("interrogatories-served", Ref("event", "served")),),
    )
    terms = DeadlineTerms(title="Answer them", basis=due, owed_by=("acme",))
    return file.record(
        DeadlineSet(deadline_id="answer", terms=terms, happened_on=DAY), **BY
    )


def listed(logs: Iterable[tuple[Case, Iterable[Recorded]]]) -> str:
    """The digest of all rows of some cases, of their attributes and their words."""
    said: list[object] = []
    for case, log in logs:
        rows = projected(case.folded)
        assert rows is not None
        said += [
            case_columns(rows.case),
            sorted(map(due_columns, rows.dues.values()), key=str),
            sorted(map(tuple, rows.attributes)),
            [words_of(line) for line in log],
        ]
    return sha256(json.dumps(said, default=str).encode()).hexdigest()


def test_other_rows_have_another_number() -> None:
    """Raise ROWS where this fails, and write the digest that it has then."""
    logs = []
    for one in json.loads(GOLDEN.read_text(encoding="utf-8")):
        lines = [line_of(text) for text in one["lines"]]
        logs.append((Case.from_events(lines), lines))
    file = labelled()
    found = listed([*logs, (file.case, file.log)])
    assert LISTED[ROWS] == found
