"""Courts of one jurisdiction in several files, read as one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from law_folders import copied, refused, written
from legalcase.law.lawbook import Law
from legalcase.law.pages.others import court_section

if TYPE_CHECKING:
    from pathlib import Path

#: Two courts in a file of their own, one like a court of `courts.toml`.
ISLANDS: Final = """
[[court]]
id = "xx/reef"
name = "County of the Reef"
aliases = ["xx/riff"]
like = "xx/north"

[[court]]
id = "xx/quay"
name = "County of the Quay"
like = "xx/riff"
cite = "Courts Act, s. 9"
"""


def islands(folder: Path) -> Path:
    """Atlantis with courts in a second file."""
    return written(copied(folder), {"xx/courts/islands.toml": ISLANDS})


def test_courts_of_all_files_are_there(tmp_path: Path) -> None:
    """By id and by alias, and in the list, those of `courts.toml` first."""
    law = Law.bundled().with_folder(islands(tmp_path))
    alone = len(Law.bundled().with_folder(copied(tmp_path, to="alone")).courts("xx"))
    assert [court.id for court in law.courts("xx")][alone:] == ["xx/reef", "xx/quay"]
    assert law.court("xx/riff").id == "xx/reef"


def test_a_model_stands_in_another_file(tmp_path: Path) -> None:
    """By its id, or by its alias."""
    law = Law.bundled().with_folder(islands(tmp_path))
    north, quay = law.court("xx/north"), law.court("xx/quay")
    assert quay.calendars == north.calendars
    assert quay.authority.cite == "Courts Act, s. 9"
    counted = {
        law.compute("10 days", after=date(2026, 2, 18), under="xx/cp", court=court).safe
        for court in ("xx/reef", "xx/quay")
    }
    assert len(counted) == 1


def test_the_page_of_a_jurisdiction_has_them_all(tmp_path: Path) -> None:
    """With the words of each."""
    section = court_section(Law.bundled().with_folder(islands(tmp_path)), "xx")
    assert section is not None
    assert "County of the Quay" in str(section)


def test_a_court_stands_in_one_file(tmp_path: Path) -> None:
    """Told in the later file, with the name of the earlier."""
    folder = islands(tmp_path)
    again = '\n[[court]]\nid = "xx/quay"\nname = "Quay"\nlike = "xx/north"\n'
    written(folder, {"xx/courts/reefs.toml": again})
    what = "'xx/quay' stands in xx/courts/islands.toml already. Take one out."
    assert refused(folder) == (("xx/courts/reefs.toml", "$", what),)


def test_in_whatever_file_it_stands_it_is_replaced_by_declaration(
    tmp_path: Path,
) -> None:
    """A folder above has its courts in another file than that below."""
    below = Law.bundled().with_folder(islands(tmp_path))
    again = '\n[[court]]\nid = "xx/reef"\nname = "Reef"\nlike = "xx/north"\n'
    above = written(tmp_path / "above", {"xx/courts.toml": again})
    law = below.with_folder(above, overriding=("xx/reef",))
    assert law.court("xx/reef").name == "Reef"
    assert len(law.courts("xx")) == len(below.courts("xx"))


def test_a_replaced_court_is_declared(tmp_path: Path) -> None:
    """Or it is refused, though no file of that name is there below."""
    again = '\n[[court]]\nid = "us/cacd"\nname = "C.D. Cal."\nlike = "us/cand"\n'
    folder = written(tmp_path / "mine", {"us/courts/mine.toml": again})
    ((file, path, what),) = refused(folder)
    assert (file, path) == ("us/courts/mine.toml", "$")
    assert what.startswith("'us/cacd' is entered already.")


def test_models_in_a_circle_are_found_in_all_files(tmp_path: Path) -> None:
    """Of two files, each like the other."""
    folder = written(
        copied(tmp_path),
        {
            f"xx/courts/{one}.toml": (
                f'\n[[court]]\nid = "xx/{one}"\nname = "A"\nlike = "xx/{other}"\n'
            )
            for one, other in (("one", "two"), ("two", "one"))
        },
    )
    assert {file for file, _, _ in refused(folder)} == {
        "xx/courts/one.toml",
        "xx/courts/two.toml",
    }


def test_an_id_agrees_with_the_folder(tmp_path: Path) -> None:
    """As in `courts.toml`."""
    folder = islands(tmp_path)
    text = '\n[[court]]\nid = "yy/a"\nname = "A"\nlike = "xx/north"\n'
    written(folder, {"xx/courts/zz.toml": text})
    assert ("xx/courts/zz.toml", "$.court[0].id") in {
        (file, path) for file, path, _ in refused(folder)
    }
