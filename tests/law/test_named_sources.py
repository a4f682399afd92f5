"""Sources named once: `verified = "prints-2004"` says what is said of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest

from law_folders import changed, copied, places, refused
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from pathlib import Path

PACK: Final = "xx/deadlines/cp.toml"
RULE: Final = "xx/counting/cp.toml"
SOURCES: Final = """\
format = 1

[sources.prints-2004]
how = "text"
on = 2026-11-24
source = "the official prints of 2004"
copy = "reproduced"

[sources.digest]
how = "secondary"
source = "a digest"

[sources.bench-book]
how = "recall"
on = 2026-11-01
source = "the bench book"
"""


def using(folder: Path) -> Path:
    """Atlantis, whose rule, pack and court refer to sources by name."""
    law = copied(folder)
    (law / "xx" / "sources.toml").write_text(SOURCES, encoding="utf-8")
    changed(law, RULE, '{ how = "text", on = 2026-11-25 }', '"prints-2004"')
    old = (
        'verified = { how = "text", on = 2026-11-25 }\n'
        'words = "The answer is filed within one and twenty days of service of the '
        'claim."'
    )
    new = (
        'verified = "digest"\n'
        'words = { text = "within 21 days", source = "prints-2004" }'
    )
    changed(law, PACK, old, new)
    old = 'cite = "Courts Act, s. 1"\nverified = { how = "text" }'
    new = (
        'cite = "Courts Act, s. 1"\n'
        'verified = { source = "bench-book", how = "secondary" }'
    )
    changed(law, "xx/courts.toml", old, new)
    return law


def test_a_name_says_what_was_read(tmp_path: Path) -> None:
    """How, when and what, with the kind of copy; of an entry read alone as well."""
    law = Law.bundled().with_folder(using(tmp_path))
    rule = law.counting_rule("xx/cp").versions[0].authority
    assert rule.verified == "text"
    assert rule.verified_on == date(2026, 11, 24)
    assert rule.source == "the official prints of 2004, reproduced"
    deadline = law.deadline("xx/cp/20").current.authority
    assert (deadline.verified, deadline.source) == ("secondary", "a digest")


def test_what_is_stated_beside_a_source_holds(tmp_path: Path) -> None:
    """A table that names its source takes from it what it does not say itself."""
    court = Law.bundled().with_folder(using(tmp_path)).court("xx/high").authority
    assert court.verified == "secondary"
    assert court.verified_on == date(2026, 11, 1)
    assert court.source == "the bench book"


def test_the_source_of_a_quotation_can_be_named(tmp_path: Path) -> None:
    """It becomes what was read, as a reader wants to see it."""
    folder = Law.bundled().with_folder(using(tmp_path)).folders[-1]
    file = folder.read(PACK)
    assert file is not None
    said = file.raw["deadline"][0]["words"]["source"]
    assert said == "the official prints of 2004, reproduced"


def test_a_file_can_name_sources_of_its_own(tmp_path: Path) -> None:
    """Behind the entries as well, where one is read alone."""
    law = copied(tmp_path)
    old = 'verified = { how = "text", on = 2026-11-25 }'
    changed(law, PACK, old, 'verified = "own"')
    path = law / PACK
    own = '\n[sources.own]\nhow = "secondary"\nsource = "our notes"\n'
    path.write_text(path.read_text(encoding="utf-8") + own, encoding="utf-8")
    found = Law.bundled().with_folder(law).deadline("xx/cp/20")
    assert found.current.authority.source == "our notes"


def test_what_a_file_takes_from_a_source_is_part_of_its_edition(
    tmp_path: Path,
) -> None:
    """And what others take is not."""
    law = using(tmp_path)
    before = Law.bundled().with_folder(law)
    name = "xx/sources.toml"
    changed(law, name, "the official prints of 2004", "the prints of 2005")
    after = Law.bundled().with_folder(law)
    assert before.deadline("xx/cp/20").edition != after.deadline("xx/cp/20").edition
    harbour = [each.calendar("xx/harbour").edition for each in (before, after)]
    assert harbour[0] == harbour[1]
    alone, whole = (Law.bundled().with_folder(law) for _ in range(2))
    list(whole.deadlines())
    assert alone.deadline("xx/cp/20").edition == whole.deadline("xx/cp/20").edition


@pytest.mark.parametrize(
    ("file", "old", "new", "path", "says"),
    [
        (
            PACK,
            '"digest"',
            '"digset"',
            "$.deadline[0].verified",
            (
                "names the source 'digset', and there is none. Did you mean 'digest'? "
                "There are: bench-book, digest, prints-2004."
            ),
        ),
        (
            PACK,
            'source = "prints-2004"',
            'source = "prints-2040"',
            "$.deadline[0].words.source",
            (
                "names the source 'prints-2040', and there is none. Did you mean "
                "'prints-2004'? There are: bench-book, digest, prints-2004."
            ),
        ),
        (
            "xx/courts.toml",
            '"bench-book"',
            '"bench-bok"',
            "$.court[0].verified.source",
            (
                "names the source 'bench-bok', and there is none. Did you mean "
                "'bench-book'? There are: bench-book, digest, prints-2004."
            ),
        ),
        (
            "xx/sources.toml",
            "[sources.digest]",
            '[sources.spare]\nhow = "text"\nsource = "spare"\n[sources.digest]',
            "$.sources.spare",
            "is a source to which nothing refers. Refer to it, or take it out.",
        ),
        (
            "xx/sources.toml",
            "[sources.digest]",
            '[sources.Spare]\nhow = "text"\nsource = "spare"\n[sources.digest]',
            "$.sources.Spare",
            "is 'Spare'. Name a source in small letters, digits, hyphens.",
        ),
        (
            PACK,
            "[pack]",
            '[sources.digest]\nhow = "text"\nsource = "another"\n[pack]',
            "$.sources.digest",
            "is named in sources.toml already. Choose another name.",
        ),
    ],
    ids=["unknown", "of-a-quotation", "of-a-table", "idle", "capitals", "twice"],
)
def test_a_name_that_leads_nowhere_is_refused(
    tmp_path: Path, file: str, old: str, new: str, path: str, says: str
) -> None:
    """An unknown name lists the known ones; an idle one is no less a mistake."""
    law = using(tmp_path)
    changed(law, file, old, new)
    assert refused(law) == ((file, path, says),)


def test_a_name_without_sources_says_where_to_name_it(tmp_path: Path) -> None:
    """Where a file knows of no source at all."""
    law = copied(tmp_path)
    changed(law, PACK, '{ how = "text", on = 2026-11-25 }', '"prints-2004"')
    problems = refused(law)
    assert places(problems) == [(PACK, "$.deadline[0].verified")]
    assert "Name it in [sources], or in sources.toml" in problems[0][2]


def test_a_broken_list_of_sources_is_reported_once(tmp_path: Path) -> None:
    """Not for each file that would have read it."""
    law = using(tmp_path)
    (law / "xx" / "sources.toml").write_text("format = 1\n[sources\n", encoding="utf-8")
    assert places(refused(law)) == [("xx/sources.toml", "$")]
