"""Closed days named once a rule: rolls, short periods and court days refer to them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

import pytest

from law_folders import atlantis, changed, copied, places, refused
from legalcase.law.book.venues import roles_of
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from pathlib import Path

RULE: Final = "xx/counting/cp.toml"
LOCAL: Final = "xx/local-rules/north.toml"
DAYS: Final = '{ court = ["legal-holiday", "flood"] }'
NAMED: Final = '"court-closed"'


def naming(folder: Path) -> Path:
    """Atlantis, whose rule names the closed days once: five places refer to them."""
    law = copied(folder)
    path = law / RULE
    text = path.read_text(encoding="utf-8")
    assert text.count(DAYS) == 5
    text = text.replace(DAYS, NAMED)
    old = "[version.roll.after]\n"
    new = f"[version.closed_days]\ncourt-closed = {DAYS}\n{old}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return law


def test_a_name_means_the_days_themselves(tmp_path: Path) -> None:
    """Every version, under every reading, is as it was when they stood in place."""
    rule = Law.bundled().with_folder(naming(tmp_path)).counting_rule("xx/cp")
    plain = atlantis().counting_rule("xx/cp")
    for mine, theirs in zip(rule.versions, plain.versions, strict=True):
        for chosen in ("", "yes", "no"):
            picked = frozenset(
                (f"xx/cp#{one.id}", chosen)
                for one in rule.disputes
                if chosen in {reading.name for reading in one.readings}
            )
            one, other = rule.settings(mine, picked), plain.settings(theirs, picked)
            assert one.roll_after == other.roll_after
            assert one.roll_before == other.roll_before
            assert one.short == other.short
            assert one.court_closed == other.court_closed
    assert roles_of(rule) == roles_of(plain) == {"court"}


def test_every_count_is_the_same_in_both_directions(tmp_path: Path) -> None:
    """Forward and back, over a year of triggers, for days, court days and months."""
    named, plain = Law.bundled().with_folder(naming(tmp_path)), atlantis()
    for step in range(0, 365, 7):
        day = date(2012, 1, 2) + timedelta(step)
        for period in ("5 days", "20 days", "4 court days", "1 month"):
            for key in ("after", "before"):
                asked: dict[str, Any] = {key: day, "under": "xx/cp"}
                one, other = (law.compute(period, **asked) for law in (named, plain))
                assert one.due == other.due
                assert one.safe == other.safe


def test_whoever_changes_the_days_changes_them_everywhere(tmp_path: Path) -> None:
    """A version that no longer counts floods; a reading that counts nothing at all."""
    law = naming(tmp_path)
    old = 'from = 2015-01-01\ncite = "Act 12 of 2014"\n'
    new = f'{old}closed_days = {{ court-closed = {{ court = ["legal-holiday"] }} }}\n'
    changed(law, RULE, old, new)
    dispute = """
[[dispute]]
id = "weekends"
kind = "law"
question = "Do holidays close the court?"
adopted = "yes"
cite = "3"
[[dispute.reading]]
name = "no"
closed_days = { court-closed = { court = [] } }

[[example]]
period"""
    changed(law, RULE, "\n[[example]]\nperiod", dispute)
    rule = Law.bundled().with_folder(law).counting_rule("xx/cp")
    first, second = rule.versions
    all_days = (("court", frozenset({"legal-holiday", "flood"})),)
    holidays = (("court", frozenset({"legal-holiday"})),)
    nothing: tuple[tuple[str, frozenset[str]], ...] = (("court", frozenset()),)
    for version, days in ((first, all_days), (second, holidays)):
        settings = rule.settings(version)
        assert settings.roll_after.closed == settings.roll_before.closed == days
        assert settings.court_closed == days
        read = rule.settings(version, frozenset({("xx/cp#weekends", "no")}))
        assert read.roll_after.closed == read.court_closed == nothing
    short = rule.settings(first).short
    assert short is not None
    assert short.skip == all_days


def test_a_rule_based_on_it_states_the_days_anew(tmp_path: Path) -> None:
    """And all that it takes from its base follows; local rules do the same."""
    law = naming(tmp_path)
    changed(
        law,
        "xx/counting/harbour.toml",
        'cite = "1" }\n',
        'cite = "1" }\nclosed_days = { court-closed = { court = ["flood"] } }\n',
    )
    harbour = Law.bundled().with_folder(law).counting_rule("xx/harbour")
    for version in harbour.versions:
        settings = harbour.settings(version)
        days = (("court", frozenset({"flood"})),)
        assert settings.roll_after.closed == settings.court_closed == days


def test_a_name_brings_the_roles_that_it_names(tmp_path: Path) -> None:
    """So that their calendars are asked."""
    law = naming(tmp_path)
    new = f'court-closed = {DAYS[:-2]}, forum-state = ["legal-holiday"] }}'
    changed(law, RULE, f"court-closed = {DAYS}", new)
    rule = Law.bundled().with_folder(law).counting_rule("xx/cp")
    assert roles_of(rule) == {"court", "forum-state"}


@pytest.mark.parametrize(
    ("old", "new", "path", "says"),
    [
        (
            f'closed = {NAMED}\ncite = "8"',
            'closed = "court-closd"\ncite = "8"',
            "$.version[0]",
            (
                "roll.after.closed is 'court-closd', and closed_days names these: "
                "court-closed. Name the days there, or list them by role."
            ),
        ),
        (
            f"court-closed = {DAYS}",
            f'court-closed = {DAYS}\nidle = {{ court = ["flood"] }}',
            "$.version[0].closed_days.idle",
            "names days to which nothing refers. Refer to them, or take them out.",
        ),
        (
            f"court-closed = {DAYS}",
            f'court-closed = {DAYS}\nidle = "court-closed"',
            "$.version[0].closed_days.idle",
            "is 'court-closed', and must list kinds of closure by role.",
        ),
        (
            f"court-closed = {DAYS}",
            'court-closed = { court = ["storm"] }',
            "$.version[0].closed_days.court-closed.court[0]",
            "is 'storm', which the vocabulary of kind lacks.",
        ),
    ],
    ids=["unknown", "idle", "name-of-a-name", "no-kind"],
)
def test_a_name_that_leads_nowhere_is_refused(
    tmp_path: Path, old: str, new: str, path: str, says: str
) -> None:
    """With the names there are; an idle one is no less a mistake."""
    law = naming(tmp_path)
    changed(law, RULE, old, new)
    problems = refused(law)
    found = [what for file, where, what in problems if (file, where) == (RULE, path)]
    assert len(found) == 1, problems
    assert found[0].startswith(says)


def test_a_version_that_takes_the_name_away_is_refused(tmp_path: Path) -> None:
    """Where it stands, from then on."""
    law = naming(tmp_path)
    changed(law, RULE, 'remove = ["short"]', 'remove = ["short", "closed_days"]')
    assert (RULE, "$.version[1]") in places(refused(law))


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        (
            f"court_days = {{ closed = {DAYS}",
            "court_days = { closed = {}",
            "court_days.closed",
        ),
        (
            f'short = {{ periods = "< 7 days", skip = {DAYS}',
            'short = { periods = "< 7 days", skip = {}',
            "short.skip",
        ),
        (
            f'to = "next open day"\nclosed = {DAYS}',
            'to = "next open day"\nclosed = {}',
            "roll.after.closed",
        ),
        (
            f'to = "previous open day"\nclosed = {DAYS}',
            'to = "previous open day"\nclosed = {}',
            "roll.before.closed",
        ),
    ],
)
def test_days_of_which_none_is_closed_are_refused(
    tmp_path: Path, old: str, new: str, path: str
) -> None:
    """Under such a rule a Sunday would be a court day; who means none says stay."""
    law = copied(tmp_path)
    changed(law, RULE, old, new)
    found = refused(law)
    assert (RULE, f"$.version[0].{path}") in places(found)
    file, _, what = found[0]
    assert file == RULE
    assert what == (
        "names no days, so that every day is open, a Sunday too. Name a calendar by "
        'its role: { court = ["legal-holiday"] }; one with [] has its weekends alone.'
    )


def test_a_name_that_closes_nothing_is_refused_where_it_is_meant(
    tmp_path: Path,
) -> None:
    """By the court days and the rolls that refer to it."""
    law = naming(tmp_path)
    changed(law, RULE, f"court-closed = {DAYS}", "court-closed = {}")
    assert {
        (RULE, "$.version[0].court_days.closed"),
        (RULE, "$.version[0].roll.after.closed"),
        (RULE, "$.version[0].roll.before.closed"),
        (RULE, "$.version[0].short.skip"),
    } <= {*places(refused(law))}


def test_a_roll_that_stays_need_not_say_what_is_closed(tmp_path: Path) -> None:
    """It moves nothing, whatever is."""
    law = copied(tmp_path)
    for to in ("next", "previous"):
        old = f'to = "{to} open day"\nclosed = {DAYS}'
        changed(law, RULE, old, 'to = "stay"\nclosed = {}')
    assert Law.bundled().with_folder(law).counting_rule("xx/cp").versions


def test_days_for_other_acts_than_all_are_refused(tmp_path: Path) -> None:
    """A roll that holds for every act has none besides; with its acts it holds."""
    law = copied(tmp_path)
    old = f'to = "next open day"\nclosed = {DAYS}'
    changed(law, RULE, old, f"{old}\nothers = {{ court = [] }}")
    assert (RULE, "$.version[0].roll.after.others") in places(refused(law))
    law = copied(tmp_path / "again")
    changed(law, RULE, old, f'{old}\nothers = {{}}\nacts = ["file"]')
    assert (RULE, "$.version[0].roll.after.others") in places(refused(law))
