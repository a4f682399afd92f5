"""Witnesses: who is expected where, when they can come, and what commands them to."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve

import legalcase.model as m
import legalcase.practice as p
from case_files import DAY, NOON
from legalcase.errors import (
    IllegalTransitionError,
    InvalidTypeError,
    InvalidValueError,
    MissingInputError,
    UnknownNameError,
)
from legalcase.kernel import Label, Ref
from practice_samples import stage

D = date.fromisoformat
ON: dict[str, Any] = {"happened_on": DAY}


def named(name: str = "w", **said: Any) -> p.WitnessNamed:
    """A witness."""
    return p.WitnessNamed(**{"witness_id": name, "name": "N. Neighbor", **ON, **said})


def issued(name: str = "s", **said: Any) -> p.SubpoenaIssued:
    """A subpoena to come to the trial."""
    given = {"subpoena_id": name, "witness_id": "w", "hearing_id": "trial", **ON}
    return p.SubpoenaIssued(**{**given, **said})


def can_come(
    name: str, is_available: bool, first: str, last: str | None, on: str
) -> Any:
    """Somebody said when the witness can come."""
    return p.AvailabilityStated(
        availability_id=name,
        witness_id="w",
        is_available=is_available,
        from_on=D(first),
        until_on=None if last is None else D(last),
        stated_by="her sister",
        happened_on=D(on),
    )


def after(*events: Any) -> m.CaseFile:
    """The stage after events."""
    return stage().record(*events, by="clerk", at=NOON + timedelta(days=99))


def room(*events: Any) -> p.Witnesses:
    """What is kept of witnesses after events."""
    return after(*events).case[p.WITNESSES]


def test_a_witness_is_somebody() -> None:
    """A party, a person of the directory, or a name."""
    with pytest.raises(MissingInputError, match="party_id="):
        p.WitnessNamed(witness_id="w", **ON)
    with pytest.raises(UnknownNameError):
        after(named(party_id="nobody"))
    with pytest.raises(InvalidValueError, match="person"):
        named(person="p 9")
    both = named(party_id="roe", person="person:9")
    assert both.tags() == ("party:roe", "person:9")
    assert named().tags() == ()
    with pytest.raises(InvalidValueError, match="fact, expert"):
        named(kind="friend")


def test_what_changes_is_what_is_said() -> None:
    """The rest stays; to say nothing is refused."""
    changed = p.WitnessChanged(witness_id="w", is_remote=True, called_by=("roe",), **ON)
    one = room(named(language="es", conditions="a screen"), changed).witnesses["w"]
    assert (one.language, one.conditions, one.is_remote) == ("es", "a screen", True)
    assert one.called_by == ("roe",)
    off = room(
        named(is_remote=True), p.WitnessChanged(witness_id="w", is_remote=False, **ON)
    )
    assert not off.witnesses["w"].is_remote
    with pytest.raises(MissingInputError, match="what changed"):
        p.WitnessChanged(witness_id="w", **ON)


def test_the_last_word_of_when_somebody_can_come_holds() -> None:
    """Both days are included; what was withdrawn says nothing; late is not last."""
    one = room(
        named(),
        can_come("a", False, "2026-07-06", "2026-07-10", "2026-06-05"),
        can_come("b", True, "2026-07-09", None, "2026-06-08"),
    )
    days = ("2026-07-05", "2026-07-06", "2026-07-08", "2026-07-09", "2030-01-01")
    assert [one.can_come("w", D(day)) for day in days] == [
        None,
        False,
        False,
        True,
        True,
    ]
    late = room(
        named(),
        can_come("b", True, "2026-07-09", None, "2026-06-08"),
        can_come("a", False, "2026-07-06", "2026-07-10", "2026-06-05"),
    )
    assert late.can_come("w", D("2026-07-09")) is True
    gone = room(
        named(),
        can_come("a", False, "2026-07-06", None, "2026-06-05"),
        p.AvailabilityWithdrawn(availability_id="a", happened_on=D("2026-06-06")),
    )
    assert gone.can_come("w", D("2026-07-06")) is None
    same = room(
        named(),
        can_come("a", False, "2026-07-06", None, "2026-06-05"),
        can_come("b", True, "2026-07-06", None, "2026-06-05"),
    )
    assert same.can_come("w", D("2026-07-06")) is True
    with pytest.raises(InvalidTypeError):
        same.can_come("w", NOON)
    with pytest.raises(InvalidValueError, match="before it begins"):
        can_come("a", False, "2026-07-06", "2026-07-05", "2026-06-05")


def test_a_subpoena_names_the_time_of_its_hearing() -> None:
    """As it was set when it was issued."""
    file = after(named(), issued())
    moved = m.HearingContinued(
        hearing_id="trial", to_at=NOON + timedelta(days=30), **ON
    )
    at = NOON + timedelta(days=99)
    file = file.record(moved, issued("again"), by="clerk", at=at)
    kept = file.case[p.WITNESSES].subpoenas
    assert kept["s"].for_at == NOON
    assert kept["again"].for_at == NOON + timedelta(days=30)
    open_ended = m.HearingContinued(hearing_id="trial", **ON)
    file = file.record(open_ended, issued("third"), by="clerk", at=at)
    assert file.case[p.WITNESSES].subpoenas["third"].for_at is None


def test_a_subpoena_is_tried_again() -> None:
    """Served in the end, and obeyed, with all attempts counted."""
    served = p.SubpoenaServed(
        subpoena_id="s",
        served_by="S. Server",
        is_fee_tendered=True,
        proof=Ref("event", "e-1"),
        **ON,
    )
    unserved = p.SubpoenaReturnedUnserved(subpoena_id="s", **ON)
    one = room(named(), issued(), unserved, unserved, served).subpoenas["s"]
    assert (one.state, one.attempts, one.is_served) == ("served", 3, True)
    assert (one.served_on, one.proof, one.is_fee_tendered) == (DAY, "event:e-1", True)
    with pytest.raises(IllegalTransitionError):
        room(named(), issued(), served, served)
    with pytest.raises(IllegalTransitionError):
        room(named(), issued(), p.SubpoenaComplied(subpoena_id="s", **ON))
    quashed = p.SubpoenaQuashed(subpoena_id="s", by_order=Ref("event", "e-1"), **ON)
    one = room(named(), issued(), served, quashed).subpoenas["s"]
    assert (one.state, one.by_order, one.is_open) == ("quashed", "event:e-1", False)
    with pytest.raises(IllegalTransitionError):
        room(named(), issued(), quashed, served)
    with pytest.raises(InvalidValueError, match="'testify' or 'produce'"):
        issued(commands=("come",))
    with pytest.raises(InvalidValueError, match="at least one"):
        issued(commands=())


def test_who_is_expected_at_a_hearing() -> None:
    """By the order on the stand, then by subpoena to testify; not if dropped."""
    base = (
        named(),
        named("v"),
        named("u"),
        issued(),
        issued("produce", witness_id="u", commands=("produce",)),
    )
    one = room(*base)
    assert [each.witness_id for each in one.expected_at("trial")] == ["w"]
    order = p.WitnessOrderSet(hearing_id="trial", witness_ids=("v",), **ON)
    one = room(*base, order)
    assert [each.witness_id for each in one.expected_at("trial")] == ["v", "w"]
    dropped = p.WitnessDropped(witness_id="v", ground="no need", **ON)
    one = room(*base, order, dropped)
    assert [each.witness_id for each in one.expected_at("trial")] == ["w"]
    back = p.WitnessReinstated(witness_id="v", ground="needed", **ON)
    one = room(*base, order, dropped, back)
    assert [each.witness_id for each in one.expected_at("trial")] == ["v", "w"]
    with pytest.raises(IllegalTransitionError, match="WitnessReinstated"):
        room(*base, dropped, issued("more", witness_id="v"))
    # An order of an earlier day that becomes known late does not take its place.
    newer = evolve(order, witness_ids=("u",), happened_on=DAY + timedelta(days=1))
    assert room(*base, newer, order).orders["trial"].witness_ids == ("u",)


def test_a_witness_who_was_heard_can_be_heard_again() -> None:
    """And cannot be dropped any more."""
    heard = p.WitnessTestified(witness_id="w", hearing_id="trial", **ON)
    one = room(named(), heard, heard).witnesses["w"]
    assert (one.state, one.testified_at, one.is_expected) == (
        "testified",
        ("trial",),
        False,
    )
    with pytest.raises(IllegalTransitionError):
        room(named(), heard, p.WitnessDropped(witness_id="w", ground="no", **ON))


def test_what_protects_a_witness_covers_when_they_can_come() -> None:
    """The label of the witness is that of the times."""
    owner = Label(audience="owner")
    one = room(
        named(label=owner),
        can_come("a", False, "2026-07-06", None, "2026-06-05"),
    )
    assert one.availabilities["a"].label == owner
    assert named().label is None
    assert room(named()).witnesses["w"].label.audience == "firm"


def test_the_time_stands_by_the_clock_of_the_court() -> None:
    """As the hearing does."""
    at = datetime(2026, 7, 6, 9, tzinfo=ZoneInfo("America/New_York"))
    setting = m.HearingSet(hearing_id="h", title="T", hearing_at=at, **ON)
    one = room(setting, named(), issued(hearing_id="h")).subpoenas["s"]
    assert one.for_at == at
