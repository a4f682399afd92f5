"""`legalcase due`: the answers of the library, and a beginner's mistakes."""

from __future__ import annotations

import json
import shlex
from datetime import date
from typing import TYPE_CHECKING

import pytest

import legalcase as lc
from cli.running import answered, ran, squeezed, too_wide
from law_folders import ATLANTIS
from legalcase.codec import decode

if TYPE_CHECKING:
    from pathlib import Path

MOTION = (
    "due",
    "us-ca/ccp/437c(a)(2)",
    "--before",
    "2026-09-24",
    "--court",
    "us-ca/lasc",
    "--service",
    "mail",
)


def test_a_deadline_is_explained() -> None:
    """The text is the explanation of the library, at the terminal's width."""
    c = lc.compute(
        "us-ca/ccp/437c(a)(2)",
        before=date(2026, 9, 24),
        court="us-ca/lasc",
        service="mail",
    )
    text = answered(*MOTION)
    assert text.startswith(f"{c.explain(width=80)}\n")
    assert "Due Tue 2026-06-30; safe date Fri 2026-06-26." in text
    # an option is one word of the shell, and can't be broken
    assert [line for line in too_wide(text) if line[:10] != "--reading "] == []


def test_a_fact_is_said_by_the_option_that_is_printed() -> None:
    """Pasted as it stands, it gives the date of that answer, and asks no more."""
    asked = MOTION[:-2]
    lines = answered(*asked).partition("to say what is the case\n")[2]
    option, _, also = lines.partition("\n\n")[0].partition(" (or: ")
    answers = " ".join(also.rstrip(")").split()).split(", ")
    assert option == "--service mail-abroad"
    assert {"mail", "electronic", "personal"} < set(answers)
    safe = {}
    for answer in ("mail-abroad", *answers):
        said = answered(*asked, "--service", answer, "--format", "json")
        safe[answer] = json.loads(said)["safe"]
        assert "to say what is the case" not in answered(*asked, "--service", answer)
    assert (safe["mail-abroad"], safe["personal"]) == ("2026-06-12", "2026-07-02")

    appeal = ("due", "us/frap/4(a)(1)(A)", "--after", "2026-03-02", "--court", "nysd")
    text = answered(*appeal)
    assert "\n--fact united-states-is-a-party=yes (or: no)" in text
    said = answered(*appeal, "--fact", "united-states-is-a-party=yes")
    assert "Due Fri 2026-05-01" in said
    assert "to say" not in said


def test_a_reading_is_chosen_by_the_option_that_is_printed() -> None:
    """Pasted as it stands, it makes the reading's date the due date."""
    c = lc.compute(
        "us-ca/ccp/437c(a)(2)",
        before=date(2026, 9, 24),
        court="us-ca/lasc",
        service="mail",
    )
    lines = answered(*MOTION).partition("choose one of these readings\n")[2]
    options = [shlex.split(line) for line in lines.splitlines()]
    assert len(options) == len(c.readings) > 0
    for option, reading in zip(options, c.readings, strict=True):
        assert set(option[::2]) == {"--reading"}
        data = json.loads(answered(*MOTION, *option, "--format", "json"))
        assert data["due"] == reading.due.isoformat()
    data = json.loads(answered(*MOTION, "--format", "json"))
    shown = [reading["dispute"] for reading in data["computation"]["data"]["readings"]]
    assert shown == [reading.dispute for reading in c.readings]


def test_json_holds_the_dates_and_the_whole_computation() -> None:
    """A machine finds the dates at the top, and can decode the rest."""
    data = json.loads(answered(*MOTION, "--format", "json"))
    assert data["due"] == "2026-06-30"
    assert data["safe"] == "2026-06-26"
    assert data["bound"] == "not-later-than"
    assert data["title"] == "Serve and file a motion for summary judgment"
    assert decode(data["computation"]) == lc.compute(
        "us-ca/ccp/437c(a)(2)",
        before=date(2026, 9, 24),
        court="us-ca/lasc",
        service="mail",
    )


def test_json_is_the_same_on_every_terminal() -> None:
    """It is ASCII: no locale changes a byte."""
    text = answered(*MOTION, "--format", "json")
    assert text.isascii()
    assert text == answered(*MOTION, "--format", "json")


AMENDED = "notice-of-appeal-filed=2021-09-12 --trigger judgment-entered=2021-09-10"


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("30 days --after 2026-06-03 --under us/frcp", "2026-07-06"),
        ("3 clear days --before 2006-10-20 --under gb-eaw/cpr", "2006-10-16"),
        (
            "16 court days --before 2026-09-24 --under us-ca/ccp --service mail",
            "2026-08-27",
        ),
        (
            "1 month --extending 2004-05-29 --under de/zpo --calendar de-nw",
            "2004-07-01",
        ),
        (
            "4 weeks --after 2024-07-29 --under at/zpo --nature appeal-notfrist",
            "2024-09-16",
        ),
        (
            "72 hours --after 2026-06-05T16:30 --timezone America/Chicago --court ilnd",
            "2026-06-08",
        ),
        ("us/frcp/4(m) --after 2020-08-13 --forum us-ca", "2020-11-12"),
        ("us/frcp/4(m) --after 2015-06-03 --as-of 2016-01-01", "2015-09-01"),
        ("1 day --after 2026-07-05 --under us/frcp --holiday 2026-07-06", "2026-07-07"),
        (
            "1 day --after 2026-07-05 --under us/frcp --inaccessible 2026-07-06",
            "2026-07-07",
        ),
        (
            "1 day --after 2026-06-03 --under us --suspension 2026-06-04/2026-06-09",
            "2026-06-10",
        ),
        (f"us/frap/4(a)(3) --court cand --trigger {AMENDED}", "2021-10-12"),
        ("de/zpo/217 --trigger hearing=2026-06-30", "2026-06-22"),
    ],
)
def test_every_option_reaches_the_law(line: str, due: str) -> None:
    """What the options say is what `compute` is asked; the date proves it."""
    data = json.loads(answered("due", *line.split(), "--format", "json"))
    assert data["due"] == due
    assert too_wide(answered("due", *line.split())) == []


def test_a_reading_can_be_chosen() -> None:
    """If the count first moves back to an open day, five days more are a Saturday."""
    choice = "backward-order=the move to an open day, then the added days"
    text = answered(*MOTION, "--reading", choice)
    assert "Due Fri 2026-06-26" in text


def test_local_rules_can_be_left_aside() -> None:
    """`--local-rules none`, and a notice says so."""
    words = ("due", "30", "days", "--after", "2026-06-03", "--court", "cand")
    assert "were left aside" in squeezed(answered(*words, "--local-rules", "none"))


def test_the_remaining_options_reach_the_law() -> None:
    """Those that name a thing: seen in the question that is stored."""
    line = (
        "30 days --after 2026-06-03 --under us/frcp --act serve --nature ordinary "
        "--paper other --service mail --service-extension none"
    )
    data = json.loads(answered("due", *line.split(), "--format", "json"))
    inputs = data["computation"]["data"]["inputs"]
    asked = {key: inputs[key] for key in ("act", "nature", "paper", "service")}
    assert asked == {
        "act": "serve",
        "nature": "ordinary",
        "paper": "other",
        "service": "mail",
    }
    assert inputs["service_extension"] == "none"


def test_a_period_that_does_not_run_has_no_date() -> None:
    """A motion stopped the time for appeal: no date, and for what it waits."""
    words = (
        "due",
        "us/frap/4(a)(1)(A)",
        "--trigger",
        "judgment-entered=2021-09-10",
        "--trigger",
        "tolling-motion-filed=2021-10-08",
    )
    data = json.loads(answered(*words, "--format", "json"))
    assert (data["due"], data["due_at"]) == (None, None)
    # nobody said that it is one of the motions that stop the time
    assert data["safe"] == "2021-10-12"
    assert data["waits_for"] == ["tolling-motion-decided"]
    assert "Not running: waits for tolling-motion-decided; safe" in answered(*words)


def test_notices_speak_of_options() -> None:
    """A notice that asks for an input names the option."""
    text = answered("due", "30", "days", "--after", "2026-06-03", "--under", "us/frcp")
    assert "Give --court or --forum." in squeezed(text)
    assert "court=" not in text


ABOUT_THE_LAW = [
    ("us/frcp/33b2 --after 2026-06-03", "Did you mean 'us/frcp/33(b)(2)'"),
    ("30 days --under us/frcp", "Pass --after (the trigger's date), --before"),
    ("30 days --after 2026-06-03", "Pass --under (a counting rule"),
    ("30 days --after 2026-06-03 --under us/frpc", "Did you mean 'us/frcp'"),
    ("30 days --after 2026-06-03 --court nysdd", "Did you mean 'us/nysd'"),
    ("30 days --after 2026-06-03 --court edva", "Did you mean 'us/vaed'"),
    ("33(b)(2) --after 2026-06-03", "Did you mean 'us/frcp/33(b)(2)', 'us"),
    ("30 days --after 2026-06-03 --court us/xyz", "There is no court 'us/xyz'."),
    (
        "us/frcp/33(b)(2) --after 2026-06-03 --service pigeon",
        "There is no method of service under us/frcp: 'pigeon'.",
    ),
    ("30 days --after 2035-12-20 --under us/frcp", "does not guess."),
    ("30 days --after 1980-12-20 --under us/frcp", "1980-12-20 is outside"),
    ("30 business days --after 2026-06-03 --under us/frcp", "are 'court days'."),
    ("-5 days --after 2026-06-03 --under us/frcp", "say --before or --after instead"),
    ("0 days --after 2026-06-03 --under us/frcp", "it must be at least one."),
    (
        "30 days --after 2026-06-03 --before 2026-07-03 --under us/frcp",
        "--after and --before were given together.",
    ),
    (
        "72 hours --after 2026-06-03 --under us/frcp",
        "2026-06-03T09:30 with --court, or with --timezone America/New_York, say.",
    ),
    (
        "us-ca/ccp/437c(a)(2) --before 2026-09-24 --fact service=mail",
        "has an argument of its own. Pass --service mail instead.",
    ),
    (
        "us/frap/4(a)(3) --after 2021-09-12",
        "Give those known: --trigger notice-of-appeal-filed=2021-09-12.",
    ),
    (
        "us/frap/4(a)(3) --trigger judgment=2021-09-12",
        "It must be one of 'judgment-entered'; 'notice-of-appeal-filed';",
    ),
    (
        "us/frcp/59(e) --after 2021-09-10 --under us/frap",
        "Leave --under out, or give a bare period.",
    ),
    (
        "us/frcp/59(e) --after 2021-09-10 --reading mail-order=maybe",
        "There is no answer to 'mail-order': 'maybe'.",
    ),
    (
        "us/frcp/59(e) --extending 2021-09-10",
        "instead: legalcase due 14 days --extending DATE.",
    ),
    ("us/frcp/59(e) --before 2021-09-10", "and --before was given. Pass --after."),
    ("us/frcp/59(e) --after 2021-09-10 --court gb-eaw/high-court", "not a rule of"),
    (
        "30 days --after 2026-06-03 --under us/frcp --forum us-zz",
        "There is no forum with legal holidays 'us-zz'.",
    ),
]


@pytest.mark.parametrize(("line", "part"), ABOUT_THE_LAW)
def test_the_law_refuses_in_two_sentences(line: str, part: str) -> None:
    """Status 1, on stderr, in words that the command line understands."""
    done = ran("due", *line.split())
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith("legalcase due: ")
    assert part in squeezed(done.err)
    assert too_wide(done.err) == []
    for keyword in ("after=", "before=", "under=", "court=", "date(", "datetime"):
        assert keyword not in done.err


ABOUT_THE_LINE = [
    (
        ["30 days", "--after", "2026-06-03", "--after", "2026-06-04"],
        "--after was given twice. Give it once.",
    ),
    (
        ["30 days", "--after", "3 June 2026"],
        "'3 June 2026' is no date. Write 2026-06-03",
    ),
    (["30 days", "--after", "2026-02-30"], "is no day of the calendar."),
    (["30 days", "--after", "2026-06-03T25:00"], "is no time of the calendar."),
    (["30 days", "--after", "2026-06-03T10:00+02:00"], "is no date."),
    (["30 days", "--holiday", "tomorrow"], "'tomorrow' is no date."),
    (["1 hour", "--after", "2026-06-03T10:00", "--under", "us/frcp"], "--timezone Am"),
    (["1 hour", "--timezone", "PST"], "There is no time zone 'PST'. Write a place"),
    (["1 hour", "--timezone", "Europe/Londn"], "Did you mean 'Europe/London'?"),
    (["1 day", "--reading", "mail-order"], "is no pair. Write DISPUTE=ANSWER"),
    (["1 day", "--fact", "time-missed"], "shows them: time-missed=yes"),
    (
        ["1 day", "--fact", "time-missed=yes", "--fact", "time-missed=no"],
        "--fact time-missed was given twice, as 'yes' and as 'no'. Give it once",
    ),
    (["1 day", "--trigger", "2026-06-03"], "is no trigger. Write WORD=DATE"),
    (["1 day", "--trigger", "x=soon"], "'soon' is no date."),
    (["1 day", "--trigger", "x=2026-06-03"], "is a bare period. Give --after"),
    (
        ["us/frap/4(a)(3)", "--trigger", "x=2026-06-03", "--after", "2026-06-03"],
        "--trigger and --after were given together.",
    ),
    (
        ["us/frap/4(a)(3)", "--trigger", "x=2026-06-03", "--trigger", "x=2026-06-04"],
        "names a word twice.",
    ),
    (["1 day", "--suspension", "2026-07-01"], "is no range. Write its first"),
    (["1 day", "--suspension", "2026-07-02/2026-07-01"], "ends before it begins."),
    (["1 day", "--local-rules", "all"], "invalid choice: 'all'"),
    (["1 day", "--law", "nowhere"], "--law: 'nowhere' is no folder."),
    (["1 day", "--overriding", "us/frcp"], "--overriding goes with --law."),
]


@pytest.mark.parametrize(("words", "part"), ABOUT_THE_LINE)
def test_a_line_that_cannot_be_used_says_why(words: list[str], part: str) -> None:
    """Status 2: a date that is none, a folder that is none."""
    done = ran("due", *words)
    assert (done.status, done.out) == (2, "")
    assert part in squeezed(done.err)
    assert too_wide(done.err) == []


def _own_law(folder: Path) -> None:
    pack = folder / "us" / "deadlines"
    pack.mkdir(parents=True)
    (pack / "frcp.toml").write_text(
        'format = 1\n[pack]\nid = "us/frcp"\nname = "By order"\n'
        'counting = "us/frcp"\ncite_prefix = "Order "\n'
        '[[deadline]]\nid = "33(b)(2)"\ntitle = "On shortened time"\n'
        'trigger = "discovery-request-served"\nact = "serve"\nperiod = "14 days"\n'
        'bound = "not later than"\nservice_extension = "none"\ncite = "3"\n'
        "in_force = { from = 2026-06-01 }\n"
        'verified = { how = "text", on = 2026-11-25 }\n'
        'examples = [{ after = 2026-06-03, due = 2026-06-17, source = "by hand" }]\n',
        encoding="utf-8",
    )


def test_a_folder_of_law_of_one_s_own(tmp_path: Path) -> None:
    """`--law` with `--overriding` puts an entry in another's place, and says so."""
    _own_law(tmp_path)
    words = ["due", "us/frcp/33(b)(2)", "--after", "2026-06-03", "--law", str(tmp_path)]
    done = ran(*words)
    assert done.status == 1
    assert "1 problem in the law files" in squeezed(done.err)
    text = answered(*words, "--overriding", "us/frcp/33(b)(2)")
    assert "Due Wed 2026-06-17" in text
    assert "put in its place by a folder of your own" in squeezed(text)


def test_a_folder_without_law(tmp_path: Path) -> None:
    """The wrong folder is not taken for one without entries."""
    done = ran("due", "1 day", "--after", "2026-06-03", "--law", str(tmp_path))
    assert done.status == 2
    assert "holds no file of law" in squeezed(done.err)


def test_the_words_of_the_law_are_quoted_in_every_form() -> None:
    """Under each step; as JSON by clause; a calendar file has no place for them."""
    words = ("due", "xx/cp/20", "--after", "2026-02-02", "--law", str(ATLANTIS))
    said = "The answer is filed within one and twenty days of service of the claim."
    for form in ("text", "markdown", "html"):
        begun = said[:42]
        assert begun in squeezed(answered(*words, "--words", "--format", form))
        assert begun not in squeezed(answered(*words, "--format", form))
    assert too_wide(answered(*words, "--words")) == []
    data = json.loads(answered(*words, "--words", "--format", "json"))
    assert data["words"]["C.P. 20; C.P. 2"][0]["text"] == said
    assert "words" not in json.loads(answered(*words, "--format", "json"))
    done = ran(*words, "--words", "--format", "ics")
    assert done.status == 2
    assert "--words is for what explains" in done.err


def test_the_words_of_a_day_of_service() -> None:
    """Are those of the rule."""
    law = ("--under", "xx/cp", "--law", str(ATLANTIS))
    text = squeezed(answered("served", "2026-02-27", "mail", *law, "--words"))
    assert "“What was mailed is received on the second day, if" in text
