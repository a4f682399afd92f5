"""What people read names events by what they can use; plain data has the whole id."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime
from typing import Final

import pytest

import legalcase as lc
from legalcase.model import CaseFile, CaseOpened, PartyJoined, Served
from legalcase.scheduling.finding.calling import called

MADE: Final = "019eb279-fe80-7a09-b3ed-4a77dab37d02"
#: The first half of an id that was made: no line of text breaks within it.
HALF: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}")


@pytest.mark.parametrize(
    ("key", "number", "expected"),
    [
        (f"event:{MADE}", None, "event …dab37d02"),
        (f"hearing:{MADE}", None, "hearing …dab37d02"),
        (f"event:{MADE}", "27", "no. 27 of the docket"),
        ("event:motion", None, "event:motion"),
        ("event:motion", "27", "event:motion"),
        (f"event:x{MADE}", None, f"event:x{MADE}"),
        (f"event:{MADE.upper()}", None, f"event:{MADE.upper()}"),
    ],
)
def test_what_nobody_named_is_called_by_its_number_or_its_end(
    key: str, number: str | None, expected: str
) -> None:
    """An id that somebody chose is what it is called."""
    assert called(key, number) == expected


def test_a_schedule_shows_no_id_that_was_made_and_its_data_has_it_whole() -> None:
    """In the table, as text and as HTML; in JSON, `of` beside the words."""
    day = date(2026, 4, 3)
    by = {"by": "clerk", "at": datetime(2026, 6, 10, 17, tzinfo=UTC)}
    law = lc.Law.bundled()
    file = CaseFile.open(
        CaseOpened(
            caption="Roe v. Acme",
            court="us/cand",
            number="3:26-cv-01234",
            proceeding="civil",
            happened_on=date(2026, 3, 5),
        ),
        case_id="roe-v-acme",
        law=law,
        **by,  # type: ignore[arg-type]  # by whom, and when
    )
    served = Served(
        title="Interrogatories",
        triggers=("interrogatories-served",),
        by=("roe",),
        on=("acme",),
        happened_on=day,
    )
    file = file.record(
        PartyJoined(party_id="roe", name="Roe", roles=("plaintiff",), happened_on=day),
        PartyJoined(
            party_id="acme",
            name="Acme Corp.",
            roles=("defendant",),
            is_client=True,
            happened_on=day,
        ),
        served,
        law=law,
        **by,  # type: ignore[arg-type]  # by whom, and when
    )
    (entry,) = file.case.docket
    assert HALF.match(entry.event_id)
    found = lc.schedule(file, law, for_="acme", on=day)
    end = f"(event …{entry.event_id[-8:]})"
    for shown in (str(found), found._repr_html_()):
        joined = re.sub(r"\s+", "", shown)
        assert HALF.search(joined) is None
        assert f"…{entry.event_id[-8:]}" in joined
    assert entry.event_id in json.dumps(found.to_dict())
    asked = found.rows[0].because[0]
    assert (asked.of.id, asked.text.endswith(end)) == (entry.event_id, True)
