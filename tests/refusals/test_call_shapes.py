"""Calls of a wrong shape, and names that are misspelt: what to do instead is said."""

from __future__ import annotations

import pickle
from datetime import UTC, date, datetime
from importlib import import_module
from inspect import signature
from types import SimpleNamespace
from typing import Any

import pytest

import legalcase as lc
import legalcase.model as m
from legalcase.errors import InvalidTypeError, MissingInputError
from legalcase.ical import to_ical
from legalcase.oversight import agenda, control_sheet, health
from legalcase.scheduling import Proposals

DAY = date(2026, 6, 3)
BY: dict[str, Any] = {"by": "clerk", "at": datetime(2026, 6, 3, 20, tzinfo=UTC)}


def file() -> m.CaseFile:
    """A case in which both sides owe something."""
    opened = m.CaseOpened(
        caption="Roe v. Acme",
        court="us/cand",
        number="1",
        proceeding="civil",
        happened_on=DAY,
    )
    served = m.Served(
        title="S",
        triggers=("summons-served",),
        method="personal",
        by=("roe",),
        on=("acme",),
        happened_on=DAY,
    )
    filed = m.Filed(
        title="C", triggers=("complaint-filed",), by=("roe",), happened_on=DAY
    )
    found = m.CaseFile.open(opened, case_id="roe", **BY)
    for name, role in (("roe", "plaintiff"), ("acme", "defendant")):
        party = m.PartyJoined(
            party_id=name,
            name=name,
            roles=(role,),
            is_client=name == "acme",
            happened_on=DAY,
        )
        found = found.record(party, **BY)
    return found.record(filed, served, **BY)


# A type checker refuses each of these: it is not asked here.
lax: Any = SimpleNamespace(
    agenda=agenda,
    control_sheet=control_sheet,
    health=health,
    reschedule=lc.reschedule,
    schedule=lc.schedule,
    to_ical=to_ical,
)
SHAPES: list[tuple[str, Any, type[Exception], str]] = [
    ("schedule", lambda: lax.schedule("roe"), InvalidTypeError, "asked of a case"),
    ("reschedule", lambda: lax.reschedule(5), InvalidTypeError, "or of several"),
    (
        "one case",
        lambda: lax.agenda(file()),
        InvalidTypeError,
        r"list: \[case\]",
    ),
    ("no days", lambda: lax.agenda([file()]), MissingInputError, "between= is missing"),
    ("no day", lambda: lax.health(file()), MissingInputError, "on= is missing"),
    (
        "no day of a sheet",
        lambda: lax.control_sheet([file()], zone="UTC"),
        MissingInputError,
        "on= is missing",
    ),
    (
        "no zone",
        lambda: lax.control_sheet([file()], on=DAY),
        MissingInputError,
        "zone= is missing",
    ),
    (
        "no name",
        lambda: lax.to_ical(file().case),
        MissingInputError,
        "name= is missing",
    ),
    (
        "no day of setting",
        lax.schedule(file()).new.events,
        MissingInputError,
        r"Pass on=date\(…\)",
    ),
    (
        "no day to set on",
        lambda: lax.schedule(file()).new.events(on="today"),
        InvalidTypeError,
        "on",
    ),
]


@pytest.mark.parametrize(
    ("call", "error", "said"), [row[1:] for row in SHAPES], ids=[s[0] for s in SHAPES]
)
def test_a_call_of_a_wrong_shape_says_what_to_pass(
    call: Any, error: type[Exception], said: str
) -> None:
    """And is no TypeError out of the machinery."""
    with pytest.raises(error, match=said):
        call()


def test_what_is_needed_is_still_needed_by_its_signature() -> None:
    """So that type checkers and readers of the reference see it."""
    for function, names in (
        (agenda, ["between"]),
        (health, ["on"]),
        (control_sheet, ["on", "zone"]),
        (to_ical, ["name"]),
        (Proposals.events, ["on"]),
    ):
        found = signature(function).parameters
        for name in names:
            assert found[name].default is found[name].empty


def test_the_law_of_a_schedule_is_the_bundled_one_if_none_is_given() -> None:
    """As it is for `compute`."""
    law = lc.Law.bundled()
    asked = file()
    assert lc.schedule(asked).to_rows() == lc.schedule(asked, law).to_rows()
    assert lc.reschedule(asked) == lc.reschedule(asked, law)
    assert lc.reschedule([asked]) == lc.reschedule([asked], law)


def test_what_the_others_owe_is_a_table_too() -> None:
    """As the rows of a schedule are: in text and in a notebook."""
    schedule = lc.schedule(file())
    assert schedule.others
    for rows in (schedule.rows, schedule.others, schedule.new):
        assert isinstance(rows, Proposals)
        assert str(rows).splitlines()[0].split()[:2] == ["when", "what"]
        assert "<table" in rows._repr_html_()
    assert schedule.others == tuple(schedule.others)
    again = pickle.loads(pickle.dumps(schedule))
    assert again.others == schedule.others


FACES = (
    *("calendars", "catalogue", "codec", "counting", "courts", "directory", "ical"),
    *("interop", "kernel", "law", "model", "oversight", "practice", "procedure"),
    *("scheduling", "scheduling.clocks", "storage", "testing"),
)


@pytest.mark.parametrize("face", FACES)
def test_a_name_misspelt_is_said_to_mean_another(face: str) -> None:
    """At the face of every package; what nothing is like gets no advice."""
    module = import_module(f"legalcase.{face}")
    name = max(module.__all__, key=len)
    wrong = name[:1] + name[2:]
    with pytest.raises(AttributeError, match=f"Did you mean .*'{name}'"):
        getattr(module, wrong)
    with pytest.raises(AttributeError, match=r"has no attribute 'qqqqqq'$"):
        _ = module.qqqqqq
    assert not hasattr(module, "__nothing__")


@pytest.mark.parametrize(
    ("wrong", "right"), [("shedule", "schedule"), ("agnda", "agenda"), ("Cse", "Case")]
)
def test_a_name_misspelt_at_the_public_face(wrong: str, right: str) -> None:
    """`lc.shedule` is told to mean `schedule`."""
    with pytest.raises(AttributeError, match=f"Did you mean .*'{right}'"):
        getattr(lc, wrong)
