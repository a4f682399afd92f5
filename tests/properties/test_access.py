"""Any policy: deny wins, order is nothing, who is not known gets nothing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from access_samples import AT
from legalcase.access import (
    ACTIONS,
    BreakGlass,
    Grant,
    Group,
    Membership,
    Policy,
    Role,
    Subject,
    Wall,
)

FIRST = date(2026, 5, 25)
PEOPLE = ("person:a", "person:b", "person:c")
GROUPS = ("g", "h", "i")
ENTRIES = ("person:x", "organization:y")
CASES = ("case:1", "case:2")
COURTS = ("us/cand", "us/cacd")
ROLES = ("reader", "clerk", "all")
SCOPES = (
    "all",
    "own",
    "directory",
    *CASES,
    *(f"client:{one}" for one in ENTRIES),
    *(f"court:{one}" for one in COURTS),
)

days = st.integers(0, 20).map(lambda number: FIRST + timedelta(days=number))
anybody = st.sampled_from([*PEOPLE, *(f"group:{one}" for one in GROUPS)])
several = st.lists(anybody, min_size=1, max_size=3, unique=True).map(tuple)
actions = st.lists(st.sampled_from(ACTIONS), min_size=1, unique=True).map(tuple)


def some(of: tuple[str, ...]) -> st.SearchStrategy[frozenset[str]]:
    """Some of these."""
    return st.frozensets(st.sampled_from(of))


@st.composite
def dated(draw: st.DrawFn) -> dict[str, Any]:
    """A first day, and perhaps a day from which it holds no more."""
    from_on = draw(days)
    length = draw(st.none() | st.integers(1, 10))
    until = None if length is None else from_on + timedelta(days=length)
    return {"from_on": from_on, "until_on": until}


@st.composite
def groups(draw: st.DrawFn) -> tuple[Group, ...]:
    """Groups of which the later ones may have the earlier ones in them."""
    found: list[Group] = []
    for name in GROUPS:
        able = [*PEOPLE, *(one.who for one in found)]
        members = draw(st.lists(st.tuples(st.sampled_from(able), dated()), max_size=3))
        rows = [Membership(who=who, **when) for who, when in members]
        found.append(Group(name=name, members=tuple(dict.fromkeys(rows))))
    return tuple(found)


@st.composite
def grants(draw: st.DrawFn, grant_id: str = "new") -> Grant:
    """A grant to anybody."""
    return Grant(
        grant_id=grant_id,
        who=draw(anybody),
        role=draw(st.sampled_from(ROLES)),
        scope=draw(st.sampled_from(SCOPES)),
        granted_by="person:partner",
        **draw(dated()),
    )


@st.composite
def walls(draw: st.DrawFn, wall_id: str = "new") -> Wall:
    """A wall between anybody and anything, or round it."""
    apart = st.lists(
        st.sampled_from([*CASES, *ENTRIES]), min_size=1, max_size=2, unique=True
    )
    sides: dict[str, Any] = {draw(st.sampled_from(["who", "all_but"])): draw(several)}
    return Wall(
        wall_id=wall_id,
        apart_from=tuple(draw(apart)),
        ground="so",
        **sides,
        **draw(dated()),
    )


@st.composite
def glasses(
    draw: st.DrawFn, break_glass_id: str = "new", known: tuple[str, ...] = ()
) -> BreakGlass:
    """Break-glass about noon, perhaps through some of the walls."""
    hours = draw(st.integers(-2, 1))
    through = tuple(sorted(draw(some(known)))) if known else ()
    return BreakGlass(
        break_glass_id=break_glass_id,
        person=draw(st.sampled_from(PEOPLE)),
        scope=draw(st.sampled_from(SCOPES)),
        actions=draw(actions),
        at=AT + timedelta(hours=hours),
        until_at=AT + timedelta(hours=hours + 1),
        reason="so",
        through=through,
        approved_by="person:partner",
    )


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    """Any policy of a few people."""
    numbers = [str(number) for number in range(4)]
    own = [draw(walls(one)) for one in numbers[: draw(st.integers(0, 3))]]
    given_ = [draw(grants(one)) for one in numbers[: draw(st.integers(0, 4))]]
    names = tuple(one.wall_id for one in own)
    broken = [draw(glasses(one, names)) for one in numbers[: draw(st.integers(0, 2))]]
    return Policy(
        roles=(
            Role(name="reader", actions=("read",)),
            Role(name="clerk", actions=draw(actions)),
            Role(name="all", actions=ACTIONS),
        ),
        groups=draw(groups()),
        grants=tuple(given_),
        walls=tuple(own),
        break_glass=tuple(broken),
    )


cases = st.builds(
    Subject,
    stream=st.sampled_from(CASES),
    participants=some(ENTRIES),
    clients=some(ENTRIES),
    team=some(PEOPLE),
    court=st.none() | st.sampled_from(COURTS),
)
subjects = cases | st.sampled_from(ENTRIES).map(Subject.entry)
moments = days.map(lambda day: {"on": day}) | st.just({"at": AT})


def admitted(policy: Policy, subject: Subject, when: Any) -> set[tuple[str, str]]:
    """Who may do what."""
    return {
        (person, action)
        for person in PEOPLE
        for action in ACTIONS
        if policy.admits(person, action, subject, **when)
    }


@given(policies(), subjects, moments, st.lists(grants(), max_size=3))
def test_a_grant_takes_nothing_away_and_passes_no_wall(
    policy: Policy, subject: Subject, when: Any, more: list[Grant]
) -> None:
    """Deny wins, whatever is granted besides."""
    named = [evolve(one, grant_id=f"new-{at}") for at, one in enumerate(more)]
    wider = policy.with_(*named)
    before, after = admitted(policy, subject, when), admitted(wider, subject, when)
    assert before <= after
    for person, action in after - before:
        assert not policy.why(person, action, subject, **when).because


@given(policies(), subjects, moments, walls())
def test_a_wall_gives_nothing(
    policy: Policy, subject: Subject, when: Any, wall: Wall
) -> None:
    """And nobody whom it keeps out of a case may do anything with it."""
    stricter = policy.with_(wall)
    after = admitted(stricter, subject, when)
    assert after <= admitted(policy, subject, when)
    for person in PEOPLE:
        access = stricter.access_of(person, **when)
        if wall in access.walls and wall.hides(subject):
            assert not [who for who, _ in after if who == person]


@given(policies(), subjects, st.data())
def test_break_glass_takes_nothing_away(
    policy: Policy, subject: Subject, data: st.DataObject
) -> None:
    """And gives nothing to anybody else, nor for what it does not name."""
    known = tuple(one.wall_id for one in policy.walls)
    glass = data.draw(glasses("new", known))
    before = admitted(policy, subject, {"at": AT})
    after = admitted(policy.with_(glass), subject, {"at": AT})
    assert before <= after
    assert {person for person, _ in after - before} <= {glass.person}
    assert {action for _, action in after - before} <= set(glass.actions)


@given(policies(), subjects, moments, st.randoms())
def test_the_order_of_the_entries_makes_no_difference(
    policy: Policy, subject: Subject, when: Any, random: Any
) -> None:
    """To what is decided, nor to why."""

    def mixed(entries: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(random.sample(entries, len(entries)))

    turned = Policy(
        roles=mixed(policy.roles),
        groups=tuple(evolve(g, members=mixed(g.members)) for g in mixed(policy.groups)),
        grants=mixed(policy.grants),
        walls=mixed(policy.walls),
        break_glass=mixed(policy.break_glass),
    )
    assert turned.table(subject, **when) == policy.table(subject, **when)


@given(policies(), subjects, moments, st.sampled_from(ACTIONS))
def test_who_is_not_known_holds_nothing(
    policy: Policy, subject: Subject, when: Any, action: str
) -> None:
    """Whatever others may do."""
    assert not policy.admits("person:nobody", action, subject, **when)
    assert not Policy().admits(PEOPLE[0], action, subject, **when)


@given(policies(), subjects, moments)
def test_why_agrees_with_admits(policy: Policy, subject: Subject, when: Any) -> None:
    """What is said decides: a wall, a grant that covers it, break-glass, or nothing."""
    allowed = {role.name: role.actions for role in policy.roles}
    for person in PEOPLE:
        access = policy.access_of(person, **when)
        for action in ACTIONS:
            reason = policy.why(person, action, subject, **when)
            may = policy.admits(person, action, subject, **when)
            assert reason.is_admitted is may is access.admits(action, subject)
            assert access.why(action, subject) == reason
            kinds = {type(one) for one in reason.because}
            assert kinds <= ({Grant, BreakGlass} if may else {Wall})
            assert len(kinds) <= 1
            assert bool(kinds) or not may
            for one in reason.because:
                if isinstance(one, Grant):
                    assert action in allowed[one.role]
                if isinstance(one, Wall):
                    assert one.hides(subject)
            if "at" in when:
                noted = policy.noted(person, action, subject, at=when["at"])
                assert bool(noted) is (kinds == {BreakGlass})


@given(policies())
def test_a_policy_is_written_and_read(policy: Policy) -> None:
    """As plain data."""
    assert Policy.from_dict(policy.to_dict()) == policy
