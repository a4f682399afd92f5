"""Thirty mistakes that a lawyer makes who enters a law for the first time.

Each is answered with the file, the path in it, and what to do. They were collected
when twenty states were entered by hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import pytest

from law_folders import changed, copied, refused
from legalcase.cli.console.phrasing import in_options
from legalcase.errors import LawError
from legalcase.law.examples import run_examples
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from pathlib import Path

CALENDAR: Final = "xx/calendar.toml"
RULE: Final = "xx/counting/cp.toml"
PACK: Final = "xx/deadlines/cp.toml"
COURTS: Final = "xx/courts.toml"


class Mistake(NamedTuple):
    """What is written in the place of what, and how it is answered."""

    file: str
    old: str
    new: str
    path: str
    says: str


MISTAKES: Final = {
    "a key misspelt": Mistake(
        RULE,
        "default_act =",
        "defualt_act =",
        "$.rule.defualt_act",
        "is no key of this table. Did you mean 'default_act'?",
    ),
    "a date in quotation marks": Mistake(
        RULE,
        "from = 2015-01-01",
        'from = "2015-01-01"',
        "$.version[1].from",
        "is '2015-01-01', and must be a date (2026-07-04).",
    ),
    "a threshold in words": Mistake(
        RULE,
        '"< 7 days"',
        '"less than 7 days"',
        "$.version[0].short.periods",
        "is 'less than 7 days', and must be '< 11 days' or '<= 5 days'.",
    ),
    "a threshold with two equals signs": Mistake(
        RULE,
        '"< 7 days"',
        '"== 2 days"',
        "$.version[0].short.periods",
        "is '== 2 days', and must be '< 11 days' or '<= 5 days'.",
    ),
    "a kind that nobody knows": Mistake(
        RULE,
        '"legal-holiday", "flood"',
        '"public-holiday", "flood"',
        "$.version[0].court_days.closed.court[0]",
        "Add it, with its meaning, to vocabulary.toml.",
    ),
    "business days": Mistake(
        PACK,
        'period = "21 days"',
        'period = "21 business days"',
        "$.deadline[0].period",
        "is '21 business days'.",
    ),
    "a period in words": Mistake(
        PACK,
        'period = "21 days"',
        'period = "twenty-one days"',
        "$.deadline[0].period",
        "is 'twenty-one days'.",
    ),
    "e-mail with its hyphen": Mistake(
        RULE,
        'personal = { add = "nothing" }',
        'e-mail = { add = "nothing" }',
        "$.version[0].service.general.e-mail",
        "It is a spelling of callers, for 'email'. Write that word.",
    ),
    "versions out of order": Mistake(
        RULE,
        "from = 2015-01-01",
        "from = 1995-01-01",
        "$.version[1].from",
        "Put the versions in order, one a date.",
    ),
    "a sub-table of another table": Mistake(
        RULE,
        "[version.roll.after]",
        "[version.rolls.after]",
        "$.version[0].rolls",
        "is no key of this table. Did you mean 'roll'?",
    ),
    "a calendar that there is not": Mistake(
        RULE,
        'default_calendar = "xx"',
        'default_calendar = "xx/courts"',
        "$.rule.default_calendar",
        "There is no calendar 'xx/courts'.",
    ),
    "a window with a year": Mistake(
        RULE,
        'extension = { from = "rolled end", cite = "7" }',
        'suspension = { effect = "not counted", windows = [{ from = "july 1 2024", '
        'through = "july 31" }], months = "raw end plus the rest", sees = "raw end", '
        'cite = "7" }',
        "$.version[0].suspension.windows[0].from",
        "is 'july 1 2024'.",
    ),
    "an order with hyphens": Mistake(
        RULE,
        '"roll, add, roll"',
        '"roll-add-roll"',
        "$.version[0].service.general.order",
        "It must be one of 'roll, add, roll', ",
    ),
    "a key that is missing": Mistake(
        COURTS,
        'cite = "Courts Act, s. 3"\n',
        "",
        "$.court[2].cite",
        "is missing. State it, or name the court that this one is like.",
    ),
    "a trigger that there is not": Mistake(
        PACK,
        '"complaint-served"',
        '"complaint-recieved"',
        "$.deadline[0].trigger",
        "Did you mean 'complaint-",
    ),
    "a horizon wider than that of the base": Mistake(
        "xx/calendars/harbour.toml",
        "through = 2030-12-31",
        "through = 2099-12-31",
        "$.calendar.horizon",
        "is wider than that of 'xx', ",
    ),
    "an id that is missing": Mistake(
        PACK, 'id = "20"\n', "", "$.deadline[0].id", "is missing."
    ),
    "a deadline entered twice": Mistake(
        PACK,
        '[[deadline.version]]\nfrom = 2030-01-01\nwords = "The answer is filed within '
        'eight and twenty days of service of the claim."\nperiod = "28 days"\n',
        """[[deadline]]
id = "20"
title = "Answer to the claim"
trigger = "complaint-served"
act = "file"
period = "28 days"
bound = "not later than"
service_extension = "general"
cite = "20"
in_force = { from = 2000-01-01 }
verified = { how = "recall" }
examples = []
""",
        "$.deadline[1].id",
        "is '20' for the second time here. Choose another.",
    ),
    "a key at the wrong level": Mistake(
        RULE,
        'name = "Code of Procedure of Atlantis"\n',
        'name = "Code of Procedure of Atlantis"\nmonths = { end = "as it comes" }\n',
        "$.rule.months",
        "is no key of this table. The keys here are: ",
    ),
    "a key below the header of a sub-table": Mistake(
        RULE,
        'personal = { add = "nothing" }\n',
        'personal = { add = "nothing" }\n'
        'expiry = { from = "rolled end", cite = "7" }\n',
        "$.version[0].service.general.expiry",
        "is no key of version.service.general, and one of version. Move it there: "
        "what stands below the header [version.service.general] belongs to that.",
    ),
    "a table of service that there is not": Mistake(
        PACK,
        'service_extension = "general"',
        'service_extension = "motions"',
        "$.deadline[0].service_extension",
        "is 'motions'; xx/cp has these tables: general.",
    ),
    "two heads": Mistake(
        RULE,
        "[[version]]\n",
        '[rule]\nid = "xx/cp"\n[[version]]\n',
        "$",
        "is not readable as TOML: ",
    ),
    "the thirtieth of February": Mistake(
        CALENDAR,
        'falls = "march 3"',
        'falls = "february 30"',
        "$.holiday[0].falls",
        "is 'february 30'.",
    ),
    "the fifth Monday": Mistake(
        CALENDAR,
        'falls = "march 3"',
        'falls = "fifth monday of january"',
        "$.holiday[0].falls",
        "is 'fifth monday of january'.",
    ),
    "a horizon reversed": Mistake(
        CALENDAR,
        "through = 2035-12-31",
        "through = 1935-12-31",
        "$.calendar.horizon.through",
        "Swap the two.",
    ),
    "curled quotation marks": Mistake(
        PACK,
        'title = "Answer to the claim"',
        "title = \u201cAnswer to the claim\u201d",
        "$",
        "is not readable as TOML: line 11 has curled quotation marks, which a program "
        'for letters puts in. Write straight ones: ".',
    ),
    "a quotation mark lost": Mistake(
        PACK,
        'title = "Answer to the claim"',
        'title = "Answer to the claim',
        "$",
        "is not readable as TOML: in line 11 a quotation mark is missing, or one is "
        "too many. Each text begins and ends with one.",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_answered_at_its_place(tmp_path: Path, name: str) -> None:
    """With file and path, and in words that say what to do."""
    mistake = MISTAKES[name]
    law = copied(tmp_path)
    changed(law, mistake.file, mistake.old, mistake.new)
    found = [
        what
        for file, path, what in refused(law)
        if (file, path) == (mistake.file, mistake.path)
    ]
    assert found, refused(law)
    assert any(mistake.says in what for what in found), found


def test_a_file_under_another_name_is_told(tmp_path: Path) -> None:
    """28: the id says where it belongs."""
    law = copied(tmp_path)
    (law / RULE).rename(law / "xx/counting/code.toml")
    found = {(file, path): what for file, path, what in refused(law)}
    what = found["xx/counting/code.toml", "$.rule.id"]
    assert what == "is 'xx/cp', and the file's place says 'xx/code'. Make them agree."


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("xx/rules/cp.toml", "law stands in jurisdiction.toml, calendar.toml, "),
        (
            "counting/cp.toml",
            "stands in the folder of no jurisdiction. Put it into one",
        ),
    ],
)
def test_a_file_at_a_wrong_place_is_told(tmp_path: Path, place: str, says: str) -> None:
    """29: with the places there are."""
    law = copied(tmp_path)
    (law / place).parent.mkdir()
    (law / place).write_text("format = 1\n", encoding="utf-8")
    ((file, path, what),) = refused(law)
    assert (file, path) == (place, "$")
    assert says in what


def test_a_wrong_date_in_an_example_is_told(tmp_path: Path) -> None:
    """30: a folder is taken with it, and its examples say so when they are run."""
    law = copied(tmp_path)
    changed(law, PACK, "due = 2026-02-23", "due = 2026-02-24")
    loaded = Law.bundled().with_folder(law)
    assert run_examples(loaded, loaded.folders[-1]) == [
        (PACK, "$.deadline[0].examples[0]", "due is 2026-02-23, not 2026-02-24.")
    ]


def test_beside_a_path_stands_the_entry(tmp_path: Path) -> None:
    """Nobody counts from zero to the fourteenth holiday."""
    law = copied(tmp_path)
    changed(law, CALENDAR, 'falls = "march 3"', 'falls = "february 30"')
    changed(law, RULE, '"roll, add, roll"', '"roll-add-roll"')
    changed(law, PACK, 'period = "21 days"', 'period = "21"')
    with pytest.raises(LawError) as caught:
        Law.bundled().with_folder(law)
    text = str(caught.value)
    lines = {line.split(": ")[1]: line for line in text.splitlines()[1:]}
    assert lines["$.holiday[0].falls"].endswith(" (holiday 'founding-day')")
    assert lines["$.version[0].service.general.order"].endswith(
        " (version from 2000-01-01)"
    )
    assert lines["$.deadline[0].period"].endswith(" (deadline '20')")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"Code of Procedure of Atlantis"', "2020-03-20", "is 2020-03-20, and must be"),
        (
            '"excluded"',
            "{ on = 2020-03-20, days = [1, 2021-01-01] }",
            "is { on = 2020-03-20, days = [1, 2021-01-01] }. It must be",
        ),
    ],
)
def test_a_value_is_quoted_as_its_file_has_it(
    tmp_path: Path, old: str, new: str, says: str
) -> None:
    """A date as a date, and not as Python writes one."""
    law = copied(tmp_path)
    changed(law, RULE, old, new)
    assert says in str([what for _, _, what in refused(law)])


def test_the_command_says_its_own_option() -> None:
    """What Python is told to write, somebody at a shell writes otherwise."""
    said = "declare it: with_folder(…, overriding=('jurisdiction:us-il',))."
    assert in_options(said) == "declare it: --overriding jurisdiction:us-il."
