"""A court uses the rules of its folder, and those that it lists, of whatever folder."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pytest

from law_folders import ATLANTIS, written
from legalcase.errors import ConflictingInputError, UnknownNameError
from legalcase.law.files.folder import BUNDLED, LawFolder
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from pathlib import Path

#: The island applies the practice of Atlantis' Harbour Court, based on its code.
ISLE: Final = {
    "xx-is/courts.toml": """
[[court]]
id = "xx-is/isle"
name = "Court of the Isle"
counting = ["xx/harbour"]
zones = ["Atlantic/Azores"]
calendars = { court = "xx-is" }
cite = "Isle Act, s. 1"
verified = { how = "recall" }
""",
    "xx-is/calendar.toml": """
[calendar]
id = "xx-is"
name = "Holidays of the Isle"
horizon = { from = 2005-01-01, through = 2030-12-31 }
cite = "Isle Act, s. 2"
verified = { how = "recall" }
closed_by = ["legal-holiday"]
based_on = "xx"
[[holiday]]
id = "isle-day"
name = "Isle Day"
falls = "june 3"
""",
}
#: LEC 130.2, 133: periods in days leave out what is no working day of the place.
SPAIN: Final = {
    "es/counting/lec.toml": """
[rule]
id = "es/lec"
name = "Ley de Enjuiciamiento Civil arts. 130 to 136"
cite_prefix = "LEC "
default_calendar = "es"
verified = { how = "recall" }
[[version]]
from = 2001-01-08
trigger_day = { is = "excluded", cite = "133.1" }
days = { after = "every day", before = "every day", cite = "133.2" }
court_days = { closed = { court = ["legal-holiday"] }, cite = "130.2" }
[version.roll.after]
to = "next open day"
closed = { court = ["legal-holiday"] }
cite = "133.4"
[version.roll.before]
to = "stay"
closed = { court = ["legal-holiday"] }
cite = "133.4"
""",
    "es/calendar.toml": """
[calendar]
id = "es"
name = "Spain"
horizon = { from = 2001-01-08, through = 2035-12-31 }
cite = "Estatuto de los Trabajadores art. 37.2"
verified = { how = "recall" }
closed_by = ["legal-holiday"]
[[holiday]]
id = "trabajo"
name = "Fiesta del Trabajo"
falls = "may 1"
""",
    "es-md/calendar.toml": """
[calendar]
id = "es-md"
name = "City of Madrid"
horizon = { from = 2001-01-08, through = 2035-12-31 }
cite = "Decreto"
verified = { how = "recall" }
closed_by = ["legal-holiday"]
based_on = "es"
[[holiday]]
id = "comunidad"
name = "Fiesta de la Comunidad"
falls = "may 2"
[[holiday]]
id = "san-isidro"
name = "San Isidro"
falls = "may 15"
""",
    "es-md/courts.toml": """
[[court]]
id = "es-md/madrid"
name = "Juzgados de Madrid"
counting = ["es/lec"]
zones = ["Europe/Madrid"]
calendars = { court = "es-md" }
cite = "LOPJ"
verified = { how = "recall" }
""",
}


@pytest.fixture
def law(tmp_path: Path) -> Law:
    """Atlantis and its island."""
    return Law.bundled().with_folder(ATLANTIS).with_folder(written(tmp_path, ISLE))


def test_a_court_uses_a_rule_of_another_folder_that_it_lists(law: Law) -> None:
    """By itself, and named; on the days of its own calendar."""
    plain = law.compute("10 days", after=date(2026, 5, 24), court="xx-is/isle")
    named = law.compute(
        "10 days", after=date(2026, 5, 24), court="xx-is/isle", under="xx/harbour"
    )
    assert plain.due == named.due == date(2026, 6, 4)
    assert "Isle Day" in plain.explain()


def test_a_court_uses_what_its_rule_is_based_on(law: Law) -> None:
    """And so the deadlines that are counted under it."""
    found = law.compute(
        "10 days", after=date(2026, 5, 24), court="xx-is/isle", under="xx/cp"
    )
    assert found.due == date(2026, 6, 4)
    answer = law.compute("xx/cp/20", after=date(2026, 5, 13), court="xx-is/isle")
    assert answer.due == date(2026, 6, 4)


def test_a_rule_that_a_court_does_not_list_is_refused(law: Law) -> None:
    """Nor does a rule reach it that is only based on one that it lists."""
    day = date(2026, 5, 24)
    with pytest.raises(ConflictingInputError, match="which applies xx/harbour"):
        law.compute("10 days", after=day, court="xx-is/isle", under="us/frcp")
    with pytest.raises(ConflictingInputError, match="not a rule of us/cand"):
        law.compute("10 days", after=day, court="us/cand", under="xx/cp")


def test_a_court_of_madrid_under_the_code_of_spain(tmp_path: Path) -> None:
    """Twenty working days from 1 May 2026: 15 May is a holiday in Madrid alone."""
    law = Law.bundled().with_folder(written(tmp_path, SPAIN))
    given: dict[str, Any] = {"after": date(2026, 5, 1), "under": "es/lec"}
    assert law.compute("20 court days", **given).due == date(2026, 5, 29)
    madrid = law.compute("20 court days", **given, court="es-md/madrid")
    assert madrid.due == date(2026, 6, 1)


def test_a_court_that_is_not_entered_is_refused_in_the_same_words_again() -> None:
    """Each time by an error of its own; what is too long for a name is not kept."""
    law = Law((LawFolder(BUNDLED),))
    for name in ("us/candd", "edva", "us-zz/high", "x" * 300):
        told = []
        for _ in range(2):
            with pytest.raises(UnknownNameError) as caught:
                law.court(name)
            told.append(caught.value)
        first, again = told
        assert first is not again
        assert str(first) == str(again)
        assert (first.kind, first.name) == (again.kind, again.name) == ("court", name)
        assert first.suggestions == again.suggestions
    assert set(law.cached("no-court")) == {"us/candd", "edva", "us-zz/high"}
