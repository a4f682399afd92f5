"""What is guarded answers as a store that never held the rest."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guarding_samples import (
    AT,
    DAY,
    ME,
    STORES,
    Step,
    answers,
    policy,
    put,
    put_some,
    queries,
    wall,
    with_logs,
)
from legalcase.access import Subject
from legalcase.directory import (
    AddressGiven,
    LinkEnded,
    LinkMade,
    Name,
    NameOnDocket,
    NameSealed,
    PersonAdded,
)
from legalcase.kernel import Label, Retracted
from legalcase.model import (
    CaseOpened,
    CounselAppeared,
    DeadlineSet,
    DeadlineTerms,
    HearingSet,
    Ordered,
    PartyJoined,
    TaskPlanned,
    TaskTerms,
)
from legalcase.storage import MemoryStore

if TYPE_CHECKING:
    from collections.abc import Callable

    from legalcase.storage import Store

CASES = tuple(f"case:c{n}" for n in range(4))
ENTRIES = tuple(f"person:e{n}" for n in range(4))
COURTS = ("us/cand", "us/cacd")
PEOPLE = (*ENTRIES, ME, "person:other")
WORD = "exhibit"
QUERIES = queries(
    PEOPLE, COURTS, (*CASES, *ENTRIES, "kind:party-joined", "link:l0"), WORD
)

cases, entries, people = (st.sampled_from(one) for one in (CASES, ENTRIES, PEOPLE))


def _opened(number: int, court: str) -> Any:
    return CaseOpened(
        caption=f"Case {WORD}", happened_on=DAY, court=court, number=f"26-{number}"
    )


@st.composite
def happened(draw: st.DrawFn) -> tuple[str, Any]:
    """Something that is recorded of a case, or of an entry: what, and of what."""
    number = str(draw(st.integers(0, 10**6)))
    case, entry = draw(cases), draw(entries)
    joined = PartyJoined(
        party_id=f"p{number}",
        person=entry,
        roles=("plaintiff",),
        is_client=draw(st.booleans()),
        happened_on=DAY,
    )
    unlisted = PartyJoined(
        party_id=f"u{number}", name=f"X {WORD}", roles=("defendant",), happened_on=DAY
    )
    task = TaskPlanned(
        task_id=f"t{number}",
        terms=TaskTerms(title=WORD, accountable=draw(people), due_on=date(2026, 7, 1)),
        happened_on=DAY,
    )
    deadline = DeadlineSet(
        deadline_id=f"d{number}",
        terms=DeadlineTerms(
            title=WORD,
            basis=Ordered(due=date(2026, 7, 9), authority="Order"),
            owner=draw(people),
        ),
        happened_on=DAY,
    )
    hearing = HearingSet(
        hearing_id=f"h{number}", title="Hearing", hearing_at=AT, happened_on=DAY
    )
    other = draw(entries.filter(lambda one: one != entry))
    docket = NameOnDocket(
        case_id=case.partition(":")[2], name=f"N {number}", happened_on=DAY
    )
    sealed = NameSealed(
        case_id=case.partition(":")[2], label=Label(audience="court"), happened_on=DAY
    )
    link = LinkMade(
        link_id=f"l{number}", relation="spouse-of", to=other, happened_on=DAY
    )
    address = AddressGiven(
        address_id=f"a{number}", sort="post", text=WORD, happened_on=DAY
    )
    return draw(
        st.sampled_from(
            [
                (case, joined),
                (case, joined),
                (case, unlisted),
                (case, task),
                (case, deadline),
                (case, hearing),
                (entry, docket),
                (entry, docket),
                (entry, sealed),
                (entry, link),
                (entry, address),
                (entry, "unlink"),
                (entry, "retract"),
            ]
        )
    )


@st.composite
def worlds(draw: st.DrawFn) -> list[Step]:
    """Steps that can be recorded, one after the other."""
    begun = [
        (name, _opened(n, draw(st.sampled_from(COURTS))))
        for n, name in enumerate(CASES)
    ]
    begun += [
        (name, PersonAdded(name=Name(full=f"Somebody {WORD}"), happened_on=DAY))
        for name in ENTRIES
    ]
    more = draw(st.lists(happened(), min_size=4, max_size=20, unique_by=repr))
    steps: list[Step] = []
    links: dict[str, str] = {}
    lines: dict[str, str] = {}
    for n, (stream, what) in enumerate([*draw(st.permutations(begun)), *more]):
        event = what
        if what == "unlink":
            if stream not in links:
                continue
            event = LinkEnded(link_id=links.pop(stream), happened_on=DAY)
        elif what == "retract":
            if stream not in lines:
                continue
            event = Retracted(event_id=lines.pop(stream), ground="a mistake")
        elif isinstance(what, LinkMade):
            links[stream] = what.link_id
        elif isinstance(what, NameOnDocket | NameSealed):
            lines[stream] = f"ev{n}"
        steps.append(Step(stream, event, f"ev{n}"))
    return steps


policies = st.builds(
    lambda apart, scope: policy(*([wall(*apart)] if apart else []), scope=scope),
    st.lists(st.sampled_from([*CASES, *ENTRIES]), max_size=2, unique=True),
    st.sampled_from(
        [
            "all",
            "all",
            "own",
            "directory",
            CASES[0],
            "client:person:e1",
            "court:us/cand",
        ]
    ),
)


def seen_in(store: Store, rules: Any) -> set[str]:
    """The streams that a policy admits somebody to, asked in the plainest way."""
    held = rules.access_of(ME, at=AT)
    with store.read() as reader:
        subjects = [Subject.of(reader.get(name)) for name in reader.ids()]
        subjects += [Subject.entry(one.entry_id) for one in reader.directory()]
    return {one.stream for one in subjects if held.admits("read", one)}


def left(steps: list[Step], seen: set[str]) -> list[Step]:
    """The steps without those that are of what is hidden, or speak of it."""
    hidden: set[str] = set()
    found = []
    for step in steps:
        event = step.event
        spoken = [
            f"case:{event.case_id}" if hasattr(event, "case_id") else None,
            getattr(event, "to", None),
        ]
        after = {getattr(event, "link_id", ""), getattr(event, "event_id", "")}
        if (
            step.stream not in seen
            or any(one is not None and one not in seen for one in spoken)
            or not hidden.isdisjoint(after)
        ):
            hidden |= {step.event_id, getattr(event, "link_id", step.event_id)}
        else:
            found.append(step)
    return found


def check(make: Callable[[], Store], steps: list[Step], rules: Any) -> None:
    """Compare what somebody gets with a store that holds nothing else."""
    with make() as whole, MemoryStore() as less:
        kept = left(put_some(whole, steps), seen_in(whole, rules))
        put(less, kept)
        guarded = whole.guarded(rules).as_(ME, at=AT)
        streams = [*CASES, *ENTRIES, "case:never", "person:never"]
        with guarded.read() as one, less.read() as other:
            pairs = zip(
                answers(one, streams, QUERIES),
                answers(other, streams, QUERIES),
                strict=True,
            )
            for (what, mine), (_, theirs) in pairs:
                assert mine == theirs, what
        with guarded.begin() as work:
            found = dict(answers(work, streams, QUERIES))
        with less.read() as other:
            assert found == dict(answers(other, streams, QUERIES))


@pytest.mark.slow
@settings(deadline=None, max_examples=60)
@given(steps=worlds(), rules=policies)
def test_in_memory(steps: list[Step], rules: Any) -> None:
    """Whatever happened, and whatever the policy says."""
    check(MemoryStore, steps, rules)


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(set(STORES) - {"memory"}))
def test_in_every_other_store(
    name: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in memory: it is one mechanism, and a few worlds show that."""
    with_logs(monkeypatch)

    @settings(deadline=None, max_examples=3 if name == "postgres" else 6)
    @given(steps=worlds(), rules=policies)
    def is_kept(steps: list[Step], rules: Any) -> None:
        check(lambda: STORES[name](request), steps, rules)

    is_kept()


def test_it_is_no_empty_comparison() -> None:
    """Of this world, some is seen and some hidden, in a case and in an entry."""
    joined = PartyJoined(
        party_id="x", person="person:e0", roles=("plaintiff",), happened_on=DAY
    )
    counsel = CounselAppeared(
        representation_id="r",
        counsel_id="person:e1",
        party_ids=("x",),
        happened_on=DAY,
    )
    steps = [
        Step("case:c0", _opened(0, COURTS[0]), "1"),
        Step("case:c1", _opened(1, COURTS[0]), "2"),
        Step("case:c0", joined, "3"),
        Step("case:c0", counsel, "4"),
        *(
            Step(
                "person:e2",
                PersonAdded(name=Name(full="S"), happened_on=DAY),
                "5",
            )
            for _ in range(1)
        ),
        Step("person:e2", NameOnDocket(case_id="c0", name="S", happened_on=DAY), "6"),
        Step("person:e2", NameOnDocket(case_id="c1", name="S", happened_on=DAY), "7"),
    ]
    rules = policy(wall("person:e1"))
    with MemoryStore() as store:
        put(store, steps)
        assert seen_in(store, rules) == {"case:c1", "person:e2"}
        assert [one.event_id for one in left(steps, {"case:c1", "person:e2"})] == [
            "2",
            "5",
            "7",
        ]
    check(MemoryStore, steps, rules)
