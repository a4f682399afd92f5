"""Values of a policy of access, for the tests that ask all."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from case_files import CANARY
from legalcase.access import (
    BreakGlass,
    Grant,
    Group,
    Membership,
    Policy,
    Role,
    Subject,
    Wall,
)

FIRST = date(2026, 1, 1)
DAY = date(2026, 6, 3)
AT = datetime(2026, 6, 3, 11, tzinfo=UTC)


def subject(**said: Any) -> Subject:
    """A case with a client, an adverse party, a team and a court."""
    given: dict[str, Any] = {
        "stream": "case:roe",
        "participants": {"person:roe", "organization:acme"},
        "clients": {"person:roe"},
        "team": {"person:counsel", f"A. Lawyer {CANARY}"},
        "court": "us/cand",
        "unlisted": {"doe"},
    }
    return Subject(**{**given, **said})


def grant(grant_id: str = "g-1", **said: Any) -> Grant:
    """A grant to a group, of all cases, from the first day on."""
    given: dict[str, Any] = {
        "who": "group:litigation",
        "role": "lawyer",
        "scope": "all",
        "from_on": FIRST,
        "granted_by": "person:partner",
        "ground": f"because {CANARY}",
    }
    return Grant(grant_id=grant_id, **{**given, **said})


def wall(wall_id: str = "w-1", **said: Any) -> Wall:
    """A wall between one person and the cases of another."""
    given: dict[str, Any] = {
        "who": () if "all_but" in said else ("person:associate",),
        "apart_from": ("organization:acme",),
        "from_on": FIRST,
        "ground": f"was on the other side {CANARY}",
    }
    return Wall(wall_id=wall_id, **{**given, **said})


def glass(break_glass_id: str = "b-1", **said: Any) -> BreakGlass:
    """Break-glass for two hours about noon."""
    given: dict[str, Any] = {
        "person": "person:associate",
        "scope": "case:roe",
        "at": AT.replace(hour=10),
        "until_at": AT.replace(hour=12),
        "reason": f"the hearing is today {CANARY}",
    }
    return BreakGlass(break_glass_id=break_glass_id, **{**given, **said})


ROLES = (
    Role(name="lawyer", actions=("read", "record", "open")),
    Role(name="records", actions=("read", "export", "erase")),
)
LITIGATION = Group(
    name="litigation",
    members=tuple(
        Membership(who=f"person:{name}", from_on=FIRST)
        for name in ("associate", "counsel")
    ),
)


def policy(*entries: Any) -> Policy:
    """A policy with two roles and one group, and what is given."""
    return Policy(roles=ROLES, groups=(LITIGATION,)).with_(*entries)


def access_samples() -> dict[str, Any]:
    """A value of each class, with a canary in what people wrote."""
    passing = glass(through=("w-1",), approved_by="person:partner")
    made = policy(grant(), wall(), passing)
    asked = made.access_of("person:associate", at=AT)
    values: list[Any] = [
        ROLES[0],
        LITIGATION,
        LITIGATION.members[0],
        grant(),
        wall(),
        passing,
        subject(),
        made,
        asked,
        asked.why("read", subject()),
        *asked.noted("read", subject()),
        made.table(subject(), on=DAY),
    ]
    return {type(value).__name__: value for value in values}


_ANSWER = "an answer, given anew when asked"
NOT_STORED = {
    "legalcase.access.holding.Access": _ANSWER,
    "legalcase.access.reason.Reason": _ANSWER,
    "legalcase.access.table.AccessTable": _ANSWER,
    "legalcase.access.subject.Subject": "it is what a policy looks at in a case",
    "legalcase.access.noted.AccessNoted": "its to_dict is what is written down",
    **{
        f"legalcase.access.{name}": "it is written in a file: to_dict, read_policy"
        for name in (
            "entries.break_glass.BreakGlass",
            "entries.grant.Grant",
            "entries.group.Group",
            "entries.group.Membership",
            "policy.Policy",
            "entries.role.Role",
            "entries.wall.Wall",
        )
    },
}
