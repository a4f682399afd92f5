"""Questions of a case say what is wrong with what they are given, whatever it is.

A file in the place of its case, a day as text or with an hour: each is an error of the
package, which names the argument, and never one of Python.
"""

from __future__ import annotations

import inspect
from datetime import UTC, date, datetime, timedelta
from types import FunctionType
from typing import Any

import pytest

import legalcase as lc
import legalcase.directory as d
import legalcase.interop as ip
import legalcase.model as m
import legalcase.oversight as ov
import people_samples
from case_samples import DAY, NOON, file
from legalcase.errors import InvalidTypeError, LegalCaseError
from legalcase.scheduling import clocks

FILE = file()
CASE = FILE.case
LAW = lc.Law.bundled()
WRONG: tuple[Any, ...] = (
    *(None, "", "zz", "x\ud800", 0, -1, 1.5, float("nan"), True, b"x", object()),
    *([], {}, (), ("a",), [None], {"a": 1}, int, lambda: 1),
    *(date.min, date.max, datetime(2026, 6, 3), datetime(2026, 6, 3, tzinfo=UTC)),
    *(CASE, FILE, LAW),
)
GIVEN: dict[str, Any] = {
    "case": CASE,
    "cases": [CASE],
    "file": FILE,
    "files": [FILE],
    "law": LAW,
    "on": DAY,
    "between": (DAY, DAY),
    "during": (DAY, DAY),
    "zone": "UTC",
    "party": "acme",
    "task_id": "collect",
    "clock_id": "acme-70",
    "limit": 1,
    "person": "A. Lawyer",
    "audience": "firm",
    "what": "parties",
    "entry": people_samples.person(),
    "directory": d.Directory.of(),
    "entry_id": "person:roe",
    "who": next(iter(CASE.people.participants)),
}
#: What is asked by its argument's name; others have another meaning in each.
ASKED = (*GIVEN, "rules", "into", "by", "absences")


def doors() -> list[tuple[FunctionType, dict[str, Any], str]]:
    """Every question of a case that is public, with what it needs, by argument."""
    found = []
    for package in (m, ov, ip, d, clocks):
        for name in package.__all__:
            door = getattr(package, name)
            if not isinstance(door, FunctionType):
                continue
            asked = inspect.signature(door).parameters
            needed = {
                key
                for key, one in asked.items()
                if one.default is inspect.Parameter.empty
            }
            if not needed or not needed <= GIVEN.keys():
                continue
            given = {key: GIVEN[key] for key in needed}
            found += [(door, given, key) for key in asked if key in ASKED]
    return found


DOORS = doors()


@pytest.mark.parametrize(
    ("door", "given", "asked"),
    DOORS,
    ids=[f"{one.__name__}-{key}" for one, _, key in DOORS],
)
def test_what_is_wrong_is_said(
    door: FunctionType, given: dict[str, Any], asked: str
) -> None:
    """It answers, or refuses with an error of the package."""
    for wrong in WRONG:
        try:
            door(**{**given, asked: wrong})
        except LegalCaseError:
            continue
        except Exception as error:  # noqa: BLE001 - to say which it was
            pytest.fail(f"{door.__name__}({asked}={wrong!r}): {error!r}")


def test_many_doors_are_tried() -> None:
    """Those of the rooms are among them."""
    names = {door.__name__ for door, _, _ in DOORS}
    assert len(names) >= 20
    assert {"service_list", "task_findings", "adverse_parties", "clocks_of"} <= names


def test_a_file_in_the_place_of_its_case_is_told_apart() -> None:
    """The commonest slip has its own advice."""
    for door in (m.ready_tasks, m.adverse_by_claim):
        with pytest.raises(InvalidTypeError, match=r"case needs a Case, not CaseFile"):
            door(FILE)  # type: ignore[arg-type]  # that is what is tried
    with pytest.raises(InvalidTypeError, match="on needs a date, and"):
        m.service_list(CASE, LAW, on=NOON + timedelta(days=1))
