"""Instruments that are data, scores that are checked, needs, and who was asked."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve

from legalcase.dates import Period
from legalcase.errors import (
    DeclarationError,
    IllegalTransitionError,
    InvalidTypeError,
    InvalidValueError,
    MissingInputError,
)
from legalcase.kernel import Label
from legalcase.oversight import health, open_needs
from legalcase.practice import (
    ASSESSMENTS,
    NEEDS,
    AssessmentVoided,
    NeedDropped,
    NeedFound,
    NeedReopened,
    NeedSatisfied,
    ReferralAccepted,
    ReferralEnded,
    Referred,
    read_instrument,
)
from practice_samples import DAY, NOON, recorded, stage
from practice_samples.assessments import SCREEN, TEXT

ASKED = {"roof": "no", "safe": "yes", "children": "2"}


def test_a_score_is_the_sum_of_what_the_instrument_gives() -> None:
    """No (5), yes (4), and two children who count as they are; the band says where."""
    assert SCREEN.score(ASKED) == 5 + 4 + 2
    assert SCREEN.band(11) == "in-danger"
    assert SCREEN.band(0) == SCREEN.band(3) == "settled"
    assert SCREEN.band(100) is SCREEN.band(None) is None
    assert SCREEN.reassess_every == Period.parse("6 months")
    made = SCREEN.assess(ASKED, assessment_id="a", of="roe", by="w", on=DAY)
    assert (made.score, made.band, made.unanswered) == (11, "in-danger", ("words",))
    assert made.reassess_on == date(2026, 12, 3)
    assert SCREEN.problems_of(made) == ()
    unscored = read_instrument(
        'format = 1\n[instrument]\nid = "a"\nversion = "1"\ntitle = "A"\n'
        'source = "us"\n[[question]]\nid = "q"\ntext = "?"\nkind = "yes-no"\n'
    )
    plain = unscored.assess({"q": "no"}, assessment_id="a", of="r", by="w", on=DAY)
    assert (plain.score, plain.band, plain.reassess_on) == (None, None, None)


def test_a_score_is_scored_again() -> None:
    """Points, sum and band that another program wrote are found to be wrong."""
    made = SCREEN.assess(ASKED, assessment_id="a", of="roe", by="w", on=DAY)
    first, *others = made.answers
    changed = evolve(made, answers=(evolve(first, points=9), *others), score=15)
    assert SCREEN.problems_of(changed) == (
        "roof scores 5, not 9",
        "the score is 11, not 15",
    )
    assert SCREEN.problems_of(evolve(made, band="settled")) == (
        "it lies in in-danger, not settled",
    )
    assert SCREEN.problems_of(evolve(made, version="2")) == (
        "it was made with house/screen 2",
    )
    with pytest.raises(InvalidValueError, match="the points of the answers are 11"):
        evolve(made, score=12)
    with pytest.raises(InvalidValueError, match="twice"):
        evolve(made, answers=(first, first, *others), score=16)


def test_all_that_is_wrong_with_answers_is_said_at_once() -> None:
    """What there is not, what it has not, what is missing."""
    wrong: Any = {"roof": "maybe", "saef": "no", "children": "two", "words": ""}
    with pytest.raises(DeclarationError) as caught:
        SCREEN.score(wrong)
    paths = {where for where, _ in caught.value.problems}
    assert paths == {"$.roof", "$.'saef'", "$.safe", "$.children", "$.words"}
    assert "Did you mean 'safe'?" in str(caught.value)
    nothing: Any = ["yes"]
    with pytest.raises(InvalidTypeError, match="mapping"):
        SCREEN.score(nothing)


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("format = 1", "format = 2", "$.format"),
        ('version = "1"', "", "$.instrument.version"),
        ('version = "1"', 'version = "1"\nvesrion = "2"', "$.instrument.vesrion"),
        ('kind = "yes-no"', 'kind = "boolean"', "$.question[1].kind"),
        ("points = 4", 'points = "many"', "$.question[1].points"),
        ('id = "safe"', 'id = "roof"', "$.question[1].id"),
        ("required = false", 'required = "no"', "$.question[2].required"),
        ("points = 5 }", 'points = "5" }', "$.question[0].options[2].points"),
        ("to = 3", "to = 4", "$.band"),
        ("to = 3", 'to = "3"', "$.band[0]"),
        ('reassess_every = "6 months"', 'reassess_every = "6 court days"', ""),
        ('reassess_every = "6 months"', 'reassess_every = "sometimes"', ""),
    ],
)
def test_what_is_wrong_with_a_text_is_said_where(
    old: str, new: str, where: str
) -> None:
    """Never a half-read instrument."""
    with pytest.raises(DeclarationError) as caught:
        read_instrument(TEXT.replace(old, new, 1))
    assert where or "$.instrument.reassess_every" in {
        path for path, _ in caught.value.problems
    }
    if where:
        assert where in {path for path, _ in caught.value.problems}


def test_a_later_assessment_takes_the_place_of_one_of_the_same_party() -> None:
    """The old one stays; a void one, or another's, has no successor."""
    first = SCREEN.assess(ASKED, assessment_id="a", of="roe", by="w", on=DAY)
    again = evolve(first, assessment_id="b", supersedes="a")
    file = stage().record(first, again, by="w", at=NOON)
    room = file.case[ASSESSMENTS]
    assert (room["a"].superseded_by, room["a"].counts) == ("b", False)
    assert room["b"].counts
    for wrong in (
        evolve(first, assessment_id="c", supersedes="a"),
        evolve(first, assessment_id="c", supersedes="b", of="acme"),
    ):
        with pytest.raises(InvalidValueError, match="does not count"):
            file.record(wrong, by="w", at=NOON)
    void = AssessmentVoided(assessment_id="b", ground="r", happened_on=DAY)
    file = file.record(void, by="w", at=NOON)
    assert not file.case[ASSESSMENTS]["b"].counts
    with pytest.raises(IllegalTransitionError):
        file.record(void, by="w", at=NOON)


def need(name: str = "home", **more: Any) -> NeedFound:
    """Somebody needs a home."""
    terms: dict[str, Any] = {"urgency": "urgent", "stated_by": "a cousin"}
    return NeedFound(
        need_id=name, of="roe", category="housing", happened_on=DAY, **terms | more
    )


def referred(name: str, need_id: str = "home", **more: Any) -> Referred:
    """An agency was asked."""
    return Referred(
        referral_id=name, need_id=need_id, to="agency:7", happened_on=DAY, **more
    )


def test_a_need_is_known_by_something() -> None:
    """By an assessment or by somebody."""
    with pytest.raises(MissingInputError, match="how the need is known"):
        need(stated_by=None)


@pytest.mark.parametrize(
    ("asked", "again", "due"), [(7, None, None), (30, None, 30), (7, 40, 40)]
)
def test_an_agency_that_answered_is_asked_again(
    asked: int, again: int | None, due: int | None
) -> None:
    """On the day that is said with the answer, or set before and still ahead."""
    days = {n: DAY + timedelta(days=n) for n in (7, 10, 30, 40)}
    accepted = ReferralAccepted(
        referral_id="r",
        follow_up_on=None if again is None else days[again],
        happened_on=days[10],
    )
    file = stage().record(
        need("home"), referred("r", follow_up_on=days[asked]), by="w", at=NOON
    )
    file = file.record(accepted, by="w", at=NOON + timedelta(days=10))
    (found,) = open_needs([file], on=days[10])
    assert (found.kind, found.due_on) == (
        "referral",
        None if due is None else days[due],
    )
    with pytest.raises(InvalidValueError, match="Pass a later day"):
        evolve(accepted, follow_up_on=DAY)


def test_what_is_open_is_listed_by_urgency() -> None:
    """A need for which nobody was asked, and a referral nobody asked about since."""
    later = DAY + timedelta(days=30)
    file = stage().record(
        need("low", urgency="low"),
        need("now", urgency="emergency"),
        need("asked"),
        referred("r", "asked", follow_up_on=DAY + timedelta(days=7)),
        SCREEN.assess(ASKED, assessment_id="a", of="roe", by="w", on=DAY),
        by="w",
        at=NOON,
    )
    found = open_needs([file], on=later)
    assert [(one.kind, one.ref.partition(":")[2], one.is_over) for one in found] == [
        ("need", "now", False),
        ("referral", "r", True),
        ("need", "low", False),
    ]
    assert [one.kind for one in open_needs([file], on=date(2026, 12, 3))][-1] == (
        "assessment"
    )
    codes = {one.code for one in health(file, on=later)}
    assert codes >= {"need-emergency-open", "need-referral-open"}
    assert "need-reassessment-due" not in codes
    codes = {one.code for one in health(file, on=date(2026, 12, 3))}
    assert "need-reassessment-due" in codes
    assert found.rows[1].what == "housing: referred to agency:7, no answer yet"
    assert "emergency" in str(found)
    assert "<table" in found._repr_html_()
    ended = ReferralEnded(referral_id="r", outcome="no-capacity", happened_on=DAY)
    after = file.record(ended, by="w", at=NOON)
    kinds = [one.kind for one in open_needs([after], on=later)]
    assert kinds == ["need", "need", "need"]


def test_an_outcome_does_not_meet_a_need_by_itself() -> None:
    """Somebody says that it is met, and by which referral; one for that need."""
    file = stage().record(
        need(), need("other"), referred("r"), referred("o", "other"), by="w", at=NOON
    )
    ended = ReferralEnded(referral_id="r", outcome="service-received", happened_on=DAY)
    file = file.record(ended, by="w", at=NOON)
    assert file.case[NEEDS].needs["home"].is_open
    wrong = NeedSatisfied(need_id="home", how="h", by_referral="o", happened_on=DAY)
    with pytest.raises(InvalidValueError, match="another need"):
        file.record(wrong, by="w", at=NOON)
    met = evolve(wrong, by_referral="r")
    file = file.record(met, by="w", at=NOON)
    with pytest.raises(IllegalTransitionError, match="NeedReopened first"):
        file.record(referred("again"), by="w", at=NOON)
    back = NeedReopened(need_id="home", ground="lost it", happened_on=DAY)
    dropped = NeedDropped(need_id="home", ground="no", happened_on=DAY)
    file = file.record(back, referred("again"), dropped, by="w", at=NOON)
    assert file.case[NEEDS].needs["home"].state == "dropped"
    with pytest.raises(InvalidValueError, match="what came of"):
        referred("x", follow_up_on=DAY - timedelta(days=1))


def test_the_samples_stand_where_they_should() -> None:
    """After all of them, the need was given up, and a referral ended."""
    room = recorded("needs").case[NEEDS]
    assert room.needs["home"].state == "dropped"
    assert [one.state for one in room.referrals] == ["ended", "declined"]


def test_what_only_the_owner_may_see_is_there_by_its_id() -> None:
    """That something is open, and not what it is, nor who was asked about it."""
    owner = Label(audience="owner")
    screened = SCREEN.assess(
        ASKED, assessment_id="a", of="roe", by="w", on=DAY, label=owner
    )
    file = stage().record(
        need("home", label=owner),
        need("asked", label=owner),
        referred("r", "asked"),
        screened,
        by="w",
        at=NOON,
    )
    day = date(2026, 12, 3)
    firm = open_needs([file], on=day)
    assert [one.what for one in firm] == [
        "a need: nobody is asked to help",
        "a need: referred, no answer yet",
        "an assessment: to be asked again",
    ]
    assert [one.what for one in open_needs([file], on=day, audience="owner")] == [
        "housing: nobody is asked to help",
        "housing: referred to agency:7, no answer yet",
        "house/screen: to be asked again",
    ]
    with pytest.raises(InvalidValueError, match="business of the firm"):
        open_needs([file], on=day, audience="party")
