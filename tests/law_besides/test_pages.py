"""The page of a jurisdiction: everything of it that a lawyer has to judge."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

import legalcase as lc
from law_folders import ATLANTIS, atlantis, changed, copied
from legalcase.errors import InvalidTypeError, UnknownNameError
from legalcase.law.check.quotes.quoted import unquoted
from page_tags import read_page

if TYPE_CHECKING:
    from pathlib import Path

    from legalcase.law.pages.page import LawPage, PageTable

HERE = ATLANTIS.parent
LAW = lc.Law.bundled()
YEAR = 2026


def squeezed(page: LawPage) -> str:
    """The page's text in one line."""
    return " ".join(page.text().split())


def table(page: LawPage, section: str, caption: str) -> PageTable:
    """One table of a page, by the begin of its section's title and its caption."""
    return next(
        part
        for one in page.sections
        if one.title.startswith(section)
        for part in one.parts
        if not isinstance(part, str) and part.caption.startswith(caption)
    )


@cache
def laid(folder: str) -> lc.Law:
    """The law with a folder of the tests' over it, in which many places are entered."""
    return LAW.with_folder(ATLANTIS.parent / folder)


#: Every test jurisdiction, by the folder in which it is entered.
ENTERED = sorted(
    (place.parent.name, place.name)
    for place in ATLANTIS.parent.glob("*/*")
    if (place / "jurisdiction.toml").is_file()
)


@pytest.mark.parametrize(("folder", "name"), ENTERED)
def test_each_shape_has_its_place_on_a_page(folder: str, name: str) -> None:
    """A value that can be text, date or table is said as it was written."""
    page = laid(folder).page(name, year=YEAR)
    text = page.text()
    assert name in text
    assert read_page(page.html()).seen >= {"table"}


def test_the_closed_days_of_a_year() -> None:
    """With their names, but for those of the weekend; outside the horizon, none."""
    found = table(atlantis().page("xx", year=YEAR), "Calendar xx:", "Closed in 2026")
    assert found.rows == (
        ("Tue 2026-03-03", "Founding Day (legal-holiday)", "Holidays Act, s. 1"),
        ("Fri 2026-07-10", "Regatta (legal-holiday)", "Holidays Act, s. 1"),
    )
    late = squeezed(atlantis().page("xx", year=2040))
    assert "Nothing is entered for 2040: it covers 2000-01-01 through" in late
    assert "Closed in" not in squeezed(atlantis().page("xx"))


def test_versions_stand_side_by_side_and_changes_are_marked() -> None:
    """In HTML all cells, those that changed shaded; in text what changed alone."""
    page = atlantis().page("xx")
    found = table(page, "Rule xx/cp:", "Settings by version")
    assert found.head == ("setting", "from 2000-01-01", "from 2015-01-01")
    rows = {row[0]: row[1:] for row in found.rows}
    mail = ("add 3 days (C.P. 10)", "add 5 days (C.P. 10 as amended)")
    assert rows["service, general, mail"] == mail
    assert rows["short"][1] == "-"
    marked = {found.rows[row][0] for row, _ in found.changed}
    assert marked == {"short", "service, general, mail"}
    assert found.html().count("box-shadow") == 2
    text = found.text()
    assert text.count("is excluded (C.P. 1)") == 1
    assert "from 2015-01-01  add 5 days (C.P. 10 as amended)" in text


def test_a_setting_that_nobody_thought_of_shows_by_itself() -> None:
    """The page knows no key of a rule by its name."""
    from legalcase.law.pages.said import settings_of

    data = {
        "moon": {"is": "full", "cite": "7"},
        "tides": {"spring": {"add": "1 day", "cite": "=Tide Act"}, "order": "add"},
        "plain": ["a", {"from": "july 1", "through": "july 2"}],
    }
    assert dict(settings_of(data, "C.P. ")) == {
        "moon": "is full (C.P. 7)",
        "tides": "order add",
        "tides, spring": "add 1 day (Tide Act)",
        "plain": "a, from july 1 through july 2",
    }


def test_the_words_stand_beside_what_rests_on_them() -> None:
    """Of calendar, rule, local rules, each version of a deadline, and courts."""
    page = atlantis().page("xx")
    said = squeezed(page)
    for words in (
        "“The third of March is Founding Day.",
        "“Handed over, a paper leaves one day more.”",
        "“The answer is filed within eight and twenty days",
        "(in English: The Tide Court sits with the tide.) [the tablet of 1212]",
    ):
        assert words in said
    rows = table(page, "Deadlines of xx/cp", "").rows
    assert [row[0] for row in rows][:2] == ["xx/cp/20", "xx/cp/20 (2030-01-01)"]
    local = table(page, "Local rules xx/north/rules", "Settings")
    assert local.rows == (("service, general, personal", "add 1 day (L.R. 2)"),)


def test_how_it_was_verified_is_counted_by_file() -> None:
    """With what is quoted, and what is owed."""
    rows = table(atlantis().page("xx"), "How it was verified", "").rows
    assert rows[-1] == ("all", "9 text, 2 secondary, 1 recall", "30 words")
    assert ("xx/calendars/harbour.toml", "1 secondary", "") in rows


def test_an_answer_says_what_it_changes() -> None:
    """And the adopted one where a court has decided otherwise."""
    rows = table(atlantis().page("xx"), "Rule xx/cp:", "Disputes").rows
    (order, other, *_) = rows
    assert order[3] == "no (adopted); settled for xx/high: yes (Re Anchor)"
    assert other[3:6] == ("yes", "service general order add, roll", "C.P. Re Ballast")


def test_a_disputed_time_says_so_where_it_stands() -> None:
    """The questions follow the whole table; a later text says what holds as before."""
    page = lc.Law.bundled().page("us-ca", year=YEAR)
    rows = table(page, "Deadlines of us-ca/ccp", "").rows
    (row,) = (row for row in rows if row[0] == "us-ca/ccp/473(b)")
    assert row[3].endswith("; disputed, see below: six-months")
    later = [row for row in rows if row[0] == "us-ca/ccp/170.6(a)(2) (2011-01-01)"]
    assert [row[4:7] for row in later] == [
        ("any-party", "judge-challenge-filed", "as before")
    ]
    answers = table(page, "Deadlines of us-ca/ccp", "Disputes of us-ca/ccp/473(b)")
    assert answers.rows[0][1] == "us-ca/ccp/473(b)#six-months"


def test_what_stands_in_a_file_cannot_become_markup(tmp_path: Path) -> None:
    """Names, notes, words, citations: all of it is shown as it is."""
    folder = copied(tmp_path)
    evil = "<script>alert(1)</script><b onclick=x>"
    for file, old in (
        ("xx/jurisdiction.toml", 'name = "'),
        ("xx/calendar.toml", 'name = "'),
        ("xx/calendar.toml", 'words = "'),
        ("xx/calendar.toml", 'cite = "'),
        ("xx/counting/cp.toml", 'question = "'),
        ("xx/deadlines/cp.toml", 'title = "'),
        ("xx/deadlines/cp.toml", 'note = "'),
        ("xx/courts.toml", 'name = "'),
    ):
        changed(folder, file, old, f"{old}{evil}")
    page = lc.Law.bundled().with_folder(folder).page("xx", year=YEAR)
    tags = read_page(page.html())
    assert "script" not in tags.seen
    assert page.html().count("&lt;script&gt;") >= 8


def test_a_folder_shows_what_it_adds_and_replaces(tmp_path: Path) -> None:
    """Its calendar is the one that holds; the rest of the law is not in the way."""
    folder = tmp_path / "law" / "us-ma"
    folder.mkdir(parents=True)
    head = 'format = 1\n[jurisdiction]\nid = "us-ma"\nname = "Our Massachusetts"\n'
    (folder / "jurisdiction.toml").write_text(head, encoding="utf-8")
    law = LAW.with_folder(tmp_path / "law", overriding=("us-ma",))
    page = law.page("us-ma")
    assert page.title == "Our Massachusetts (us-ma)"
    assert "us-ma/legal-holidays" in squeezed(page)


def test_what_has_no_page() -> None:
    """A name that nothing bears, with what comes near; a year that is none."""
    with pytest.raises(UnknownNameError, match="us-tx"):
        LAW.page("us-cx")
    with pytest.raises(InvalidTypeError, match="Give a whole number"):
        LAW.page("us-ca", year="2026")  # type: ignore[arg-type]  # a caller's mistake
    assert repr(atlantis().page("xx")).startswith("<LawPage 'xx', ")
    assert ATLANTIS.is_dir()


TRIED = sorted({head.parent.parent for head in HERE.glob("*/*/jurisdiction.toml")})


@pytest.mark.parametrize("folder", TRIED, ids=lambda path: str(path.name))
def test_every_key_of_the_format_has_its_place(folder: Path) -> None:
    """Whatever a test jurisdiction states is on a page, and is looked at for words."""
    law = lc.Law.bundled().with_folder(folder)
    for problem in unquoted(law.folders[-1]):
        assert problem.path.rpartition(".")[2].startswith(("words", "cite")), problem
    for path in folder.glob("*/jurisdiction.toml"):
        page = law.page(path.parent.name)
        assert path.parent.name in str(page)
        assert "<table" in page._repr_html_()
