"""Who came into a matter without a check that names them (invariant 29)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from conflict_cases import AT, EARLY, case, party
from legalcase.conflicts import ConflictIndex, check, people_of
from legalcase.directory import Directory
from legalcase.errors import InvalidTypeError
from legalcase.kernel import Draft
from legalcase.model import (
    BecameClient,
    CaseFile,
    CaseOpened,
    ClaimStated,
    ConflictReviewBegun,
    ConflictReviewCleared,
    Content,
    CounselAppeared,
    DeadlineSet,
    DeadlineTerms,
    DocumentReceived,
    Engaged,
    EngagementClosed,
    EngagementClosingBegun,
    EngagementOpened,
    EngagementReopened,
    Ordered,
    PartyLeft,
    RoleTaken,
)
from legalcase.oversight import Unchecked, health, unchecked
from legalcase.practice import (
    Assigned,
    CheckedPerson,
    ConflictCleared,
    ConflictConsented,
    ConflictFound,
    ConflictsChecked,
    ConflictScreened,
    InformedConsent,
    MemberJoined,
    ScreenLifted,
)

if TYPE_CHECKING:
    from legalcase.kernel import Event

DAY = date(2026, 6, 3)


def day(number: int) -> date:
    """A day after the first."""
    return EARLY + timedelta(days=number)


def checked(number: int, *who: str, stance: str = "adverse", **said: Any) -> Event:
    """A check on a day, of those."""
    return ConflictsChecked(
        check_id=f"cc-{number}-{'-'.join(who)}".replace(":", "."),
        asked=tuple(CheckedPerson(who=one, stance=stance) for one in who),
        corpus="p",
        cases=1,
        depth=2,
        method="exact",
        checked_by="lead",
        happened_on=day(number),
        **said,
    )


def found(finding_id: str) -> ConflictFound:
    """A finding for which a screen would do."""
    return ConflictFound(
        finding_id=finding_id,
        rule="former-firm-client",
        matter="m-1",
        ref="party:x",
        is_consentable=True,
        is_screenable=True,
    )


def engaged(number: int) -> tuple[Event, ...]:
    """We are engaged after a review that found nothing."""
    return (
        ConflictReviewBegun(review_id=f"r-{number}", happened_on=day(number)),
        ConflictReviewCleared(review_id=f"r-{number}", happened_on=day(number)),
        Engaged(client_ids=("us",), happened_on=day(number)),
    )


def rows(asked: Unchecked) -> list[tuple[str, str]]:
    """What is there, and of whom."""
    return [(one.what, one.ref) for one in asked]


US = party("us", "plaintiff", "person:1", is_client=True)
THEM = party("them", "defendant", "person:2")


def test_everybody_is_named_and_nothing_is_left() -> None:
    """By the id of the directory, or by that of the party."""
    file = case(
        "m",
        US,
        THEM,
        checked(0, "person:1", stance="client"),
        checked(0, "them"),
        *engaged(1),
    )
    found_ = unchecked(file, on=DAY)
    assert rows(found_) == []
    assert found_.last_check == "cc-0-them"
    assert "0 (last cc-0-them" in str(found_)


def test_engaged_without_a_check() -> None:
    """A check that came later does not count for that."""
    file = case("m", US, *engaged(1), checked(2, "us", stance="client"))
    assert [one.what for one in unchecked(file, on=DAY)] == ["engagement"]
    assert rows(unchecked(file, on=day(0))) == [("participant", "party:us")]


def test_whoever_joined_after_the_check_is_named() -> None:
    """A party, counsel, one of ours; not whoever was asked about before they came."""
    file = case(
        "m",
        US,
        checked(0, "us", stance="client"),
        checked(0, "person:5"),
        *engaged(1),
        party("them", "defendant", "person:2", happened_on=day(3)),
        party("known", "witness", "person:5", happened_on=day(3)),
        CounselAppeared(
            representation_id="rep",
            party_ids=("them",),
            counsel_id="person:7",
            happened_on=day(4),
        ),
        MemberJoined(
            member_id="m-1",
            person="person:8",
            discipline="law",
            happened_on=day(5),
        ),
        Assigned(
            assignment_id="a-1",
            person="person:9",
            duty="responsible",
            happened_on=day(6),
        ),
    )
    assert rows(unchecked(file, on=DAY)) == [
        ("participant", "party:them"),
        ("counsel", "representation:rep"),
        ("member", "practice/member:m-1"),
        ("member", "practice/assignment:a-1"),
    ]
    more = checked(7, "person:2", "representation:rep", "person:8", "person:9")
    file = file.record(more, by="clerk", at=AT)
    assert rows(unchecked(file, on=DAY)) == []
    assert len(unchecked(file, on=day(3))) == 1


def test_a_client_has_to_be_asked_about_as_a_client() -> None:
    """Whoever was checked as somebody else, and then became ours, is named."""
    file = case(
        "m",
        THEM,
        checked(0, "them", stance="witness"),
        BecameClient(party_id="them", happened_on=day(2)),
    )
    assert rows(unchecked(file, on=DAY)) == [("client", "party:them")]
    assert rows(unchecked(file, on=day(1))) == []


def test_a_matter_that_is_reopened_is_checked_again() -> None:
    """All of it: what was checked before the closing is old."""
    file = case(
        "m",
        US,
        checked(0, "us", stance="client"),
        *engaged(0),
        EngagementOpened(happened_on=day(1)),
        EngagementClosingBegun(happened_on=day(2)),
        EngagementClosed(happened_on=day(3)),
        ConflictReviewBegun(review_id="r", happened_on=day(5)),
        ConflictReviewCleared(review_id="r", happened_on=day(5)),
        EngagementReopened(happened_on=day(6)),
    )
    assert [one.what for one in unchecked(file, on=DAY)] == [
        "participant",
        "reopening",
    ]
    assert rows(unchecked(file, on=day(4))) == []
    said: list[Any] = [line.event for line in file.log[2:]]
    good = case(
        "m",
        US,
        *said[:-1],
        checked(5, "us", stance="client"),
        said[-1],
    )
    assert rows(unchecked(good, on=DAY)) == []


def test_findings_that_nobody_settled_are_there() -> None:
    """And a review that was cleared as if there were none."""
    begun = ConflictReviewBegun(review_id="r", happened_on=EARLY)
    file = case(
        "m",
        US,
        begun,
        checked(0, "us", stance="client", found=(found("f"),), review_id="r"),
        ConflictReviewCleared(review_id="r", happened_on=EARLY),
    )
    assert rows(unchecked(file, on=DAY)) == [
        ("finding", "practice/conflict-finding:f"),
        ("review", "conflict-review:r"),
    ]
    cleared = ConflictCleared(
        finding_id="f", reason="No", cleared_by="lead", happened_on=EARLY
    )
    file = file.record(cleared, by="clerk", at=AT)
    assert rows(unchecked(file, on=DAY)) == []


def test_health_asks_it() -> None:
    """Each by its code; where nothing was ever checked, once for all."""
    none = case("m", US, THEM, *engaged(1))
    codes = [one for one in health(none, on=DAY) if one.code == "conflicts-unchecked"]
    assert [one.text for one in codes] == [
        "no check for conflicts is recorded; 3 wait for one"
    ]
    file = case(
        "m",
        US,
        THEM,
        checked(0, "us", found=(found("f"), found("g"))),
        ConflictScreened(
            finding_id="g", screen_id="s", person="third", happened_on=EARLY
        ),
    )
    said = {one.code: one for one in health(file, on=DAY) if "conflict" in one.code}
    assert set(said) == {
        "conflict-open",
        "conflict-screen-without-notice",
        "conflicts-unchecked",
    }
    assert said["conflict-open"].severity == "critical"
    assert said["conflict-screen-without-notice"].authority is not None
    quiet = case("m", US, THEM)
    assert not [one for one in health(quiet, on=DAY) if "conflict" in one.code]


def test_a_consent_is_shown_by_a_document_of_the_case() -> None:
    """Confirmed in writing: who looks has to find the paper."""
    given = InformedConsent(given_by="person:9", in_document="d", given_on=EARLY)
    consented = ConflictConsented(finding_id="f", consents=(given,), happened_on=EARLY)
    may = evolve(found("f"), is_consentable=True, affected=("person:9",))
    file = case("m", US, checked(0, "us", found=(may,)), consented)
    (shown,) = health(file, on=DAY).of("conflict-consent-unshown")
    assert shown.evidence == ("practice/conflict-finding:f",)
    assert str(shown.authority) == "ABA Model Rule 1.7(b)(4)"
    paper = DocumentReceived(
        document_id="d",
        kind="letter",
        title="Consent",
        content=Content.of(b"x", media_type="text/plain"),
        happened_on=EARLY,
    )
    file = case("m", US, paper, checked(0, "us", found=(may,)), consented)
    assert not health(file, on=DAY).of("conflict-consent-unshown")


@pytest.mark.parametrize(
    ("rule", "cite"),
    [
        ("former-firm-client", "1.10(a)(2)(ii)"),
        ("government", "1.11(b)(2)"),
        ("former-neutral", "1.12(c)(2)"),
        ("prospective-client", "1.18(d)(2)(ii)"),
    ],
)
def test_notice_of_a_screen_is_due_by_its_own_rule(rule: str, cite: str) -> None:
    """Each rule that knows a screen asks for notice by itself."""
    screen = ConflictScreened(
        finding_id="f", screen_id="s", person="third", happened_on=EARLY
    )
    one = evolve(found("f"), rule=rule)
    file = case("m", US, checked(0, "us", found=(one,)), screen)
    (said,) = health(file, on=DAY).of("conflict-screen-without-notice")
    assert str(said.authority) == f"ABA Model Rule {cite}"


def test_whoever_is_screened_has_no_part_in_the_matter() -> None:
    """Rule 1.0(k): neither a duty, nor a place in the team, nor a deadline."""
    terms = DeadlineTerms(
        title="Answer", basis=Ordered(due=DAY, authority="Order"), owner="third"
    )
    file = case(
        "m",
        US,
        checked(0, "us", found=(found("f"),)),
        ConflictScreened(
            finding_id="f", screen_id="s", person="third", happened_on=day(2)
        ),
        Assigned(
            assignment_id="a", person="third", duty="responsible", happened_on=day(1)
        ),
        Assigned(assignment_id="b", person="else", duty="backup", happened_on=day(1)),
        MemberJoined(
            member_id="mb", person="third", discipline="law", happened_on=day(3)
        ),
        DeadlineSet(deadline_id="d", terms=terms, happened_on=day(3)),
    )
    (said,) = health(file, on=day(4)).of("conflict-screened-at-work")
    assert said.evidence == (
        "practice/conflict-screen:s",
        "deadline:d",
        "practice/assignment:a",
        "practice/member:mb",
    )
    assert said.severity == "critical"
    over = file.record(
        ScreenLifted(screen_id="s", reason="left", happened_on=day(5)),
        by="clerk",
        at=AT,
    )
    assert not health(over, on=day(5)).of("conflict-screened-at-work")


def test_a_case_without_the_room_is_refused() -> None:
    """Of a core case nobody can tell; its health is not asked it."""
    opened = CaseOpened(caption="X", happened_on=EARLY)
    bare = CaseFile.open(opened, case_id="m", by="clerk", at=AT)
    with pytest.raises(InvalidTypeError):
        unchecked(bare, on=DAY)
    assert not [one for one in health(bare, on=DAY) if "conflict" in one.code]


def test_what_it_gives() -> None:
    """Rows as plain data, a table of 80 columns, no name."""
    file = case("m", party("us", "plaintiff", name="canary-4711"))
    asked = unchecked(file, on=DAY)
    assert asked.to_rows()[0]["what"] == "participant"
    assert max(map(len, str(asked).splitlines())) <= 80
    assert "canary" not in f"{asked!r}{asked}{asked._repr_html_()}{asked.to_rows()}"


def test_whoever_joined_again_as_another_is_named() -> None:
    """A check of the party that it was is none of the one that it is now."""
    file = case(
        "m",
        party("x", "defendant", "person:1"),
        checked(0, "party:x"),
        PartyLeft(party_id="x", happened_on=day(1)),
        party("x", "defendant", "person:2", happened_on=day(2)),
    )
    assert rows(unchecked(file, on=DAY)) == [("participant", "party:x")]
    file = file.record(checked(3, "person:2"), by="clerk", at=AT)
    assert rows(unchecked(file, on=DAY)) == []


@pytest.mark.parametrize(
    "later",
    [
        (RoleTaken(party_id="w", roles=("defendant",), happened_on=day(5)),),
        (
            PartyLeft(party_id="w", happened_on=day(4)),
            party("w", "defendant", "person:3", happened_on=day(5)),
        ),
        (
            ClaimStated(
                claim_id="k",
                by=("w",),
                against=("us",),
                theory="x",
                happened_on=day(5),
            ),
        ),
    ],
    ids=("role", "rejoined", "claim"),
)
def test_a_witness_who_becomes_more_is_named(later: tuple[Event, ...]) -> None:
    """Asked about as a witness, they were not looked at as whoever is adverse."""
    file = case(
        "m",
        US,
        party("w", "witness", "person:3"),
        checked(0, "us", stance="client"),
        checked(1, "person:3", stance="witness"),
    )
    assert rows(unchecked(file, on=DAY)) == []
    file = file.record(*later, by="clerk", at=AT)
    assert rows(unchecked(file, on=day(4))) == []
    assert rows(unchecked(file, on=DAY)) == [("role", "party:w")]
    file = file.record(checked(6, "person:3"), by="clerk", at=AT)
    assert rows(unchecked(file, on=DAY)) == []


def test_a_check_by_name_holds_for_that_name_alone() -> None:
    """Corrected, or identified since: it was another question."""
    asked = CheckedPerson(who="party:them", name="Nn", stance="adverse")
    event: Any = checked(0, "x")
    event = evolve(event, asked=(asked,))
    join = Draft(party("them", "defendant", name="Nn"), event_id="join")
    file = case("m").record(join, event, by="clerk", at=AT)
    assert rows(unchecked(file, on=DAY)) == []
    said: dict[str, Any] = {"ground": "typo", "by": "clerk", "at": AT}
    want = [("participant", "party:them")]
    assert rows(unchecked(file.correct("join", name="Mm", **said), on=DAY)) == want
    known = file.correct("join", person="person:2", name=None, **said)
    assert rows(unchecked(known, on=DAY)) == want


def test_a_check_of_counsel_by_name_holds_for_that_name_alone() -> None:
    """As of a party: counsel who was identified since has relations and aliases."""
    asked = CheckedPerson(who="representation:rep", name="Nn", stance="counsel")
    event: Any = checked(0, "us", stance="client")
    event = evolve(event, asked=(*event.asked, asked))
    appeared = CounselAppeared(
        representation_id="rep", party_ids=("us",), counsel="Nn", happened_on=EARLY
    )
    file = case("m", US, event)
    file = file.record(Draft(appeared, event_id="app"), by="clerk", at=AT)
    assert rows(unchecked(file, on=DAY)) == []
    said: dict[str, Any] = {"ground": "typo", "by": "clerk", "at": AT}
    want = [("counsel", "representation:rep")]
    assert rows(unchecked(file.correct("app", counsel="Mm", **said), on=DAY)) == want
    known = file.correct("app", counsel_id="person:2", counsel=None, **said)
    assert rows(unchecked(known, on=DAY)) == want


def test_a_check_of_the_day_of_the_closing_is_none_since() -> None:
    """It was run before; a matter that is reopened is checked again."""
    file = case(
        "m",
        US,
        checked(0, "us", stance="client"),
        *engaged(0),
        EngagementOpened(happened_on=day(1)),
        EngagementClosingBegun(happened_on=day(2)),
        checked(3, "us", stance="client"),
        EngagementClosed(happened_on=day(3)),
        ConflictReviewBegun(review_id="r", happened_on=day(5)),
        ConflictReviewCleared(review_id="r", happened_on=day(5)),
        EngagementReopened(happened_on=day(6)),
    )
    assert [one.what for one in unchecked(file, on=DAY)] == [
        "participant",
        "reopening",
    ]


def test_an_engagement_that_begins_later_is_not_asked_about_yet() -> None:
    """Nor who of ours, or as counsel, comes later."""
    file = case(
        "m",
        US,
        checked(0, "us", stance="client"),
        ConflictReviewBegun(review_id="r", happened_on=day(9)),
        CounselAppeared(
            representation_id="rep",
            party_ids=("us",),
            counsel="Somebody",
            happened_on=day(9),
        ),
    )
    assert rows(unchecked(file, on=day(3))) == []
    assert len(unchecked(file, on=day(9))) == 1


def test_everybody_of_a_case_is_covered_by_one_check() -> None:
    """What `people_of` gives, once recorded, leaves nobody."""
    file = case(
        "m",
        US,
        party("them", "defendant", name="Nn"),
        party("w", "witness", "person:3"),
        party("med", "mediator", "person:4"),
        party("own", "expert", "person:1"),
        party("rest", "amicus", "person:6"),
        CounselAppeared(
            representation_id="rep",
            party_ids=("them",),
            counsel="Somebody",
            happened_on=EARLY,
        ),
    )
    people = people_of(file, on=DAY)
    assert {one.key: one.stance for one in people} == {
        "person:1": "client",
        "party:them": "adverse",
        "person:3": "witness",
        "person:4": "neutral",
        "person:6": "other",
        "representation:rep": "counsel",
    }
    index = ConflictIndex.of([file], Directory.of())
    found_ = check(index, people=people, matter="m", as_of=DAY, strict=False)
    file = file.record(found_.as_event(check_id="cc", by="lead"), by="lead", at=AT)
    assert rows(unchecked(file, on=DAY)) == []
    with pytest.raises(InvalidTypeError, match="case needs a Case"):
        people_of("m", on=DAY)  # type: ignore[arg-type]  # refused


# --- over random logs -----------------------------------------------------------------

_IDS = ("a", "b", "c", "d")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(("join", "check", "leave", "counsel")),
            st.sampled_from(_IDS),
        ),
        max_size=12,
    )
)
def test_whoever_came_and_was_not_asked_about_is_named(
    steps: list[tuple[str, str]],
) -> None:
    """Whatever happened in whatever order: they and nobody else."""
    file = case("m")
    came: set[str] = set()
    asked: set[str] = set()
    counsel: set[str] = set()
    gone: set[str] = set()
    for number, (what, name) in enumerate(steps):
        event: Any
        if what == "join" and name not in came:
            event = party(name, "defendant", f"person:{name}", happened_on=day(number))
            came.add(name)
        elif what == "check":
            event = checked(number, f"person:{name}")
            asked.add(name)
        elif what == "counsel" and name in came - gone - counsel:
            event = CounselAppeared(
                representation_id=f"r-{name}",
                party_ids=(name,),
                counsel="Somebody",
                happened_on=day(number),
            )
            counsel.add(name)
        elif what == "leave" and name in came - gone:
            event = PartyLeft(party_id=name, happened_on=day(number))
            gone.add(name)
        else:
            continue
        file = file.record(Draft(event), by="clerk", at=AT)
        now = rows(unchecked(file, on=DAY))
        assert {ref for what_, ref in now if what_ == "participant"} == {
            f"party:{one}" for one in came - asked
        }
        assert {ref for what_, ref in now if what_ == "counsel"} == {
            f"representation:r-{one}" for one in counsel
        }
