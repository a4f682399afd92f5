"""CountingRule and Settings: versions, readings laid over, citations, identity."""

from __future__ import annotations

import pickle
from datetime import date
from typing import Any

import pytest
from attrs import evolve

import legalcase as lc
from legalcase import counting
from legalcase.counting.rules.counting_rule import CountingRule
from legalcase.counting.rules.parts.late import Late
from legalcase.counting.rules.settings import Settings, minutes
from legalcase.counting.rules.words.overlay import lay_over
from legalcase.errors import InvalidValueError, RuleNotInForceError
from small_law import PLAIN, rolls, rule

LATER: dict[str, Any] = {
    "from": date(2020, 1, 1),
    "months": {"end": "corresponding day, else next", "cite": "4 as amended"},
}
DISPUTE = {
    "id": "back",
    "kind": "law",
    "question": "Does it go back?",
    "adopted": "no",
    "reading": [
        {"name": "yes", "roll": {"after": rolls("previous open day")["after"]}}
    ],
}


def settings(**tables: Any) -> Settings:
    """The settings of a small rule, compiled."""
    used = rule(**tables)
    return used.settings(used.versions[0])


def test_the_version_in_force_on_a_day() -> None:
    """From its first day until the next begins; outside, none."""
    used = rule(LATER, through=date(2030, 12, 31))
    assert used.first == date(2000, 1, 1)
    first, second = used.versions
    assert used.version_on(date(2000, 1, 1)) is first
    assert used.version_on(date(2019, 12, 31)) is first
    assert used.version_on(date(2020, 1, 1)) is second
    assert used.version_on(date(2030, 12, 31)) is second
    for day in (date(1999, 12, 31), date(2031, 1, 1)):
        with pytest.raises(RuleNotInForceError) as caught:
            used.version_on(day)
        assert str(caught.value) == (
            f"'xx/cp' is entered from 2000-01-01 through 2030-12-31; {day} is outside. "
            "Check the trigger date, or choose another version with as_of=."
        )


def test_settings_are_compiled_once_for_each_set_of_answers() -> None:
    """A version, the readings chosen, and a deadline's own changes on top."""
    used = rule(LATER, dispute=(DISPUTE,))
    version = used.versions[0]
    plain = used.settings(version)
    assert used.settings(version) is plain
    assert (plain.roll(1).step, plain.roll(-1).step) == (1, -1)
    assert plain.months_overflow == "last"
    other = used.settings(version, frozenset({("xx/cp#back", "yes")}))
    assert other.roll(1).step == -1
    unknown = used.settings(version, frozenset({("xx/cp#back", "perhaps")}))
    assert unknown.roll(1).step == 1
    changed = used.settings(
        version, frozenset({("xx/cp/1#act", "filed")}), ({"act": "file"},)
    )
    assert (plain.act, changed.act) == (None, "file")
    assert used.settings(used.versions[1]).months_overflow == "next"


def test_a_citation_takes_the_prefix_unless_it_says_otherwise() -> None:
    """A leading equals sign takes it as it stands; none is none."""
    found = settings(
        days=PLAIN["days"] | {"cite": "=Holidays Act, s. 1"},
        service={"general": {"order": "add, roll", "mail": {"add": "3 days"}}},
        remove=("court_days",),
    )
    assert found.trigger_clause == "C.P. 1"
    assert found.count_clause == "Holidays Act, s. 1"
    assert found.court_clause == ""
    assert found.service["general"].methods["mail"].clause == ""


def test_a_kind_that_counts_as_another_closes_where_that_one_does() -> None:
    """And only there: as a reading says of days closed by executive order."""
    closed = {"court": ["legal-holiday"], "registry": ["court-holiday"]}
    found = settings(
        roll=rolls(closed=closed), calendar={"office-closed": "legal-holiday"}
    )
    assert found.roll(1).closed == (
        ("court", frozenset({"legal-holiday", "office-closed"})),
        ("registry", frozenset({"court-holiday"})),
    )


def test_what_a_rule_leaves_out_has_its_plain_value() -> None:
    """No hours, no recess, no table of service; the expiry is the rolled end."""
    found = settings(remove=("court_days", "months"))
    assert found.court_closed is None
    assert found.months_overflow is None
    assert (found.short, found.suspension) == (None, None)
    assert found.hours_of_open_days is None
    assert (found.hours_roll_on, found.expires_rolled) == (False, True)
    assert found.extends_rolled is found.end_of_day is found.late is None
    assert (found.service, found.completion) == ({}, {})
    assert (found.table_for(1), found.table_for(-1)) == ("none", "none")
    assert found.inaccessible_acts == frozenset()
    full = settings(
        expiry={"from": "nominal end", "cite": "15"},
        extension={"from": "rolled end", "cite": "14"},
        service_for={"after": "general", "before": "none"},
        trigger_day={"is": "excluded", "until": "16:30", "cite": "1"},
    )
    assert (full.expires_rolled, full.expiry_clause) == (False, "C.P. 15")
    assert (full.extends_rolled, full.extension_clause) == (True, "C.P. 14")
    assert full.table_for(1) == "general"
    assert full.late == Late((16 * 60 + 30,) * 7, ("day",) * 7, "C.P. 1")


@pytest.mark.parametrize(
    ("hour", "expected"), [("00:00", 0), ("16:30", 990), ("24:00", 1440)]
)
def test_an_hour_in_minutes(hour: str, expected: int) -> None:
    """After midnight."""
    assert minutes(hour) == expected


def test_a_change_removes_before_it_lays_over() -> None:
    """Dotted where nested; what is not there, or is no table, is passed over."""
    old = {"short": {"cite": "7"}, "service": {"general": {"mail": 1, "fax": 2}}}
    change = {
        "from": date(2020, 1, 1),
        "remove": ["short", "service.general.fax", "none.at.all", "short.cite.x"],
        "hours": {"count": "every hour"},
    }
    assert lay_over(old, change) == {
        "service": {"general": {"mail": 1}},
        "hours": {"count": "every hour"},
    }
    assert old["service"] == {"general": {"mail": 1, "fax": 2}}


def test_a_rule_is_known_by_id_and_edition() -> None:
    """Settings that were compiled take no part."""
    one, same, other = rule(), rule(), rule(LATER)
    one.settings(one.versions[0])
    assert one == same
    assert hash(one) == hash(same)
    assert one != other
    assert one != "xx/cp"
    assert repr(lc.Law.bundled().counting_rule("us/frcp")).startswith(
        "<CountingRule 'us/frcp' from 1985-08-01, edition "
    )


def test_a_rule_travels_without_what_was_compiled() -> None:
    """It is built again, and gives the same settings."""
    used = rule(LATER, dispute=(DISPUTE,), default_act="file")
    fresh = len(pickle.dumps(used))
    used.settings(used.versions[0], frozenset({("xx/cp#back", "yes")}))
    sent = pickle.loads(pickle.dumps(used))
    assert len(pickle.dumps(used)) == fresh
    assert isinstance(sent, CountingRule)
    assert sent == used
    assert (sent.default_act, sent.disputes) == ("file", used.disputes)
    assert sent.settings(sent.versions[1]).months_overflow == "next"


def test_a_version_is_compared_whole() -> None:
    """And may be put in a set, though a table has no hash."""
    first, other = rule(LATER).versions
    [same] = rule().versions
    assert first == same
    assert hash(first) == hash(same)
    assert first != other
    assert {first, same, other} == {first, other}


def test_a_rule_without_a_text_is_none() -> None:
    """Nothing could be counted with it."""
    with pytest.raises(InvalidValueError, match=r"has no text\. Give a version"):
        evolve(rule(), versions=())


def test_a_text_that_refuses_itself_says_why() -> None:
    """What a part of it refuses is said in that part's words; the rest, what lacks."""
    services = {"mail": {"mail": {"add": "soon"}}}
    for change, says in (
        ({"service": services}, "'soon' is not a period"),
        ({"months": {"end": "ides", "cite": "4"}}, "'ides' is no word of months.end"),
        ({"months": {"cite": "4"}}, "its text lacks 'end'"),
    ):
        broken = evolve(rule().versions[0], data={**PLAIN, **change})
        with pytest.raises(InvalidValueError, match=says):
            evolve(rule(), versions=(broken,)).settings(broken)


def test_the_package_has_no_other_names() -> None:
    """Loaded late, it still refuses a name that it has not."""
    with pytest.raises(AttributeError, match="no attribute 'Reeding'"):
        _ = counting.Reeding  # type: ignore[attr-defined]  # wrong on purpose


def test_a_notebook_shows_each_version_with_its_authority() -> None:
    """As a table of its own, in which nothing of the law is obeyed as markup."""
    used = evolve(rule(LATER), name="Rules of <i>Atlantis</i>")
    shown = used._repr_html_()
    assert "<i>Atlantis" not in shown
    for version in used.versions:
        assert f">{version.first}</td>" in shown
        assert version.authority.verified in shown
    assert f"({used.id})" in shown
