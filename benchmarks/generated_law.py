"""A law of many jurisdictions, made of one that is entered: for measuring alone.

Each has the counting rule, the calendars, the deadlines and the courts of California
under ids of its own, cut to as many deadlines as were asked for, and as many calendars
of counties, with a court each. Nothing of it is law.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from legalcase.law.files.folder import BUNDLED

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["write_law"]

_MODEL: Final = "us-ca"
_FILES: Final = (
    "calendar.toml",
    "calendars/legal-holidays.toml",
    "counting/ccp.toml",
    "counting/discovery.toml",
    "vocabulary.toml",
)
_PACKS: Final = ("ccp", "crc", "fam", "unlawful-detainer", "discovery")
_COUNTY: Final = """\
format = 1

[calendar]
id = "{id}/county-{number}"
name = "County {number}"
horizon = {{ from = 1992-01-01, through = 2035-12-31 }}
cite = "none: for measuring"
verified = {{ how = "recall" }}
closed_by = ["legal-holiday"]
based_on = "{id}"

[[holiday]]
id = "founders-day"
name = "Founders' Day"
falls = "may {number}"
"""
_COURT: Final = """
[[court]]
id = "{id}/county-{number}"
name = "Court of county {number}"
counting = ["{id}/ccp"]
zones = ["America/Los_Angeles"]
calendars = {{ court = "{id}/county-{number}" }}
cite = "none: for measuring"
verified = {{ how = "recall" }}
"""
_HEAD: Final = """\
format = 1

[jurisdiction]
id = "{id}"
name = "{id}"
counting = "{id}/ccp"
"""


def write_law(
    folder: Path, *, jurisdictions: int = 60, deadlines: int = 60, counties: int = 10
) -> None:
    """Write so many jurisdictions into a folder, each of so many deadlines."""
    model = _read_model()
    for number in range(jurisdictions):
        name = f"x{number:02}"
        place = folder / name
        for sub in ("calendars", "counting", "deadlines"):
            (place / sub).mkdir(parents=True, exist_ok=True)
        _write(place / "jurisdiction.toml", _HEAD.format(id=name))
        for file in _FILES:
            _write(place / file, _renamed(model[file], name))
        left = deadlines
        for pack in _PACKS:
            head, *tables = model[f"deadlines/{pack}.toml"].split("\n[[deadline]]\n")
            taken, left = tables[:left], left - len(tables[:left])
            if taken:
                text = "\n[[deadline]]\n".join([head, *taken])
                _write(place / "deadlines" / f"{pack}.toml", _renamed(text, name))
        courts = ["format = 1\n"]
        for county in range(1, counties + 1):
            text = _COUNTY.format(id=name, number=county)
            _write(place / "calendars" / f"county-{county}.toml", text)
            courts.append(_COURT.format(id=name, number=county))
        _write(place / "courts.toml", "".join(courts))


def _read_model() -> dict[str, str]:
    from pathlib import Path

    folder = Path(BUNDLED) / _MODEL
    names = (*_FILES, *(f"deadlines/{pack}.toml" for pack in _PACKS))
    return {name: (folder / name).read_text(encoding="utf-8") for name in names}


def _renamed(text: str, name: str) -> str:
    """Give what is California's the id of another; its courts are not taken along."""
    text = re.sub(r'court = "us-ca/[a-z-]+"', f'court = "{name}/county-1"', text)
    return re.sub(r"\bus-ca\b", name, text)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
