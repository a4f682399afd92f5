"""A text that is silent on periods counted back: both days, and the earlier is safe."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest

from law_folders import changed, copied, refused
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from pathlib import Path

RULE: Final = "xx/counting/cp.toml"
HARBOUR: Final = "xx/counting/harbour.toml"
BACK: Final = """\
[version.roll.before]
to = "previous open day"
closed = { court = ["legal-holiday", "flood"] }
cite = "9"
"""
SILENT: Final = '[version.roll]\nbefore = "silent"\n'
#: Ten days before Tuesday 10 March 2026 lies Saturday 28 February: the open days beside
#: it are Friday the 27th and Monday the 2nd.
TRIGGER: Final = date(2026, 3, 10)
BEFORE, AFTER = date(2026, 2, 27), date(2026, 3, 2)
#: A version by which the text speaks at last.
SPEAKS: Final = """
[version.roll.before]
to = "stay"
closed = { court = ["legal-holiday"] }
cite = "9 as amended"
"""


def silent(folder: Path, *, speaks: bool = False) -> Path:
    """Atlantis, whose rule says nothing of periods counted back (until 2015)."""
    law = copied(folder)
    changed(law, RULE, BACK, SILENT)
    if speaks:
        changed(
            law,
            RULE,
            'add = "5 days", cite = "10 as amended" }\n',
            f'add = "5 days", cite = "10 as amended" }}\n{SPEAKS}',
        )
    return law


def test_both_days_are_shown_and_the_earlier_is_safe(tmp_path: Path) -> None:
    """The open day before is taken; the one after is the other reading."""
    law = Law.bundled().with_folder(silent(tmp_path))
    found = law.compute("10 days", before=TRIGGER, under="xx/cp")
    assert found.due == found.safe == BEFORE
    assert [one.due for one in found.readings] == [AFTER]
    assert found.steps[-1].clause == "C.P. 8, silent on periods counted back"
    read = law.compute(
        "10 days",
        before=TRIGGER,
        under="xx/cp",
        readings={"xx/cp#silent-back": "no: on the open day after it"},
    )
    assert read.due == AFTER
    assert read.steps[-1].clause == "C.P. 8, if it speaks of both directions"


def test_a_period_counted_forward_is_as_before(tmp_path: Path) -> None:
    """The silence is on the other direction alone."""
    law = Law.bundled().with_folder(silent(tmp_path))
    plain = Law.bundled().with_folder(copied(tmp_path, to="plain"))
    one, other = (
        each.compute("10 days", after=date(2026, 2, 18), under="xx/cp")
        for each in (law, plain)
    )
    assert one.due == other.due == AFTER
    assert {each.due for each in one.readings} == {each.due for each in other.readings}


def test_an_open_last_day_is_in_no_dispute(tmp_path: Path) -> None:
    """Nothing moves, and there is one date."""
    law = Law.bundled().with_folder(silent(tmp_path))
    found = law.compute("11 days", before=TRIGGER, under="xx/cp")
    assert (found.due, found.readings) == (BEFORE, ())


def test_the_dispute_lasts_as_long_as_the_silence(tmp_path: Path) -> None:
    """From the version that is silent to the day before the one that speaks."""
    rule = (
        Law.bundled().with_folder(silent(tmp_path, speaks=True)).counting_rule("xx/cp")
    )
    dispute = rule.disputed["xx/cp#silent-back"]
    assert (dispute.first, dispute.last) == (None, date(2014, 12, 31))
    assert dispute.authority.cite == "C.P. 8, silent on periods counted back"
    assert dispute.authority.verified == "text"
    later = rule.settings(rule.versions[1])
    assert (later.roll_before.step, later.roll_before.clause) == (
        0,
        "C.P. 9 as amended",
    )


def test_a_rule_based_on_a_silent_one_is_silent_until_it_speaks(tmp_path: Path) -> None:
    """With its own texts' dates; and its clause is the one that it took over."""
    law = silent(tmp_path)
    changed(law, HARBOUR, 'cite = "2" }', f'cite = "2" }}\n{SPEAKS}')
    rule = Law.bundled().with_folder(law).counting_rule("xx/harbour")
    dispute = rule.disputed["xx/harbour#silent-back"]
    assert (dispute.first, dispute.last) == (None, date(2019, 12, 31))
    assert dispute.authority.cite == "C.P. 8, silent on periods counted back"


def test_a_rule_falls_silent_twice(tmp_path: Path) -> None:
    """Each time is a dispute of its own."""
    law = silent(tmp_path, speaks=True)
    again = (
        '[[version]]\nfrom = 2022-01-01\nroll = { before = "silent" }\n\n[[dispute]]'
    )
    changed(law, RULE, "[[dispute]]", again)
    rule = Law.bundled().with_folder(law).counting_rule("xx/cp")
    spans = {one.id: (one.first, one.last) for one in rule.disputes}
    assert spans["silent-back"] == (None, date(2014, 12, 31))
    assert spans["silent-back-2"] == (date(2022, 1, 1), None)


def test_local_rules_can_speak(tmp_path: Path) -> None:
    """And then the court's own date is alone."""
    law = silent(tmp_path)
    path = law / "xx" / "local-rules" / "north.toml"
    text = path.read_text(encoding="utf-8")
    assert "[[version]]" in text
    changed(
        law,
        "xx/local-rules/north.toml",
        "[[version]]\n",
        '[[version]]\nroll = { before = { to = "stay", closed = { court = ["flood"] }, '
        'cite = "L.R. 9" } }\n',
    )
    laid = Law.bundled().with_folder(law)
    found = laid.compute("10 days", before=TRIGGER, under="xx/cp", court="xx/north")
    assert (found.due, found.readings) == (date(2026, 2, 28), ())
    other = laid.compute("10 days", before=TRIGGER, under="xx/cp", court="xx/high")
    assert [one.due for one in other.readings] == [AFTER]


@pytest.mark.parametrize(
    ("file", "old", "new", "path", "says"),
    [
        (
            RULE,
            '"silent"',
            '"silnt"',
            "$.version[0].roll.before",
            "is 'silnt', and must be a table, or 'silent'.",
        ),
        (
            RULE,
            '[version.roll.after]\nto = "next open day"',
            '[version.roll.after]\nto = "stay"',
            "$.version[0]",
            (
                "roll.before is 'silent', and roll.after moves nothing from a closed "
                "day. Say where a period counted back ends: to = 'stay', say."
            ),
        ),
        (
            RULE,
            'id = "order"',
            'id = "silent-back"',
            "$.dispute[0].id",
            (
                "is 'silent-back', the id of the dispute that a silent text has. "
                "Choose another."
            ),
        ),
        (
            HARBOUR,
            '["deposit-box"]',
            '["deposit-box", "silent-back"]',
            "$.rule.without_disputes[1]",
            (
                "is 'silent-back', which a silent text always has. State roll.before, "
                "and the text is silent no more."
            ),
        ),
        (
            RULE,
            'cite = "Re Ballast"\n',
            'cite = "Re Ballast"\nroll = { before = "silent" }\n',
            "$.dispute[0].reading[0].roll.before",
            "is 'silent', and a reading says what holds. State the roll.",
        ),
    ],
    ids=["misspelt", "stays", "id", "left-out", "reading"],
)
def test_what_clashes_with_silence_is_refused(
    tmp_path: Path, file: str, old: str, new: str, path: str, says: str
) -> None:
    """The dispute can't be left out, nor a reading be silent."""
    law = silent(tmp_path)
    changed(law, file, old, new)
    assert (file, path, says) in refused(law)
