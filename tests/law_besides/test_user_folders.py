"""A folder of the user's own: a new jurisdiction, overrides declared, none silent."""

from __future__ import annotations

import pickle
import shutil
from datetime import date
from pathlib import Path
from time import sleep

import pytest

import legalcase as lc
from law_folders import ATLANTIS, atlantis, changed, copied, refused, written
from legalcase.errors import InvalidTypeError, LawError, UnknownNameError
from legalcase.law import lawbook
from legalcase.law.files import stamps
from legalcase.law.files.folder import BUNDLED
from legalcase.law.files.stamps import AWHILE
from legalcase.law.lawbook import Law

#: The user's own text of Rule 33(b)(2), for the override of a deadline.
ANSWERS = """
[pack]
id = "us/frcp"
name = "Our own reading"
counting = "us/frcp"
cite_prefix = "Fed. R. Civ. P. "
[[deadline]]
id = "33(b)(2)"
title = "Answers to interrogatories, by our own order"
trigger = "discovery-request-served"
act = "serve"
period = "20 days"
bound = "not later than"
service_extension = "general"
cite = "=General Order 7"
in_force = { from = 1993-12-01 }
verified = { how = "text" }
examples = [{ after = 2026-06-03, due = 2026-06-23, source = "made up" }]
"""
#: A calendar in the place of the federal one.
FEDERAL = """
[calendar]
id = "us"
name = "Federal legal holidays, as we keep them"
horizon = { from = 1986-01-01, through = 2035-12-31 }
cite = "our own list"
verified = { how = "text" }
closed_by = ["legal-holiday"]
[[holiday]]
id = "office-party"
name = "Office party"
falls = "june 24"
"""


def test_an_invented_jurisdiction_is_law_like_any_other() -> None:
    """Its rule, calendar, courts and deadlines answer; its words are known."""
    law = atlantis()
    found = law.compute("xx/cp/20", after=date(2026, 2, 10), court="xx/tide")
    assert found.due == date(2026, 3, 4)
    assert "Founding Day" in found.explain()
    assert law.compute("5 court days", after=date(2026, 2, 27), under="xx").due == date(
        2026, 3, 9
    )
    assert [rule.id for rule in law.find(trigger="tide-turned")] == ["xx/cp/21"]
    assert law.court("xx/septentrion").id == "xx/north"
    for alias in ("xx/cp/20-old", "xx/old/20"):
        assert law.deadline(alias).id == "xx/cp/20"
    assert law.names("calendar")[-2:] == ("xx", "xx/harbour")


def test_a_bare_name_of_a_court_stands_only_where_its_jurisdiction_says_so() -> None:
    """Courts of the United States have bare names; those of Atlantis have not."""
    law = atlantis()
    assert law.court("cand").id == "us/cand"
    with pytest.raises(UnknownNameError, match="There is no court 'tide'"):
        law.court("tide")


def test_the_bundled_law_is_as_it_was() -> None:
    """A folder makes a new law; the functions of the face don't see it."""
    before = lc.compute("us/frcp/33(b)(2)", after=date(2026, 6, 3))
    law = atlantis()
    assert law.compute("us/frcp/33(b)(2)", after=date(2026, 6, 3)) == before
    with pytest.raises(UnknownNameError):
        lc.calendar("xx")


def test_a_based_calendar_has_its_base_less_what_it_leaves_out() -> None:
    """The Harbour Court keeps Founding Day, not the regatta, and a Sailing Day."""
    law = atlantis()
    harbour, land = law.calendar("xx/harbour"), law.calendar("xx")
    assert not harbour.is_open(date(2026, 3, 3))
    assert not harbour.is_open(date(2026, 6, 1))
    assert harbour.is_open(date(2026, 7, 10))
    assert not land.is_open(date(2026, 7, 10))
    assert land.is_open(date(2027, 7, 9)), "every second year"
    assert land.is_open(date(2024, 7, 12)), "not in 2024"
    assert harbour.edition.endswith(f"+{land.edition}")


def test_a_kind_of_closure_counts_only_where_the_calendar_says_so() -> None:
    """The flood shut the courts of the land; the Harbour Court's list has no floods."""
    law = atlantis()
    assert not law.calendar("xx").is_open(date(2025, 5, 6))
    assert law.calendar("xx/harbour").is_open(date(2025, 5, 6))
    closures = law.calendar("xx/harbour").closures_on(date(2025, 5, 6))
    assert [closure.kind for closure in closures] == ["flood"]


def test_an_entry_that_exists_is_not_replaced_silently(tmp_path: Path) -> None:
    """The error names the entry and how to declare that it is meant."""
    folder = written(tmp_path, {"us/deadlines/frcp.toml": ANSWERS})
    ((file, path, what),) = refused(folder)
    assert (file, path) == ("us/deadlines/frcp.toml", "$")
    assert what == (
        "'us/frcp/33(b)(2)' is entered already. Choose another id, or declare "
        "it: with_folder(…, overriding=('us/frcp/33(b)(2)',))."
    )


def test_a_declared_override_of_a_deadline_is_told_in_every_result(
    tmp_path: Path,
) -> None:
    """The other deadlines of the pack stay, and carry no such notice."""
    folder = written(tmp_path, {"us/deadlines/frcp.toml": ANSWERS})
    law = Law.bundled().with_folder(folder, overriding=("us/frcp/33(b)(2)",))
    found = law.compute("us/frcp/33(b)(2)", after=date(2026, 6, 3), court="cand")
    assert found.due == date(2026, 6, 23)
    notices = {notice.code: notice.text for notice in found.notices}
    assert notices["override"] == (
        "us/frcp/33(b)(2) was put in its place by a folder of your own."
    )
    assert "by a folder of your own" in found.explain()
    other = law.compute("us/frcp/59(e)", after=date(2026, 6, 3))
    assert "override" not in {notice.code for notice in other.notices}
    assert other == lc.compute("us/frcp/59(e)", after=date(2026, 6, 3))
    assert law.deadline("us/frcp/33(b)(2)").overrides


def test_a_declared_override_of_a_calendar_is_told(tmp_path: Path) -> None:
    """Of the rule's default calendar, too: whoever counts with it is told."""
    folder = written(tmp_path, {"us/calendar.toml": FEDERAL})
    refused(folder)
    law = Law.bundled().with_folder(folder, overriding=("us",))
    found = law.compute("21 days", after=date(2026, 6, 3), under="us/frcp")
    assert found.due == date(2026, 6, 25)
    assert "override" in {notice.code for notice in found.notices}


def test_a_declared_override_of_a_counting_rule_is_told(tmp_path: Path) -> None:
    """A whole rule in another's place."""
    text = (ATLANTIS / "xx/counting/cp.toml").read_text(encoding="utf-8")
    text = text.replace('id = "xx/cp"', 'id = "de/zpo"').replace("format = 1", "")
    text = text.replace("xx/high", "de/lg-augsburg").replace('court = "xx/tide"\n', "")
    text = text.replace('default_calendar = "xx"', 'default_calendar = "de"')
    text = text.replace('"flood"', '"office-closed"')
    folder = written(tmp_path, {"de/counting/zpo.toml": text})
    courts = [court.id for court in Law.bundled().courts("de")]
    changed(folder, "de/counting/zpo.toml", "de/lg-augsburg", courts[0])
    law = Law.bundled().with_folder(folder, overriding=("de/zpo",))
    found = law.compute("2 days", after=date(2010, 2, 1), under="de/zpo")
    assert "override" in {notice.code for notice in found.notices}


def test_declaring_what_replaces_nothing_is_refused(tmp_path: Path) -> None:
    """Its author believes that an entry was replaced, and it was not."""
    folder = written(tmp_path, {"us/deadlines/frcp.toml": ANSWERS})
    found = refused(folder, overriding=("us/frcp/33(b)(2)", "us/frcp/33(b)(3)"))
    assert found == (
        (
            str(folder),
            "$",
            (
                "overriding= names 'us/frcp/33(b)(3)', which no folder puts in "
                "another's place. Did you mean 'us/frcp/33(b)(2)'?"
            ),
        ),
    )
    ((_, _, what),) = refused(copied(tmp_path, to="atlantis"), overriding=("us",))
    assert what.endswith("place. Take it out.")


def test_overrides_declared_for_one_folder_hold_when_another_follows(
    tmp_path: Path,
) -> None:
    """The second folder need not repeat them."""
    folder = written(tmp_path, {"us/deadlines/frcp.toml": ANSWERS})
    law = Law.bundled().with_folder(folder, overriding=("us/frcp/33(b)(2)",))
    both = law.with_folder(ATLANTIS)
    assert both.overriding == {"us/frcp/33(b)(2)"}
    assert both.compute("us/frcp/33(b)(2)", after=date(2026, 6, 3)).due == date(
        2026, 6, 23
    )


def test_a_folder_can_add_to_a_jurisdiction_that_exists(tmp_path: Path) -> None:
    """A court, a calendar and a pack of its own, beside those that come along."""
    folder = written(
        tmp_path,
        {
            "us/courts.toml": """
[[court]]
id = "us/made-up"
name = "Made-up District"
parent = "us/ca9"
counting = ["us/frcp", "us/frap"]
zones = ["America/Los_Angeles"]
calendars = { court = "us/made-up", forum-state = "us-ca/legal-holidays" }
cite = "none"
verified = { how = "recall" }
""",
            "us/calendars/made-up.toml": """
[calendar]
id = "us/made-up"
name = "Made-up District"
horizon = { from = 1986-01-01, through = 2035-12-31 }
cite = "General Order 1"
verified = { how = "recall" }
closed_by = ["legal-holiday"]
based_on = "us"
[[closure]]
on = 2026-07-06
name = "Court picnic"
kind = "legal-holiday"
cite = "General Order 2"
""",
        },
    )
    law = Law.bundled().with_folder(folder)
    found = law.compute("us/frcp/33(b)(2)", after=date(2026, 6, 3), court="made-up")
    assert found.due == date(2026, 7, 7)
    assert law.court("cand").id == "us/cand"


@pytest.mark.parametrize(
    ("name", "text", "entry"),
    [
        ("de/jurisdiction.toml", '[jurisdiction]\nid = "de"\nname = "G"', "de"),
        (
            "us/courts.toml",
            (
                '[[court]]\nid = "us/cand"\nname = "Other"\ncounting = ["us/frcp"]\n'
                'zones = ["UTC"]\ncalendars = { court = "us" }\ncite = "none"\n'
                'verified = { how = "recall" }'
            ),
            "us/cand",
        ),
        (
            "us/local-rules/cand.toml",
            (
                '[local_rules]\nid = "us/cand/civil-l-r"\nname = "Other"\n'
                'court = "us/cand"\ncounting = "us/frcp"\ncite_prefix = ""\n'
                'verified = { how = "recall" }'
            ),
            "us/cand/civil-l-r",
        ),
    ],
)
def test_heads_courts_and_local_rules_are_entries_too(
    tmp_path: Path, name: str, text: str, entry: str
) -> None:
    """Each must be declared, and then is taken."""
    folder = written(tmp_path, {name: text})
    assert f"{entry!r} is entered already" in str(refused(folder))
    law = Law.bundled().with_folder(folder, overriding=(entry,))
    assert entry in law.overriding


def test_a_law_that_was_sent_is_the_one_of_the_process(tmp_path: Path) -> None:
    """It has read its files already, until one of them changes."""
    law = Law.bundled().with_folder(copied(tmp_path))
    sent = pickle.dumps(law)
    here = pickle.loads(sent)
    assert pickle.loads(sent) is here
    assert pickle.loads(pickle.dumps(Law.bundled())) is Law.bundled()
    closure = lc.Closure(
        on=date(2026, 7, 1),
        name="storm",
        kind="office-closed",
        authority=lc.Authority(cite="Order"),
    )
    stormy = pickle.dumps(law.with_closures({"us": [closure]}))
    assert pickle.loads(stormy) is pickle.loads(stormy)
    assert pickle.loads(stormy) == law.with_closures({"us": [closure]}) != here
    file = next(tmp_path.rglob("*.toml"))
    file.write_bytes(file.read_bytes() + b"\n# more\n")
    sleep(AWHILE)
    later = pickle.loads(sent)
    assert later is not here
    assert pickle.loads(sent) is later
    assert later == here
    (file.parent / "again").symlink_to(tmp_path, target_is_directory=True)
    sleep(AWHILE)
    assert pickle.loads(sent) == here
    shutil.rmtree(tmp_path)
    sleep(AWHILE)
    assert pickle.loads(sent) == here


def test_the_files_of_a_law_that_is_sent_again_and_again_are_looked_at_each_second(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And not each time; of each that is sent by itself, whoever asks besides."""
    law = Law.bundled().with_folder(copied(tmp_path))
    sent = pickle.dumps(law)
    other = pickle.dumps(Law(law.folders, frozenset({"us/frcp"})))
    looked: list[str] = []
    now = [1_000_000.0]

    def stamp(path: str) -> tuple[()]:
        looked.append(path)
        return ()

    monkeypatch.setattr(lawbook, "stamp_of", stamp)
    monkeypatch.setattr(stamps, "monotonic", lambda: now[0])
    for _ in range(100):
        pickle.loads(sent)
    assert len(looked) == 1
    pickle.loads(other)
    assert len(looked) == 2
    now[0] += AWHILE
    for _ in range(100):
        pickle.loads(sent)
        pickle.loads(other)
    assert len(looked) == 4


def test_a_law_with_folders_is_a_value(tmp_path: Path) -> None:
    """Equal by folders and overrides, hashable, picklable; its repr names no path."""
    law, same = atlantis(), atlantis()
    assert law == same
    assert law != Law.bundled()
    assert law != "law"
    assert len({law, same, Law.bundled()}) == 2
    copy = pickle.loads(pickle.dumps(law))
    assert copy == law
    assert copy.compute("xx/cp/20", after=date(2026, 2, 2)) == law.compute(
        "xx/cp/20", after=date(2026, 2, 2)
    )
    assert repr(law) == "<Law bundled, 1 more folder>"
    assert repr(Law.bundled()) == "<Law bundled, 0 more folders>"
    assert str(tmp_path) not in repr(Law.bundled().with_folder(copied(tmp_path)))
    folder = written(tmp_path / "o", {"us/deadlines/frcp.toml": ANSWERS})
    overriding = law.with_folder(folder, overriding=("us/frcp/33(b)(2)",))
    again = pickle.loads(pickle.dumps(overriding))
    assert again == overriding
    assert again.overriding == overriding.overriding


def test_the_bundled_law_is_one_value() -> None:
    """However often it is asked for, or pickled."""
    assert Law.bundled() is Law.bundled()
    assert pickle.loads(pickle.dumps(Law.bundled())) == Law.bundled()


def test_a_result_from_a_folder_names_its_edition(tmp_path: Path) -> None:
    """Another text of the same rule is another source, so that results differ."""
    folder = copied(tmp_path)
    changed(folder, "xx/counting/cp.toml", "made up: 28", "invented: 28")
    one = atlantis().compute("10 days", after=date(2026, 4, 6), under="xx/cp")
    two = (
        Law.bundled()
        .with_folder(folder)
        .compute("10 days", after=date(2026, 4, 6), under="xx/cp")
    )
    assert one.due == two.due
    assert one != two
    assert one.sources != two.sources


def test_one_id_is_no_list_of_ids() -> None:
    """It would be taken letter by letter."""
    with pytest.raises(InvalidTypeError, match=r"needs several ids, .*Pass a tuple"):
        Law.bundled().with_folder(ATLANTIS, overriding="us/frcp/33(b)(2)")  # type: ignore[arg-type]  # refused


def test_an_override_is_declared_for_one_folder(tmp_path: Path) -> None:
    """A second folder with the same entry needs a declaration of its own."""
    twice = [tmp_path / "first", tmp_path / "second"]
    for folder in twice:
        text = Path(BUNDLED, "us-ks/jurisdiction.toml").read_text(encoding="utf-8")
        text = text.replace('name = "', f'name = "{folder.name} ')
        (folder / "us-ks").mkdir(parents=True)
        (folder / "us-ks" / "jurisdiction.toml").write_text(text, encoding="utf-8")
    law = Law.bundled().with_folder(twice[0], overriding=("us-ks",))
    with pytest.raises(LawError, match="'us-ks' is entered already"):
        law.with_folder(twice[1])
    assert law.with_folder(twice[1], overriding=("us-ks",)).overriding == {"us-ks"}
