"""Texas: what its worked cases do not ask."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import pytest

import legalcase as lc
from legalcase.errors import RuleNotInForceError
from schedule_cases import due_after_service

LAW: Final = lc.Law.bundled()
DAY: Final = date(2026, 6, 3)
COURTS: Final = LAW.courts("us-tx")


def test_the_answer_is_due_after_the_citation_and_a_removal_is_shown() -> None:
    """It is served with the petition: Tex. R. Civ. P. 99."""
    found = due_after_service("us-tx/texdistct", "summons-served", DAY)
    assert found["us-tx/trcp/99(b)"] == date(2026, 6, 29)
    assert "us/28-usc/1446(b)(1)" in found
    asked = LAW.compute("us-tx/trcp/99(b)", after={"citation-served": DAY})
    assert asked.due == date(2026, 6, 29)


def test_a_justice_court_has_its_own_answer_day() -> None:
    """Fourteen days, and none of the district courts' rules."""
    found = due_after_service("us-tx/justice-courts", "summons-served", DAY)
    assert found["us-tx/justice/502.5(d)"] == date(2026, 6, 17)
    assert not any(rule.startswith("us-tx/trcp/") for rule in found)


def test_a_response_to_summary_judgment_across_march_2026_has_both_dates() -> None:
    """The motion came under the old Rule 166a, its hearing under the new one."""
    response = "us-tx/trcp/166a(d)(1)"
    found = LAW.compute(
        response,
        before={
            "hearing": date(2026, 4, 20),
            "summary-judgment-motion-filed": date(2026, 2, 20),
        },
    )
    assert found.due == date(2026, 4, 13)
    assert found.safe == date(2026, 3, 13)
    alone = LAW.compute(response, before=date(2026, 2, 23))
    assert alone.due == alone.safe == date(2026, 2, 13)


def test_a_legal_holiday_with_enough_staff_counts_and_the_other_answer_is_safe() -> (
    None
):
    """Tex. Gov't Code § 662.004: the offices are open on Emancipation Day."""
    found = LAW.compute("17 days", after=date(2026, 6, 2), under="us-tx")
    assert (found.due, found.safe) == (date(2026, 6, 22), date(2026, 6, 19))
    federal = LAW.compute(
        "17 days", after=date(2026, 3, 30), under="us/frcp", forum="us-tx"
    )
    # 16 April is a Thursday; San Jacinto Day, the 21st, moves one that ends on it.
    assert federal.due == date(2026, 4, 16)
    moved = LAW.compute("21 days", after=date(2026, 3, 31), under="us", forum="us-tx")
    assert moved.due == date(2026, 4, 22)


def test_in_el_paso_the_day_ends_an_hour_later() -> None:
    """Before midnight in the court's time zone: Tex. R. Civ. P. 21(f)(5)."""
    ends = [
        LAW.compute("us-tx/judgment/296", after=date(2026, 5, 5), court=court).due_at
        for court in ("us-tx/texdistct", "us-tx/texdistct-mountain")
    ]
    central, mountain = ends
    assert central is not None
    assert mountain is not None
    assert (mountain - central).total_seconds() == 3600


def test_the_courts_are_those_of_texas_and_two_zones() -> None:
    """The Eighth Court of Appeals sits in El Paso."""
    mountain = {c.id for c in COURTS if c.zones == ("America/Denver",)}
    assert mountain == {
        "us-tx/txctapp8",
        *(f"us-tx/{kind}-mountain" for kind in ("texdistct", "county-courts")),
        "us-tx/justice-courts-mountain",
    }
    assert len(COURTS) == 24


RESPONSES: Final = tuple(f"us-tx/discovery/{rule}.2(a)" for rule in (196, 197, 198))


@pytest.mark.parametrize("response", RESPONSES)
def test_the_fifty_days_came_back_for_family_cases_in_september_2023(
    response: str,
) -> None:
    """Acts 2023, H.B. 2850; from 2021 until then nobody had them."""

    def due(commenced: str, **facts: str) -> date:
        return LAW.compute(
            response,
            after=date(2023, 10, 2),
            service="electronic",
            facts={"case-commenced": commenced, **facts},
        ).due

    early = {"served-before-answer-due": "yes"}
    assert due("2020-12-31", **early) == date(2023, 11, 21)
    assert due("2023-08-31") == date(2023, 11, 1)
    assert due("2023-09-01", **early, **{"family-code-suit": "no"}) == date(2023, 11, 1)
    assert due("2023-09-01", **early, **{"family-code-suit": "yes"}) == date(
        2023, 11, 21
    )


@pytest.mark.parametrize(
    ("rule", "given"),
    [
        ("190.2(b)(1)(B)", {"after": date(2023, 8, 31)}),
        ("195.2(a)", {"before": date(2020, 12, 31)}),
        (
            "195a.2-other",
            {
                "after": {
                    "expert-request-served": date(2023, 5, 1),
                    "discovery-closed": date(2023, 8, 31),
                }
            },
        ),
    ],
)
def test_a_discovery_rule_is_not_older_than_its_text(
    rule: str, given: dict[str, Any]
) -> None:
    """Before, another event started the time, or a request could lengthen it."""
    with pytest.raises(RuleNotInForceError):
        LAW.compute(f"us-tx/discovery/{rule}", **given)


def test_a_county_open_on_a_holiday_leaves_the_holiday_as_the_safe_day() -> None:
    """Tex. Civ. Prac. & Rem. Code § 16.072; Frasier v. Shafeeq was not unanimous."""
    found = LAW.compute("us-tx/limitations/16.003(a)", after=date(2017, 11, 9))
    assert (found.due, found.safe) == (date(2019, 11, 12), date(2019, 11, 11))


def test_more_findings_are_asked_for_after_they_were_sent() -> None:
    """Tex. R. Civ. P. 298 since 8 September 2023."""
    found = LAW.compute(
        "us-tx/judgment/298",
        after={"findings-filed": date(2026, 5, 5), "findings-sent": date(2026, 5, 11)},
    )
    assert found.due == date(2026, 5, 21)
    before = LAW.compute(
        "us-tx/judgment/298", after={"findings-filed": date(2023, 9, 5)}
    )
    assert before.due == date(2023, 9, 15)


def test_a_case_that_was_not_read_is_named_without_its_reporter() -> None:
    """The volume after a comma is no provision of its own."""
    found = LAW.compute("us-tx/trcp/99(b)", after=DAY, court="us-tx/texdistct")
    (notice,) = [n.text for n in found.notices if n.code == "verified-secondary"]
    assert "Conaway v. Lopez (the weekday on which it ends)" in notice
    assert "880" not in notice
