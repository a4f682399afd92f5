"""Tables as text and as HTML, whole pages, and what is escaped."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from textwrap import wrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalcase.markup import (
    _NARROWEST,
    Table,
    _narrowed,
    _wrapped,
    escape,
    escape_markdown,
    page,
)

CELL = (
    "text-align:left;vertical-align:top;padding:3px 8px;border-bottom:1px solid #8884"
)
#: What a table is made of: no line break of any kind, since a cell is one paragraph.
WORDS = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs", "Cf", "Cn", "Co")),
    max_size=12,
)


def table(*rows: tuple[str, ...], caption: str = "") -> Table:
    """A table of two columns."""
    made = Table(caption, ("day", "what"))
    for row in rows:
        made.add(*row)
    return made


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    """Two blanks between them, none at the end of a line."""
    made = table(("1", "trigger"), ("17 June", "due"), caption="Steps")
    assert made.text() == ("Steps\nday      what\n1        trigger\n17 June  due")
    assert table(("1", "")).text() == "day  what\n1"


def test_a_long_cell_is_wrapped_and_the_widest_column_gives_way() -> None:
    """The others keep their width; no column falls below eight."""
    made = table(("Wed 2026-06-03", "one two three four five six seven"))
    assert made.text(width=30) == (
        "day             what\n"
        "Wed 2026-06-03  one two three\n"
        "                four five six\n"
        "                seven"
    )
    narrow = made.text(width=10).splitlines()
    assert max(map(len, narrow)) == 8 + 2 + 8


def test_an_id_in_the_first_column_is_broken_last() -> None:
    """It is there to be copied, so the other columns give way, down to half a line."""
    made = Table("", ("id", "what"))
    made.add("us-ca/ccp/1005(b)-reply", "one two three four five six")
    made.add("us/frcp/4(m)", "seven")
    assert made.text(width=48).splitlines()[1:] == [
        "us-ca/ccp/1005(b)-reply  one two three four five",
        "                         six",
        "us/frcp/4(m)             seven",
    ]
    assert made.text(width=30).splitlines()[1:3] == [
        "us-ca/ccp/1005  one two three",
        "(b)-reply       four five six",
    ]


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1), st.integers(30, 120))
def test_text_keeps_its_width_and_its_letters(
    rows: list[tuple[str, str, str]], width: int
) -> None:
    """Whatever stands in the cells, no line is longer, and no letter is lost."""
    made = Table("", ("a", "b", "c"))
    for row in rows:
        made.add(*row)
    text = made.text(width)
    assert all(len(line) <= width for line in text.split("\n"))
    shown = sorted(re.sub(r"\s", "", text))
    assert shown == sorted("abc" + "".join(map("".join, rows)))


def test_an_id_that_fits_its_column_is_not_broken_at_a_hyphen() -> None:
    """Whoever copies it copies all of it; prose breaks at its hyphens as ever."""
    shown = table(("Texas", "us-tx/justice, us-tx/limitations"))
    assert "us-tx/limitations" in shown.text(30).split()
    shown = table(("Texas", "see us\u2011tx/code and us-tx/limitations"))
    assert "us\u2011tx/code" in shown.text(30)
    prose = table(("Land", "the land of Saxony-Anhalt"))
    assert "Saxony-" in prose.text(27).split()


def test_a_table_without_rows_is_its_caption() -> None:
    """As text; a page shows its heads."""
    assert table(caption="Steps").text() == "Steps"
    assert table().text() == ""
    assert "<th" in table().html()


def test_a_table_as_html() -> None:
    """With its styles in it; the first column is not broken."""
    made = table(("17 June", "due"), caption="Steps")
    assert made.html() == (
        '<div style="overflow-x:auto"><table style="border-collapse:collapse;'
        "font-family:system-ui,sans-serif;"
        'font-size:13px"><caption style="text-align:left;font-weight:600;'
        'padding:3px 8px">Steps</caption>'
        f'<thead><tr><th style="{CELL}">day</th><th style="{CELL}">what</th></tr>'
        f'</thead><tbody><tr><td style="{CELL};white-space:nowrap">17 June</td>'
        f'<td style="{CELL}">due</td></tr></tbody></table></div>'
    )
    assert "<caption" not in table(("1", "2")).html()


def test_a_row_can_be_marked() -> None:
    """In bold type on a page; in text nothing shows it."""
    made = table(("1", "a"))
    made.add("2", "b", mark="strong")
    bold = re.findall(r";font-weight:600[^>]*>(\w)</td>", made.html())
    assert bold == ["2", "b"]
    assert made.text() == table(("1", "a"), ("2", "b")).text()


def test_a_sentence_in_the_first_column_is_broken() -> None:
    """On the screen of a telephone a table is as wide as its longest whole cell."""
    made = table(("Answer the complaint, or move under Rule 12", "due"), ("1", "2"))
    assert made.html().count("white-space:nowrap") == 1


def test_no_date_is_broken_on_a_page() -> None:
    """A browser would break it at its hyphens; what stands around it may be."""
    html = table(("1", "met late, Thu 2024-09-26 <10:00>")).html()
    whole = '<span style="white-space:nowrap">Thu 2024-09-26</span>'
    assert f"met late, {whole} &lt;10:00&gt;</td>" in html
    bare = table(("1", "until 2024-09-26 or so")).html()
    assert '<span style="white-space:nowrap">2024-09-26</span> or so' in bare
    html = table(("Thu 2024-09-26 10:00 UTC", "1")).html()
    assert ';white-space:nowrap">Thu 2024-09-26 10:00 UTC</td>' in html


def test_the_head_of_a_row_can_lead_somewhere() -> None:
    """As a link on a page, of which nothing gets out; text is as without it."""
    made = table(("17 June", "due"))
    made.add("18 June", "filed", link='a.html?x="<')
    linked = '<a href="a.html?x=&quot;&lt;">18 June</a>'
    assert re.findall("<a .*?</a>", made.html()) == [linked]
    assert made.text() == table(("17 June", "due"), ("18 June", "filed")).text()


class Text(HTMLParser):
    """The text of a page, and its tags."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.said: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember a tag; only styles are given."""
        assert [name for name, _ in attrs] in ([], ["style"])
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        """Remember a text."""
        self.said.append(data)


NASTY = '<script>alert("x")</script> & \'"<b'


def test_nothing_in_a_table_becomes_markup() -> None:
    """Caption, heads and cells are what they say."""
    made = Table(NASTY, (NASTY, "b"))
    made.add(NASTY, NASTY)
    page_of_it = Text(made.html())
    assert set(page_of_it.tags) == {
        *("div", "table", "caption", "thead", "tbody", "tr", "th", "td"),
    }
    assert page_of_it.said == [NASTY, NASTY, "b", NASTY, NASTY]


def test_a_whole_page() -> None:
    """Its title is escaped, its parts are taken as they are."""
    assert page("A & B", "<p>1</p>", "<p>2</p>") == (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        "<title>A &amp; B</title></head><body><p>1</p>\n<p>2</p></body></html>"
    )
    assert escape('<a b="c">') == "&lt;a b=&quot;c&quot;&gt;"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6(a)(1)(C)", "6(a)(1)(C)"),
        ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"),
        ("[a](b) | <i> #1 \\", "\\[a\\](b) \\| \\<i\\> \\#1 \\\\"),
        ("", ""),
    ],
)
def test_what_markdown_would_read_is_escaped(text: str, expected: str) -> None:
    """And nothing else: citations stay readable."""
    assert escape_markdown(text) == expected


def test_no_word_of_prose_is_broken_where_there_is_room() -> None:
    """The widest column gives way only down to its longest word."""
    made = table(("1", "An item that is left out (discretionary), if so wished"))
    made.rows = [(*row, "x" * 40 + " y" * 30) for row in made.rows]
    made.head = (*made.head, "more")
    assert "(discretionary)," in made.text(width=60)


def test_cells_that_changed_are_marked() -> None:
    """By their places; the others, and the text, are as they would be."""
    table = Table("", ("a", "b", "c"))
    table.add("1", "2", "3", changed=frozenset({2}))
    table.add("1", "2", "3")
    assert table.html().count("box-shadow") == 1
    assert '#c80">3</td>' in table.html()
    assert table.text().splitlines()[1] == table.text().splitlines()[2]


SIZES = st.lists(
    st.tuples(st.integers(1, 90), st.integers(8, 40)), min_size=1, max_size=6
)


@given(SIZES, st.integers(-5, 120))
def test_the_widest_gives_way_as_if_one_by_one(
    sizes: list[tuple[int, int]], spare: int
) -> None:
    """The rule as it reads: the first of the widest, until the table fits."""
    widths, floors = [one for one, _ in sizes], [floor for _, floor in sizes]
    found = _narrowed([*widths], floors, spare)
    while sum(widths) > spare and max(widths) > _NARROWEST:
        able = [w if w > f else 0 for w, f in zip(widths, floors, strict=True)]
        given = able if any(able) else widths
        widths[given.index(max(given))] -= 1
    assert found == widths


PLAIN = st.text("abcdef é—/().,;'\"§  ", max_size=80)
WITH_HYPHENS = st.text("ab1-  .,;(é", max_size=80)


@given(PLAIN | WITH_HYPHENS, st.integers(3, 40))
def test_words_are_filled_as_the_standard_library_fills_them(
    cell: str, size: int
) -> None:
    """The short way for plain words gives what the long one does."""
    assert _wrapped(cell, size) == (wrap(cell, size) or [""])
