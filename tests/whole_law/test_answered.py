"""What plain calls of every deadline answer: readings, notices and steps."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Literal

import pytest

import legalcase as lc
from legalcase.counting.engine.steps import CODES
from notice_words import DAY as PLAIN
from notice_words import asked, plain_calls

if TYPE_CHECKING:
    from legalcase import Computation, DeadlineRule

LAW = lc.Law.bundled()
DAY = date(2026, 6, 3)
# About holidays that are disputed, recesses, ends of months, cut-offs.
DAYS = (
    DAY,
    date(2023, 12, 31),
    date(2024, 1, 31),
    date(2025, 7, 31),
    date(2027, 5, 20),
)


@cache
def called(
    day: date = PLAIN, service: str | None = None
) -> tuple[tuple[DeadlineRule, Computation], ...]:
    """What plain calls on a day give: asked once, for all that is looked at here."""
    options = {} if service is None else {"service": service}
    return tuple(plain_calls(day, **options))


def found_on(day: date) -> list[tuple[DeadlineRule, Computation]]:
    """What plain calls on that day give, where it has readings."""
    found = [*called(day), *called(day, "mail")]
    return [(rule, one) for rule, one in found if one.is_running and one.readings]


@pytest.mark.parametrize("day", DAYS)
def test_what_is_shown_can_be_chosen(day: date) -> None:
    """The answers of a reading, passed as readings=, give the date that it gave."""
    shown = found_on(day)
    assert shown
    for rule, computation in shown:
        for reading in computation.readings:
            if not reading.answers:
                continue
            again = asked(
                rule,
                day,
                service=computation.inputs.service,
                readings=reading.answers,
            )
            assert again is not None, (rule.id, reading)
            assert again.due == reading.due, (rule.id, reading)


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_every_form_names_the_question(
    form: Literal["text", "markdown", "html"],
) -> None:
    """As text, as Markdown and as HTML."""
    for _, computation in found_on(DAY):
        said = computation.explain(form, width=10_000).replace("\\", "")
        for reading in computation.readings:
            assert not reading.dispute or f"[{reading.dispute}]" in said


def told(found: Computation, code: str) -> list[str]:
    """The texts of the notices whose code begins so."""
    return [n.text for n in found.notices if n.code.startswith(code)]


def test_most_results_need_no_check() -> None:
    """A notice that is always there says nothing."""
    found = [one for _, one in called()]
    assert len(found) > 100
    assert sum(bool(told(one, "verified-")) for one in found) < len(found) / 2


def test_notices_speak_of_the_matter() -> None:
    """They are printed into calendars and pages: no argument, no function, no class."""
    python = re.compile(r"\w=|\w\(\)|\bPython\b|\bmapping\b|`")
    seen = set()
    for calls in (called(), called(service="mail"), plain_calls(court=None)):
        for _, found in calls:
            seen |= {(n.code, n.text) for n in found.notices}
    for under in LAW.names("rule"):
        for method in (None, "mail"):
            try:
                found = lc.compute(
                    "30 days", after=date(2026, 6, 3), under=under, service=method
                )
            except lc.LegalCaseError:
                continue
            seen |= {(n.code, n.text) for n in found.notices}
    end = lc.compute("us/frap/4(a)(5)(A)(i)", after=date(2026, 6, 3), court="cand")
    seen |= {(n.code, n.text) for n in end.notices}
    assert len({code for code, _ in seen}) > 7
    assert [(code, text) for code, text in seen if python.search(text)] == []


def test_every_code_that_is_seen_is_listed() -> None:
    """In plain calls of everything bundled, over a year, with service by mail."""
    seen = set()
    for month in (1, 4, 7, 12):
        for options in ({}, {"service": "mail"}):
            for _, found in plain_calls(date(2025, month, 20), **options):
                seen |= {step.code for step in found.steps}
    assert seen <= set(CODES)
    assert len(seen) > 7
