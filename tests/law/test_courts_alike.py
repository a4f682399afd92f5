"""Courts that have from another what they do not state: two lines for a county."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pytest

from law_folders import changed, copied, refused
from legalcase.errors import InvalidValueError
from legalcase.law.book.finding import courts
from legalcase.law.build.calendar import build_court
from legalcase.law.files.folder import BUNDLED, LawFolder
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from legalcase.courts.bench import Court

COURTS: Final = "xx/courts.toml"
#: A county of two lines, one with a calendar of its own, one under a court above; and
#: one that is like a county.
COUNTIES: Final = """
[[court]]
id = "xx/reef"
name = "County of the Reef"
like = "xx/north"

[[court]]
id = "xx/quay"
name = "County of the Quay"
like = "xx/north"
calendars = { forum-state = "xx/harbour" }
cut_offs = { counter = "15:00" }

[[court]]
id = "xx/strand"
name = "Magistrate of the Strand"
parent = "xx/north"
cite = "Courts Act, s. 9"

[[court]]
id = "xx/atoll"
name = "County of the Atoll"
like = "xx/reef"
zones = ["Atlantic/Madeira"]
verified = { how = "recall" }
"""


def counties(folder: Path, text: str = COUNTIES) -> Path:
    """Atlantis with its counties."""
    law = copied(folder)
    path = law / COURTS
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
    return law


def test_a_county_has_what_its_model_states(tmp_path: Path) -> None:
    """Rules, zones, calendars, hours, the court above, and on what that rests."""
    law = Law.bundled().with_folder(counties(tmp_path))
    north, reef = law.court("xx/north"), law.court("xx/reef")
    assert (reef.id, reef.name, reef.aliases) == ("xx/reef", "County of the Reef", ())
    for one in ("counting", "zones", "calendars", "cut_offs", "parent", "authority"):
        assert getattr(reef, one) == getattr(north, one), one
    assert reef.parent == "xx/high"


def test_what_a_county_states_holds(tmp_path: Path) -> None:
    """Calendars by role, hours one by one; everything else whole."""
    law = Law.bundled().with_folder(counties(tmp_path))
    quay, atoll = law.court("xx/quay"), law.court("xx/atoll")
    assert dict(quay.calendars) == {"court": "xx", "forum-state": "xx/harbour"}
    assert dict(quay.cut_offs) == {"electronic": "22:00", "counter": "15:00"}
    assert atoll.zones == ("Atlantic/Madeira",)
    assert atoll.authority.verified == "recall"
    assert atoll.authority.cite == "Courts Act, s. 2"
    assert atoll.counting == ("xx/cp",)


def test_a_parent_is_a_model_of_what_is_left_out(tmp_path: Path) -> None:
    """And of nothing, where nothing is left out: so it was before."""
    law = Law.bundled().with_folder(counties(tmp_path))
    strand = law.court("xx/strand")
    assert strand.parent == "xx/north"
    assert strand.authority.cite == "Courts Act, s. 9"
    assert dict(strand.cut_offs) == {"electronic": "22:00", "counter": "16:00"}
    changed(
        tmp_path / "law",
        COURTS,
        'name = "High Court of Atlantis"\n',
        'name = "High Court of Atlantis"\ncut_offs = { counter = "12:00" }\n',
    )
    law = Law.bundled().with_folder(tmp_path / "law")
    assert dict(law.court("xx/north").cut_offs) == {
        "electronic": "22:00",
        "counter": "16:00",
    }


def test_a_county_counts_as_its_model_does(tmp_path: Path) -> None:
    """With the local rules of none: those are of one court."""
    law = Law.bundled().with_folder(counties(tmp_path))
    one, other = (
        law.compute("10 days", after=date(2026, 2, 18), under="xx/cp", court=court)
        for court in ("xx/reef", "xx/high")
    )
    assert (one.due, one.safe) == (other.due, other.safe)


def test_a_model_can_stand_in_a_folder_below(tmp_path: Path) -> None:
    """A county is added to courts that are entered already, in a folder above."""
    above = tmp_path / "above"
    (above / "xx").mkdir(parents=True)
    text = '\n[[court]]\nid = "xx/far"\nname = "Far"\nlike = "xx/reef"\n'
    (above / COURTS).write_text(f"format = 1\n{text}", encoding="utf-8")
    law = Law.bundled().with_folder(counties(tmp_path)).with_folder(above)
    assert law.court("xx/far").calendars == law.court("xx/north").calendars
    assert len(law.courts("xx")) == 8


@pytest.mark.parametrize(
    ("old", "new", "path", "says"),
    [
        (
            'like = "xx/reef"',
            'like = "xx/reeef"',
            "$.court[6].like",
            (
                "refers to 'xx/reeef'. There is no court 'xx/reeef'. Did you mean "
                "'xx/reef'"
            ),
        ),
        (
            'parent = "xx/north"\n',
            "",
            "$.court[5].counting",
            "is missing. State it, or name the court that this one is like.",
        ),
        (
            'name = "County of the Reef"\nlike = "xx/north"',
            'name = "County of the Reef"\nlike = "xx/atoll"',
            "$.court[3].like",
            "leads back to 'xx/reef' itself. Break the circle.",
        ),
        (
            'name = "County of the Reef"\nlike = "xx/north"',
            'name = "County of the Reef"\nlike = "xx/reef"',
            "$.court[3].like",
            "leads back to 'xx/reef' itself. Break the circle.",
        ),
    ],
    ids=["unknown", "none", "circle", "itself"],
)
def test_a_model_that_gives_nothing_is_refused(
    tmp_path: Path, old: str, new: str, path: str, says: str
) -> None:
    """There is none, it is not named, or it is like the court itself."""
    law = counties(tmp_path)
    changed(law, COURTS, old, new)
    found = [what for name, at, what in refused(law) if (name, at) == (COURTS, path)]
    assert len(found) == 1
    assert found[0].startswith(says)


def test_a_circle_that_nobody_checked_ends(tmp_path: Path) -> None:
    """In an error, not in a program that runs for ever."""
    law = counties(tmp_path)
    changed(law, COURTS, 'Reef"\nlike = "xx/north"', 'Reef"\nlike = "xx/atoll"')
    unchecked = Law((LawFolder(BUNDLED), LawFolder(law)))
    with pytest.raises(InvalidValueError, match="Break the circle"):
        unchecked.court("xx/reef")


def test_three_thousand_counties_are_each_built_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many are like one court, and whoever asks for one of them after."""
    built: list[str] = []

    def counting(table: Mapping[str, Any]) -> Court:
        built.append(table["id"])
        return build_court(table)

    monkeypatch.setattr(courts, "build_court", counting)
    text = "".join(
        f'\n[[court]]\nid = "xx/c{n}"\nname = "County {n}"\nlike = "xx/north"\n'
        for n in range(3000)
    )
    law = Law.bundled().with_folder(counties(tmp_path, text))
    for n in range(0, 3000, 100):
        assert law.court(f"xx/c{n}").counting == ("xx/cp",)
    assert len(law.courts("xx")) == 3003
    assert len(built) == len(set(built))
