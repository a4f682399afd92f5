"""Who answers for what, and what is wrong with a team, by its model."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from case_files import numbered
from legalcase.dates import DateRange
from legalcase.errors import (
    ConflictingInputError,
    IllegalTransitionError,
    InvalidTypeError,
    InvalidValueError,
    MissingInputError,
    UnknownNameError,
)
from legalcase.kernel import Label, Ref
from legalcase.model import (
    CaseFile,
    CaseOpened,
    DeadlineSet,
    DeadlineTerms,
    Ordered,
    PartyJoined,
    TaskPlanned,
    TaskTerms,
)
from legalcase.oversight import (
    absences,
    handover,
    health,
    suggest_model,
    team_findings,
    who,
)
from legalcase.practice import (
    MODEL,
    TEAM,
    AreaOwner,
    AssentRecorded,
    Assigned,
    AssignmentEnded,
    ConsentGiven,
    ConsentRevoked,
    DecisionProposed,
    DecisionTaken,
    HandoverAccepted,
    InformationShared,
    MemberJoined,
    MemberLeft,
    TeamModelChosen,
    may_share,
)

if TYPE_CHECKING:
    from legalcase.kernel import Event

AT = datetime(2026, 12, 1, 12, tzinfo=UTC)
D1, D2, D3 = date(2026, 6, 1), date(2026, 7, 1), date(2026, 8, 1)
CUSTODIAL = TeamModelChosen(
    model="custodial", manager="ana", reason="One lawyer", happened_on=D1
)
COORDINATED = TeamModelChosen(
    model="coordinated",
    coordinator="ana",
    areas=(
        AreaOwner(area="housing", accountable="ben"),
        AreaOwner(area="custody", accountable="cleo"),
    ),
    reason="Two areas",
    happened_on=D2,
)


def case(*events: Event) -> CaseFile:
    """A case with the rooms of practice, in which events were recorded."""
    file = CaseFile.open(
        CaseOpened(caption="Roe v. Acme", happened_on=D1),
        case_id="roe",
        by="clerk",
        at=AT,
        model=MODEL,
        ids=numbered(),
    )
    joined = PartyJoined(
        party_id="roe", name="Roe", roles=("party",), is_client=True, happened_on=D1
    )
    return file.record(joined, *events, by="clerk", at=AT)


def more(file: CaseFile, *events: Event) -> CaseFile:
    """The file after further events."""
    return file.record(*events, by="clerk", at=AT)


def due(name: str, owner: str, day: date, backup: str | None = None) -> DeadlineSet:
    """A deadline of somebody."""
    terms = DeadlineTerms(
        title=name, basis=Ordered(due=day, authority="O"), owner=owner, backup=backup
    )
    return DeadlineSet(deadline_id=name, terms=terms, happened_on=D1)


def task(name: str, person: str, *others: str) -> TaskPlanned:
    """A task of somebody."""
    terms = TaskTerms(title=name, accountable=person, responsible=others, due_on=D3)
    return TaskPlanned(task_id=name, terms=terms, happened_on=D1)


def codes(file: CaseFile, on: date = D3) -> list[str]:
    """What is found of the team."""
    return [one.code for one in team_findings(file, on=on)]


def test_one_answers_for_everything_and_then_each_for_an_area() -> None:
    """A change of model ends what the old one said, on that day and not before."""
    made = case(CUSTODIAL, COORDINATED).case
    before = D2 - timedelta(days=1)
    assert who(made, "accountable", on=before).person == "ana"
    assert who(made, "accountable", area="housing", on=before).person == "ana"
    assert who(made, "accountable", area="housing", on=D2).person == "ben"
    assert who(made, "accountable", area="custody", on=D2).person == "cleo"
    assert who(made, "coordinator", on=D2).person == "ana"
    none = who(made, "accountable", area="appeal", on=D2)
    assert (none.person, none.problem) == (None, "nobody answers for it")
    assert "nobody answers for it" in str(none)
    assert [one.model for one in made[TEAM].choices] == ["custodial", "coordinated"]
    assert codes(case(CUSTODIAL, COORDINATED)) == []


def test_the_order_of_the_log_does_not_matter() -> None:
    """Who records the first model after the second gets the same team."""
    late, early = case(COORDINATED, CUSTODIAL).case, case(CUSTODIAL, COORDINATED).case
    for day in (D1, D2 - timedelta(days=1), D2, D3):
        for area in (None, "housing", "custody"):
            one = who(late, "accountable", on=day, area=area).people
            assert one == who(early, "accountable", on=day, area=area).people


def test_a_question_is_asked_in_words_of_the_room() -> None:
    """Of a case that has it."""
    made = case().case
    with pytest.raises(UnknownNameError, match="accountable"):
        who(made, "acountable", on=D1)
    core = CaseFile.open(
        CaseOpened(caption="A", happened_on=D1), case_id="a", by="c", at=AT
    )
    with pytest.raises(InvalidTypeError, match="no room 'practice/team'"):
        who(core.case, "accountable", on=D1)
    assert team_findings(core, on=D1).findings == ()


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"model": "custodial"}, MissingInputError),
        ({"model": "custodial", "manager": "a", "coordinator": "b"}, None),
        ({"model": "coordinated", "coordinator": "a"}, MissingInputError),
        ({"model": "collaborative", "manager": "a"}, None),
        ({"model": "collegial"}, InvalidValueError),
    ],
)
def test_a_model_needs_its_people_and_no_others(said: Any, error: Any) -> None:
    """Each model has its own."""
    with pytest.raises(error or ConflictingInputError):
        TeamModelChosen(reason="why", happened_on=D1, **said)


def test_an_area_has_one_who_answers_for_it() -> None:
    """Named twice, it is refused."""
    twice = (AreaOwner(area="x", accountable="a"), AreaOwner(area="x", accountable="b"))
    with pytest.raises(InvalidValueError, match="two people"):
        TeamModelChosen(
            model="coordinated",
            coordinator="a",
            areas=twice,
            reason="why",
            happened_on=D1,
        )


def test_a_custodial_case_has_no_gap() -> None:
    """Every day since the model was chosen somebody answers for everything."""
    file = case(CUSTODIAL)
    (held,) = file.case[TEAM].assignments
    ended = AssignmentEnded(
        assignment_id=held.assignment_id, reason="left", happened_on=D2
    )
    gone = more(file, ended)
    assert codes(gone) == ["team-gap"]
    (found,) = team_findings(gone, on=D3)
    assert found.day == D2
    again = Assigned(
        assignment_id="new", person="ben", duty="accountable", happened_on=D3
    )
    (found,) = team_findings(more(gone, again), on=D3)
    assert f"from {D2} to {D3}" in found.text
    seamless = Assigned(
        assignment_id="new", person="ben", duty="accountable", happened_on=D2
    )
    assert codes(more(gone, seamless)) == []


def test_invariant_23_one_answers_for_each_open_thing() -> None:
    """Custodial: the same person for all; else exactly one for each area."""
    file = case(CUSTODIAL, due("reply", "ben", D3), task("draft", "ANA"))
    assert codes(file) == ["team-of-another"]
    second = Assigned(
        assignment_id="x", person="ben", duty="accountable", happened_on=D2
    )
    assert "team-several-accountable" in codes(more(case(CUSTODIAL), second))
    file = case(COORDINATED)
    ben = next(one for one in file.case[TEAM].assignments if one.person == "ben")
    ended = AssignmentEnded(
        assignment_id=ben.assignment_id, reason="left", happened_on=D3
    )
    assert codes(more(file, ended)) == ["team-area-vacant"]
    for one in case(task("draft", "ana")).case.tasks:
        assert one.accountable == "ana"


def test_people_without_a_model_are_advised() -> None:
    """Nobody has said how they work together."""
    some = Assigned(assignment_id="x", person="b", duty="backup", happened_on=D1)
    assert codes(case(some)) == ["team-without-model"]


def test_a_handover_is_an_inventory_that_the_successor_accepts() -> None:
    """Everything goes over, at once; what came up since has to be looked at first."""
    file = case(
        CUSTODIAL,
        due("reply", "ana", D3, backup="ben"),
        due("other", "cleo", D3, backup="ana"),
        task("draft", "ana", "ana", "cleo"),
    )
    plan = handover(file.case, from_="ana", to="ben", on=D2, reason="leave")
    assert [(one.ref, one.held_as) for one in plan][:4] == [
        ("deadline:other", "backup"),
        ("deadline:reply", "owner"),
        ("task:draft", "accountable"),
        ("task:draft", "responsible"),
    ]
    assert plan.items[4].title == "accountable"
    assert "ana to ben" in str(plan)
    with pytest.raises(UnknownNameError):
        plan.accepted(file.case, on=D2)
    proposed = more(file, *plan.events(on=D1))
    assert codes(proposed) == ["team-handover-open", "team-of-another"]
    assert who(proposed.case, "accountable", on=D3).person == "ana"
    refused = HandoverAccepted(
        handover_id=plan.handover_id, accepted_by="cleo", happened_on=D2
    )
    with pytest.raises(InvalidValueError, match="somebody else"):
        more(proposed, refused)
    later = more(proposed, task("surprise", "ana"))
    with pytest.raises(InvalidValueError, match="task:surprise"):
        plan.accepted(later.case, on=D2)
    done = more(proposed, *plan.accepted(proposed.case, on=D2))
    assert who(done.case, "accountable", on=D2 - timedelta(days=1)).person == "ana"
    assert who(done.case, "accountable", on=D2).person == "ben"
    assert done.case.deadlines["reply"].terms.owner == "ben"
    assert done.case.deadlines["reply"].terms.backup is None
    assert done.case.deadlines["other"].terms.backup == "ben"
    assert done.case.tasks["draft"].accountable == "ben"
    assert done.case.tasks["draft"].responsible == ("ben", "cleo")
    assert [one.code for one in team_findings(done, on=D3)] == ["team-of-another"]
    with pytest.raises(IllegalTransitionError):
        more(done, *plan.accepted(proposed.case, on=D2)[:1])
    with pytest.raises(InvalidValueError, match="Nothing in the case"):
        handover(done.case, from_="ana", to="ben", on=D2, reason="again")


def test_the_next_model_ends_what_was_handed_over() -> None:
    """The successor answers for everything until another model is chosen."""
    file = case(CUSTODIAL)
    plan = handover(file.case, from_="ana", to="dora", on=date(2026, 6, 10), reason="r")
    file = more(file, *plan.events(on=D1))
    file = more(file, *plan.accepted(file.case, on=date(2026, 6, 10)))
    file = more(file, COORDINATED)
    assert who(file.case, "accountable", on=date(2026, 6, 20)).person == "dora"
    assert who(file.case, "accountable", on=D3).people == ()


def test_a_decision_that_lacks_assent_is_found() -> None:
    """It happened; and whoever was needed has not said yes to that option."""

    def member(name: str) -> MemberJoined:
        return MemberJoined(
            member_id=name, person=name, discipline="social-work", happened_on=D1
        )

    asked = DecisionProposed(
        decision_id="d",
        question="Move?",
        options=("move", "stay"),
        needs=("a", "b"),
        happened_on=D1,
    )

    def said(name: str, option: int | None, answer: str = "assents") -> AssentRecorded:
        return AssentRecorded(
            decision_id="d",
            member_id=name,
            answer=answer,
            option=option,
            happened_on=D2,
        )

    file = case(
        TeamModelChosen(
            model="collaborative", coordinator="ana", reason="r", happened_on=D1
        ),
        member("a"),
        member("b"),
        asked,
        said("a", 1),
        said("b", 2),
    )
    assert file.case[TEAM].decisions["d"].lacking == ()
    taken = more(file, DecisionTaken(decision_id="d", option=1, happened_on=D3))
    assert codes(taken) == ["team-decision-without-assent"]
    assert taken.case[TEAM].decisions["d"].lacking == ("b",)
    assert codes(more(taken, said("b", 1))) == []
    for wrong in (said("a", 3), said("a", 0)):
        with pytest.raises(InvalidValueError, match="no number"):
            more(file, wrong)
    with pytest.raises(ConflictingInputError):
        said("a", 1, "abstains")
    left = more(file, MemberLeft(member_id="b", happened_on=D1))
    with pytest.raises(IllegalTransitionError):
        more(left, said("b", 1))


def test_sharing_needs_a_consent_that_covers_it_on_that_day() -> None:
    """Who, what, until when, and whether what is privileged is meant."""
    consent = ConsentGiven(
        consent_id="c",
        given_by="roe",
        covers=("housing",),
        items=(Ref("task", "draft"),),
        recipients=("agency:1",),
        purpose="rent",
        until_on=D3,
        happened_on=D2,
    )
    made = case(task("draft", "ana"), consent).case
    asked: dict[str, Any] = {"of": "roe", "with_": "agency:1", "sort": "housing"}
    yes = may_share(made, on=D2, **asked)
    assert yes
    assert (yes.consent_id, yes.until_on) == ("c", D3)
    assert may_share(made, of="roe", with_="agency:1", item=Ref("task", "draft"), on=D2)
    for no, why in (
        ({"on": D1}, "not in force"),
        ({"on": D3}, "not in force"),
        ({"on": D2, "with_": "agency:2"}, "gave no consent"),
        ({"on": D2, "sort": "health"}, "does not cover"),
        ({"on": D2, "is_privileged": True}, "privileged"),
    ):
        answer = may_share(made, **{**asked, **no})
        assert not answer
        assert why in str(answer)
    with pytest.raises(MissingInputError):
        may_share(made, of="roe", with_="agency:1", on=D2)
    with pytest.raises(UnknownNameError):
        may_share(made, of="poe", with_="agency:1", sort="housing", on=D2)


@pytest.mark.parametrize(
    ("changes", "is_found"),
    [
        ({}, False),
        ({"consent_id": None}, True),
        ({"recipient": "agency:2"}, True),
        ({"covers": ("housing", "health")}, True),
        ({"is_privileged": True}, True),
        ({"happened_on": D3}, True),
        ({"of": "poe"}, True),
    ],
)
def test_what_was_shared_without_consent_is_found(changes: Any, is_found: bool) -> None:
    """It is recorded all the same: it happened."""
    consent = ConsentGiven(
        consent_id="c",
        given_by="roe",
        covers=("housing",),
        recipients=("agency:1",),
        purpose="rent",
        happened_on=D1,
    )
    said: dict[str, Any] = {
        "sharing_id": "s",
        "of": "roe",
        "recipient": "agency:1",
        "covers": ("housing",),
        "consent_id": "c",
        "purpose": "rent",
        "happened_on": D2,
    }
    other = PartyJoined(
        party_id="poe", name="Poe", roles=("party",), is_client=True, happened_on=D1
    )
    file = case(
        other,
        consent,
        ConsentRevoked(consent_id="c", happened_on=D3),
        InformationShared(**{**said, **changes}),
    )
    assert codes(file) == (["team-shared-without-consent"] if is_found else [])


def test_what_falls_due_while_somebody_is_away() -> None:
    """Covered by whoever stands in, if they are there."""
    leave = {
        "ana": [DateRange(D3, D3 + timedelta(days=7))],
        "ben": [DateRange(D3, D3 + timedelta(days=1))],
    }
    file = case(
        due("alone", "ana", D3),
        due("covered", "ana", D3, backup="cleo"),
        due("both", "ana", D3, backup="ben"),
        due("later", "ana", D3 + timedelta(days=7)),
        task("draft", "ana", "cleo"),
    )
    sheet = absences([file], leave=leave, on=D2)
    assert [(one.ref, one.stands_in, one.is_covered) for one in sheet] == [
        ("deadline:alone", None, False),
        ("deadline:both", "ben", False),
        ("deadline:covered", "cleo", True),
        ("task:draft", "cleo", True),
    ]
    assert len(sheet.open) == 2
    assert "away as well" in str(sheet)
    assert "<table" in sheet._repr_html_()
    assert absences([file], leave=leave, on=D3 + timedelta(days=1)).rows == ()


def test_a_model_is_suggested_with_reasons_and_never_applied() -> None:
    """What speaks for each, against it, and what nobody has recorded."""
    file = case(task("draft", "ana"), task("file", "ben"))
    found = suggest_model(file.case, on=D2)
    assert found["coordinated"].speaks_for == ("2 people answer for open work",)
    assert found["custodial"].speaks_against == ("2 people answer for open work",)
    assert found["collaborative"].speaks_for == ()
    assert all(one.not_known for one in found if one.model != "coordinated")
    assert file.case[TEAM].choices == ()
    joined = MemberJoined(
        member_id="m",
        person="p",
        agency="agency:1",
        discipline="health",
        happened_on=D1,
    )
    found = suggest_model(more(file, joined).case, on=D2)
    assert found["collaborative"].speaks_for == ("members of one agency take part",)
    assert "Ways to manage roe" in str(found)
    with pytest.raises(UnknownNameError):
        _ = found["custodian"]


def test_health_asks_the_team_as_well() -> None:
    """Whoever looks at a case sees it."""
    file = case(CUSTODIAL, due("reply", "ben", D3))
    found = {one.code for one in health(file, on=D2)}
    assert "team-of-another" in found


def test_an_area_can_be_called_as_a_duty_is() -> None:
    """Nobody gets lost because two things have one name."""
    chosen = TeamModelChosen(
        model="coordinated",
        coordinator="ana",
        areas=(
            AreaOwner(area="coordinator", accountable="ben"),
            AreaOwner(area="accountable", accountable="cleo"),
        ),
        reason="r",
        happened_on=D1,
    )
    file = case(chosen)
    assert who(file.case, "accountable", area="coordinator", on=D1).person == "ben"
    assert who(file.case, "coordinator", on=D1).person == "ana"
    assert len(file.case[TEAM].assignments) == 3
    taken = file.case[TEAM].assignments.ids()[0]
    again = Assigned(assignment_id=taken, person="dora", duty="backup", happened_on=D2)
    with pytest.raises(InvalidValueError, match="another id"):
        more(file, again)


def test_everything_goes_over_whatever_it_is_called() -> None:
    """Two duties of one name in two ids, an end in sight, other capitals."""
    file = case(
        Assigned(
            assignment_id="a/x", person="Ana", duty="backup", area="t", happened_on=D1
        ),
        Assigned(
            assignment_id="b/x",
            person="ana",
            duty="backup",
            area="u",
            until_on=D3 + timedelta(days=9),
            happened_on=D1,
        ),
        Assigned(
            assignment_id="over",
            person="ana",
            duty="backup",
            until_on=D2,
            happened_on=D1,
        ),
    )
    plan = handover(file.case, from_="ANA", to="ben", on=D2, reason="r")
    assert [one.title for one in plan] == ["backup for t", "backup for u"]
    file = more(file, *plan.events(on=D1))
    file = more(file, *plan.accepted(file.case, on=D2))
    assert who(file.case, "backup", area="t", on=D2).people == ("ben",)
    assert who(file.case, "backup", area="u", on=D2).people == ("ben",)
    assert who(file.case, "backup", area="u", on=D3 + timedelta(days=9)).people == ()
    with pytest.raises(InvalidValueError, match="are the same"):
        handover(file.case, from_="ben", to="BEN", on=D3, reason="r").events(on=D3)


def test_a_choice_ends_a_handover_that_was_still_to_come() -> None:
    """Accepted in June for August, and another model is chosen for July."""
    file = case(CUSTODIAL)
    plan = handover(file.case, from_="ana", to="dora", on=D3, reason="r")
    file = more(file, *plan.events(on=D1))
    file = more(file, *plan.accepted(file.case, on=D1), COORDINATED)
    assert who(file.case, "accountable", on=D1).person == "ana"
    assert who(file.case, "accountable", on=D3).people == ()
    assert who(file.case, "accountable", area="housing", on=D3).person == "ben"


def test_what_only_the_owner_may_see_goes_over_by_its_id() -> None:
    """And who is away is nothing for others."""
    terms = DeadlineTerms(
        title="Secret",
        basis=Ordered(due=D3, authority="O"),
        owner="ana",
        label=Label(audience="owner"),
    )
    kept = DeadlineSet(deadline_id="kept", terms=terms, happened_on=D1)
    file = case(kept)
    asked: dict[str, Any] = {"from_": "ana", "to": "ben", "on": D3, "reason": "r"}
    assert "Secret" not in str(handover(file.case, **asked))
    assert "deadline:kept" in str(handover(file.case, **asked))
    assert "Secret" in str(handover(file.case, audience="owner", **asked))
    leave = {"ana": [DateRange(D3, D3 + timedelta(days=1))]}
    assert "Secret" not in str(absences([file], leave=leave, on=D3))
    assert "Secret" in str(absences([file], leave=leave, on=D3, audience="owner"))
    with pytest.raises(InvalidValueError, match="business of the firm"):
        handover(file.case, audience="client", **asked)
    with pytest.raises(InvalidValueError, match="business of the firm"):
        absences([file], leave=leave, on=D3, audience="client")
