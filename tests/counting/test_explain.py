"""Explanations: text of 80 columns, Markdown and HTML, from the steps alone."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from html.parser import HTMLParser
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve

import legalcase as lc
from legalcase.authority import Authority
from legalcase.counting.argument.computation import Computation
from legalcase.counting.argument.explain import say_day
from legalcase.counting.argument.findings import Notice, Reading
from legalcase.counting.argument.said import asked, notices_said
from legalcase.counting.counted import count
from legalcase.counting.engine.inputs import Inputs
from legalcase.counting.engine.steps import Outcome
from legalcase.dates import DateRange, Period
from legalcase.errors import InvalidValueError
from small_law import ATLANTIS, court, rolls, rule

FRIDAY = date(2026, 4, 24)
#: Answers by mail to a party in San Francisco: two rolls, an addition, two readings.
ANSWERS = lc.compute(
    "us/frcp/33(b)(2)", after=date(2005, 4, 28), court="cand", service="mail"
)
#: Of two parts, one is pending.
AMENDED = lc.compute(
    "us/frcp/15(a)(3)", after={"amended-pleading-served": date(2026, 6, 3)}
)
STOPPED = lc.compute(
    "us/frap/4(a)(1)(A)",
    after={
        "judgment-entered": date(2026, 6, 3),
        "tolling-motion-filed": date(2026, 6, 10),
    },
    facts={"tolling-motion-listed": "yes", "united-states-is-a-party": "no"},
)


def made(
    *steps: tuple[Any, ...],
    period: str = "5 days",
    **more: Any,
) -> Computation:
    """A computation of which only the steps matter."""
    inputs = Inputs(
        period=Period.parse(period),
        rule="xx/cp",
        direction=more.pop("direction", "after"),
        trigger=FRIDAY,
        service="mail",
    )
    end = steps[-1][2] if steps else FRIDAY
    fields: dict[str, Any] = {
        "inputs": inputs,
        "sources": (),
        "outcome": Outcome(end, end, tuple(steps)),
        "bound": "not-later-than",
        **more,
    }
    return Computation(**fields)


def whats(found: Computation) -> list[str]:
    """What each step of an explanation says."""
    lines = found.explain("markdown").splitlines()
    return [
        line.split(" | ")[1] for line in lines if re.match(r"\| \w{3} \d{4}-", line)
    ]


def test_the_steps_of_a_deadline_as_text() -> None:
    """Heading, verdict, and a table of the steps, its long cells wrapped."""
    found = count(
        Period.parse("6 days"),
        FRIDAY,
        rule(
            short={
                "periods": "< 7 days",
                "skip": {"court": ["legal-holiday"]},
                "cite": "7",
            }
        ),
        court(),
    )
    assert found.explain() == (
        "6 days after Fri 2026-04-24 under xx/cp\n"
        "Due Tue 2026-05-05.\n"
        "\n"
        "date            what                                              authority\n"
        "Fri 2026-04-24  trigger; this day is not counted                  C.P. 1\n"
        "Tue 2026-05-05  6 days counted; not counted: May 1, 4 weekend     "
        "C.P. 2; C.P. 7\n"
        "                days"
    )
    assert str(found) == found.explain()


def test_the_steps_of_a_deadline_as_markdown() -> None:
    """The same cells in a table of Markdown."""
    found = count(Period.parse("8 days"), FRIDAY, rule(), court())
    assert found.explain("markdown") == (
        "**8 days after Fri 2026-04-24 under xx/cp**\n"
        "\n"
        "Due Mon 2026-05-04.\n"
        "\n"
        "| date | what | authority |\n"
        "|---|---|---|\n"
        "| Fri 2026-04-24 | trigger; this day is not counted | C.P. 1 |\n"
        "| Sat 2026-05-02 | 8 days counted | C.P. 2 |\n"
        "| Mon 2026-05-04 | moved forward past Saturday, Sunday | C.P. 5 |"
    )


class Cells(HTMLParser):
    """What a page shows: each tag's text; it fails on a tag that is not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.shown: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember which tags are open."""
        assert all(name == "style" for name, _ in attrs)
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Tags close in order."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Remember what stands in which tag."""
        self.shown.append((self.open[-1], data))


def cells(html: str, tag: str) -> list[str]:
    """The text that stands in tags of a name."""
    parser = Cells()
    parser.feed(html)
    assert parser.open == []
    return [text for name, text in parser.shown if name == tag]


def test_the_steps_of_a_deadline_as_html() -> None:
    """Every cell of the text is a cell of the page, and the page is well formed."""
    html = ANSWERS.explain("html")
    assert html == ANSWERS._repr_html_()
    assert cells(html, "strong") == [
        "us/frcp/33(b)(2): Answers and objections to interrogatories"
    ]
    assert cells(html, "p") == [
        "Due Fri 2005-06-03; safe date Tue 2005-05-31.",
        "Done by the safe date, it is in time whichever other reading holds.",
    ]
    assert cells(html, "th") == [
        *("date", "what", "authority"),
        *("due", "question and answer", "authority"),
    ]
    assert cells(html, "caption") == ["Other readings"]
    shown = cells(html, "td")
    assert shown[:12] == [
        "Thu 2005-04-28",
        "trigger; this day is not counted",
        "Fed. R. Civ. P. 6(a)",
        "Sat 2005-05-28",
        "30 days counted",
        "Fed. R. Civ. P. 33(b)(3); Fed. R. Civ. P. 6(a)",
        "Tue 2005-05-31",
        "moved forward past Saturday, Sunday, Memorial Day",
        "Fed. R. Civ. P. 6(a)",
        "Fri 2005-06-03",
        "3 days more for service by mail",
        "Fed. R. Civ. P. 6(e), 5(b)(2)(B)",
    ]
    assert [text for text in shown if "(law)" in text] == [
        f"{r.question} {r.choice[:1].upper()}{r.choice[1:]} (law) [{r.dispute}]"
        for r in ANSWERS.readings
    ]
    assert cells(html, "li") == [notice.text for notice in ANSWERS.notices]


@pytest.mark.parametrize("found", [ANSWERS, AMENDED, STOPPED], ids=repr)
def test_all_three_forms_say_the_same(found: Computation) -> None:
    """Word for word, whatever stands between the words."""

    def words(text: str) -> list[str]:
        return re.findall(r"\w+", text)

    text = words(found.explain(width=400))
    markdown = words(found.explain("markdown").replace("\\", ""))
    html: list[str] = []
    parser = Cells()
    parser.feed(found.explain("html"))
    for _, said in parser.shown:
        html += words(said)
    # The text heads its notices, and HTML the readings, with a word of their own.
    heads = {"notice", "due", "other", "readings", "Other"}
    assert [w for w in text if w not in heads] == [
        w for w in markdown if w not in heads
    ]
    assert [w for w in html if w not in heads] == [
        w for w in markdown if w not in heads
    ]


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("found", [ANSWERS, AMENDED, STOPPED], ids=repr)
def test_text_keeps_its_width(found: Computation, width: int) -> None:
    """No line is longer, and none ends in blanks; no word is lost."""
    text = found.explain(width=width)
    assert max(map(len, text.splitlines())) <= width
    assert all(line == line.rstrip() for line in text.splitlines())
    for notice in notices_said(found):
        # Lines break at hyphens as well as at blanks.
        assert re.sub(r"\s", "", notice) in re.sub(r"\s", "", text)


MOTION = lc.compute(
    "us-ca/ccp/437c(a)(2)", before=date(2026, 9, 24), court="us-ca/lasc"
)
APPEAL = lc.compute(
    "us/frap/4(a)(1)(A)",
    after={
        "judgment-entered": date(2026, 3, 2),
        "tolling-motion-filed": date(2026, 3, 20),
        "tolling-motion-decided": date(2026, 5, 20),
    },
    court="us/cand",
)


def test_the_safe_date_is_explained_where_it_is_another() -> None:
    """Whoever reads two dates is told what the second is; one date needs no word."""
    said = "Done by the safe date, it is in time whichever other reading holds."
    assert MOTION.explain(width=200).splitlines()[2] == said
    assert said in MOTION.explain("markdown")
    one_date = lc.compute("us/frcp/59(e)", after=date(2026, 6, 3), court="cand")
    assert said not in one_date.explain(width=200)
    sent = datetime(2024, 6, 7, 17, tzinfo=ZoneInfo("Europe/London"))
    served = lc.served_on(sent, "email", under="gb-eaw/cpr", paper="claim-form")
    assert "safe date is the earliest under any" in served.explain(width=200)


def test_the_safe_date_of_what_may_not_be_early_is_the_later_one() -> None:
    """Rule 62(a) stays execution for 30 days: until when, the closing may decide.

    The executive offices were closed by order on 24 December 2024, the thirtieth day.
    """
    stay = lc.compute("us/frcp/62(a)", after=date(2024, 11, 24))
    assert (stay.due, stay.safe) == (date(2024, 12, 24), date(2024, 12, 26))
    said = "On the safe date it is not too early, whichever other reading holds."
    assert stay.explain(width=200).splitlines()[2] == said


def test_the_safe_date_stands_out_on_a_page() -> None:
    """Of the other readings, the row of the safe date is the strong one."""
    rows = re.findall(r"<tr>(.*?)</tr>", MOTION.explain("html"))
    strong = [row for row in rows if "font-weight:600" in row]
    assert len(strong) == 1
    assert "2026-06-12" in strong[0]


def test_facts_not_said_are_one_notice_and_their_dates_stand_once() -> None:
    """The dates of the answers are among the readings; the notice names the facts."""
    for found, facts in (
        (MOTION, "Not said, though it decides: service."),
        (
            APPEAL,
            "Not said, though they decide: tolling-motion-listed, united-states-is",
        ),
    ):
        assert any(notice.code == "fact-not-given" for notice in found.notices)
        for form in ("text", "markdown", "html"):
            text = found.explain(form, width=300)
            assert text.count("Not said, though") == 1
            assert "That was not said" not in text
        assert facts in found.explain(width=300)


def test_words_to_be_given_are_not_written_as_sentences() -> None:
    """`mail-abroad` is what is given; an answer in words begins with a capital."""
    text = MOTION.explain(width=300)
    assert "How will it be served? mail-abroad (fact) [service]" in text
    assert "where does its last day go? It stays where it falls (law)" in text
    assert "of the United States? Yes (fact)" in lc.compute(
        "us/frcp/12(a)(1)(A)(ii)", after=date(2026, 3, 3), court="cand"
    ).explain(width=300)


def test_two_questions_stand_each_with_its_answer() -> None:
    """Not the questions first, and then all answers."""
    both = evolve(
        APPEAL.readings[0],
        question="First?; Second?",
        choice="yes; no",
        dispute="one; two",
    )
    assert asked(both) == "First? Yes; Second? No (fact) [one; two]"
    # One question can have the sign in it that joins several.
    one = evolve(both, question="Is it a; or b?", choice="c; d", dispute="one")
    assert asked(one) == "Is it a; or b? c; d (fact) [one]"


def test_whether_an_event_counts_has_no_day_of_its_own() -> None:
    """The step moves nothing, and must not be read as something on the first day."""
    line = next(
        line
        for line in APPEAL.explain(width=200).splitlines()
        if "came in time" in line
    )
    assert line.startswith("-  ")


def test_a_part_and_what_is_pending() -> None:
    """Each part with its day, or what it waits for; the whole is provisional."""
    text = AMENDED.explain(width=200)
    assert "Due Wed 2026-06-17 (provisional)." in text
    assert (
        "Not running: waits for summons-served.  us/frcp/12(a)(1)(A)(i): Answer" in text
    )
    assert "Wed 2026-06-17                          us/frcp/15(a)(3): 14 days" in text
    assert "the later of its parts" in text
    assert whats(AMENDED)[1] == "14 days counted"


def test_a_period_that_does_not_run_has_no_steps() -> None:
    """In all forms: what it waits for, and no table."""
    said = "Not running: waits for tolling-motion-decided."
    assert STOPPED.explain().splitlines() == [
        "us/frap/4(a)(1)(A): Notice of appeal in a civil case",
        said,
    ]
    assert STOPPED.explain("markdown").endswith(said.replace("-", "-"))
    assert "<table" not in STOPPED.explain("html")
    waiting = made(outcome=None)
    assert waiting.explain().endswith("Not running: waits for its trigger.")


def test_the_verdict_says_what_kind_of_day_it_is() -> None:
    """A last day, a first one, or that on which service is complete."""
    first = lc.compute("3 clear days", after=date(2026, 4, 20), under="gb-eaw/cpr")
    assert "\nNot earlier than Fri 2026-04-24." in first.explain()
    served = lc.served_on(date(2024, 6, 7), "mail", under="gb-eaw/cpr", paper="other")
    assert served.explain().splitlines()[:2] == [
        "service by mail on Fri 2024-06-07 under gb-eaw/cpr",
        "Service is complete on Mon 2024-06-10.",
    ]
    last = lc.compute("14 days", after=date(2026, 6, 1), under="us/frcp", court="cand")
    assert "\nDue Mon 2026-06-15 11:59 p.m. America/Los_Angeles." in last.explain()


def test_an_hour_is_said_with_its_zone() -> None:
    """Midnight of the due day as 11:59 p.m.; a zone without a name by its offset."""
    berlin = ZoneInfo("Europe/Berlin")
    assert say_day(date(2026, 7, 9)) == "Thu 2026-07-09"
    assert say_day(datetime(2026, 7, 9, 16, 5, tzinfo=berlin)) == (
        "Thu 2026-07-09 16:05 Europe/Berlin"
    )
    assert say_day(datetime(2026, 7, 9, 23, 59, 59, tzinfo=berlin)) == (
        "Thu 2026-07-09 11:59 p.m. Europe/Berlin"
    )
    assert (
        say_day(datetime(2026, 7, 9, 23, 59, tzinfo=UTC)) == "Thu 2026-07-09 23:59 UTC"
    )
    east = timezone(timedelta(hours=2))
    assert say_day(datetime(2026, 7, 9, 0, 0, tzinfo=east)) == (
        "Thu 2026-07-09 00:00 UTC+02:00"
    )


SATURDAY, SUNDAY = (date(2026, 5, 2), "Saturday"), (date(2026, 5, 3), "Sunday")
MAY_DAY = (date(2026, 5, 1), "May 1")


@pytest.mark.parametrize(
    ("closures", "said"),
    [
        ((MAY_DAY,), "May 1"),
        ((SATURDAY, SUNDAY), "Saturday, Sunday"),
        ((MAY_DAY, SATURDAY, SUNDAY), "May 1, Saturday, Sunday"),
        ((SATURDAY, SUNDAY) * 2, "4 weekend days"),
        ((MAY_DAY, SATURDAY, SUNDAY, SATURDAY), "May 1, 3 weekend days"),
        ((MAY_DAY,) * 4, "May 1"),
        ((SATURDAY, SATURDAY), "Saturday"),
    ],
)
def test_closed_days_are_named_and_weekends_counted(
    closures: tuple[tuple[date, str], ...], said: str
) -> None:
    """Few by name; of many the holidays by name, and the weekend's number."""
    step = ("roll", date(2026, 5, 1), date(2026, 5, 10), "C.P. 5", closures)
    assert whats(made(step)) == [f"moved forward past {said}"]


DAY, NEXT = date(2026, 5, 1), date(2026, 5, 4)
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (("trigger", DAY, DAY, "", ()), "trigger; this day is not counted"),
        (("trigger", NOON, NOON, "", ()), "trigger; the hours run from here"),
        (("late", DAY, NEXT, "", ()), "after the hour: counts as of this day"),
        (("suspend", DAY, NEXT, "", ()), "time did not run; 3 days not counted"),
        (("stay", DAY, DAY, "", (MAY_DAY,)), "falls on May 1; not moved"),
        (("roll", NEXT, DAY, "", (SUNDAY,)), "moved back past Sunday"),
        (("roll-first", DAY, NEXT, "", (MAY_DAY,)), "first moved forward past May 1"),
        (
            ("inaccessible", DAY, NEXT, "", (MAY_DAY,)),
            "first accessible day, after May 1",
        ),
        (("complete", DAY, NEXT, "", (SUNDAY,)), "service is complete; past Sunday"),
        (("complete", DAY, NEXT, "", ()), "service is complete"),
        (
            ("expiry", DAY, NEXT, "xx/1", ()),
            (
                "end of the other period (xx/1, from Fri 2026-05-01), "
                "from which this one runs"
            ),
        ),
        (("restart", DAY, NEXT, "", ()), "the period runs anew from here"),
        (("later-of", DAY, DAY, "", ()), "the later of its parts"),
        (("earlier-of", DAY, DAY, "", ()), "the earlier of its parts"),
        (("fixed", DAY, DAY, "", ()), "a date certain: neither counted nor moved"),
        (("something", DAY, DAY, "", ()), "something"),
        (("count", DAY, date(2026, 5, 6), "", ()), "5 days counted"),
        (("count", date(2026, 5, 6), DAY, "", ()), "5 days back"),
        (
            ("count", DAY, date(2026, 5, 8), "", (SATURDAY, SUNDAY)),
            "5 days counted; not counted: Saturday, Sunday",
        ),
        (("add", DAY, date(2026, 5, 4), "", ()), "3 days more for service by mail"),
        (("add", DAY, date(2026, 5, 2), "", ()), "1 day more for service by mail"),
        (
            (
                "add-court-days",
                date(2026, 4, 30),
                date(2026, 5, 5),
                "",
                (MAY_DAY, SATURDAY, SUNDAY),
            ),
            (
                "2 court days more for service by mail; not counted: May 1, Saturday, "
                "Sunday"
            ),
        ),
        (
            (
                "add-court-days",
                date(2026, 5, 1),
                date(2026, 5, 4),
                "",
                (SATURDAY, SUNDAY),
            ),
            "1 court day more for service by mail; not counted: Saturday, Sunday",
        ),
    ],
)
def test_every_step_in_the_field_s_words(step: tuple[Any, ...], said: str) -> None:
    """What acted, how far, and past which days."""
    assert whats(made(step)) == [said]


def test_a_count_in_several_parts_says_how_much_each_was() -> None:
    """Around a stay: days before it, days after it; one day is one day."""
    stay = DateRange.through(date(2026, 4, 26), date(2026, 4, 28))
    found = lc.compute(
        "3 days", after=FRIDAY, under="us/frcp", suspensions=[stay], court="cand"
    )
    assert whats(found)[1:4] == [
        "1 day counted",
        "time did not run; 3 days not counted",
        "2 days counted",
    ]


def test_months_are_counted_as_months() -> None:
    """By their own name, though their days are many."""
    found = count(Period.parse("2 months"), FRIDAY, rule(), court())
    assert whats(found)[1] == "2 months counted"


def test_nothing_becomes_markup() -> None:
    """Names, citations, questions, answers and notices, in HTML and in Markdown."""
    bad = "<b>*x*</b> | `y` [z](u) & # _"
    found = Computation(
        inputs=Inputs(
            period=Period(5, "day"),
            rule="xx/cp",
            direction="after",
            trigger=FRIDAY,
            deadline="xx/cp/<1>",
            title=bad,
        ),
        sources=(),
        outcome=Outcome(NEXT, DAY, (("roll", DAY, NEXT, bad, ((DAY, bad),)),)),
        bound="not-later-than",
        readings=(Reading(question=bad, choice=bad, authority=bad, due=DAY),),
        notices=(Notice(code="note", text=bad),),
        instant=(None,),
    )
    html = found.explain("html")
    assert "<b>" not in html
    assert html.count("&lt;b&gt;*x*&lt;/b&gt; | `y` [z](u) &amp; # _") == 7
    assert "xx/cp/&lt;1&gt;" in html
    markdown = found.explain("markdown")
    escaped = "\\<b\\>\\*x\\*\\</b\\> \\| \\`y\\` \\[z\\](u) \\& \\# \\_"
    assert markdown.count(escaped) == 7
    for line in markdown.splitlines():
        if line.startswith("|"):
            assert len(re.findall(r"(?<!\\)\|", line)) == 4


def test_a_reading_of_hours_shows_its_instant() -> None:
    """The instant, in all three forms; without one, the day."""
    moment = datetime(2026, 5, 1, 9, tzinfo=UTC)
    other = Reading(
        question="Stays it?", choice="yes", authority="12", due=DAY, due_at=moment
    )
    found = made(
        ("count", FRIDAY, NEXT, "", ()), readings=(other,), notices=(), instant=(None,)
    )
    for form in ("text", "markdown", "html"):
        said = found.explain(form)
        assert "Fri 2026-05-01 09:00 UTC" in said
        assert "Stays it? Yes (law)" in said
    assert "safe date Fri 2026-05-01" in found.explain()


def test_another_form_is_refused() -> None:
    """With the three that there are."""
    with pytest.raises(InvalidValueError) as caught:
        ANSWERS.explain("pdf")  # type: ignore[arg-type] # refused
    assert str(caught.value) == (
        "'pdf' is no form. Ask for 'text', 'markdown' or 'html'."
    )
    assert (caught.value.field, caught.value.value) == ("form", "pdf")


def test_an_explanation_needs_no_look_up() -> None:
    """From the steps alone: a computation whose work is gone says what it said."""
    fields = {
        name: getattr(ANSWERS, name)
        for name in ("inputs", "sources", "outcome", "bound")
    }
    alone = Computation(
        **fields,
        readings=ANSWERS.readings,
        notices=ANSWERS.notices,
        instant=(ANSWERS.due_at,),
    )
    for form in ("text", "markdown", "html"):
        assert alone.explain(form) == ANSWERS.explain(form)


def test_a_roll_that_stays_is_told_on_a_holiday() -> None:
    """With the name of what it falls on."""
    found = count(
        Period.parse("7 days"), FRIDAY, rule(roll=rolls("stay")), court(ATLANTIS)
    )
    assert whats(found)[-1] == "falls on May 1; not moved"
    assert Authority(cite="x").cite == "x"


@pytest.mark.parametrize("width", [0, -1, True, "80"])
def test_what_is_no_width_is_refused(width: Any) -> None:
    """In columns, a whole number."""
    with pytest.raises(InvalidValueError, match="is no width in columns") as caught:
        ANSWERS.explain(width=width)
    assert (caught.value.field, caught.value.value) == ("width", width)
