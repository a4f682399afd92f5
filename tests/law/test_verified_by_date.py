"""A deadline verified by date: texts read from one day on, without an empty version."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

import pytest

from law_folders import changed, copied, refused
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from pathlib import Path

PACK: Final = "xx/deadlines/cp.toml"
OLD: Final = 'verified = { how = "text", on = 2026-11-25 }'
LIST: Final = """\
verified = [
    { how = "recall" },
    { from = 2010-01-01, how = "secondary", source = "a digest" },
    { from = 2030-01-01, source = "prints" },
]"""
SOURCE: Final = '[sources.prints]\nhow = "text"\nsource = "the prints"\n\n[pack]'


def dated(folder: Path, entries: str = LIST) -> Path:
    """Atlantis, whose answer was verified by date."""
    law = copied(folder)
    changed(law, PACK, OLD, entries)
    if "prints" in entries:
        changed(law, PACK, "[pack]", SOURCE)
    return law


def test_each_text_says_how_it_was_verified(tmp_path: Path) -> None:
    """By the day of the trigger; a version of that day has it, too."""
    deadline = Law.bundled().with_folder(dated(tmp_path)).deadline("xx/cp/20")
    assert [
        (one.first, one.authority.verified, one.authority.source, str(one.term.period))
        for one in deadline.versions
    ] == [
        (date(2000, 1, 1), "recall", None, "21 days"),
        (date(2010, 1, 1), "secondary", "a digest", "21 days"),
        (date(2030, 1, 1), "text", "the prints", "28 days"),
    ]


@pytest.mark.parametrize(
    ("day", "how"),
    [
        (date(2009, 12, 31), "recall"),
        (date(2010, 1, 4), "secondary"),
        (date(2030, 1, 2), "text"),
    ],
    ids=str,
)
def test_a_result_says_how_its_text_was_verified(
    tmp_path: Path, day: date, how: str
) -> None:
    """And it is the same date as without the list."""
    law = Law.bundled().with_folder(dated(tmp_path))
    plain = Law.bundled().with_folder(copied(tmp_path, to="plain"))
    found, other = (
        one.compute("xx/cp/20", after=day, service="personal") for one in (law, plain)
    )
    assert found.due == other.due
    assert law.deadline("xx/cp/20").version_on(day).authority.verified == how


def test_an_empty_version_says_the_same(tmp_path: Path) -> None:
    """What was written so until now means what it meant."""
    law = copied(tmp_path)
    empty = '[[deadline.version]]\nfrom = 2010-01-01\nverified = { how = "recall" }\n\n'
    changed(law, PACK, "[[deadline.version]]\n", f"{empty}[[deadline.version]]\n")
    short = (
        'verified = [{ how = "text", on = 2026-11-25 },'
        ' { from = 2010-01-01, how = "recall" }]'
    )
    other = dated(tmp_path / "b", short)
    one, two = (Law.bundled().with_folder(each) for each in (law, other))
    assert [
        (version.first, version.authority, version.term)
        for version in one.deadline("xx/cp/20").versions
    ] == [
        (version.first, version.authority, version.term)
        for version in two.deadline("xx/cp/20").versions
    ]


@pytest.mark.parametrize(
    ("entries", "path", "says"),
    [
        (
            'verified = [{ from = 2001-01-01, how = "text" }]',
            "$.deadline[0].verified[0].from",
            (
                "is 2001-01-01, and the text is in force from 2000-01-01. Say how that "
                "was verified."
            ),
        ),
        (
            'verified = [{ how = "text" }, { how = "recall" }]',
            "$.deadline[0].verified[1].from",
            "is missing. Say from when the text was verified so.",
        ),
        (
            'verified = [{ how = "text" }, { from = 1999-01-01, how = "recall" }]',
            "$.deadline[0].verified[1].from",
            (
                "is 1999-01-01, not after the entry before it (2000-01-01). Put them "
                "in order."
            ),
        ),
        (
            "verified = []",
            "$.deadline[0].verified",
            "is empty. Give at least one.",
        ),
        (
            'verified = [{ how = "read" }]',
            "$.deadline[0].verified[0].how",
            "is 'read'. It must be one of 'text', 'secondary', 'recall'.",
        ),
    ],
    ids=["gap", "no-date", "order", "empty", "how"],
)
def test_a_list_leaves_no_gap(
    tmp_path: Path, entries: str, path: str, says: str
) -> None:
    """From the day of coming into force on, in order."""
    assert refused(dated(tmp_path, entries)) == ((PACK, path, says),)


def test_one_of_two_says_how_a_text_was_verified(tmp_path: Path) -> None:
    """The list, or versions each for itself; and nothing after the end."""
    law = dated(tmp_path)
    changed(law, PACK, 'period = "28 days"', 'period = "28 days"\nverified = "prints"')
    path = "$.deadline[0].version[0].verified"
    says = (
        "stands beside a list by date, which says how every text was verified. Put it "
        "in there."
    )
    assert refused(law) == ((PACK, path, says),)
    law = copied(tmp_path / "b")
    changed(
        law,
        PACK,
        "{ from = 2000-01-01 }",
        "{ from = 2000-01-01, through = 2009-12-31 }",
    )
    changed(
        law,
        PACK,
        OLD,
        'verified = [{ how = "text" }, { from = 2010-01-01, how = "text" }]',
    )
    assert (
        PACK,
        "$.deadline[0].verified[1].from",
        "is 2010-01-01, when the text is in force no more (2009-12-31). Take it out.",
    ) in refused(law)


#: Texts older than the amendment that their source names as well.
VOUCHED_OTHERWISE: Final = {
    "us-ca/unlawful-detainer/1161(3)": "quoted as A.B. 2343 amended it, from 2019",
    "us-pa/rcp/1308(a)": "the order of 28 November 2000",
}
AMENDED: Final = re.compile(r"amended (?:on \d+ \w+ |by Stats\. |in )?(\d{4})")


def test_no_text_vouches_for_the_time_before_its_own_amendment() -> None:
    """What was read as amended in 2016 is not the text of 2003."""
    found = {
        rule.id
        for rule in Law.bundled().deadlines()
        if rule.id.startswith("us-")
        for version in rule.versions
        if version.authority.verified == "text"
        and not re.search("quoted|before", version.authority.source or "")
        for year in AMENDED.findall(version.authority.source or "")
        if version.first.year < int(year)
    }
    assert found == set(VOUCHED_OTHERWISE)
