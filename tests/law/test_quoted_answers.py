"""An answer, a stay, an observance that cites other law than its entry quotes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cli.running import ran
from law_folders import changed, copied, written
from legalcase.law.check.quotes.quoted import claims, unquoted
from legalcase.law.files.folder import LawFolder
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from pathlib import Path

RULE, PACK, DAYS = "xx/counting/cp.toml", "xx/deadlines/cp.toml", "xx/calendar.toml"
GALLEY = 'words = "A claim that came by sea is answered within forty days."\n'
CLOCKS = """
[clocks]
id = "xx/limits"
name = "Limits"
cite_prefix = "L. "
verified = { how = "text" }

[[exclusion]]
id = "2"
name = "The sea stands in the court"
from = "the day itself"
through = "the day itself"
needs = "nothing"
cite = "2"
words = "While the sea stands in the court no time runs."

[[clock]]
id = "1"
title = "Claim"
starts = [{ event = "complaint-filed", cite = "1" }]
begins = "with the event"
limit = "1 year"
first_day = { is = "excluded", cite = "1" }
bound = "not later than"
late = "comes too late"
exclusions = ["2"]
cite = "1"
words = "A claim is brought within the year."
in_force = { from = 2000-01-01 }
examples = []

[[clock.dispute]]
id = "ebb"
question = "Does the day of the ebb count?"
adopted = "no"
cite = "CITED"

[[clock.dispute.reading]]
name = "yes"
exclusions = ["2"]
from = "the next day"
cite = "ANSWER"
"""


def owed(folder: Path, file: str) -> list[str]:
    """The places in a file that owe words."""
    return [path for name, path, _ in unquoted(LawFolder(folder)) if name == file]


@pytest.mark.parametrize(
    ("file", "words", "path"),
    [
        (RULE, "The days for the mail come first", "$.dispute[0].reading[0]"),
        (PACK, "A claim that came by sea", "$.deadline[0].dispute[0].reading[0]"),
        (DAYS, "What falls on a Saturday is kept the", "$.calendar.observance"),
        (DAYS, "The Friday is kept", "$.dispute[0].reading[0]"),
    ],
)
def test_what_cites_other_law_than_its_entry_quotes_it(
    tmp_path: Path, file: str, words: str, path: str
) -> None:
    """The words of the entry say nothing of it; or it says how it was verified."""
    folder = copied(tmp_path)
    text = (folder / file).read_text(encoding="utf-8")
    (line,) = [one for one in text.splitlines() if one.startswith(f'words = "{words}')]
    changed(folder, file, f"{line}\n", "")
    assert owed(folder, file) == [f"{path}.words"]
    restored = text.replace(line, 'verified = { how = "secondary" }')
    (folder / file).write_text(restored, encoding="utf-8")
    assert owed(folder, file) == []


def test_a_stay_and_a_question_of_a_deadline_quote_what_they_cite(
    tmp_path: Path,
) -> None:
    """Each by itself: a question can rest on other law than its deadline."""
    folder = copied(tmp_path)
    changed(folder, PACK, ', words = "While the case rests, its times rest."', "")
    changed(folder, PACK, 'adopted = "no"\ncite = "20"', 'adopted = "no"\ncite = "22"')
    assert owed(folder, PACK) == [
        "$.deadline[0].stayed_by_stay.words",
        "$.deadline[0].dispute[0].words",
    ]
    # What its own question cites, an answer may rest on.
    changed(folder, PACK, f'cite = "Re Galley"\n{GALLEY}', 'cite = "22"\n')
    assert len(owed(folder, PACK)) == 2


def test_what_the_versions_of_a_deadline_cite_its_words_say(tmp_path: Path) -> None:
    """A later text has another place; it quotes what it changes."""
    folder = copied(tmp_path)
    changed(folder, PACK, 'period = "28 days"', 'period = "28 days"\ncite = "20 new"')
    changed(folder, PACK, f'cite = "Re Galley"\n{GALLEY}', 'cite = "20 new"\n')
    assert owed(folder, PACK) == []


@pytest.mark.parametrize(
    ("stated", "owing"),
    [
        ('[{ how = "recall" }, { from = 2010-01-01, how = "text" }]', True),
        ('[{ how = "text" }, { from = 2010-01-01, how = "recall" }]', False),
        ('{ how = "secondary" }', False),
    ],
)
def test_an_answer_counts_as_the_newest_text_of_its_deadline(
    tmp_path: Path, stated: str, *, owing: bool
) -> None:
    """As the results of the law say of it; and what was read nowhere owes nothing."""
    folder = copied(tmp_path)
    changed(folder, PACK, GALLEY, "")
    changed(folder, PACK, 'verified = { how = "text", on', f"verified = {stated}\n# on")
    path = "$.deadline[0].dispute[0].reading[0].words"
    assert (path in owed(folder, PACK)) is owing
    law = Law.bundled().with_folder(folder)
    (dispute,) = law.deadline("xx/cp/20").disputes
    assert (dispute.readings[0].authority.verified == "text") is owing


def test_an_answer_without_a_citation_rests_on_that_of_its_settings(
    tmp_path: Path,
) -> None:
    """Several, each in its place: `[[words]]` quote them as they do of versions."""
    folder = copied(tmp_path)
    changed(folder, RULE, 'cite = ["8(2)"]', 'cite = ["9(2)"]')
    assert owed(folder, RULE) == ["$.dispute[1].reading[0].words", "$.words[8].cite[0]"]
    changed(folder, RULE, 'cite = "8(2)"', 'cite = "9(2)"')
    assert owed(folder, RULE) == []


def test_of_a_rule_read_in_part_the_answers_that_were_read_owe_words(
    tmp_path: Path,
) -> None:
    """Of the others nobody said that their text was read."""
    folder = copied(tmp_path)
    changed(folder, RULE, 'how = "text", on', 'how = "recall", read = ["8"], on')
    changed(folder, RULE, 'words = "The days for the mail come first', "# ")
    changed(folder, RULE, 'cite = ["8(2)"]', 'cite = ["9"]')
    found = [path for path in owed(folder, RULE) if "dispute" in path]
    assert found == ["$.dispute[1].reading[0].words"]


@pytest.mark.parametrize(
    ("cited", "answer", "paths"),
    [
        ("1", "1", []),
        ("3", "3", ["$.clock[0].dispute[0].words"]),
        ("1", "Re Ebb", ["$.clock[0].dispute[0].reading[0].words"]),
    ],
)
def test_the_questions_of_a_clock_too(
    tmp_path: Path, cited: str, answer: str, paths: list[str]
) -> None:
    """Its file is verified at its head, and each clock quotes what it cites."""
    text = CLOCKS.replace("CITED", cited).replace("ANSWER", answer)
    name = "xx/clocks/limits.toml"
    folder = written(tmp_path, {name: text})
    assert owed(folder, name) == paths


def test_an_observance_of_a_holiday_and_of_an_answer_quote_too(tmp_path: Path) -> None:
    """Where they cite what neither the day nor the calendar cites."""
    folder = copied(tmp_path)
    moved = 'observance = { saturday = "none", sunday = "next day" }'
    cited = moved.replace(" }", ', cite = "Tides Act" }')
    changed(folder, DAYS, moved, cited)
    changed(folder, DAYS, 'falls = "march 3"\n', f'falls = "march 3"\n{cited}\n')
    assert sorted(owed(folder, DAYS)) == [
        "$.dispute[0].reading[0].observance.words",
        "$.holiday[0].observance.words",
    ]
    quoting = cited.replace(" }", ', words = "No day is moved." }')
    told = cited.replace(" }", ', verified = { how = "secondary" } }')
    changed(folder, DAYS, cited, quoting)
    changed(folder, DAYS, cited, told)
    assert owed(folder, DAYS) == []


def test_the_words_of_an_observance_change_no_day(tmp_path: Path) -> None:
    """They stand on the page, and in no answer."""
    folder = copied(tmp_path)
    moved = 'observance = { saturday = "none", sunday = "next day" }'
    backed = 'cite = "Re Oars", words = "No Friday.", verified = { how = "text" } }'
    changed(folder, DAYS, moved, moved.replace(" }", f", {backed}"))
    law = Law.bundled().with_folder(folder)
    (dispute,) = law.calendar("xx").definition.disputes
    moved_by = dispute.readings[0].change["observance"]
    assert set(moved_by) == {"saturday", "sunday", "cite"}
    done = ran("law", str(folder))
    assert done.status == 0, done.err


def test_each_is_counted_among_the_words(tmp_path: Path) -> None:
    """What quotes counts as such in the table of the check and on the page."""
    folder = copied(tmp_path)
    file = LawFolder(folder).read(PACK)
    assert file is not None
    before = [claim for claim in claims(file) if not claim.what]
    assert "$.deadline[0].dispute[0].reading[0].words" in {one.path for one in before}
    assert "$.deadline[0].stayed_by_stay.words" in {one.path for one in before}
