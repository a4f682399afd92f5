"""Finding: a query finds what a look at every case would find, and nothing else."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from typing import TYPE_CHECKING, Any

from legalcase.errors import (
    InvalidTypeError,
    InvalidValueError,
)
from legalcase.model.caseload.events import CaptionChanged, NumberAssigned
from legalcase.model.deadlines.events import DeadlineMet
from legalcase.ports.queries import CaseQuery, DueQuery
from legalcase.storage.loading import load, save
from legalcase.testing.store_conformance.check import promises
from legalcase.testing.store_conformance.hooks import Hooks, later
from legalcase.testing.store_conformance.samples.asking import (
    ROE,
    case_of,
    entry,
    file_of,
    found,
    put,
    rows,
    stored,
)
from legalcase.testing.store_conformance.samples.plain import cases_found, dues_found
from legalcase.testing.store_conformance.samples.sample_cases import (
    DUE_DAYS,
    RULE,
    due_case,
    sample_files,
    with_events,
)
from legalcase.testing.store_helpers import (
    DAY,
    NOON,
    refused,
    same,
    sure,
)

if TYPE_CHECKING:
    from legalcase.model.case import Case
    from legalcase.ports.stores import CaseStore

__all__ = ["FindingChecks"]

_CASE_WORDS: dict[str, tuple[str, ...]] = {
    "number": ("3:26-cv-1", "3:26-cv-3", "3:26-cv-2", "3:26-CV-1", "3:26-cv"),
    "court": ("us/cand", "us/casd", "us/ca"),
    "participant": ("person:roe", "acme", "roe", "person:acme"),
    "client": ("person:roe", "roe", "acme"),
    "assignee": ("A. Associate", "B. Associate", "C. Clerk", "c. clerk"),
    "stage": ("pleading", "trial"),
    "status": ("active", "closed", "pre-filing"),
    "label": ("firm", "owner", "public", "privileged", "party"),
    "rule": (RULE, "us/frcp/33"),
}
_FIRST, _SECOND, _LAST = DUE_DAYS
_DAY = timedelta(days=1)
_SPANS: tuple[tuple[date | None, date | None], ...] = (
    (_FIRST, _FIRST),
    (_FIRST + _DAY, _LAST - _DAY),
    (_SECOND, _SECOND),
    (_LAST, None),
    (_LAST + _DAY, None),
    (None, _FIRST),
    (None, _FIRST - _DAY),
    (_FIRST, _LAST),
)


def _with_samples(store: CaseStore) -> list[Case]:
    """Save the samples in several units of work, and return the cases, loaded."""
    files = sample_files()
    put(store, *files[:2])
    for file in files[2:]:
        put(store, file)
    put(store, entry())
    with store.read() as reader:
        return [load(reader, None, file.case.case_id) for file in files]


class FindingChecks(Hooks):
    """A query finds what a look at every case would find, and nothing else."""

    @promises("LC-FIND-001")
    def test_cases_are_found_by_each_word(self, store: CaseStore) -> None:
        """Cases are found by each field of a query, and by no part of a word."""
        cases = _with_samples(store)
        with later(self, store).read() as reader:
            same(cases_found(CaseQuery(), cases), rows(reader, CaseQuery()))
            for name, words in _CASE_WORDS.items():
                some = 0
                for word in words:
                    query = CaseQuery(**{name: word})  # type: ignore[arg-type]  # a word
                    expected = cases_found(query, cases)
                    some += len(expected)
                    same((name, word, expected), (name, word, rows(reader, query)))
                sure(some > 0)  # else this would prove nothing

    @promises("LC-FIND-002")
    def test_cases_are_found_by_several_words(self, store: CaseStore) -> None:
        """Of a query with several fields, all have to hold."""
        cases = _with_samples(store)
        words = {name: given[0] for name, given in _CASE_WORDS.items()}
        words["label"] = "privileged"
        with store.read() as reader:
            for names in combinations(words, 2):
                asked: dict[str, Any] = {name: words[name] for name in names}
                query = CaseQuery(**asked)
                expected = cases_found(query, cases)
                same((names, expected), (names, rows(reader, query)))
            query = CaseQuery(court="us/cand", client=ROE, due_until=_FIRST)
            same(["c-1"], [row.case_id for row in rows(reader, query)])

    @promises("LC-FIND-003")
    def test_cases_are_found_by_what_is_due(self, store: CaseStore) -> None:
        """Cases are found by the days of what is open in them, both ends included."""
        cases = _with_samples(store)
        with store.read() as reader:
            for first, last in _SPANS:
                query = CaseQuery(due_from=first, due_until=last)
                expected = cases_found(query, cases)
                same((first, last, expected), (first, last, rows(reader, query)))

    @promises("LC-FIND-004")
    def test_what_is_due_is_found_by_each_word(self, store: CaseStore) -> None:
        """What is due is found by each field of a query, with its whole row."""
        cases = _with_samples(store)
        asked: dict[str, tuple[Any, ...]] = {
            "is_open": (True,),
            "what": ("deadline", "hearing", "task"),
            "assignee": _CASE_WORDS["assignee"],
            "rule": _CASE_WORDS["rule"],
            "case_id": ("c-1", "C-1", "c-04", "c-"),
            "label": ("firm", "party", "public", "owner", "privileged"),
        }
        with later(self, store).read() as reader:
            for name, words in asked.items():
                for word in words:
                    query = DueQuery(**{name: word})
                    expected = dues_found(query, cases)
                    same((name, word, expected), (name, word, rows(reader, query)))

    @promises("LC-FIND-005")
    def test_both_days_are_included(self, store: CaseStore) -> None:
        """What is due on the first or last day of a span is found, and no other day."""
        cases = _with_samples(store)
        with store.read() as reader:
            for first, last in _SPANS:
                for what in (None, "hearing"):
                    query = DueQuery(due_from=first, due_until=last, what=what)
                    expected = dues_found(query, cases)
                    same((first, last, expected), (first, last, rows(reader, query)))

    @promises("LC-FIND-006")
    def test_what_is_done_is_found_when_asked(self, store: CaseStore) -> None:
        """What is done with is found by is_open=False, and by None with the rest."""
        cases = _with_samples(store)
        with store.read() as reader:
            for is_open in (False, None):
                query = DueQuery(is_open=is_open)
                expected = dues_found(query, cases)
                same((is_open, expected), (is_open, rows(reader, query)))
                query = DueQuery(is_open=is_open, due_from=_FIRST, due_until=_SECOND)
                same(dues_found(query, cases), rows(reader, query))
        sure(bool(dues_found(DueQuery(is_open=False), cases)))

    @promises("LC-FIND-007")
    def test_what_has_no_date_comes_last(self, store: CaseStore) -> None:
        """What has no date is found without a span alone, and comes last."""
        _with_samples(store)
        everything = found(store, DueQuery())
        same([None], [row.due for row in everything[-1:]])
        some = found(store, DueQuery(due_from=date(1600, 1, 1)))
        same([row for row in everything if row.due is not None], some)

    @promises("LC-FIND-008")
    def test_rows_follow_what_is_recorded(self, store: CaseStore) -> None:
        """Rows say what the newest line says: what was, is found no more."""
        put(store, *sample_files())
        file = file_of(store, "c-1")
        met = DeadlineMet(
            deadline_id="brief", met_by="the clerk", evidence="seen", happened_on=DAY
        )
        renumbered = NumberAssigned(number="9:26-cv-9", happened_on=DAY)
        caption = CaptionChanged(caption="Doe v. Acme", happened_on=DAY)
        put(store, with_events(file, met, renumbered, caption))
        case = case_of(store, "c-1")
        with later(self, store).read() as reader:
            for number in ("3:26-cv-1", "9:26-cv-9"):
                query = CaseQuery(number=number, client=ROE)
                same(cases_found(query, [case]), rows(reader, query))
            for is_open in (True, False):
                due = DueQuery(case_id="c-1", is_open=is_open)
                same(dues_found(due, [case]), rows(reader, due))
            early = CaseQuery(due_until=_FIRST, client=ROE)
            same(cases_found(early, [case]), rows(reader, early))

    @promises("LC-FIND-009")
    def test_rows_follow_a_correction(self, store: CaseStore) -> None:
        """After a correction, what is right is found, and what was wrong is not."""
        file = stored(store, due_case("case-1", _FIRST))
        terms = file.case.deadlines["it"].terms
        basis = type(terms.basis)(due=_LAST, authority="order of the court")  # type: ignore[call-arg]  # Ordered
        better = type(terms)(title="Better", basis=basis)
        file = file.correct(
            "case-1/e2", ground="misread", terms=better, by="clerk", at=NOON
        )
        stored(store, file)
        with later(self, store).read() as reader:
            same([], rows(reader, DueQuery(due_until=_FIRST)))
            due = rows(reader, DueQuery())
            same([(_LAST, "Better")], [(row.due, row.title) for row in due])
            same([_LAST], [row.next_due for row in rows(reader, CaseQuery())])

    @promises("LC-FIND-014")
    def test_a_unit_finds_what_it_appended(self, store: CaseStore) -> None:
        """Before the commit, a unit of work finds its own rows, and others do not."""
        put(store, *sample_files()[:2])
        file = due_case("case-1", _SECOND)
        with store.begin() as work:
            save(work, file)
            query, due = CaseQuery(), DueQuery(due_until=_LAST)
            own = [load(work, None, name) for name in ("c-1", "c-2", "case-1")]
            same(cases_found(query, own), rows(work, query))
            same(dues_found(due, own), rows(work, due))
        same(["c-1", "c-2"], [row.case_id for row in found(store, query)])
        same(dues_found(due, own[:2]), found(store, due))

    @promises("LC-FIND-015")
    def test_what_is_no_query_is_refused(self, store: CaseStore) -> None:
        """What is no query, and a limit that nobody can give, is refused."""
        wrong: Any
        with store.read() as reader:
            for wrong in (None, "roe", object()):
                with refused(InvalidTypeError):
                    reader.find(wrong)
            for wrong in (0, -1, 10_001, True, "5", None, 1.0):
                with refused(InvalidValueError, InvalidTypeError):
                    reader.find(CaseQuery(), limit=wrong)
                with refused(InvalidValueError, InvalidTypeError):
                    reader.changes_since(None, limit=wrong)
