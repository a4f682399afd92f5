"""Whatever people write, a feed says no more of it than its audience may see.

Every text that an event can carry is found by walking the fields of its class, so
that a new one cannot be forgotten, and gets a canary of its own.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import count
from typing import Any

import attrs
import pytest

from case_samples import events
from every_one import for_each
from legalcase.errors import LegalCaseError
from legalcase.ical import to_ical
from legalcase.kernel import Event, Label, Ref
from legalcase.kernel.events.label import AUDIENCES
from legalcase.kernel.events.terms import Terms
from legalcase.model import (
    Agreed,
    CaseFile,
    CaseOpened,
    DeadlineExtended,
    DeadlineMet,
    DeadlineSet,
    DeadlineTerms,
    Derived,
    HearingSet,
    Model,
    NoteAdded,
    Ordered,
    PartyJoined,
    TaskCompleted,
    TaskPlanned,
    TaskReassigned,
    TaskStarted,
    TaskSuspended,
    TaskTerminated,
    TaskTerms,
    TaskWaived,
    ready_tasks,
    task_findings,
)
from one_case import DAY, NOON, PACIFIC, numbered

SEALED = Label(audience="court", ground="sealed")
PRIVATE = Label(audience="client", ground="privileged")
DETAILS = ("full", "ref-only", "busy")
numbers = count(1)


def _is_text(each: Any) -> bool:
    """Texts that people write are those that stay out of `repr`."""
    return each.repr is False and "str" in str(each.type)


def marked(value: Any, path: str, texts: dict[str, str]) -> Any:
    """The value with a canary in every text that it has, or that is in it."""
    changes: dict[str, Any] = {}
    for each in attrs.fields(type(value)):
        if not each.init:
            continue
        found = getattr(value, each.name)
        where = f"{path}.{each.name}"
        if _is_text(each):
            canary = f"canary{next(numbers)}x"
            texts[canary] = where
            # Of people there can be several.
            is_one = "tuple" not in str(each.type)
            changes[each.name] = canary if is_one else (canary,)
        elif isinstance(found, Terms) and not isinstance(found, Label):
            changes[each.name] = marked(found, where, texts)
    return attrs.evolve(value, **changes)


def made() -> tuple[CaseFile, dict[str, str], dict[str, str]]:
    """A case with a canary in every text, the least audience of each, and its field."""
    texts: dict[str, str] = {}
    trial = HearingSet(
        hearing_id="trial",
        title="T",
        hearing_at=NOON.astimezone(PACIFIC),
        place="P",
        happened_on=DAY,
    )
    rule = DeadlineTerms(title="T", basis=Ordered(due=DAY, authority="O"))
    own = DeadlineTerms(title="T", basis=Derived(follows=Ref("deadline", "a")))
    agreed = DeadlineTerms(
        title="T", basis=Agreed(due=DAY, authority="A"), label=PRIVATE
    )
    task = TaskPlanned(
        task_id="t",
        terms=TaskTerms(title="T", accountable="A", due_on=DAY),
        happened_on=DAY,
    )
    moves = TaskTerms(
        title="T",
        accountable="A",
        moves_with=Derived(follows=Ref("deadline", "a")),
        label=PRIVATE,
    )
    of_task: dict[str, Any] = {"task_id": "t", "happened_on": DAY}
    said: list[tuple[Event, str]] = [
        (PartyJoined(party_id="p", name="N", roles=("party",), happened_on=DAY), ""),
        (NoteAdded(note_id="n", text="T", happened_on=DAY), ""),
        (trial, "public"),
        (attrs.evolve(trial, hearing_id="closed", label=SEALED), "court"),
        (DeadlineSet(deadline_id="a", terms=rule, happened_on=DAY), "public"),
        (DeadlineSet(deadline_id="own", terms=own, happened_on=DAY), "firm"),
        (DeadlineSet(deadline_id="agreed", terms=agreed, happened_on=DAY), "client"),
        (
            DeadlineExtended(
                deadline_id="a",
                successor_id="b",
                basis=Ordered(due=DAY, authority="O"),
                title="T",
                authority="A",
                happened_on=DAY,
            ),
            "public",
        ),
        (
            DeadlineMet(deadline_id="b", met_by="M", evidence="E", happened_on=DAY),
            "",
        ),
        (task, "firm"),
        (TaskReassigned(accountable="A", **of_task), ""),
        (TaskStarted(**of_task), ""),
        (TaskSuspended(ground="G", **of_task), ""),
        (TaskWaived(ground="G", approved_by="A", **of_task), ""),
        (TaskPlanned(task_id="moves", terms=moves, happened_on=DAY), "client"),
        (
            TaskCompleted(
                task_id="moves", completed_by="A", evidence="E", happened_on=DAY
            ),
            "",
        ),
        (attrs.evolve(task, task_id="gone"), "firm"),
        (TaskTerminated(task_id="gone", ground="G", happened_on=DAY), ""),
        (attrs.evolve(task, task_id="open"), "firm"),
    ]
    opened = CaseOpened(caption="C", number="N", happened_on=DAY)
    opened = marked(opened, "CaseOpened", texts)
    seen = dict.fromkeys(texts, "public")
    file = CaseFile.open(
        opened, case_id="roe", by="secretby", at=NOON, reason="secretby", ids=numbered()
    )
    for event, audience in said:
        before = set(texts)
        file = file.record(
            marked(event, type(event).__name__, texts),
            by="secretby",
            at=NOON,
            reason="secretby",
            on_behalf_of="secretby",
        )
        for canary in set(texts) - before:
            field = texts[canary].rpartition(".")[2]
            if audience and field in ("title", "place"):
                seen[canary] = audience
    return file, seen, texts


FILE, SEEN, FIELDS = made()


def found_in(text: str) -> set[str]:
    """The canaries in a text."""
    return set(re.findall(r"canary\d+x", text))


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("detail", DETAILS)
def test_invariant_26_a_feed_says_what_its_audience_may_see(
    audience: str, detail: Any
) -> None:
    """Titles and places by their labels; caption and number; and nothing else."""
    written = to_ical(
        FILE.case.agenda(), name="N", detail=detail, audience=audience, alarms=(1,)
    )
    text = written.replace(b"\r\n ", b"").decode()
    rank = AUDIENCES.index(audience)
    allowed = {
        canary for canary, least in SEEN.items() if AUDIENCES.index(least) <= rank
    }
    if detail == "ref-only":
        allowed = {c for c in allowed if FIELDS[c] == "CaseOpened.number"}
    if detail == "busy":
        allowed = set()
    assert found_in(text) - allowed == set()
    assert "secretby" not in text
    if detail == "full":
        assert allowed - found_in(text) == set()


def test_invariant_26_no_text_is_in_a_repr() -> None:
    """Of the case, its file, a line, an event, a state, and of what is in them."""
    for value in (FILE, FILE.case, FILE.case.agenda(), FILE.case.folded):
        assert found_in(repr(value)) == set()
    for line in FILE.log:
        assert found_in(repr(line) + repr(line.event)) == set()
        assert "secretby" not in repr(line) + repr(line.event)
    for room in FILE.case.folded.rooms.values():
        assert found_in(repr(room)) == set()
    case = FILE.case
    for things in (case.deadlines, case.hearings, case.notes, case.tasks):
        assert found_in("".join(map(repr, things))) == set()
    for found in (ready_tasks(case), task_findings(case, on=date.max)):
        assert found
        assert found_in(repr(found)) == set()
    assert found_in("".join(map(repr, FILE.case.people.participants))) == set()


@for_each("event", events(), ids=lambda event: type(event).__name__)
def test_invariant_26_no_text_is_in_a_message(event: Event) -> None:
    """Whatever is refused, of every kind, twice over and in a case of another state."""
    with_canaries = marked(event, type(event).__name__, {})
    file = FILE
    for _ in range(2):
        try:
            file = file.record(with_canaries, by="secretby", at=NOON)
        except LegalCaseError as error:
            told = f"{error} {error!r} {error.__context__!r} {error.__cause__!r}"
            assert found_in(told) == set()
            assert "secretby" not in told
    assert found_in(repr(with_canaries)) == set()


def test_every_kind_is_asked() -> None:
    """The samples have one of each."""
    kinds = {row.event for row in Model.core().rows()}
    assert kinds <= {type(event) for event in events()}


def test_invariant_27_uids_say_nothing_and_sequences_rise() -> None:
    """A UID is made of ids alone; one constant text; what fell away is cancelled."""
    before = CaseFile.of_log(FILE.log[:6]).case.agenda()
    after = FILE.case.agenda()

    def numbers_of(agenda: Any) -> dict[str, int]:
        text = to_ical(agenda, name="N", detail="busy").decode()
        uids = re.findall(r"UID:([0-9a-f-]{36})\r\n", text)
        sequences = [int(each) for each in re.findall(r"SEQUENCE:(\d+)", text)]
        assert set(re.findall(r"SUMMARY:(.*)\r", text)) == {"Busy"}
        assert len(uids) == len(sequences) == text.count("BEGIN:VEVENT")
        return dict(zip(uids, sequences, strict=True))

    was, now = numbers_of(before), numbers_of(after)
    assert set(was) <= set(now)
    assert all(now[uid] >= number for uid, number in was.items())
    assert any(now[uid] > number for uid, number in was.items())
    cancelled = to_ical(after, name="N", detail="busy").decode()
    assert "STATUS:CANCELLED" in cancelled
