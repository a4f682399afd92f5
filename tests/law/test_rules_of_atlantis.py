"""Versions, bases and disputes of counting rules, on the rules of Atlantis."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pytest

from law_folders import atlantis, changed, copied
from legalcase.errors import LawError, RuleNotInForceError, UnknownNameError
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from pathlib import Path

LAW = atlantis()
CP = LAW.counting_rule("xx/cp")
HARBOUR = LAW.counting_rule("xx/harbour")
#: A Wednesday; ten days on is a Saturday, and the Tuesday after is Founding Day.
START = date(2026, 2, 18)
#: Served so that no time is added: then the method is no open question.
HANDED: Final[dict[str, Any]] = {"service": "personal"}


def test_a_version_holds_until_the_next() -> None:
    """The day before an amendment belongs to the text before it."""
    assert CP.version_on(date(2014, 12, 31)).first == date(2000, 1, 1)
    assert CP.version_on(date(2015, 1, 1)).first == date(2015, 1, 1)
    with pytest.raises(RuleNotInForceError, match="1999-12-31 is outside"):
        CP.version_on(date(1999, 12, 31))


def test_a_version_changes_what_it_states_and_nothing_else() -> None:
    """The method of short periods is gone, mail takes longer, all else is the same."""
    old, new = (version.data for version in CP.versions)
    assert set(old) - set(new) == {"short"}
    same = set(new) - {"service"}
    assert {key: old[key] for key in same} == {key: new[key] for key in same}
    assert old["service"]["general"]["mail"]["add"] == "3 days"
    assert new["service"]["general"]["mail"]["add"] == "5 days"
    assert old["service"]["general"]["order"] == new["service"]["general"]["order"]


def test_a_version_says_since_when_it_is_in_force_and_who_read_it() -> None:
    """Its own citation, and how the rule was verified unless it says otherwise."""
    authority = CP.versions[1].authority
    assert authority.cite == "C.P. Act 12 of 2014"
    assert authority.in_force_from == date(2015, 1, 1)
    assert authority.verified == "text"


def test_a_rule_based_on_another_has_its_versions_too() -> None:
    """Wherever either changes a version begins; own settings stand over the base's."""
    starts = [version.first.year for version in HARBOUR.versions]
    assert starts == [2010, 2015, 2020]
    ten, fifteen, twenty = (version.data for version in HARBOUR.versions)
    assert "short" in ten
    assert "short" not in fifteen
    assert {data["trigger_day"]["until"] for data in (ten, fifteen, twenty)} == {
        "16:00"
    }
    assert ten["months"]["end"] == "corresponding day, else last"
    assert twenty["months"]["end"] == "corresponding day, else next"


def test_a_based_rule_cites_each_rule_by_its_own_prefix() -> None:
    """What comes from the base is cited as the base is."""
    settings = HARBOUR.settings(HARBOUR.version_on(date(2026, 1, 1)))
    assert settings.trigger_clause == "H.P. 1"
    assert settings.count_clause == "C.P. 2"
    assert settings.months_clause == "H.P. 2"


def test_a_based_rule_has_the_disputes_of_its_base_but_those_left_out() -> None:
    """They are questions about the base's settings, which hold here too."""
    assert [dispute.id for dispute in CP.disputes] == ["order", "deposit-box"]
    assert [dispute.id for dispute in HARBOUR.disputes] == ["order"]


def test_the_edition_of_a_based_rule_names_both_texts() -> None:
    """A change of the base changes what is computed here."""
    assert HARBOUR.edition.split("+") == [HARBOUR.edition[:12], CP.edition]


def test_a_disputed_reading_is_computed_and_shown() -> None:
    """Under the adopted order the ninth, under the other the fifth: that is safe."""
    found = LAW.compute("10 days", after=START, under="xx/cp", service="mail")
    assert found.due == date(2026, 3, 9)
    (reading,) = found.readings
    assert reading.due == date(2026, 3, 5)
    assert (reading.choice, reading.kind, reading.settled) == ("yes", "law", False)
    assert found.safe == date(2026, 3, 5)


@pytest.mark.parametrize("court", ["xx/high", "xx/north", "xx/septentrion"])
def test_a_court_that_settled_a_question_moves_what_is_due(court: str) -> None:
    """There and below the settled reading is due; the other stays visible and safe."""
    found = LAW.compute(
        "10 days", after=START, court=court, under="xx/cp", service="mail"
    )
    assert found.due == date(2026, 3, 5)
    (reading,) = found.readings
    assert (reading.due, reading.choice) == (date(2026, 3, 9), "no")
    assert found.safe == date(2026, 3, 5)


def test_a_court_beside_is_not_bound() -> None:
    """The Tide Court stands under no court that decided."""
    found = LAW.compute("10 days", after=START, court="xx/tide", service="mail")
    assert found.due == date(2026, 3, 9)


def test_settling_never_makes_the_safe_date_later(tmp_path: Path) -> None:
    """Settled the other way, .due moves to the later date and .safe stays."""
    folder = copied(tmp_path)
    name = "xx/counting/cp.toml"
    changed(folder, name, 'adopted = "no"', 'adopted = "maybe"')
    changed(folder, name, 'reading = "yes"', 'reading = "maybe"')
    law = Law.bundled().with_folder(folder)
    high = law.compute("10 days", after=START, court="xx/high", service="mail")
    assert (high.due, high.safe) == (date(2026, 3, 9), date(2026, 3, 5))


def test_a_question_of_fact_is_settled_by_its_input() -> None:
    """Ten days end on a Saturday: rolled, unless the act is not one at the office."""
    asked = {**HANDED, "after": START, "under": "xx/cp", "court": "xx/tide"}
    told: dict[str, Any] = {**asked, "act": "file"}
    assert LAW.compute("10 days", **told).readings == ()
    assert LAW.compute("10 days", **told).due == date(2026, 3, 2)


def test_a_question_of_fact_that_is_open_shows_both_dates(tmp_path: Path) -> None:
    """A rule that assumes no act asks; the earlier date is the safe one."""
    folder = copied(tmp_path)
    changed(folder, "xx/counting/cp.toml", 'default_act = "file"\n', "")
    law = Law.bundled().with_folder(folder)
    found = law.compute("10 days", after=START, under="xx/cp", **HANDED)
    assert (found.due, found.safe) == (date(2026, 3, 2), date(2026, 2, 28))
    (reading,) = found.readings
    assert (reading.kind, reading.choice) == ("fact", "no")


def test_a_reading_can_be_chosen() -> None:
    """By the id of the dispute, alone or with its owner; then it is no question."""
    for key in ("order", "xx/cp#order"):
        found = LAW.compute(
            "10 days",
            after=START,
            under="xx/cp",
            service="mail",
            readings={key: "yes"},
        )
        assert found.due == found.safe == date(2026, 3, 5)
        assert found.readings == ()


@pytest.mark.parametrize(
    ("readings", "message"),
    [
        ({"oder": "yes"}, "no disputed question here: 'oder'. Did you mean 'order'"),
        ({"order": "yess"}, "no answer to 'order': 'yess'. It must be one of"),
    ],
)
def test_an_unknown_question_or_answer_is_refused(
    readings: dict[str, str], message: str
) -> None:
    """Nothing is chosen silently."""
    with pytest.raises(UnknownNameError, match=message):
        LAW.compute("10 days", after=START, under="xx/cp", readings=readings)


def test_a_chosen_reading_prevails_over_a_settled_one() -> None:
    """A named person's choice stands, even against the court's own precedent."""
    found = LAW.compute(
        "10 days",
        after=START,
        court="xx/high",
        service="mail",
        readings={"order": "no"},
    )
    assert found.due == date(2026, 3, 9)


def test_a_dispute_of_a_calendar_matters_where_its_days_lie() -> None:
    """Founding Day 2029 is a Saturday: is the Friday before it closed?"""
    asked: dict[str, Any] = {**HANDED, "under": "xx/cp", "act": "file"}
    found = LAW.compute("10 days", after=date(2029, 2, 20), **asked)
    assert found.due == date(2029, 3, 5)
    assert [(r.due, r.choice) for r in found.readings] == [(date(2029, 3, 2), "no")]
    elsewhere = LAW.compute("10 days", after=date(2028, 2, 20), **asked)
    assert elsewhere.readings == ()


def test_a_dispute_of_a_deadline_can_change_its_period() -> None:
    """Twenty-one days, or forty by sea."""
    found = LAW.compute("xx/cp/20", after=date(2026, 2, 2), **HANDED)
    assert found.due == found.safe == date(2026, 2, 23)
    assert [r.due for r in found.readings] == [date(2026, 3, 16)]
    sea = LAW.compute(
        "xx/cp/20", after=date(2026, 2, 2), readings={"claims-by-sea": "yes"}
    )
    assert sea.due == date(2026, 3, 16)


def test_a_deadline_has_versions_by_trigger_date() -> None:
    """Twenty-eight days for what is served from 2030 on."""
    assert LAW.compute("xx/cp/20", after=date(2029, 12, 31)).nominal == date(
        2030, 1, 21
    )
    assert LAW.compute("xx/cp/20", after=date(2030, 1, 1)).due == date(2030, 1, 29)
    as_of = LAW.compute("xx/cp/20", after=date(2026, 2, 2), as_of=date(2031, 1, 1))
    assert as_of.due == date(2026, 3, 2)


def test_a_change_of_the_text_before_the_last_day_is_a_reading() -> None:
    """Short periods left out closed days until 2015; the other text ends on the 5th."""
    asked: dict[str, Any] = {**HANDED, "under": "xx/cp", "act": "file"}
    found = LAW.compute("6 days", after=date(2014, 12, 29), **asked)
    assert (found.due, found.safe) == (date(2015, 1, 6), date(2015, 1, 5))
    (reading,) = found.readings
    assert "2015-01-01" in reading.choice
    told = LAW.compute(
        "6 days", after=date(2014, 12, 29), as_of=date(2014, 12, 29), **asked
    )
    assert told.readings == ()


def test_a_change_of_a_deadline_before_its_last_day_is_a_reading() -> None:
    """Twenty-one days that end after the new text gave twenty-eight."""
    found = LAW.compute(
        "xx/cp/20", after=date(2029, 12, 20), readings={"claims-by-sea": "no"}, **HANDED
    )
    assert found.due == date(2030, 1, 10)
    assert [reading.due for reading in found.readings] == [date(2030, 1, 17)]


def test_what_is_no_longer_in_force_on_the_last_day_gives_no_reading() -> None:
    """A deadline that ended with 2034 has no other text in 2035."""
    end = LAW.compute("xx/cp/20", after=date(2034, 12, 1), readings=SEA, **HANDED)
    found = LAW.compute("xx/cp/22", after=end)
    assert found.due.year == 2035
    assert found.readings == ()


SEA = {"claims-by-sea": "no"}


def test_a_deadline_can_change_its_form(tmp_path: Path) -> None:
    """From a period to the later of two: asked before, after, and before again."""
    folder = copied(tmp_path)
    several = (
        'later_of = [{ period = "28 days", trigger = "complaint-served" }, '
        '{ on = "hearing" }]'
    )
    changed(folder, "xx/deadlines/cp.toml", 'period = "28 days"', several)
    law = Law.bundled().with_folder(folder)
    for _ in range(2):
        old = law.compute("xx/cp/20", after={"complaint-served": date(2029, 12, 20)})
        assert old.due == date(2030, 1, 10)
        new = law.compute("xx/cp/20", after={"complaint-served": date(2030, 1, 2)})
        assert new.due == date(2030, 1, 30)
        assert new.is_provisional


def test_the_cut_off_of_a_based_rule_is_asked_where_no_hour_is_given() -> None:
    """A date alone leaves open whether the event came before four."""
    found = LAW.compute("10 days", after=date(2026, 4, 6), under="xx/harbour")
    assert "16:00" in found.readings[0].question


def test_a_folder_that_is_malformed_gives_no_law(tmp_path: Path) -> None:
    """The law without it is as it was."""
    folder = copied(tmp_path)
    changed(folder, "xx/counting/cp.toml", "format = 1", "format = 2")
    with pytest.raises(LawError, match=r"is 2\. This version reads `format = 1`"):
        Law.bundled().with_folder(folder)
    with pytest.raises(UnknownNameError):
        Law.bundled().counting_rule("xx/cp")
