"""Who may do what: scopes, days, groups, walls, break-glass, and why."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from access_samples import (
    AT,
    DAY,
    FIRST,
    LITIGATION,
    ROLES,
    glass,
    grant,
    policy,
    subject,
    wall,
)
from case_files import CANARY
from legalcase.access import ACTIONS, Grant, Group, Membership, Policy, Role, Subject
from legalcase.directory import Directory, LinkEnded, LinkMade
from legalcase.errors import (
    ConflictingInputError,
    DeclarationError,
    InvalidTypeError,
    InvalidValueError,
    MissingInputError,
    UnknownNameError,
)
from people_samples import after, person

CASE = subject()
ENTRY = Subject.entry("organization:acme")


def reads(made: Policy, person: str = "person:associate", of: Subject = CASE) -> bool:
    """Whether somebody may read the case on the day."""
    return made.admits(person, "read", of, on=DAY)


def test_an_empty_policy_admits_nobody() -> None:
    """To nothing, on no day, with no instant either."""
    for action in ACTIONS:
        assert not Policy().admits("person:associate", action, CASE, on=DAY)
        reason = Policy().why("person:associate", action, ENTRY, at=AT)
        assert (reason.is_admitted, reason.because) == (False, ())


def test_a_person_of_whom_the_policy_does_not_know_holds_nothing() -> None:
    """Whatever is granted to others."""
    made = policy(grant())
    assert reads(made)
    assert not reads(made, "person:nobody")
    assert not reads(made, "person:ASSOCIATE")


def test_a_role_allows_what_it_names_and_nothing_else() -> None:
    """To record is not to read, and to read is not to export."""
    only = Policy(roles=(Role(name="clerk", actions=("record",)),)).with_(
        grant(who="person:associate", role="clerk")
    )
    allowed = [a for a in ACTIONS if only.admits("person:associate", a, CASE, on=DAY)]
    assert allowed == ["record"]


@pytest.mark.parametrize(
    ("scope", "of", "may"),
    [
        ("all", CASE, True),
        ("all", ENTRY, True),
        ("directory", CASE, False),
        ("directory", ENTRY, True),
        ("own", CASE, False),
        ("own", subject(team={"person:associate"}), True),
        ("own", ENTRY, False),
        ("case:roe", CASE, True),
        ("case:roe2", CASE, False),
        ("case:roe", ENTRY, False),
        ("client:person:roe", CASE, True),
        ("client:organization:acme", CASE, False),
        ("client:organization:acme", ENTRY, False),
        ("court:us/cand", CASE, True),
        ("court:us", CASE, False),
        ("court:us/cand", subject(court=None), False),
    ],
)
def test_of_which_cases_a_grant_holds(scope: str, of: Subject, *, may: bool) -> None:
    """Each scope, of a case and of an entry of the directory."""
    assert reads(policy(grant(scope=scope)), of=of) is may


def test_their_own_cases_are_those_of_the_person_not_of_the_group() -> None:
    """Counsel works on the case; the associate, in the same group, does not."""
    made = policy(grant(scope="own"))
    assert reads(made, "person:counsel")
    assert not reads(made, "person:associate")


@pytest.mark.parametrize(
    ("day", "may"),
    [
        (date(2026, 3, 1), False),
        (date(2026, 3, 2), True),
        (date(2026, 3, 8), True),
        (date(2026, 3, 9), False),
    ],
)
def test_the_days_of_a_grant_and_of_a_membership(day: date, *, may: bool) -> None:
    """From the first day on, and no more on the day `until_on`."""
    days: dict[str, Any] = {"from_on": date(2026, 3, 2), "until_on": date(2026, 3, 9)}
    direct = policy(grant(who="person:associate", **days))
    assert direct.admits("person:associate", "read", CASE, on=day) is may
    member = Membership(who="person:associate", **days)
    group = Group(name="trial-team", members=(member,))
    through = policy(group, grant(who="group:trial-team"))
    assert through.admits("person:associate", "read", CASE, on=day) is may
    walled = policy(grant(), wall(who=("group:trial-team",)), group)
    assert walled.admits("person:associate", "read", CASE, on=day) is not may
    apart = policy(grant(), wall(**days))
    assert apart.admits("person:associate", "read", CASE, on=day) is not may


def test_a_group_in_a_group() -> None:
    """Whoever belongs to the inner one belongs to the outer one, on days of both."""
    later = date(2026, 7, 1)
    outer = Group(
        name="firm", members=(Membership(who="group:litigation", from_on=later),)
    )
    made = policy(outer, grant(who="group:firm"))
    assert not made.admits("person:associate", "read", CASE, on=DAY)
    assert made.admits("person:associate", "read", CASE, on=later)
    assert made.access_of("person:associate", on=later).groups == {
        "group:firm",
        "group:litigation",
    }


@pytest.mark.parametrize(
    ("apart_from", "of", "may"),
    [
        ("case:roe", CASE, False),
        ("case:roe", subject(stream="case:roe2"), True),
        ("organization:acme", CASE, False),
        ("person:roe", CASE, False),
        ("person:other", CASE, True),
        ("organization:acme", ENTRY, False),
        ("case:roe", ENTRY, True),
    ],
)
def test_what_stands_behind_a_wall(apart_from: str, of: Subject, *, may: bool) -> None:
    """The case; every case in which somebody takes part; the entry itself."""
    made = policy(grant(), wall(apart_from=(apart_from,)))
    assert reads(made, of=of) is may
    assert reads(made, "person:counsel", of=of)


def test_a_wall_keeps_out_of_everything() -> None:
    """Every action, whatever the roles allow, and whoever gave them."""
    everything = Role(name="head", actions=ACTIONS)
    made = policy(everything, grant(who="person:associate", role="head"), wall())
    assert not any(made.admits("person:associate", a, CASE, on=DAY) for a in ACTIONS)
    assert made.why("person:associate", "open", CASE, on=DAY).because == (wall(),)


def test_a_wall_round_a_case_lets_in_whom_it_names() -> None:
    """And gives them nothing that no grant gives."""
    closed = wall(all_but=("person:counsel", "person:nobody"), apart_from=("case:roe",))
    made = policy(grant(), closed)
    assert reads(made, "person:counsel")
    assert not reads(made, "person:associate")
    assert not reads(made, "person:nobody")
    assert reads(made, of=subject(stream="case:other"))


def test_a_new_case_is_decided_by_what_it_is_to_be() -> None:
    """She may open cases of one client; a wall hides one that is not there yet."""
    made = policy(grant(scope="client:person:roe"), wall())
    fine = Subject(stream="case:new", clients={"person:roe"})
    assert made.admits("person:associate", "open", fine, on=DAY)
    against = Subject(
        stream="case:new", clients={"person:roe"}, participants={"organization:acme"}
    )
    assert not made.admits("person:associate", "open", against, on=DAY)
    assert not made.admits(
        "person:associate", "open", Subject(stream="case:new"), on=DAY
    )


def test_who_was_entered_twice_is_one_to_a_wall() -> None:
    """By way of a third entry, from either side; a link that ended counts no more."""

    def same(link_id: str, to: str) -> LinkMade:
        return LinkMade(link_id=link_id, relation="same-as", to=to, happened_on=DAY)

    ended = LinkEnded(link_id="l-2", happened_on=DAY)
    spouse = LinkMade(
        link_id="l-3", relation="spouse-of", to="person:spouse", happened_on=DAY
    )
    directory = Directory.of(
        after(person("one"), same("l-1", "person:two"), same("l-2", "person:x"), ended),
        after(person("two"), spouse),
        after(person("three"), same("l-1", "person:two")),
        person("x"),
        person("spouse"),
    )
    made = policy(grant(), wall(apart_from=("person:three", "case:9")))
    found = subject(participants={"person:one"})
    assert reads(made, of=found)
    told = made.with_directory(directory)
    assert told.walls[0].apart_from == (
        "person:three",
        "case:9",
        "person:one",
        "person:two",
    )
    assert not reads(told, of=found)
    assert reads(told, of=subject(participants={"person:x", "person:spouse"}))
    assert told.with_directory(directory) == told
    with pytest.raises(InvalidTypeError, match="directory needs a Directory"):
        made.with_directory({})  # type: ignore[arg-type]  # the input under test


# --- break-glass ---------------------------------------------------------------------


def test_break_glass_makes_up_for_a_grant_that_is_lacking() -> None:
    """For its time, its scope and its actions, and for its person."""
    made = policy(glass())
    assert made.admits("person:associate", "read", CASE, at=AT)
    assert not made.admits("person:associate", "record", CASE, at=AT)
    assert not made.admits("person:counsel", "read", CASE, at=AT)
    assert not made.admits("person:associate", "read", subject(stream="case:x"), at=AT)
    assert not made.admits("person:associate", "read", CASE, on=DAY)
    hour = timedelta(hours=1)
    assert made.admits("person:associate", "read", CASE, at=AT - hour)
    assert not made.admits("person:associate", "read", CASE, at=AT + hour)
    before = AT - hour - timedelta(seconds=1)
    assert not made.admits("person:associate", "read", CASE, at=before)


def test_break_glass_passes_no_wall_that_it_does_not_name() -> None:
    """Not even one that a second person approved."""
    for said in ({}, {"approved_by": "person:partner"}):
        made = policy(glass(**said), grant(), wall())
        assert not made.admits("person:associate", "read", CASE, at=AT)
    through = glass(through=("w-1",), approved_by="person:partner")
    made = policy(through, wall(), wall("w-2", apart_from=("case:roe",)))
    assert not made.admits("person:associate", "read", CASE, at=AT)
    assert made.why("person:associate", "read", CASE, at=AT).because == (made.walls[1],)


def test_break_glass_that_names_a_wall_passes_it() -> None:
    """As far as it reaches: what else was granted stays behind the wall."""
    through = glass(through=("w-1",), approved_by="person:partner")
    made = policy(through, wall(), grant())
    reason = made.why("person:associate", "read", CASE, at=AT)
    assert (reason.is_admitted, reason.because) == (True, (through,))
    assert not made.admits("person:associate", "record", CASE, at=AT)
    other = subject(stream="case:other")
    assert not made.admits("person:associate", "read", other, at=AT)


def test_what_break_glass_let_happen_is_noted() -> None:
    """With the walls that it passed; what a grant allows is not."""
    through = glass(through=("w-1", "w-9"), approved_by="person:partner")
    elsewhere = wall("w-9", apart_from=("case:other",))
    made = policy(through, wall(), elsewhere, grant())
    (noted,) = made.noted("person:associate", "read", CASE, at=AT)
    assert noted.to_dict() == {
        "break_glass_id": "b-1",
        "person": "person:associate",
        "action": "read",
        "stream": "case:roe",
        "at": "2026-06-03T11:00:00+00:00",
        "walls": ["w-1"],
        "reason": f"the hearing is today {CANARY}",
        "approved_by": "person:partner",
    }
    assert made.noted("person:associate", "record", CASE, at=AT) == ()
    assert made.noted("person:counsel", "read", CASE, at=AT) == ()
    assert policy(grant(), glass()).noted("person:associate", "read", CASE, at=AT) == ()
    assert policy(glass()).noted("person:associate", "read", CASE, at=AT)[0].walls == ()
    with pytest.raises(InvalidValueError, match="Pass at="):
        made.access_of("person:associate", on=DAY).noted("read", CASE)


# --- why -----------------------------------------------------------------------------


def test_why_says_it_in_a_line() -> None:
    """With days, ground and who gave it; and no more of the case than its id."""
    made = policy(
        grant(until_on=date(2027, 1, 1), ground=None),
        wall(ground="was on\nthe other side", until_on=date(2028, 1, 1)),
    )
    assert str(made.why("person:counsel", "read", CASE, on=DAY)) == (
        "person:counsel may read case:roe: grant g-1, lawyer for all cases and the "
        "directory, from 2026-01-01 until 2027-01-01, by person:partner"
    )
    assert str(made.why("person:associate", "read", CASE, on=DAY)) == (
        "person:associate may not read case:roe: wall w-1, from 2026-01-01 until "
        "2028-01-01: was on the other side"
    )
    assert str(made.why("person:counsel", "erase", CASE, on=DAY)) == (
        "person:counsel may not erase case:roe: no grant covers it"
    )
    asked = policy(glass(through=("w-1",), approved_by="person:partner"), wall())
    assert str(asked.why("person:associate", "read", CASE, at=AT)) == (
        "person:associate may read case:roe: break-glass b-1, from "
        "2026-06-03T10:00:00+00:00 until 2026-06-03T12:00:00+00:00, through wall w-1, "
        f"approved by person:partner: the hearing is today {CANARY}"
    )


@pytest.mark.parametrize(
    ("scope", "said"),
    [
        ("own", "their own cases"),
        ("case:roe", "lawyer for case:roe"),
        ("client:person:roe", "the cases of client person:roe"),
        ("court:us/cand", "the cases of court us/cand"),
    ],
)
def test_a_scope_in_words(scope: str, said: str) -> None:
    """As the line of a grant has it."""
    assert said in str(grant(scope=scope))


def test_why_gives_all_that_decides_by_its_id() -> None:
    """Whichever stands first in the policy."""
    grants = [grant("g-2"), grant("g-1", who="person:counsel", scope="own")]
    for order in (grants, grants[::-1]):
        reason = policy(*order).why("person:counsel", "read", CASE, on=DAY)
        assert [one.grant_id for one in reason.because if isinstance(one, Grant)] == [
            "g-1",
            "g-2",
        ]


def test_no_repr_says_why() -> None:
    """Grounds and reasons are for who asks for them."""
    made = policy(grant(), wall(), glass())
    shown = [made, *made.grants, *made.walls, *made.break_glass, CASE]
    shown += [made.access_of("person:associate", at=AT), made.table(CASE, at=AT)]
    shown += [made.why("person:associate", "read", CASE, at=AT)]
    assert not [each for each in shown if CANARY in repr(each)]
    assert (
        repr(made) == "<Policy of 2 roles, 1 groups, 1 grants, 1 walls, 1 break-glass>"
    )


def test_a_table_of_who_may_what() -> None:
    """Each of the people in a row for each reason, the same text wherever it is."""
    made = policy(
        grant(ground=None), wall(ground="acted | for Acme", who=("person:paralegal",))
    ).with_(grant("g-2", who="person:associate", role="records", ground=None))
    table = made.table(subject(unlisted=()), on=DAY)
    assert len(table) == 3 * len(ACTIONS)
    assert [one.person for one in table][:: len(ACTIONS)] == list(made.people)
    text = " ".join(str(table).split())
    assert text.startswith("Who may do what with case:roe on 2026-06-03 who may why")
    assert "person:associate read grant g-1, lawyer" in text
    assert "person:associate export, erase grant g-2, records" in text
    assert "person:counsel read, record, open grant g-1" in text
    assert (
        "person:paralegal nothing wall w-1, from 2026-01-01: acted | for Acme" in text
    )
    assert "no grant covers it" not in text
    assert r"acted \| for Acme" in table.to_markdown()
    html = table._repr_html_()
    assert "<table" in html
    assert "acted | for Acme" in html
    noted = made.table(CASE, at=AT)
    for shown in (str(noted), noted.to_markdown(), noted._repr_html_()):
        assert "No wall finds the case by doe" in shown


# --- what is refused -----------------------------------------------------------------


def test_what_does_not_hang_together_is_told_at_once() -> None:
    """Roles, groups, walls, names given twice, groups that belong to themselves."""
    circle = [
        Group(name=one, members=(Membership(who=f"group:{other}", from_on=FIRST),))
        for one, other in (("a", "b"), ("b", "a"), ("c", "nowhere"))
    ]
    with pytest.raises(DeclarationError) as told:
        Policy(
            roles=(*ROLES, ROLES[0]),
            groups=(LITIGATION, *circle),
            grants=(grant(role="lawyr"), grant(who="group:litigations")),
            walls=(wall(all_but=("group:gone", "person:associate")),),
            break_glass=(glass(through=("w-7",), approved_by="person:counsel"),),
        )
    assert dict(told.value.problems) == {
        "$.roles": "has 'lawyer' 2 times. Give each a name of its own.",
        "$.grant": "has 'g-1' 2 times. Give each a name of its own.",
        "$.grant[0].role": (
            "names 'lawyr', and there is no such role. Did you mean 'lawyer'?"
        ),
        "$.grant[1].who": (
            "names 'group:litigations', and there is no such group. Did you mean "
            "'group:litigation'?"
        ),
        "$.group[1]": (
            "'a' belongs to itself, by way of its members. Take one of them out."
        ),
        "$.group[2]": (
            "'b' belongs to itself, by way of its members. Take one of them out."
        ),
        "$.group[3].members[0].who": (
            "names 'group:nowhere', and there is no such group. Add the group."
        ),
        "$.wall[0].all_but": (
            "names 'group:gone', and there is no such group. Add the group."
        ),
        "$.break_glass[0].through": (
            "names 'w-7', and there is no such wall. Add the wall."
        ),
    }


def made_of(sort: Any, **said: Any) -> Any:
    """Something that is refused when it is made."""
    return sort(**said)


@pytest.mark.parametrize(
    ("sort", "said", "error", "match"),
    [
        (grant, {"until_on": FIRST}, InvalidValueError, "no day between"),
        (grant, {"from_on": AT}, InvalidTypeError, "from_on needs a datetime.date"),
        (grant, {"scope": "everything"}, InvalidValueError, "of which cases"),
        (grant, {"scope": "case:"}, InvalidValueError, "of which cases"),
        (grant, {"scope": "client:roe"}, InvalidValueError, "no id of an entry"),
        (grant, {"who": "group:"}, InvalidValueError, "without a name"),
        (grant, {"who": "A. Lawyer"}, InvalidValueError, "who is no id"),
        (grant, {"granted_by": ""}, InvalidValueError, "granted_by is no id"),
        (grant, {"ground": " "}, InvalidValueError, "ground is empty"),
        (wall, {"until_on": FIRST}, InvalidValueError, "no day between"),
        (wall, {"ground": ""}, InvalidValueError, "ground is empty"),
        (wall, {"apart_from": ()}, InvalidValueError, "apart_from is empty"),
        (wall, {"apart_from": ("roe",)}, InvalidValueError, "neither a case nor"),
        (wall, {"who": ()}, MissingInputError, "keeps nobody apart"),
        (wall, {"who": "person:associate"}, InvalidTypeError, "who needs a tuple"),
        (
            wall,
            {"who": ("person:associate",), "all_but": ("person:counsel",)},
            ConflictingInputError,
            "two things",
        ),
        (glass, {"reason": ""}, InvalidValueError, "reason is empty"),
        (glass, {"until_at": AT.replace(hour=10)}, InvalidValueError, "no time"),
        (glass, {"at": datetime(2026, 6, 3)}, InvalidValueError, "no time zone"),
        (glass, {"person": "group:litigation"}, InvalidValueError, "Name the person"),
        (glass, {"actions": ()}, InvalidValueError, "actions is empty"),
        (glass, {"through": ("w-1",)}, MissingInputError, "nobody approved it"),
        (
            glass,
            {"through": ("w-1",), "approved_by": "person:associate"},
            ConflictingInputError,
            "Another person",
        ),
    ],
)
def test_an_entry_is_refused_when_it_is_made(
    sort: Any, said: dict[str, Any], error: type[Exception], match: str
) -> None:
    """What is wrong, and nothing of what people wrote."""
    with pytest.raises(error, match=match) as told:
        made_of(sort, **said)
    assert CANARY not in str(told.value)


def test_a_role_allows_something_that_there_is() -> None:
    """The closed set of what a store can be asked."""
    with pytest.raises(UnknownNameError, match="no action 'browse'"):
        Role(name="clerk", actions=("browse",))
    with pytest.raises(UnknownNameError, match="no action 'browse'"):
        policy(grant()).admits("person:associate", "browse", CASE, on=DAY)
    with pytest.raises(InvalidValueError, match="actions is empty"):
        Role(name="clerk", actions=())


@pytest.mark.parametrize("person", [None, "", "A. Lawyer", "group:litigation", 7])
def test_nobody_asks_without_an_id(person: Any) -> None:
    """Whoever forgot to say who asks gets no answer, least of all a yes."""
    with pytest.raises((InvalidTypeError, InvalidValueError), match="person"):
        policy(grant()).admits(person, "read", CASE, on=DAY)


def test_no_day_is_taken_for_granted() -> None:
    """A day, or an instant whose own day counts unless another is given."""
    made = policy(grant(from_on=date(2026, 6, 4)))
    late = datetime(2026, 6, 4, 2, tzinfo=UTC)
    assert made.admits("person:associate", "read", CASE, at=late)
    assert not made.admits("person:associate", "read", CASE, at=late, on=DAY)
    with pytest.raises(MissingInputError, match="Pass on=, or at="):
        made.admits("person:associate", "read", CASE)
    with pytest.raises(InvalidTypeError, match="on needs a date"):
        made.admits("person:associate", "read", CASE, on=AT)
    with pytest.raises(InvalidValueError, match="at has no time zone"):
        made.admits("person:associate", "read", CASE, at=datetime(2026, 6, 3))
    with pytest.raises(ConflictingInputError, match="that day nowhere"):
        made.admits("person:associate", "read", CASE, at=AT, on=date(2026, 6, 5))
    with pytest.raises(InvalidTypeError, match="case needs a Case"):
        made.admits("person:associate", "read", "case:roe", on=DAY)  # type: ignore[arg-type]  # the input under test


def test_a_policy_takes_entries_alone() -> None:
    """And none that is there already."""
    with pytest.raises(InvalidTypeError, match="A policy has no str"):
        policy("g-1")
    with pytest.raises(DeclarationError, match="2 times"):
        policy(grant()).with_(grant())
    with pytest.raises(InvalidTypeError, match="has a Wall in it"):
        Policy(grants=(wall(),))  # type: ignore[arg-type]  # the input under test
