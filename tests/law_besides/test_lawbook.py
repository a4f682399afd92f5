"""Law: names to values, only the files that a question names, plug-ins, search."""

from __future__ import annotations

import subprocess
import sys
import threading
from datetime import date
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from law_folders import ATLANTIS, copied, written
from legalcase.catalogue.deadline_rule import DeadlineRule
from legalcase.counting.rules.counting_rule import CountingRule
from legalcase.errors import LawError, UnknownNameError
from legalcase.law.book.finding import by_name
from legalcase.law.book.vocabulary import meanings_of, words_of
from legalcase.law.files.folder import BUNDLED, LawFolder
from legalcase.law.files.reading.names import sort_of
from legalcase.law.files.schema.sorts import OF_A_CASE, SORTS
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from collections.abc import Callable

LAW = Law.bundled()


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were there and were read, in order."""
    names: list[str] = []
    load = LawFolder._load

    def recording(folder: LawFolder, name: str) -> bytes | None:
        content = load(folder, name)
        if content is not None:
            names.append(name)
        return content

    monkeypatch.setattr(LawFolder, "_load", recording)
    return names


def fresh() -> Law:
    """The bundled law with nothing read yet."""
    return Law((LawFolder(BUNDLED),))


def test_only_the_files_that_a_question_names_are_read(read: list[str]) -> None:
    """A deadline with its court: its pack, its rule, the court, their calendars."""
    law = fresh()
    law.compute("us/frcp/33(b)(2)", after=date(2026, 6, 3), court="us/cand")
    assert set(read) == {
        "us/calendar.toml",
        "us/counting/frcp.toml",
        "us/courts.toml",
        "us/deadlines/frcp.toml",
        "us/local-rules/cand.toml",
        "us-ca/calendars/legal-holidays.toml",
    }
    assert len(read) == len(set(read)), "a file is read once"


def test_a_bare_period_reads_no_deadlines(read: list[str]) -> None:
    """The rule, and its calendar."""
    fresh().compute("21 days", after=date(2026, 6, 3), under="us/frcp")
    assert sorted(read) == ["us/calendar.toml", "us/counting/frcp.toml"]


def test_a_based_rule_reads_its_base_and_a_calendar_its_own(read: list[str]) -> None:
    """What is named is followed, as far as it leads, and no further."""
    law = fresh()
    law.counting_rule("gb-eaw/portal")
    law.calendar("de-by/augsburg")
    assert sorted(read) == [
        "de-by/calendar.toml",
        "de-by/calendars/augsburg.toml",
        "de-by/calendars/catholic.toml",
        "gb-eaw/counting/cpr.toml",
        "gb-eaw/counting/portal.toml",
    ]


def test_nothing_is_read_before_a_question(read: list[str]) -> None:
    """Neither by the value itself nor by its comparison."""
    law = fresh()
    assert law == fresh()
    assert repr(law)
    assert read == []


def test_what_was_read_is_kept(read: list[str]) -> None:
    """The same question again opens no file."""
    law = fresh()
    for _ in range(2):
        law.compute("21 days", after=date(2026, 6, 3), under="us", court="us/nysd")
        count = len(read)
    law.compute("21 days", after=date(2026, 6, 3), under="us", court="us/nysd")
    assert len(read) == count
    assert law.calendar("us") is law.calendar("us")
    assert law.court("nysd") is law.court("nysd")


def test_any_number_of_different_questions_is_answered() -> None:
    """What is kept ready for the next question is bounded, and changes no answer."""
    law = fresh()
    first = law.compute("1 day", after=date(2026, 6, 3), under="us/frcp")
    for number in range(1, 1100):
        law.compute(f"{number} days", after=date(2026, 6, 3), under="us/frcp")
    again = law.compute("1 day", after=date(2026, 6, 3), under="us/frcp")
    assert again == first


def test_threads_that_ask_first_at_once_agree() -> None:
    """Sixteen of them, of a law that has read nothing."""
    law, barrier = fresh(), threading.Barrier(16)
    found: list[object] = []

    def ask() -> None:
        barrier.wait()
        found.append(
            law.compute("us/frcp/33(b)(2)", after=date(2026, 6, 3), court="cand")
        )

    threads = [threading.Thread(target=ask) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [found[0]] * 16


def test_a_rule_is_a_deadline_or_a_counting_rule() -> None:
    """Two slashes name a deadline; a jurisdiction's id its general counting rule."""
    assert isinstance(LAW.rule("us/frcp/59(e)"), DeadlineRule)
    assert isinstance(LAW.rule("us/frcp"), CountingRule)
    assert LAW.rule("us") == LAW.rule("us/frcp")
    assert LAW.rule("gb-eaw") == LAW.rule("gb-eaw/cpr")


@pytest.mark.parametrize(
    ("ask", "name", "message"),
    [
        (LAW.calendar, "us-wy", "There is no calendar 'us-wy'. Did you mean 'us-"),
        (LAW.calendar, "zz", "For a country without a court calendar: 'holidays:JP'"),
        (LAW.calendar, "us/area", "There is no calendar 'us/area'"),
        (
            LAW.counting_rule,
            "us/frpc",
            "no counting rule 'us/frpc'. Did you mean 'us/f",
        ),
        (LAW.counting_rule, "us-wy", "There is no counting rule 'us-wy'"),
        (LAW.counting_rule, "nowhere", "There is no counting rule 'nowhere'"),
        (
            LAW.deadline,
            "us/frcp/59(f)",
            "no deadline 'us/frcp/59(f)'. Did you mean 'us",
        ),
        (LAW.deadline, "zz/zz/1", "There is no deadline 'zz/zz/1'"),
        (LAW.rule, "us/frcp/59(f)", "There is no deadline"),
        (LAW.court, "cadn", "no court 'cadn'"),
        (LAW.court, "us/cadn", "no court 'us/cadn'. Did you mean 'us/casd', 'us/cand'"),
        (LAW.court, "zz/high", "There is no court 'zz/high'"),
        # Nobody who names a court of one state wants that of another.
        (
            LAW.court,
            "us-mt/district-court-x",
            "no court 'us-mt/district-court-x'. Did you mean 'us-mt/district'?",
        ),
        (LAW.court, "US-MT/Districtt", "Did you mean 'us-mt/district'"),
        (LAW.court, "us-wy/district-court-x", "No court of us-wy is entered"),
    ],
)
def test_an_unknown_name_is_refused_with_its_neighbours(
    ask: Callable[[str], object], name: str, message: str
) -> None:
    """Never an empty answer, never a guess."""
    with pytest.raises(UnknownNameError) as caught:
        ask(name)
    assert message in str(caught.value)
    assert caught.value.name == name


def ids(**asked: Any) -> set[str]:
    """The ids that a search finds."""
    return {rule.id for rule in LAW.find(**asked)}


def test_find_without_a_filter_finds_everything() -> None:
    """What is not given does not restrict."""
    assert ids() == {rule.id for rule in LAW.deadlines()}
    assert len(ids()) >= 60


def test_find_restricts_by_jurisdiction_trigger_and_act() -> None:
    """Each filter by itself, and all together."""
    assert {name.partition("/")[0] for name in ids(jurisdiction="de")} == {"de"}
    judged = LAW.find(trigger="judgment-entered")
    assert judged
    assert all("judgment-entered" in rule.triggers for rule in judged)
    served = LAW.find(act="serve")
    assert served
    assert all(rule.current.act == "serve" for rule in served)
    both = ids(jurisdiction="us", trigger="judgment-entered", act="file")
    assert both == (
        ids(jurisdiction="us") & ids(trigger="judgment-entered") & ids(act="file")
    )
    assert "us/frcp/59(e)" in both


@pytest.mark.parametrize("text", ["59(e)", "ALTER OR AMEND", "fed. r. civ. p. 59(e)"])
def test_find_looks_for_a_text_in_id_title_and_citation(text: str) -> None:
    """Whatever its case."""
    assert "us/frcp/59(e)" in ids(text=text)
    assert len(ids(text=text)) < 60


def test_find_that_finds_nothing_is_empty() -> None:
    """A jurisdiction that has no deadlines, a text that is nowhere."""
    assert ids(jurisdiction="us-wy") == set()
    assert ids(text="pigeon post") == set()


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"jurisdiction": "uk"}, "There is no jurisdiction 'uk'"),
        ({"trigger": "judgment-enterd"}, "Did you mean 'judgment-entered'"),
        ({"act": "filing"}, "There is no act 'filing'"),
        ({"owed_by": "plaintiff"}, "There is no side 'plaintiff'"),
        ({"met_by": "demurer-filed"}, "Did you mean 'demurrer-filed'"),
        ({"proceedings": "chancery"}, "There is no proceeding 'chancery'"),
    ],
)
def test_find_refuses_a_filter_that_can_find_nothing(
    asked: dict[str, Any], message: str
) -> None:
    """A mistyped word is an error, not an empty answer."""
    with pytest.raises(UnknownNameError, match=message):
        LAW.find(**asked)


def test_every_court_answers_under_its_own_name_and_aliases() -> None:
    """Bare too, where its jurisdiction lets them stand alone."""
    for jurisdiction in LAW.jurisdictions():
        for court in LAW.courts(jurisdiction):
            for name in (court.id, *court.aliases):
                assert LAW.court(name) == court
    assert LAW.court("ca9").id == "us/ca9"


def test_every_word_has_a_meaning_of_its_own_sort() -> None:
    """One vocabulary, to which a jurisdiction adds its terms of art."""
    meanings = meanings_of(LAW)
    assert set(meanings) == set(SORTS)
    for words in meanings.values():
        assert all(len(meaning) > 5 for meaning in words.values())
    assert words_of(LAW) is words_of(LAW)
    assert "judgment-served" in words_of(LAW)["trigger"]


#: Words that no entry uses yet: a caller's own calendar can have the kinds, the rest
#: stand for limitation periods, the courts of the Union and those of Brazil, and for
#: texts that go by the day on which the case was commenced.
# `kind:optional` waits too, and is spelt like a key that is used.
WAITING = {
    "method:dje",
    "method:oj-publication",
}


def test_every_word_is_used_by_some_entry() -> None:
    """But for those that wait, which are named; whoever uses one takes it off.

    The words of a case are not asked for by law, but recorded.
    """
    folder = LAW.folders[0]
    text = "\n".join(
        Path(BUNDLED, name).read_text(encoding="utf-8")
        for name in folder.all_names()
        if not name.endswith("vocabulary.toml")
    )
    unused = {
        f"{sort}:{word}"
        for sort, words in words_of(LAW).items()
        if sort not in OF_A_CASE
        for word in words
        if word not in text
    }
    assert unused == WAITING


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("vocabulary.toml", "vocabulary"),
        ("us/vocabulary.toml", "vocabulary"),
        ("us/calendar.toml", "calendar"),
        ("us/calendars/x.toml", "calendar"),
        ("us/counting/x.toml", "counting"),
        ("us/deadlines/x.toml", "deadlines"),
        ("us/local-rules/x.toml", "local-rules"),
        ("us/courts.toml", "courts"),
        ("us/jurisdiction.toml", "jurisdiction"),
        ("us.toml", ""),
        ("us/rules.toml", ""),
        ("us/rules/x.toml", ""),
        ("us/counting/a/b.toml", ""),
    ],
)
def test_the_place_of_a_file_says_what_it_is(name: str, sort: str) -> None:
    """Nothing inside it does."""
    assert sort_of(name) == sort


class Point:
    """An entry point of an installed package, as far as it is used here."""

    def __init__(self, offered: object) -> None:
        self.offered = offered

    def load(self) -> object:
        """Give what the package offers."""
        return self.offered


def offering(monkeypatch: pytest.MonkeyPatch, *offered: object) -> None:
    """Let installed packages offer folders of law."""

    def entry_points(*, group: str) -> list[Point]:
        assert group == "legalcase.law"
        return [Point(each) for each in offered]

    monkeypatch.setattr(metadata, "entry_points", entry_points)


def test_a_plug_in_offers_a_path_or_a_function(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Both are folders like any other."""
    offering(monkeypatch, ATLANTIS)
    assert LAW.with_plugins().calendar("xx").name == "Atlantis: legal holidays"
    offering(monkeypatch, lambda: str(copied(tmp_path)))
    law = LAW.with_plugins()
    assert law.folders[1].path == str(tmp_path / "law")
    assert law.court("xx/high").name == "High Court of Atlantis"


def test_several_plug_ins_are_laid_over_one_another(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Each is checked, and what two of them enter is an error."""
    head = '[jurisdiction]\nid = "xy"\nname = "Lemuria"'
    other = written(tmp_path / "xy", {"xy/jurisdiction.toml": head})
    offering(monkeypatch, ATLANTIS, other)
    assert {"xx", "xy"} <= set(LAW.with_plugins().jurisdictions())
    offering(monkeypatch, ATLANTIS, copied(tmp_path))
    with pytest.raises(LawError, match="is entered already"):
        LAW.with_plugins()


def test_without_plug_ins_the_law_is_the_same() -> None:
    """Nobody offers any here."""
    assert LAW.with_plugins() == LAW


def test_a_law_is_loaded_without_the_libraries_of_the_edges() -> None:
    """Computing imports neither cattrs nor icalendar nor holidays."""
    code = (
        "import sys, datetime, legalcase as lc;"
        "lc.compute('us/frcp/33(b)(2)', after=datetime.date(2026, 6, 3), court='cand');"
        "edges = {'cattrs', 'icalendar', 'holidays', 'sqlite3'};"
        "print(sorted(edges & set(sys.modules)))"
    )
    shown = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    )
    assert shown.stdout.strip() == "[]"


def test_a_name_that_is_refused_is_looked_for_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A column can name it a million times; each time it is an error of its own."""
    law = Law((LawFolder(BUNDLED),))
    asked: list[str] = []

    def counted(law: Law, name: str) -> Any:
        asked.append(name)
        return look_for(law, name)

    look_for = by_name._named
    monkeypatch.setattr(by_name, "_named", counted)
    told: list[UnknownNameError] = []
    for _ in range(3):
        with pytest.raises(UnknownNameError, match="Did you mean") as refused:
            law.deadline("us/frcp/33(b)(9)")
        told.append(refused.value)
    assert asked == ["us/frcp/33(b)(9)"]
    assert len({id(one) for one in told}) == 3
    first, *others = told
    for other in others:
        assert (str(other), other.kind, other.name, other.suggestions) == (
            str(first),
            "deadline",
            "us/frcp/33(b)(9)",
            first.suggestions,
        )
