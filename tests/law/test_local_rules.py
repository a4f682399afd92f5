"""Local rules of a court, laid over its counting rule; what a result says of them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import legalcase as lc
from law_folders import atlantis
from legalcase.errors import ConflictingInputError

LOCAL = "local-rules-consulted"
ASIDE = "local-rules-left-aside"
NOT_READ = "local-rules-not-consulted"


def codes(found: lc.Computation) -> set[str]:
    """The codes of the notices about local rules."""
    return {n.code for n in found.notices if n.code.startswith("local-rules")}


def test_where_local_rules_are_entered_they_are_consulted() -> None:
    """The Northern District of California's are, as far as they are entered."""
    found = lc.compute("us/frcp/33(b)(2)", after=date(2026, 6, 3), court="cand")
    assert codes(found) == {LOCAL}
    assert "Civil Local Rules" in next(
        notice.text for notice in found.notices if notice.code == LOCAL
    )


def test_they_can_be_left_aside_and_the_result_says_so() -> None:
    """The date is the same; that it rests on the national rules alone is told."""
    with_them = lc.compute("us/frcp/33(b)(2)", after=date(2026, 6, 3), court="cand")
    found = lc.compute(
        "us/frcp/33(b)(2)", after=date(2026, 6, 3), court="cand", local_rules="none"
    )
    assert codes(found) == {ASIDE}
    assert found.due == with_them.due


def test_any_other_word_is_refused() -> None:
    """There is one way to leave them aside."""
    with pytest.raises(ConflictingInputError, match="local_rules='off' is not known"):
        lc.compute(
            "us/frcp/33(b)(2)", after=date(2026, 6, 3), court="cand", local_rules="off"
        )


@pytest.mark.parametrize("court", ["us/mied", "us/med", "us/ca9"])
def test_where_none_are_entered_the_result_says_that_they_were_not_read(
    court: str,
) -> None:
    """A district without entries can have rules all the same."""
    rule = "us/frap" if court == "us/ca9" else "us/frcp"
    found = lc.compute("21 days", after=date(2026, 6, 3), under=rule, court=court)
    assert codes(found) == {NOT_READ}


def test_without_a_court_there_are_no_local_rules_to_read() -> None:
    """A bare period under the national rules."""
    assert not codes(lc.compute("21 days", after=date(2026, 6, 3), under="us/frcp"))


def test_a_country_without_local_rules_says_nothing_of_them() -> None:
    """No court of England and Wales has any here."""
    found = lc.compute("3 clear days", before=date(2026, 6, 3), under="gb-eaw/cpr")
    assert not codes(found)
    court = lc.compute(
        "14 days", after=date(2026, 6, 3), court="gb-eaw/high-court", act="serve"
    )
    assert not codes(court)


def test_the_end_of_the_day_is_the_local_rules_own() -> None:
    """Midnight under Civil L.R. 5-1(d)(4), which repeats Rule 6(a)(4) in its words."""
    found = lc.compute("21 days", after=date(2026, 6, 3), court="cand", act="file")
    assert found.due_at is not None
    assert found.due_at.isoformat() == "2026-06-24T23:59:59-07:00"


def test_local_rules_change_what_they_state_and_nothing_else() -> None:
    """In the North a person served by hand has a day more; mail is as elsewhere."""
    law = atlantis()
    day = date(2026, 2, 2)
    north = law.compute("xx/cp/20", court="xx/north", service="personal", after=day)
    tide = law.compute("xx/cp/20", court="xx/tide", service="personal", after=day)
    aside = law.compute(
        "xx/cp/20",
        court="xx/north",
        service="personal",
        local_rules="none",
        after=day,
    )
    assert (north.due, tide.due, aside.due) == (
        date(2026, 2, 24),
        date(2026, 2, 23),
        date(2026, 2, 23),
    )
    assert "L.R. 2" in north.explain()
    assert (
        "C.P. 10"
        in law.compute(
            "xx/cp/20", court="xx/north", service="mail", after=day
        ).explain()
    ), "the rule's own citations keep their prefix"


def test_local_rules_hold_from_their_date_on() -> None:
    """What was served in 2009 was served before them."""
    law = atlantis()
    early = law.compute(
        "xx/cp/20", after=date(2009, 2, 2), court="xx/north", service="personal"
    )
    assert early.due == early.nominal == date(2009, 2, 23)


def test_local_rules_bear_on_the_rule_that_they_name() -> None:
    """The circuit's rule is another's; nothing of the district's is laid over it."""
    found = lc.compute("21 days", after=date(2026, 6, 3), under="us/frap", court="cand")
    assert codes(found) <= {NOT_READ}


def test_deadlines_of_local_rules_are_catalogued() -> None:
    """Under the court, and found with the others."""
    found = lc.compute("us/cand/civil-l-r/7-3(a)", after=date(2026, 6, 3), court="cand")
    assert found.due == date(2026, 6, 17)
    ids = {rule.id for rule in lc.find_rules(text="7-3(")}
    assert ids == {"us/cand/civil-l-r/7-3(a)", "us/cand/civil-l-r/7-3(c)"}
    law = atlantis()
    assert law.packs("xx") == ("xx/cp", "xx/north/rules")
    assert law.deadline("xx/north/rules/5").title == "Chambers copy"


@pytest.mark.parametrize(
    ("deadline", "options", "due"),
    [
        # Counted back from the hearing; by mail three days more, which a fact tells.
        ("us/cacd/l-r/6-1", {"facts": {"motion-notice-mailed": "no"}}, (7, 13)),
        ("us/cacd/l-r/6-1", {"facts": {"motion-notice-mailed": "yes"}}, (7, 10)),
        ("us/cacd/l-r/7-9", {}, (7, 20)),
        ("us/cacd/l-r/7-10", {}, (7, 27)),
    ],
)
def test_motions_in_los_angeles_are_counted_back_from_the_hearing(
    deadline: str, options: dict[str, Any], due: tuple[int, int]
) -> None:
    """Monday, 10 August 2026: 28 or 31, 21 and 14 days before."""
    found = lc.compute(deadline, before=date(2026, 8, 10), **options)
    assert (found.due, found.inputs.court) == (date(2026, *due), "us/cacd")
    assert LOCAL in codes(found)


def test_motions_in_new_york_are_counted_from_service() -> None:
    """Fourteen and seven days; about discovery seven and two."""
    after = date(2026, 3, 10)
    dues = {
        pinpoint: lc.compute(
            f"us/nysd/civil-rules/{pinpoint}", after=after, service="electronic"
        ).due.day
        for pinpoint in ("6.1(a)(2)", "6.1(a)(3)", "6.1(b)(2)", "6.1(b)(3)")
    }
    assert tuple(dues.values()) == (17, 12, 24, 17)


def test_a_deadline_of_local_rules_brings_its_court() -> None:
    """Its zone and its calendars hold without being named."""
    found = lc.compute("us/cand/civil-l-r/7-3(a)", after=date(2026, 6, 3))
    named = lc.compute("us/cand/civil-l-r/7-3(a)", after=date(2026, 6, 3), court="cand")
    assert found.inputs.court == "us/cand"
    assert found == named
    assert found.due_at == named.due_at


def test_a_deadline_of_local_rules_is_none_of_another_court() -> None:
    """New York's midnight does not end a Californian day."""
    with pytest.raises(
        ConflictingInputError, match=r"rule of us/cand, and us/nysd was given\. Leave"
    ) as caught:
        lc.compute("us/cand/civil-l-r/7-3(a)", after=date(2026, 6, 3), court="nysd")
    assert caught.value.field == "court"
