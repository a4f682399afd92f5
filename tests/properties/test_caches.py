"""Nothing that is kept grows without bound, whatever is asked and by whom."""

from __future__ import annotations

import contextlib
import inspect
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import Any, Final

import pytest
from attrs import evolve

import legalcase as lc
from house import modules
from legalcase.counting.rules.venue import Venue
from legalcase.dates import Period
from legalcase.kept import Kept
from legalcase.law.files import shelf
from legalcase.law.files.folder import BUNDLED, LawFolder
from legalcase.law.lawbook import Law

DAY: Final = date(2026, 6, 3)


def test_the_oldest_goes_first() -> None:
    """And what is set again does not push anything out."""
    kept: Kept[int, str] = Kept(3)
    for number in (1, 2, 3, 3, 4):
        kept[number] = str(number)
    assert kept == {2: "2", 3: "3", 4: "4"}


def test_threads_can_share_what_is_kept() -> None:
    """No step of one is in the way of another's."""
    kept: Kept[int, int] = Kept(8)

    def work(start: int) -> int:
        for number in range(start, start + 5_000):
            kept[number] = number
            assert kept.get(number) in {None, number}
        return start

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(work, range(8))) == list(range(8))
    assert 0 < len(kept) <= 8


def asked(law: Law, number: int) -> None:
    """One user's questions, none of which somebody else asks."""
    calendar = law.calendar("us").with_closure(
        DAY + timedelta(number), f"flood {number}", kind="office-closed", authority="x"
    )
    court = law.court("cand")
    given: dict[str, Any] = {"after": DAY, "under": "us/frcp"}
    law.compute("21 days", calendar=calendar, **given)
    law.compute("21 days", legal_holidays=[DAY + timedelta(number)], **given)
    law.compute("21 days", court=evolve(court, id=f"us/x{number}"), **given)
    for name in (f"us/x{number}", f"x{number}", f"us/x{number}/1", f"us/{number}/1(a)"):
        for ask in (law.calendar, law.rule, law.court, law.deadline):
            with contextlib.suppress(lc.LegalCaseError):
                ask(name)
    calendar.mask(frozenset({f"kind {number}"}))


def test_what_a_law_keeps_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names that nobody bears, calendars and courts of somebody's own."""
    most = {sort: size + 10 for sort, size in _sizes_of_the_law().items()}
    monkeypatch.setattr(shelf, "_MOST", most)
    law = Law((LawFolder(BUNDLED),))
    for number in range(15):  # each leaves at least one more of what is kept
        asked(law, number)
    for number in range(40):
        law.calendar("us").mask(frozenset({f"kind {number}"}))
        law.calendar("us").days_of_kinds(frozenset({f"kind {number}"}))
    sizes = {sort: len(kept) for sort, kept in law._cache.items()}
    assert {type(kept) for kept in law._cache.values()} == {Kept}
    # KeptCalls have a bound of their own: see `law.ask.kept.calls`.
    over = {sort: size for sort, size in sizes.items() if size > most.get(sort, 10)}
    assert over in (
        {},
        {"kept-calls": sizes["kept-calls"]},
    )
    us = law.calendar("us")
    assert len(us._masks or ()) <= 32
    assert len(us._days or ()) <= 32
    folder = law.folders[0]
    assert type(folder._missing) is Kept
    assert len(folder._files) <= len([*folder.all_names()])


def _sizes_of_the_law() -> dict[str, int]:
    """How much is kept of what is entered: with less, it is made anew at each name."""
    law = Law((LawFolder(BUNDLED),))
    assert list(law.deadlines())
    asked(law, 0)
    return {sort: len(kept) for sort, kept in law._cache.items()}


def test_what_a_value_keeps_is_bounded() -> None:
    """Settings by readings chosen, masks by kinds, venues by readings and closures."""
    rule = lc.rule("us/frcp")
    assert isinstance(rule, lc.CountingRule)
    version = rule.versions[-1]
    venue = Venue(calendars=(("court", lc.calendar("us")),))
    for number in range(300):
        choices = frozenset({("us#x", str(number))})
        rule.settings(version, choices)
        venue.under(choices)
        venue.closed((("court", frozenset({str(number)})),))
        on = date(2026, 1, 1) + timedelta(days=number)
        closure = lc.Closure(
            on=on, name="closed", kind="legal-holiday", authority=lc.Authority(cite="x")
        )
        venue.with_closures((closure,))
    assert len(venue._with_more) <= 4
    assert len(rule._compiled) <= 256
    assert len(venue._variants) <= 64
    assert len(venue._closed) <= 64


def test_a_period_padded_with_blanks_is_not_kept() -> None:
    """A megabyte of them is no period; a few are."""
    before = Period._parse.cache_info().currsize
    assert Period.parse("21    days") == Period(21, "day")
    for number in range(1, 40):
        with pytest.raises(lc.LegalCaseError):
            Period.parse(f"{number}{' ' * 100_000}days")
    assert Period._parse.cache_info().currsize <= before + 1


def test_every_cache_of_a_function_has_a_bound() -> None:
    """A function without arguments keeps one value."""
    found = []
    for module in modules():
        holders = [module, *(c for c in vars(module).values() if inspect.isclass(c))]
        for holder in holders:
            for name, value in vars(holder).items():
                function = getattr(value, "__func__", value)
                if hasattr(function, "cache_parameters"):
                    found.append(name)
                    most = function.cache_parameters()["maxsize"]
                    assert (
                        most is not None or not inspect.signature(function).parameters
                    )
    assert {"_parse", "converter"} <= set(found)


ORDERED: Final[tuple[tuple[str, dict[str, date]], ...]] = (
    (
        "us/frap/4(a)(6)",
        {"judgment-entered": DAY, "notice-of-entry-received": DAY - timedelta(1)},
    ),
    (
        "us-ca/crc/8.104(a)(1)",
        {
            "judgment-entered": DAY,
            "notice-of-entry-served-by-party": DAY - timedelta(1),
        },
    ),
    (
        "gb-eaw/cpr/7.4(1)(b)",
        {"claim-form-issued": DAY, "claim-form-served": DAY - timedelta(1)},
    ),
    (
        "de/zpo/517",
        {"judgment-pronounced": DAY, "judgment-served": DAY - timedelta(1)},
    ),
)


@pytest.mark.parametrize("first", range(len(ORDERED)))
def test_what_is_kept_of_one_place_is_not_taken_for_another(first: int) -> None:
    """Whichever jurisdiction is asked first, each knows its own order of events."""
    law = Law(Law.bundled().folders)
    for period, anchors in (*ORDERED[first:], *ORDERED[:first]):
        with pytest.raises(lc.LegalCaseError, match="cannot come before"):
            law.compute(period, after=anchors)
