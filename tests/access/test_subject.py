"""What a policy looks at in a case."""

from __future__ import annotations

from typing import Any

import pytest

from access_samples import grant, policy, wall
from case_files import CANARY, DAY, after, joined, opened
from legalcase.access import Subject
from legalcase.errors import ConflictingInputError, InvalidTypeError, InvalidValueError
from legalcase.model import (
    BecameClient,
    CeasedAsClient,
    CounselAppeared,
    CourtAssigned,
    DeadlineSet,
    DeadlineTerms,
    JudgeAssigned,
    Ordered,
    PartyJoined,
    PartyLeft,
    TaskCompleted,
    TaskPlanned,
    TaskTerms,
)


def known(party_id: str, entry_id: str, **said: Any) -> PartyJoined:
    """Somebody who joins, with an entry in the directory."""
    return joined(party_id, name=None, person=entry_id, **said)


def task(task_id: str, who: str, *others: str) -> TaskPlanned:
    """A task that somebody is to do."""
    terms = TaskTerms(title=f"Do it {CANARY}", accountable=who, responsible=others)
    return TaskPlanned(task_id=task_id, terms=terms, happened_on=DAY)


def test_who_takes_part_and_who_works_on_it() -> None:
    """Also who has left, and was our client once; nobody whose work is done."""
    counsel = CounselAppeared(
        representation_id="r-1",
        party_ids=("acme",),
        counsel_id="person:opponent",
        firm_id="organization:firm",
        happened_on=DAY,
    )
    words = CounselAppeared(
        representation_id="r-2", party_ids=("acme",), counsel="C", happened_on=DAY
    )
    judge = JudgeAssigned(judge_id="person:judge", happened_on=DAY)
    deadline = DeadlineSet(
        deadline_id="d-1",
        terms=DeadlineTerms(
            title="Answer",
            basis=Ordered(due=DAY, authority="Order 1"),
            owner="person:owner",
            backup="person:backup",
        ),
        happened_on=DAY,
    )
    case = after(
        opened(court="us/cand"),
        known("roe", "person:roe"),
        known("acme", "organization:acme"),
        joined("doe"),
        BecameClient(party_id="roe", happened_on=DAY),
        CeasedAsClient(party_id="roe", happened_on=DAY),
        counsel,
        words,
        PartyLeft(party_id="acme", happened_on=DAY),
        judge,
        deadline,
        task("t-1", "person:counsel", "A. Lawyer"),
        task("t-2", "person:gone"),
        TaskCompleted(task_id="t-2", completed_by="person:gone", happened_on=DAY),
    ).case
    found = Subject.of(case, team=["person:lead"])
    assert found == Subject(
        stream="case:roe",
        participants={
            "person:roe",
            "organization:acme",
            "person:opponent",
            "organization:firm",
            "person:judge",
        },
        clients={"person:roe"},
        team={
            "person:counsel",
            "A. Lawyer",
            "person:owner",
            "person:backup",
            "person:lead",
        },
        court="us/cand",
        unlisted={"doe", "r-2"},
    )
    made = policy(grant(scope="own"), wall(apart_from=("person:judge",)))
    assert made.admits("person:counsel", "read", case, on=DAY)
    assert not made.admits("person:associate", "read", case, on=DAY)
    assert CANARY not in repr(found)


def test_a_client_takes_part_and_an_entry_is_about_itself() -> None:
    """So that a wall from somebody finds both."""
    assert Subject(stream="case:1", clients=["person:7"]).participants == {"person:7"}
    assert Subject.entry("agency:7").participants == {"agency:7"}
    assert Subject.entry("agency:7").is_entry
    assert not Subject(stream="case:1").is_entry
    assert Subject(stream="case:1", team=("a", "b")) == Subject(
        stream="case:1", team=["b", "a"]
    )


@pytest.mark.parametrize(
    ("said", "error", "match"),
    [
        ({"stream": "roe"}, InvalidValueError, "neither a case nor"),
        ({"stream": "case:"}, InvalidValueError, "neither a case nor"),
        ({"participants": "person:7"}, InvalidTypeError, "not str"),
        ({"participants": [7]}, InvalidTypeError, "nothing but text"),
        ({"participants": [{}]}, InvalidTypeError, "nothing but text"),
        ({"clients": {"roe"}}, InvalidValueError, "clients is no id of an entry"),
        ({"team": {""}}, InvalidValueError, "team is empty"),
        ({"court": ""}, InvalidValueError, "court is no id"),
        ({"stream": "person:7", "team": {"a"}}, ConflictingInputError, "its id alone"),
        (
            {"stream": "person:7", "participants": {"person:8"}},
            ConflictingInputError,
            "its id alone",
        ),
    ],
)
def test_what_is_no_subject(
    said: dict[str, Any], error: type[Exception], match: str
) -> None:
    """Ids that no wall would find are refused."""
    with pytest.raises(error, match=match):
        Subject(**{"stream": "case:roe", **said})


def test_what_is_no_case_and_no_entry() -> None:
    """A file is not its case, and one name is not several."""
    file = opened()
    with pytest.raises(InvalidTypeError, match="case needs a Case, not CaseFile"):
        Subject.of(file)  # type: ignore[arg-type]  # the input under test
    with pytest.raises(InvalidTypeError, match="not str"):
        Subject.of(file.case, team="person:counsel")
    with pytest.raises(InvalidTypeError, match="not NoneType"):
        Subject.of(file.case, team=None)  # type: ignore[arg-type]  # the input under test
    with pytest.raises(InvalidValueError, match="A case is no entry"):
        Subject.entry("case:roe")


def test_the_court_is_that_in_which_it_is_now() -> None:
    """A grant for a court follows the case."""
    file = after(opened(), CourtAssigned(court="us/cand", happened_on=DAY))
    made = policy(grant(scope="court:us/cand"))
    assert made.admits("person:counsel", "read", file.case, on=DAY)
    assert not made.admits("person:counsel", "read", opened().case, on=DAY)


def test_who_once_took_part_under_an_id_stands_behind_it_still() -> None:
    """Another who joins under the same id does not open a wall."""
    left = PartyLeft(party_id="acme", happened_on=DAY)
    file = after(
        opened(),
        known("acme", "person:first", is_client=True),
        left,
        known("acme", "person:second"),
        left,
        known("acme", "person:first"),
    )
    acme = file.case.people.participants["acme"]
    assert (acme.person, acme.formerly) == ("person:first", ("person:second",))
    subject = Subject.of(file.case)
    assert subject.participants >= {"person:first", "person:second"}
    wall_between = wall(who=("person:counsel",), apart_from=("person:second",))
    made = policy(grant(scope="all"), wall_between)
    assert not made.admits("person:counsel", "read", file.case, on=DAY)
