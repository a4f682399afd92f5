"""Invariant 31: what is suggested changes nothing until a named person accepts it.

Two cases go the same random way. In one of them programs suggest all along, where
the other has lines that say nothing at all, so that lines are counted alike. The same
is recorded, corrected and refused in both, with the same words; and whatever is asked
of the rooms, the agenda, the feed, the rows, the sheet, the views of clients, the
findings and the lists of a store, the answers are equal. Left out are the findings
that a suggestion waits or is stale.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve, frozen
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from case_machine import ANY, FIRST, NOON, START
from legalcase import Law, schedule
from legalcase.dates import DateRange
from legalcase.errors import LegalCaseError
from legalcase.ical import to_ical
from legalcase.interop import to_rows
from legalcase.interop.rows.giving import _TABLES as TABLES
from legalcase.kernel import Draft, Event, Facet, Row
from legalcase.model import BecameClient, CaseFile, CaseOpened
from legalcase.oversight import (
    agenda,
    client_view,
    control_sheet,
    health,
    open_needs,
    pressure,
    replies_owed,
    team_findings,
    who,
)
from legalcase.ports import CaseQuery, DueQuery, LineQuery
from legalcase.practice import MODEL, SUGGESTIONS, accept_suggestion
from legalcase.storage import MemoryStore, save
from practice_events import ANY_OF_PRACTICE, BEGUN, SUGGESTED

if TYPE_CHECKING:
    from collections.abc import Callable


@frozen(kw_only=True)
class Nothing(Event):
    """A line that says nothing."""


SILENT: Facet[None] = Facet(
    name="test/silence",
    first=None,
    rows=(Row(Nothing, "test/nothing", 1, lambda state, *_: state),),
)
BOTH = MODEL.with_facets(SILENT)
LAW = Law.bundled()
YEAR = DateRange(date(2026, 1, 1), date(2028, 1, 1))
ON = date(2026, 7, 1)
READER = "reader 2.1"
#: The findings of the room itself.
OURS = {"suggestions-open", "suggestion-stale", "suggestion-without-event"}
OTHERS = [facet for facet in BOTH.facets if facet is not SUGGESTIONS]
#: Both cases begin with these; suggestions come later, and in one alone.
COMMON = tuple(one for one in BEGUN if "uggested" not in type(one).__name__)

events = st.one_of(ANY, ANY, ANY_OF_PRACTICE).filter(
    lambda one: not any(word in type(one).__name__ for word in ("Suggest", "SourceRe"))
)
steps = st.one_of(
    st.tuples(st.just("record"), events),
    st.tuples(st.just("record"), events),
    st.tuples(st.just("suggest"), SUGGESTED),
    st.tuples(st.just("suggest"), SUGGESTED),
    st.tuples(st.just("retract"), st.integers(0, 60)),
)


class Twins:
    """The case without suggestions, and the one with them."""

    def __init__(self) -> None:
        opened = CaseOpened(caption="Roe v. Acme", happened_on=FIRST)
        self.without = CaseFile.open(
            Draft(opened, event_id="opened"),
            case_id="roe",
            by="clerk",
            at=NOON,
            model=BOTH,
            ids=self.ids,
        )
        self.number = 0
        self.acts = 0
        first = [
            one if isinstance(one, Draft) else self._draft(one)
            for one in (
                *START,
                BecameClient(party_id="p1", happened_on=FIRST),
                *COMMON,
            )
        ]
        self.without = self.without.record(*first, by="clerk", at=NOON)
        self.having = self.without
        self.suggested = 0

    def ids(self, _: object) -> str:
        """Return the id of a correction: the same in both."""
        return f"c{self.acts}"

    def _draft(self, event: Event) -> Draft:
        self.number += 1
        return Draft(event, event_id=f"e{self.number}")

    def take(self, what: str, said: Any) -> None:
        """One step, in both cases."""
        if what == "suggest":
            self.suggested += 1
            name = f"s{self.suggested}"
            one = Draft(evolve(said, suggestion_id=name), event_id=f"x{name}")
            if self.having.why_not(one, by="clerk", at=NOON) is None:
                nothing = Draft(Nothing(happened_on=FIRST), event_id=f"x{name}")
                self.having = self.having.record(one, by="clerk", at=NOON)
                self.without = self.without.record(nothing, by="clerk", at=NOON)
        elif what == "record":
            draft = self._draft(said)
            self.both(lambda file: file.record(draft, by="clerk", at=NOON))
        else:
            line = self.without.log[said % len(self.without.log)]
            self.both(
                lambda file: file.retract(
                    line.event_id, ground="G", by="clerk", at=NOON
                )
            )

    def both(self, act: Callable[[CaseFile], CaseFile]) -> None:
        """Do it in both: both take it, or both refuse it, with the same words."""
        self.acts += 1
        done: list[CaseFile] = []
        why: list[str] = []
        for file in (self.without, self.having):
            try:
                done.append(act(file))
            except LegalCaseError as error:
                why.append(str(error))
        assert len(set(why)) <= 1
        assert len(done) != 1
        if done:
            self.without, self.having = done


def answers(file: CaseFile) -> dict[str, Any]:
    """Whatever can be asked of a case beside its suggestions."""
    case = file.case
    found: dict[str, Any] = {room.name: case[room] for room in OTHERS}
    for audience in ("public", "client", "firm", "owner"):
        for what in TABLES:
            rows = to_rows(case, what, audience=audience)
            found[f"rows {what} {audience}"] = rows
        for detail in ("full", "ref-only", "busy"):
            found[f"feed {audience} {detail}"] = to_ical(
                case.agenda(),
                name="N",
                detail=detail,
                audience=audience,
            )
        found[f"diary {audience}"] = agenda([case], between=YEAR, audience=audience)
    found["agenda"] = case.agenda()
    found["sheet"] = control_sheet([file], on=NOON.date(), zone="UTC")
    found["health"] = [
        one for one in health(file, on=ON, law=LAW).findings if one.code not in OURS
    ]
    found["team"] = team_findings(case, on=ON)
    found["needs"] = open_needs([case], on=ON)
    found["replies"] = replies_owed([case], on=ON)
    found["who"] = who(case, "accountable", on=ON)
    found["pressure"] = pressure([case], person="lead", during=YEAR, limit=1, on=ON)
    for party in case.people.participants:
        if party.is_client_on(ON):
            name = party.party_id
            found[f"view {name}"] = client_view(case, name, on=ON)
    return found


def lists(file: CaseFile) -> dict[str, Any]:
    """The lists of a store in which it was saved."""
    store = MemoryStore(model=BOTH)
    with store.begin(by="clerk") as work:
        save(work, file)
        work.commit()
    found: dict[str, Any] = {}
    with store.read() as reader:
        found["cases"] = reader.find(CaseQuery()).rows
        found["dues"] = reader.find(DueQuery(), limit=1000).rows
        for word in ("text", "p1", "reader", "quotation", "order", "x*"):
            query = LineQuery(text=word)
            found[f"lines {word}"] = reader.find(query, limit=1000).rows
            found[f"cases {word}"] = reader.find(CaseQuery(text=word)).rows
    return found


@pytest.mark.slow
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(steps, min_size=4, max_size=14))
def test_invariant_31_what_is_suggested_changes_nothing(
    taken: list[tuple[str, Any]],
) -> None:
    """See above; and what was accepted then is as if a person had recorded it."""
    twins = Twins()
    for what, said in taken:
        twins.take(what, said)
    one, other = answers(twins.without), answers(twins.having)
    for name in one:
        assert one[name] == other[name], name
    assert lists(twins.without) == lists(twins.having)
    for suggestion in twins.having.case[SUGGESTIONS].open:
        name = suggestion.suggestion_id
        at = NOON + timedelta(hours=1)
        event_id = f"{name}/{twins.having.case.version + 1}"
        try:
            accepted = accept_suggestion(twins.having, name, by="lead", at=at)
        except LegalCaseError:
            continue
        event: Any = suggestion.event
        cause = suggestion.line_id
        alone = twins.without.record(
            Draft(event, event_id=event_id, cause=cause),
            Nothing(happened_on=FIRST),
            by="lead",
            at=at,
        )
        for room in OTHERS:
            assert alone.case[room] == accepted.case[room], room.name


def test_some_of_it_is_suggested() -> None:
    """Else the property proves nothing: the first suggestion of each kind is taken."""
    twins = Twins()
    suggested = next(one for one in BEGUN if type(one).__name__ == "Suggested")
    twins.take("suggest", suggested)
    assert len(twins.having.case[SUGGESTIONS].open) == 1
    one, other = answers(twins.without), answers(twins.having)
    assert one == other
    assert len(one) > 60
    assert lists(twins.without) == lists(twins.having)
    assert lists(twins.having)["lines text"]
    assert lists(twins.having)["dues"]
    plan = schedule(twins.having.case, LAW)
    assert str(plan) == str(schedule(twins.without.case, LAW))
