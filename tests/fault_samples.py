"""A store with everything that a file can hold, and all that it answers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from legalcase.errors import LegalCaseError
from legalcase.model import (
    DeadlineSet,
    DeadlineTerms,
    HearingSet,
    NoteAdded,
    Ordered,
)
from legalcase.ports import CaseQuery, DueQuery, LineQuery
from legalcase.storage import LocalKeys, Sealer
from people_samples import person
from store_samples import NOON, PACIFIC, new_file, save

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from legalcase.model import CaseFile
    from legalcase.storage import Store

DAY = date(2026, 6, 3)
JULY = (date(2026, 7, 1), date(2026, 7, 31))
SEALED = "sealed-1"
STREAMS = (f"case:{SEALED}", "person:roe")
CASES = ("case-1", "case-2", "case-3", SEALED)


def sealer() -> Sealer:
    """Of one case and of people."""
    keys = LocalKeys({"2026": b"k" * 32}, current="2026")
    return Sealer(keys, tenant="firm", which=lambda stream: stream in STREAMS)


def july_file(case_id: str) -> CaseFile:
    """A case with deadlines, a hearing and notes about days of July."""
    file = new_file(case_id)
    for number in range(4):
        terms = DeadlineTerms(
            title=f"Reply {number} by 2026-07-{11 + number}",
            basis=Ordered(
                due=date(2026, 7, 11 + 3 * number), authority="Order of 2026-07-01"
            ),
            owner="associate" if number % 2 else None,
        )
        file = file.record(
            DeadlineSet(deadline_id=f"reply-{number}", terms=terms, happened_on=DAY),
            by="clerk",
            at=NOON.replace(month=7, hour=10 + number),
        )
    return file.record(
        HearingSet(
            hearing_id="motion",
            title="Motion",
            hearing_at=NOON.replace(month=7, day=23).astimezone(PACIFIC),
            happened_on=DAY,
        ),
        NoteAdded(note_id="n", text="Call before 2026-07-06.", happened_on=DAY),
        by="clerk",
        at=NOON.replace(month=7, day=2),
    )


def fill(store: Store) -> None:
    """Save three cases in clear, a sealed one and a person."""
    for name in CASES:
        save(store, july_file(name))
    save(store, person())


#: What is asked for, each of which is answered by a page.
QUERIES: tuple[CaseQuery | DueQuery | LineQuery, ...] = (
    CaseQuery(),
    CaseQuery(due_from=JULY[0], due_until=JULY[1]),
    CaseQuery(number="4:26-cv-00001", court="us/cand"),
    CaseQuery(text="reply"),
    CaseQuery(text="weak poi*"),
    DueQuery(),
    DueQuery(due_from=JULY[0], due_until=JULY[1], is_open=None),
    DueQuery(assignee="associate"),
    DueQuery(case_id="case-2", what="deadline"),
    LineQuery(),
    LineQuery(tags=("kind:deadline-set",)),
    LineQuery(text="2026"),
)


def asked(store: Store) -> dict[str, Callable[[], Any]]:
    """All questions, by what is asked."""

    def in_reading(act: Callable[[Any], Any]) -> Callable[[], Any]:
        return lambda: store.ask(act)

    found: dict[str, Callable[[], Any]] = {}
    for name in CASES:
        found[f"load {name}"] = in_reading(lambda r, n=name: r.get(n))
        found[f"events {name}"] = in_reading(lambda r, n=name: r.events(f"case:{n}"))
    found["events person"] = in_reading(lambda r: r.events("person:roe"))
    found["ids"] = in_reading(lambda r: r.ids())
    for number, query in enumerate(QUERIES):
        found[f"find {number}"] = in_reading(lambda r, q=query: r.find(q).rows)
    found["changes"] = in_reading(lambda r: r.changes_since(None).rows)
    return found


def answers(store: Store) -> dict[str, Any]:
    """What a store answers, or the error of ours that it raises."""
    found: dict[str, Any] = {}
    for name, ask in asked(store).items():
        try:
            found[name] = ask()
        except LegalCaseError as error:
            found[name] = error
    return found


def silent(
    found: dict[str, Any], wanted: dict[str, Any], faults: Iterable[object]
) -> list[str]:
    """Return which answers are wrong without saying so.

    Of a list, rows that are missing, or stand in another one, are said by `verify`; one
    with another content is never right.
    """
    rows = {
        row
        for name, right in wanted.items()
        if name.startswith(("find", "changes"))
        for row in right
    }
    wrong = []
    for name, right in wanted.items():
        now = found[name]
        if now == right or isinstance(now, LegalCaseError):
            continue
        if not (name.startswith("find") and faults and rows.issuperset(now)):
            wrong.append(name)
    return wrong
