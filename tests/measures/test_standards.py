"""The Model Time Standards are as they were adopted, and others can be read."""

from __future__ import annotations

from datetime import date

import pytest

from legalcase.authority import Authority
from legalcase.errors import (
    DeclarationError,
    InvalidTypeError,
    InvalidValueError,
    UnknownNameError,
)
from legalcase.measures import (
    TimeStandard,
    backlog,
    read_time_standards,
    time_standard,
    time_standards,
)

#: As ABA Resolution 112 of 6 February 2012 prints the table, written down once more.
ADOPTED = {
    "criminal/felony": "75% within 90; 90% within 180; 98% within 365",
    "criminal/misdemeanor": "75% within 60; 90% within 90; 98% within 180",
    "criminal/traffic-and-local-ordinance": (
        "75% within 30; 90% within 60; 98% within 90"
    ),
    "criminal/habeas-and-postconviction": "98% within 180",
    "civil/general-civil": "75% within 180; 90% within 365; 98% within 540",
    "civil/summary-matters": "75% within 60; 90% within 90; 98% within 180",
    "family/dissolution-parental-responsibility": (
        "75% within 120; 90% within 180; 98% within 365"
    ),
    "family/post-judgment-motions": "98% within 180",
    "family/domestic-violence-protection-orders": "90% within 10; 98% within 30",
    "juvenile/delinquency-detained": "75% within 30; 90% within 45; 98% within 90",
    "juvenile/delinquency-not-detained": "75% within 60; 90% within 90; 98% within 150",
    "juvenile/neglect-abuse-adjudication": "98% within 90",
    "juvenile/neglect-abuse-permanency": "75% within 270; 98% within 360",
    "juvenile/termination-of-parental-rights": "90% within 120; 98% within 180",
    "probate/administration-of-estates": (
        "75% within 360; 90% within 540; 98% within 720"
    ),
    "probate/guardianship": "98% within 90",
    "probate/civil-commitment": "98% within 15",
}

TEXT = """\
format = 1
[source]
cite = "Order of the presiding judge"
verified = { how = "text" }
[[standard]]
id = "ours/eviction"
title = "Evictions"
tiers = [{ percent = 90, days = 60 }]
"""


def test_the_model_standards_are_those_adopted() -> None:
    """Each tier; and those that run from something else than the filing say so."""
    found = {
        name.removeprefix("us/model/"): "; ".join(
            f"{share}% within {days}" for share, days in one.tiers
        )
        for name, one in time_standards().items()
    }
    assert found == ADOPTED
    elsewhere = {
        one.standard_id.rpartition("/")[2]: one.counts_from
        for one in time_standards().values()
        if one.counts_from != "filing"
    }
    assert elsewhere == {
        "neglect-abuse-adjudication": "removal",
        "neglect-abuse-permanency": "removal",
        "termination-of-parental-rights": "filing of termination petition",
    }
    assert {one.authority.verified for one in time_standards().values()} == {"text"}


def test_a_standard_is_named_or_read() -> None:
    """By its id, or from a text of one's own."""
    (own,) = read_time_standards(TEXT)
    assert (own.tiers, own.days, own.authority.verified) == (((90, 60),), 60, "text")
    with pytest.raises(UnknownNameError, match="us/model/civil/general-civil"):
        time_standard("us/model/civil/general")
    removal = "us/model/juvenile/neglect-abuse-adjudication"
    with pytest.raises(InvalidValueError, match="runs from removal, and cases are"):
        backlog([], as_of=date(2026, 9, 30), standard=removal)
    assert backlog([], as_of=date(2026, 9, 30), standard=own).standard_days == 60
    with pytest.raises(InvalidTypeError, match="TimeStandard or its id"):
        backlog([], as_of=date(2026, 9, 30), standard=None)  # type: ignore[arg-type]  # that is the test


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("format = 1", "format = 2", r"\$\.format"),
        ("[source]", "[sauce]", r"\$\.sauce"),
        ('cite = "Order of the presiding judge"\n', "", "lacks 'cite'"),
        ('how = "text"', 'how = "heard"', "heard"),
        ("[[standard]]", "[standard]", r"\$\.standard"),
        ("title =", "name =", r"\$\.standard\[0\]\.name"),
        ("percent = 90", "percent = 0", "follows nothing"),
        ("days = 60", "days = '60'", "follows nothing"),
        ("tiers = [{ percent = 90, days = 60 }]", "tiers = []", "follows nothing"),
        ("format = 1", "format = ", "no TOML"),
    ],
)
def test_a_text_that_is_wrong_is_refused(old: str, new: str, said: str) -> None:
    """With what is wrong, and where."""
    assert old in TEXT
    with pytest.raises(DeclarationError, match=said):
        read_time_standards(TEXT.replace(old, new))


def test_an_id_twice_and_tiers_out_of_order_are_refused() -> None:
    """Nobody would know which is meant."""
    twice = TEXT + TEXT[TEXT.index("[[standard]]") :]
    with pytest.raises(DeclarationError, match="is there twice"):
        read_time_standards(twice)
    for tiers in (((90, 60), (75, 90)), ((75, 90), (90, 60)), ((101, 60),)):
        with pytest.raises(InvalidValueError, match="follows nothing"):
            TimeStandard(
                standard_id="ours",
                title="Ours",
                tiers=tiers,
                authority=Authority(cite="ours"),
            )
