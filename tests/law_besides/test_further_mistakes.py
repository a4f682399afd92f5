"""Mistakes made on purpose with the keys of a new state: each is answered where it is.

They were made when Texas and one of its counties were entered from the documentation
alone; what was not understood at once has its answer here.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

import pytest

from cli.running import ran, squeezed
from dues_law import copied
from law_folders import changed, refused
from legalcase.cli.console.phrasing import in_options
from legalcase.errors import ConflictingInputError
from legalcase.law.examples import run_examples
from legalcase.law.files.folder import LawFolder
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from pathlib import Path

MI: Final = "mi/deadlines/mcr.toml"
MCR: Final = "mi/counting/mcr.toml"
TX: Final = "tx/deadlines/trcp.toml"
DAYS: Final = "mi/calendar.toml"
CASE: Final = 'service = ["mail"]'
SHORT: Final = "service_for = "
TOLL: Final = "through = 2020-06-01, effect = 'not counted', cite = 'order' }]\n"
WEEK: Final = (
    '["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]'
)
OUTSIDE: Final = '\nfacts = { served-outside-the-state = "yes" }'
QUOTE: Final = f'words = "{"and so on " * 14}"\n'


class Mistake(NamedTuple):
    """What is written in the place of what, and how it is answered."""

    file: str
    old: str
    new: str
    path: str
    says: str


MISTAKES: Final = {
    "a group in the place of a method": Mistake(
        MI,
        CASE,
        'service = ["all-mail"]',
        ".when[1].service[0]",
        "It is a group, which stands in tables of service and completion alone. Name "
        "its methods: mail, mail-out-of-state, mail-abroad.",
    ),
    "a spelling that callers may give": Mistake(
        MI,
        CASE,
        'service = ["us-mail"]',
        ".when[1].service[0]",
        "It is a spelling of callers, for 'mail'. Write that word.",
    ),
    "an answer with a capital": Mistake(
        MI,
        OUTSIDE,
        OUTSIDE.replace("yes", "Yes"),
        ".facts.served-outside-the-state",
        "is 'Yes'. Write 'yes'.",
    ),
    "an answer that is no text": Mistake(
        MI,
        OUTSIDE,
        OUTSIDE.replace('"yes"', "true"),
        ".facts.served-outside-the-state",
        "is true, and must be text.",
    ),
    "from for on": Mistake(
        MCR,
        SHORT,
        f"tolls = [{{ from = 2020-03-13, {TOLL}{SHORT}",
        "$.version[0].tolls[0].from",
        "is no key of this table. Did you mean 'on'?",
    ),
    "a date for on": Mistake(
        MCR,
        SHORT,
        f"tolls = [{{ date = 2020-03-13, {TOLL}{SHORT}",
        "$.version[0].tolls[0].date",
        "is no key of this table. Did you mean 'on'?",
    ),
    "no day to work": Mistake(
        DAYS,
        "closed_by =",
        f"weekend = {WEEK}\nclosed_by =",
        "$.calendar.weekend",
        "has every day of the week: none would ever be open.",
    ),
    "a weekend of old without a day to work": Mistake(
        DAYS,
        "closed_by =",
        f"weekend = [{{ days = {WEEK} }}]\nclosed_by =",
        "$.calendar.weekend[0].days",
        "has every day of the week: none would ever be open.",
    ),
    "words beyond forty": Mistake(
        DAYS,
        "closed_by =",
        f"{QUOTE}closed_by =",
        "$.calendar.words",
        "42 words, and must be the operative words, quoted: 40 of them at",
    ),
    "no format": Mistake(
        MI, "format = 1\n", "", "$.format", "is missing. This version reads"
    ),
    "a roll taken away": Mistake(
        MCR,
        "[version.service.general]",
        '[[version]]\nfrom = 2020-01-01\nremove = ["roll.before"]\n'
        "[version.service.general]",
        "$.version[1]",
        "lacks 'roll.before' from 2020-01-01 on",
    ),
    "midnight as hour 24": Mistake(
        TX,
        "1992-05-26T23:59:59",
        "1992-05-26T24:00:00",
        "$",
        "has an hour 24, which a local time of TOML has not. Write the date alone",
    ),
    "an id unlike its place": Mistake(
        DAYS, 'id = "mi"', 'id = "us-mi"', "$.calendar.id", "Make them agree."
    ),
}


@pytest.mark.parametrize("name", sorted(MISTAKES))
def test_each_mistake_is_answered_where_it_is(tmp_path: Path, name: str) -> None:
    """With what is wrong, and what to write."""
    file, old, new, path, says = MISTAKES[name]
    folder = copied(tmp_path)
    changed(folder, file, old, new)
    told = refused(folder)
    assert any(
        where == file and place.endswith(path) and says in what
        for where, place, what in told
    ), told


def test_a_base_misspelt_is_told_once(tmp_path: Path) -> None:
    """At the calendar itself, and nowhere that names the calendar."""
    folder = copied(tmp_path)
    changed(folder, DAYS, "closed_by =", 'based_on = "us/frcp"\nclosed_by =')
    assert [(file, path) for file, path, _ in refused(folder)] == [
        (DAYS, "$.calendar.based_on")
    ]


def test_two_references_that_lead_nowhere_are_told_both(tmp_path: Path) -> None:
    """The one is no echo of the other."""
    folder = copied(tmp_path)
    changed(folder, MCR, 'default_calendar = "mi"', 'default_calendar = "mo"')
    changed(folder, DAYS, "closed_by =", 'based_on = "us/frcp"\nclosed_by =')
    assert [(file, path) for file, path, _ in refused(folder)] == [
        (DAYS, "$.calendar.based_on"),
        (MCR, "$.rule.default_calendar"),
    ]


def test_an_hour_that_is_not_known_is_not_none(tmp_path: Path) -> None:
    """An example expects an hour, and the deadline has none."""
    folder = copied(tmp_path)
    changed(
        folder,
        TX,
        "after = 2013-10-01, due = 2013-10-28",
        "after = 2013-10-01, due = 2013-10-28T10:00:00",
    )
    law = Law.bundled().with_folder(folder)
    (problem,) = run_examples(law, LawFolder(folder))
    assert problem.what == (
        "due is 2013-10-28, of which no hour is known, not 2013-10-28 10:00:00."
    )


def test_the_command_names_its_own_options_for_events(tmp_path: Path) -> None:
    """Of a deadline whose texts run from several events."""
    law = Law.bundled().with_folder(copied(tmp_path))
    with pytest.raises(ConflictingInputError) as caught:
        law.compute("tx/trcp/166a", before=date(2026, 3, 20))
    said = in_options(str(caught.value))
    assert "--before 2026-03-20 does not name its event" in said
    assert "--trigger summary-judgment-motion-filed=DATE" in said


def test_a_file_of_another_ending_is_named(tmp_path: Path) -> None:
    """By the command that checks a folder: nothing else would ever read it."""
    folder = copied(tmp_path)
    (folder / MI).rename(folder / f"{MI}.txt")
    (folder / "mi/notes.txt").write_text("of a lawyer", encoding="utf-8")
    (folder / "mi/.toml.txt").write_text("", encoding="utf-8")
    done = ran("law", str(folder))
    assert done.status == 1
    assert f"{MI}.txt: $: is not read: its name has an ending behind .toml." in (
        squeezed(done.err)
    )
    assert "1 problem" in done.err
