"""Nothing raw reaches a terminal, a page, Markdown, a feed or a message.

Hostile text stands in every field that a case or a file of the law can set; every way
of showing it gives what the same text gives once it was cleaned, and nothing unseen.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import legalcase as lc
from case_samples import computation
from cli.running import ran
from law_folders import copied
from legalcase.calendars.month import MonthGrid
from legalcase.codec import from_json
from legalcase.counting.engine.steps import Outcome
from legalcase.errors import LegalCaseError
from legalcase.ical import to_ical
from legalcase.markup import escape_markdown, lines_of, one_line
from legalcase.model import (
    CaseFile,
    CaseOpened,
    DeadlineExtended,
    HearingSet,
    Ordered,
)
from one_case import PACIFIC, deadline_set

if TYPE_CHECKING:
    from pathlib import Path

    from legalcase.counting.argument.computation import Computation

DAY = date(2026, 6, 3)
AT = datetime(2026, 6, 3, 12, tzinfo=UTC)

#: What no output may have, whatever was put in.
RAW = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
ATTACKS = (
    "\x1b[2J\x1b[31mred",
    "\x1b]8;;https://evil.example\x07click\x1b]8;;\x07",
    "\x9b31m",
    "a\nINJECTED",
    "a\r\nINJECTED\rb",
    "a\x0b\x0c\x85\u2028INJECTED\u2029b",
    "\u202egnp.exe",
    "\u2066isolate\u2069",
    "x\n~~~\nfence",
    "x\n```\nfence",
    "``` ~~~ ~~gone~~",
    "| a | b |\n|---|---|",
    "</td></table><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[link](javascript:alert(1)) ![i](x) <https://evil.example> [r]: x",
    "https://evil.example www.evil.example a@evil.example",
    "&lt;b&gt; &#x1b; \\&amp; \\",
    "# heading",
    "- item",
    "1. item",
    "    code",
    "---",
    "===",
    "$x$ **b** __u__ *i* _i_",
    "\ud800",
    "Müller \u05d0\u200f \u0645\u200c\u0646 \U0001f4c5 § e\u0301",
)
HOSTILE = st.lists(
    st.one_of(st.sampled_from(ATTACKS), st.text(max_size=8)), min_size=1, max_size=3
).map(" ".join)


def storable(text: str) -> str:
    """The text as a case takes it: not empty, without half of a surrogate."""
    whole = re.sub("[\ud800-\udfff]", "?", text)
    return whole if whole.strip() else f"{whole}."


def computed(text: str) -> Computation:
    """A computation with the text in each of its own."""
    made = computation()
    steps = tuple(
        (code, start, end, text, tuple((day, text) for day, _ in closures))
        for code, start, end, _, closures in made.trace
    )
    outcome = Outcome(made.due, made.nominal, steps)
    inputs = evolve(
        made.inputs, deadline=text, title=text, rule=text, service=text, court=text
    )
    readings = tuple(
        evolve(r, question=text, choice=text, authority=text, dispute=text)
        for r in made.readings
    )
    notices = tuple(evolve(n, text=text) for n in made.notices)
    waiting = evolve(computation(is_running=False), inputs=inputs, waits_for=(text,))
    return evolve(
        made,
        inputs=inputs,
        outcome=outcome,
        readings=readings,
        notices=notices,
        parts=(waiting, evolve(made, inputs=inputs, outcome=outcome)),
        barred_by=text,
    )


def case(text: str) -> lc.Case:
    """A case with the text in each of its own that an agenda or a feed can show."""
    return file(text).case


def file(text: str) -> CaseFile:
    """Its file."""
    # No number has a NUL: a store finds the case by it.
    number = text.replace("\0", "\x01")
    opened = CaseOpened(caption=text, happened_on=DAY, number=number)
    made = CaseFile.open(opened, case_id="case-1", by="clerk", at=AT)
    hearing = HearingSet(
        hearing_id="h",
        title=text,
        hearing_at=datetime(2026, 7, 1, 9, tzinfo=PACIFIC),
        happened_on=DAY,
        place=text,
    )
    return made.record(
        deadline_set("one", computed(text), title=text),
        deadline_set("two", Ordered(due=DAY, authority=text), title=text),
        hearing,
        by="clerk",
        at=AT,
    )


def closure(text: str) -> lc.Closure:
    """A closure with the text in each of its own."""
    authority = lc.Authority(cite=text)
    return lc.Closure(on=date(2026, 7, 8), name=text, kind=text, authority=authority)


def month(text: str) -> MonthGrid:
    """A month with that closure, of a calendar with that name."""
    return MonthGrid(text, 2026, 7, (closure(text),))


def calendar(text: str) -> lc.CourtCalendar:
    """A calendar of that name."""
    us = lc.calendar("us")
    return evolve(us, definition=evolve(us.definition, name=text))


TEXTS = {
    "agenda": lambda text: str(case(storable(text)).agenda()),
    "authority": lambda text: str(closure(text).authority),
    "case": lambda text: str(case(storable(text))),
    "closure": lambda text: str(closure(text)),
    "computation": lambda text: str(computed(text)),
    "computation-narrow": lambda text: computed(text).explain(width=30),
    "month": lambda text: str(month(text)),
    "notice": lambda text: str(computed(text).notices[0]),
}
PAGES = {
    "agenda": lambda text: case(storable(text)).agenda()._repr_html_(),
    "calendar": lambda text: calendar(text)._repr_html_(),
    "computation": lambda text: computed(text).explain("html"),
    "month": lambda text: month(text)._repr_html_(),
}
REPRS = {
    "agenda": lambda text: repr(case(storable(text)).agenda()),
    "calendar": lambda text: repr(calendar(text)),
    "case": lambda text: repr(case(storable(text))),
    "closure": lambda text: repr(closure(text)),
    "computation": lambda text: repr(computed(text)),
}


def with_attacks(test: Any) -> Any:
    """Each attack by itself, and what Hypothesis makes of them."""
    for attack in ATTACKS:
        test = example(text=attack)(test)
    return given(text=HOSTILE)(test)


@pytest.mark.parametrize("name", TEXTS)
@with_attacks
def test_text_is_that_of_the_clean_text(name: str, text: str) -> None:
    """So that no line is new, and no character steers the terminal."""
    text = storable(text)
    said = TEXTS[name](text)
    assert RAW.search(said) is None
    assert said == TEXTS[name](one_line(text)) or not one_line(text).strip()


class Tags(HTMLParser):
    """The tags of a page, with the names of their attributes; and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, ...]] = []
        self.said = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember it."""
        self.tags.append((tag, *(name for name, _ in attrs)))

    def handle_data(self, data: str) -> None:
        """Remember it."""
        self.said += data


@pytest.mark.parametrize("name", PAGES)
@with_attacks
def test_a_page_has_the_tags_of_a_harmless_one(name: str, text: str) -> None:
    """And the text that was meant, to the letter."""
    text = storable(text)
    page = PAGES[name](text)
    assert RAW.search(page) is None
    assert Tags(page).tags == Tags(PAGES[name]("harmless")).tags
    assert one_line(text) in Tags(page).said


@pytest.mark.parametrize("name", REPRS)
@with_attacks
def test_a_repr_is_one_line(name: str, text: str) -> None:
    """Python writes what cannot be seen as its number."""
    said = REPRS[name](storable(text))
    assert said.isprintable()


def tokens(markdown: str) -> list[str]:
    """What a reader of Markdown makes of it, with tables and struck text."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    found = []
    for token in reader.parse(markdown):
        found.append(token.type)
        found += [child.type for child in token.children or ()]
    # Escapes cut a text into several; that is no structure.
    kept = [kind for kind in found if kind not in {"text", "text_special"}]
    return [kind for n, kind in enumerate(kept) if kept[n - 1 : n] != [kind]]


@with_attacks
def test_markdown_has_the_structure_of_a_harmless_one(text: str) -> None:
    """No cell, fence, list, heading, link or tag comes from the text."""
    text = storable(text)
    markdown = computed(text).explain("markdown")
    assert RAW.search(markdown) is None
    assert tokens(markdown) == tokens(computed("harmless").explain("markdown"))


@with_attacks
def test_escaped_markdown_reads_as_the_clean_text(text: str) -> None:
    """In a line, in a list, and after a rule: a paragraph with that text."""
    clean = " ".join(one_line(storable(text)).split(" ")).strip()
    rendered = MarkdownIt("commonmark").render(escape_markdown(storable(text)))
    read = Tags(rendered)
    assert read.tags in ([("p",)], [])
    assert read.said.strip() == clean
    assert not re.search(
        r"(?<!\\)[~`|<>&$@]|https?:|www\.", escape_markdown(storable(text))
    )


@pytest.mark.parametrize("detail", ["full", "ref-only", "busy"])
@with_attacks
def test_a_feed_has_no_character_that_steers(detail: Any, text: str) -> None:
    """Line ends are those of the format alone."""
    written = to_ical(
        case(storable(text)).agenda(), name=storable(text), detail=detail
    ).decode()
    assert RAW.search(written.replace("\r\n", "\n")) is None
    assert written.replace("\r\n", "").count("\n") == 0
    assert written.count("BEGIN:VEVENT") == written.count("\r\nBEGIN:VEVENT") == 3


def _extended(text: str) -> object:
    """An extension that is barred by the text."""
    event = DeadlineExtended(
        deadline_id="one",
        successor_id="three",
        basis=Ordered(due=DAY, authority="O"),
        authority="A",
        happened_on=DAY,
    )
    return file(storable(text)).record(event, by="clerk", at=AT)


ASKED = {
    "act": lambda text: lc.compute("us/frcp/33(b)(2)", after=DAY, act=text),
    "bare": lambda text: lc.compute(text, after=DAY, court="cand"),
    "basis": lambda text: from_json(f'{{"kind": {text!r}}}'),
    "calendar": lc.calendar,
    "court": lc.court,
    "deadline": lambda text: lc.rule(f"us/frcp/{text}"),
    "due": lambda text: evolve(computed(text), outcome=None).due,
    "extended": _extended,
    "readings": lambda text: lc.compute(
        "us/frcp/33(b)(2)", after=DAY, readings={text: text}
    ),
    "rule": lc.rule,
    "service": lambda text: lc.compute(
        "us/frcp/33(b)(2)", after=DAY, court="cand", service=text
    ),
}


@pytest.mark.parametrize("name", ASKED)
@with_attacks
def test_a_message_is_one_clean_line(name: str, text: str) -> None:
    """Of a list of problems, each is one."""
    try:
        ask: Any = ASKED[name]
        ask(storable(text).replace("\0", "?"))
    except LegalCaseError as error:
        said = str(error)
        assert RAW.search(said) is None
        assert "\nINJECTED" not in said


TABLE = {"table", "caption", "thead", "tbody", "tr", "th", "td", "br"}


def test_hostile_law_files_are_refused_in_clean_words(tmp_path: Path) -> None:
    """Whatever stands in the texts of a folder, no terminal is steered."""
    folder = copied(tmp_path)
    bad = "\\u001b]8;;https://evil.example\\u0007\\u202e\\u009b\\nINJECTED\\r"
    pattern = re.compile(
        r'^(title|name|question|note|incomplete) = "(?!yes|no)(.*)"$', re.MULTILINE
    )
    changed = 0
    for file in folder.rglob("*.toml"):
        text, count = pattern.subn(
            lambda found: f'{found[1]} = "{found[2]} {bad}"',
            file.read_text(encoding="utf-8"),
        )
        changed += count
        file.write_text(text, encoding="utf-8")
    assert changed > 20
    with pytest.raises(lc.LegalCaseError) as caught:
        lc.Law.bundled().with_folder(folder)
    assert RAW.search(str(caught.value)) is None
    done = ran("rules", "--law", str(folder))
    assert done.status == 1
    assert RAW.search(done.out + done.err) is None
    assert "\nINJECTED" not in done.out + done.err
    assert "\\x1b]8;;" in done.err.replace("\n", "")


@given(HOSTILE)
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    """Cleaning twice is cleaning once; text that can be seen is left alone."""
    assert one_line(one_line(text)) == one_line(text)
    assert lines_of(lines_of(text)) == lines_of(text)
    assert RAW.search(lines_of(text)) is None
    assert "\n" not in one_line(text)
    assert one_line("Müller § \u05d0\u200f 📅") == "Müller § \u05d0\u200f 📅"
