"""Venue: calendars by role, closed days of several at once, readings, identity."""

from __future__ import annotations

import pickle
from datetime import date
from typing import TYPE_CHECKING, Any

import legalcase as lc
from legalcase.counting.argument.doubts import doubts_of
from legalcase.counting.argument.later import ready_for_more
from legalcase.counting.rules.venue import ClosedDays, Venue
from small_law import ATLANTIS, calendar, court, holiday

if TYPE_CHECKING:
    from legalcase.counting.rules.parts.closed_days import ClosedSpec

WHY = lc.Authority(cite="an order")
LEGAL = frozenset({"legal-holiday"})
STATE = calendar(
    id="xx-st",
    holiday=[holiday("april 20")],
    horizon={"from": date(2022, 1, 1), "through": date(2028, 12, 31)},
    weekend=["sunday"],
)
BOTH: ClosedSpec = (("court", LEGAL), ("forum-state", LEGAL))
AT = Venue(
    calendars=(("court", ATLANTIS), ("forum-state", STATE)),
    zones=("America/New_York",),
    cut_offs=(("electronic", "17:00"),),
    courts=("xx/north", "xx/high"),
    forum="xx-st",
)


def shut(days: ClosedDays, day: date) -> bool:
    """Whether that day is closed."""
    return days.is_closed(day.toordinal())


def test_the_calendar_of_a_role() -> None:
    """Or none, if nobody filled it."""
    assert AT.calendar("court") is ATLANTIS
    assert AT.calendar("forum-state") is STATE
    assert AT.calendar("registry") is None


def test_a_day_is_closed_if_any_calendar_named_closes_it() -> None:
    """Over the horizon that they have in common, each with its own weekend."""
    days = AT.closed(BOTH)
    assert (days.first, days.last) == (STATE.first.toordinal(), STATE.last.toordinal())
    assert shut(days, date(2026, 5, 1))
    assert shut(days, date(2026, 4, 20))
    assert shut(days, date(2026, 4, 25))
    assert not shut(days, date(2026, 4, 21))
    only = AT.closed((("court", LEGAL),))
    assert not shut(only, date(2026, 4, 20))
    assert AT.closed(BOTH) is days


def test_a_closed_day_is_named_after_what_closes_it() -> None:
    """The first calendar that has a closure of such a kind, or else the weekday."""
    days = AT.closed(BOTH)
    assert days.closure_on(date(2026, 4, 20).toordinal()) == (
        date(2026, 4, 20),
        "April 20",
    )
    assert days.closure_on(date(2026, 4, 25).toordinal())[1] == "Saturday"
    flooded = STATE.with_closure(
        date(2026, 4, 25), "Flood", "office-closed", authority="Order 1"
    )
    at = Venue(calendars=(("court", ATLANTIS), ("forum-state", flooded)))
    again = at.closed(BOTH)
    assert again.closure_on(date(2026, 4, 25).toordinal())[1] == "Saturday"
    kinds = (("forum-state", LEGAL | {"office-closed"}),)
    assert at.closed(kinds).closure_on(date(2026, 4, 25).toordinal())[1] == "Flood"
    assert again.closure_on(date(2026, 4, 25).toordinal()) is again.closure_on(
        date(2026, 4, 25).toordinal()
    )


def test_roles_that_nobody_filled_are_told() -> None:
    """In the order of the rule; they close no day."""
    at = court()
    assert at.closed(BOTH).unfilled == ("forum-state",)
    assert AT.closed(BOTH).unfilled == ()
    nobody = Venue(calendars=()).closed(BOTH)
    assert nobody.unfilled == ("court", "forum-state")
    assert not shut(nobody, date(2026, 5, 1))


def reading(name: str, observed: str) -> dict[str, object]:
    """An answer that changes where Saturdays are observed."""
    return {"name": name, "observance": {"saturday": observed}}


FRIDAYS = {
    "id": "fridays",
    "kind": "law",
    "question": "Is the Friday before closed?",
    "adopted": "yes",
    "reading": [reading("no", "none")],
}
OBSERVING = calendar(
    id="xx-ob",
    holiday=[holiday("may 2")],
    observance={"saturday": "previous day"},
    dispute=[FRIDAYS],
)


def test_a_venue_under_the_readings_of_its_calendars() -> None:
    """Only the calendar that has the dispute changes; the variant is kept."""
    at = Venue(calendars=(("court", ATLANTIS), ("registry", OBSERVING)))
    chosen = frozenset({("xx-ob#fridays", "no"), ("xx/cp#other", "yes")})
    other = at.under(chosen)
    assert at.under(chosen) is other
    assert other.calendar("court") is ATLANTIS
    changed = other.calendar("registry")
    assert changed is not None
    assert changed.choices == frozenset({("fridays", "no")})
    assert changed.is_open(date(2026, 5, 1))
    assert not OBSERVING.is_open(date(2026, 5, 1))


def test_the_reading_of_a_base_s_dispute_reaches_the_calendar_on_it() -> None:
    """Named by the calendar that has it."""
    city = calendar(base=OBSERVING, id="xx-ob/city")
    at = Venue(calendars=(("court", city),))
    assert not city.is_open(date(2026, 5, 1))
    other = at.under(frozenset({("xx-ob#fridays", "no")})).calendar("court")
    assert other is not None
    assert other.is_open(date(2026, 5, 1))
    mistaken = at.under(frozenset({("xx-ob/city#fridays", "no")})).calendar("court")
    assert mistaken is city


def test_the_same_closures_give_the_same_venue() -> None:
    """So that the days that it closes are found once; others give another."""
    flood, fire = (
        lc.Closure(on=day, name="closed", kind="legal-holiday", authority=WHY)
        for day in (date(2026, 6, 3), date(2026, 6, 4))
    )
    found = AT.with_closures([flood])
    assert AT.with_closures(iter((flood,))) is found
    other = AT.with_closures([flood, fire])
    assert other is not found
    wanted = date(2026, 6, 4)
    assert [shut(v.closed(BOTH), wanted) for v in (AT, found, other)] == [
        False,
        False,
        True,
    ]


def test_a_venue_travels_without_its_masks() -> None:
    """What it is goes over the wire, and is equal; the rest is built again."""
    AT.closed(BOTH)
    sent = pickle.loads(pickle.dumps(AT))
    assert sent == AT
    assert hash(sent) == hash(AT)
    assert sent._closed == sent._variants == sent._alike == {}
    assert (sent.zones, sent.cut_offs) == (AT.zones, AT.cut_offs)
    assert (sent.courts, sent.forum) == (AT.courts, AT.forum)
    assert shut(sent.closed(BOTH), date(2026, 4, 20))
    assert court() != AT


def test_real_venues_name_their_states() -> None:
    """The federal rules look at the state of the forum forward, not back."""
    frcp = lc.Law.bundled().counting_rule("us/frcp")
    found = frcp.settings(frcp.versions[-1])
    assert [role for role, _ in found.roll(1).closed] == ["court", "forum-state"]
    assert [role for role, _ in found.roll(-1).closed] == ["court"]


def test_counts_at_a_venue_share_the_questions_that_arise() -> None:
    """Of two deadlines under one rule."""
    law = lc.Law.bundled()
    given: dict[str, Any] = {"court": "cand", "service": "mail"}
    found: list[Any] = []
    for name in ("us/frcp/33(b)(2)", "us/frcp/34(b)(2)(A)"):
        for _ in range(2):
            one = law.compute(name, after=date(2026, 6, 3), **given)
        more = ready_for_more(one)
        assert more is not None
        found.append(more.count)
    assert found[0].venue is found[1].venue
    assert doubts_of(found[0]) is doubts_of(found[1])
