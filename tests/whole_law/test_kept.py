"""Whatever is entered is itself again: stored and read back, or read alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from every_one import for_each
from law_folders import afresh, state_of
from legalcase.codec import from_json, to_json
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.catalogue.deadline_rule import DeadlineRule
    from legalcase.courts.bench import Court

LAW = Law.bundled()


def content(value: Any) -> dict[str, Any]:
    """What a value is made of: more than what makes it equal to another."""
    public = [f.name for f in attrs.fields(type(value)) if f.init]
    return {name: getattr(value, name) for name in public}


@for_each("name", LAW.names("calendar"))
def test_every_calendar_comes_back_with_its_days(name: str) -> None:
    """Equal by id and edition, and closed on the same days for the same reasons."""
    calendar = LAW.calendar(name)
    back = from_json(to_json(calendar))
    assert calendar == back
    assert calendar.entries() == back.entries()
    assert content(calendar.definition) == content(back.definition)


@for_each("name", LAW.names("rule"))
def test_every_counting_rule_comes_back_with_its_text(name: str) -> None:
    """Each version has the same tables, each reading the same change."""
    rule = LAW.counting_rule(name)
    back = from_json(to_json(rule))
    assert rule == back
    assert [v.data for v in rule.versions] == [v.data for v in back.versions]
    changes = [r.change for d in rule.disputes for r in d.readings]
    assert changes == [r.change for d in back.disputes for r in d.readings]


def entered(place: str) -> Iterable[DeadlineRule | Court]:
    """The deadlines of a jurisdiction, and its courts."""
    yield from (rule for rule in LAW.deadlines() if rule.jurisdiction == place)
    yield from LAW.courts(place)


@for_each("value", entered, ids=lambda one: one.id, shelves=LAW.jurisdictions())
def test_every_deadline_and_court_comes_back_whole(value: DeadlineRule | Court) -> None:
    """Versions, readings and worked examples of the whole catalogue; every court."""
    assert content(value) == content(from_json(to_json(value)))


def test_there_are_deadlines_and_courts() -> None:
    """What is asked of each is asked of some."""
    kinds = {
        type(one).__name__ for place in LAW.jurisdictions() for one in entered(place)
    }
    assert kinds == {"DeadlineRule", "Court"}


def test_every_bundled_deadline_alone() -> None:
    """Field by field, and not only by id and edition."""
    whole = {rule.id: state_of(rule) for rule in afresh(LAW).deadlines()}
    alone = {name: state_of(afresh(LAW).deadline(name)) for name in whole}
    assert alone == whole


def test_every_bundled_court_alone() -> None:
    """By its id, the courts of its jurisdiction unread."""
    courts = {c.id: c for j in LAW.jurisdictions() for c in LAW.courts(j)}
    assert {name: afresh(LAW).court(name) for name in courts} == courts
