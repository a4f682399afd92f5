"""Rows in and out: all problems at once, nothing half-recorded, nothing given away."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime
from typing import Any

import pytest

from case_samples import CANARY, file
from legalcase import Law
from legalcase.directory import Directory, NameOnDocket
from legalcase.errors import (
    ImportRefusedError,
    InvalidTypeError,
    InvalidValueError,
    LegalCaseError,
    UnknownNameError,
)
from legalcase.interop import (
    columns_of,
    deadlines_from,
    events_from,
    hearings_from,
    parties_from,
    to_rows,
)
from legalcase.interop.rows.columns import COLUMNS
from legalcase.kernel import Draft, Label
from legalcase.model import (
    CaseFile,
    CaseOpened,
    CounselAppeared,
    Filed,
    JudgmentEntered,
)
from people_samples import after, counsel, person

LAW = Law.bundled()
AT = datetime(2026, 11, 2, 12, tzinfo=UTC)
OPENED = CaseOpened(caption="Roe v. Acme", happened_on=date(2026, 1, 5), number="1")


def opened() -> CaseFile:
    """A case with nothing in it."""
    return CaseFile.open(OPENED, case_id="roe", by="clerk", at=AT)


def of_csv(text: str) -> csv.DictReader[str]:
    """Rows as the standard library reads them."""
    return csv.DictReader(io.StringIO(text))


PARTIES = """\
party_id,name,roles,joined_on,left_on,is_client
roe,Jane Roe,plaintiff,2026-01-05,,yes
acme,"Acme, Inc.",defendant;counterclaimant,2026-01-06,2026-05-01,no
"""
EVENTS = """\
event_id,event,happened_on,title,triggers,by,number,method,on
roe/1,filed,2026-01-05,Complaint,complaint-filed,roe,1,,
roe/2,served,2026-01-09,Summons,summons-served,roe,,personal,acme
roe/3,judgment-entered,2026-06-01,Judgment,,,40,,
"""
DEADLINES = """\
deadline_id,title,basis,due,authority,owner,critical,set_on,owed_by
reply,Reply,ordered,2026-12-01,Scheduling order,u-7,yes,2026-11-01,roe
talk,Meet,agreed,2026-12-04,Letter of 2 November,,,2026-11-02,
"""


HEARINGS = """\
hearing_id,title,hearing_at,place,about,set_on,of
trial,Trial,2027-03-01T09:00:00-08:00,Courtroom 1,event:roe/1,2026-11-01,roe;acme
"""


def filled() -> CaseFile:
    """A case as the four tables tell it."""
    made = opened().record(*parties_from(of_csv(PARTIES)), by="clerk", at=AT, law=LAW)
    events = events_from(of_csv(EVENTS), law=LAW, into=made)
    made = made.record(*events, by="clerk", at=AT, law=LAW)
    hearings = hearings_from(of_csv(HEARINGS), law=LAW, into=made)
    made = made.record(*hearings, by="clerk", at=AT, law=LAW)
    deadlines = deadlines_from(of_csv(DEADLINES), law=LAW, into=made)
    return made.record(*deadlines, by="clerk", at=AT, law=LAW)


def refused(make: Any, text: str, **said: Any) -> list[tuple[str, str]]:
    """The problems for which rows are refused."""
    with pytest.raises(ImportRefusedError) as caught:
        make(of_csv(text), **said)
    return list(caught.value.problems)


def test_rows_become_events() -> None:
    """Of people, of the docket, of deadlines."""
    case = filled().case
    acme = case.people.participants["acme"]
    assert (acme.roles, acme.left_on) == (
        ("defendant", "counterclaimant"),
        date(2026, 5, 1),
    )
    assert case.people.participants["roe"].is_client
    assert case.docket["roe/2"].on == ("acme",)
    assert case.docket["roe/3"].triggers == ("judgment-entered",)
    assert case.deadlines["reply"].terms.critical
    assert str(case.deadlines["reply"].review.state) == "proposed"


@pytest.mark.parametrize(
    ("what", "make"),
    [
        ("parties", parties_from),
        ("events", events_from),
        ("hearings", hearings_from),
        ("deadlines", deadlines_from),
    ],
)
def test_rows_come_back_as_they_were(what: str, make: Any) -> None:
    """Out, through a CSV file, and in again: the same case."""
    rows = to_rows(filled(), what, audience="firm", facts_only=True)
    text = io.StringIO()
    writer = csv.DictWriter(
        text, [one.name for one in columns_of(what, facts_only=True)]
    )
    writer.writeheader()
    writer.writerows(rows)
    said: dict[str, Any] = {}
    if what in ("deadlines", "hearings"):
        said["set_on"] = date(2026, 11, 1)
    again = make(of_csv(text.getvalue()), law=LAW, **said)
    start = opened()
    if what != "parties":
        start = start.record(*parties_from(of_csv(PARTIES)), by="clerk", at=AT)
    if what == "hearings":
        start = start.record(*events_from(of_csv(EVENTS)), by="clerk", at=AT)
    made = start.record(*again, by="clerk", at=AT, law=LAW)
    assert to_rows(made, what, audience="firm", facts_only=True) == rows


def test_all_problems_are_told_at_once() -> None:
    """By row and column; and what can be done about each."""
    found = refused(
        parties_from,
        "party_id,name,rolls,joined_on,kind,is_client\n"
        "a b,Jane,plaintiff,03/04/2026,person,maybe\n"
        ",,,,,\n"
        "x,,plaintiff,2026-02-30,robot,\n",
    )
    assert {place for place, _ in found} == {
        "column 'rolls'",
        "row 1, joined_on",
        "row 1, is_client",
        "column 'roles'",
        "row 1, party_id",
        "row 3, joined_on",
        "row 3, kind",
        "row 3, name",
    }
    said = dict(found)
    assert "did you mean 'roles'?" in said["column 'rolls'"]
    assert "date_format=" in said["row 1, joined_on"]


def test_a_format_of_dates_is_said() -> None:
    """Never guessed; and one that leaves the year open is refused."""
    text = "party_id,name,roles,joined_on\nroe,Jane,plaintiff,03/04/2026\n"
    day = parties_from(of_csv(text), date_format="%d/%m/%Y")[0].happened_on
    assert day == date(2026, 4, 3)
    assert parties_from(of_csv(text), date_format="%m/%d/%Y")[0].happened_on == date(
        2026, 3, 4
    )
    with pytest.raises(InvalidValueError, match="each once"):
        parties_from(of_csv(text), date_format="%d/%m/%y")
    iso = text.replace("03/04/2026", "2026-04-03")
    assert refused(parties_from, iso, date_format="%d/%m/%Y")


def test_a_hearing_has_an_instant_and_parties_that_are_known() -> None:
    """And a day on which it was set."""
    found = dict(
        refused(
            hearings_from,
            "hearing_id,title,hearing_at,of,about\n"
            "trial,Trial,2027-03-01,nobody,x\n"
            "new,Trial,2027-03-01T09:00:00-08:00,,\n",
            into=filled(),
        )
    )
    assert set(found) == {
        *("row 1, hearing_id", "row 1, hearing_at", "row 1, of", "row 1, about"),
        *("row 1, set_on", "row 2, set_on"),
    }


def test_what_an_event_does_not_say_is_refused() -> None:
    """An order has no method of service."""
    found = dict(
        refused(
            events_from,
            "event,happened_on,title,method,about,triggers\n"
            "order-entered,2026-01-05,Order,mail,hearing,\n"
            "motion,2026-01-05,Motion,,,\n"
            "filed,2026-01-05,Paper,,,complaint-filled\n",
            law=LAW,
        )
    )
    assert "'order-entered' says no such thing" in found["row 1, method"]
    assert "refers to nothing" in found["row 1, about"]
    assert "none of filed, served" in found["row 2, event"]
    assert "complaint-filed" in found["row 3, triggers"]


def test_ids_are_checked_against_the_file() -> None:
    """Parties that take no part, and ids that are taken."""
    text = (
        "event_id,event,happened_on,title,by\n"
        "roe/1,filed,2026-01-05,Paper,nobody\n"
        "new,filed,2026-01-05,Paper,roe\n"
        "new,filed,2026-01-05,Paper,roe\n"
    )
    found = dict(refused(events_from, text, into=filled()))
    assert set(found) == {"row 1, event_id", "row 1, by", "row 3, event_id"}


def test_a_date_that_was_counted_is_not_read() -> None:
    """Nobody could see how; and an answer of a case is no fact."""
    text = (
        "deadline_id,title,basis,due,authority,state\n"
        "a,Answer,computed,2026-06-24,Rule 12,proposed\n"
        "b,Answer,ordered,2026-06-24,,\n"
    )
    found = dict(refused(deadlines_from, text, set_on=date(2026, 6, 3)))
    assert "law.compute" in found["row 1, basis"]
    assert "no fact" in found["column 'state'"]
    assert "names the date" in found["row 2, source"]
    found = dict(refused(deadlines_from, DEADLINES.replace("2026-11-01", "")))
    assert "set_on=" in found["row 1, set_on"]


def test_cells_of_data_frames_are_read() -> None:
    """Their ways to say that a cell is empty, a day, a whole number."""

    class NAType:
        def __eq__(self, other: object) -> bool:
            raise TypeError

        __hash__ = None  # type: ignore[assignment] # as theirs

    row = {
        "event_id": 7,
        "event": "filed",
        "happened_on": datetime(2026, 1, 5),
        "title": "Complaint",
        "number": float("nan"),
        "paper": NAType(),
        "triggers": ["complaint-filed"],
    }
    (made,) = events_from([row])
    assert made.event_id == "7"
    assert made.event == Filed(
        title="Complaint",
        happened_on=date(2026, 1, 5),
        triggers=("complaint-filed",),
    )
    bad = {**row, "number": 7.0, "happened_on": AT}
    with pytest.raises(ImportRefusedError) as caught:
        events_from([bad])
    assert {place for place, _ in caught.value.problems} == {
        "row 1, happened_on",
        "row 1, number",
    }


def test_an_instant_has_an_offset() -> None:
    """And lies on its day."""
    text = "event,happened_on,happened_at,title\nfiled,2026-01-05,{},Paper\n"
    (made,) = events_from(of_csv(text.format("2026-01-05T16:00:00-08:00")))
    assert made.event.happened_at is not None
    (found,) = refused(events_from, text.format("2026-01-05T16:00"))
    assert "no offset from UTC" in found[1]
    (found,) = refused(events_from, text.format("2026-01-06T16:00Z"))
    assert found[0] == "row 1, happened_at"


def test_rows_of_several_cases_are_refused() -> None:
    """Each case is recorded by itself."""
    text = "case_id,party_id,name,roles,joined_on\n" + "".join(
        f"{case},{case},Roe,plaintiff,2026-01-05\n" for case in ("a", "b")
    )
    assert refused(parties_from, text)[0][0] == "column 'case_id'"


def test_a_row_that_is_too_long_is_refused() -> None:
    """A comma in a name, most often."""
    text = "party_id,name,roles,joined_on\nacme,Acme, Inc.,plaintiff,2026-01-05\n"
    assert ("row 1", "it has more cells than there are columns") in refused(
        parties_from, text
    )


@pytest.mark.parametrize("rows", ["a,b", {"party_id": "x"}, 7, None])
def test_what_is_no_rows_is_refused(rows: Any) -> None:
    """Text is not read as a file, and one mapping is not several."""
    with pytest.raises(InvalidTypeError, match="DictReader"):
        parties_from(rows)
    with pytest.raises(ImportRefusedError, match="a mapping is wanted"):
        parties_from([7])  # type: ignore[list-item] # refused


@pytest.mark.parametrize("what", COLUMNS)
def test_every_row_has_every_column(what: str) -> None:
    """In their order, whatever is in it, and plain."""
    rows = to_rows([file(), file().case], what, audience="owner")
    assert rows
    for row in rows:
        assert list(row) == [one.name for one in columns_of(what)]
        assert all(type(one) in (str, int, bool, type(None)) for one in row.values())
        assert row["case_id"] == file().case.case_id


@pytest.mark.parametrize("what", COLUMNS)
def test_nobody_sees_more_than_their_audience(what: str) -> None:
    """What is withheld is named, and is empty."""
    for audience in ("public", "court", "party", "client", "firm", "owner"):
        rows = to_rows(file(), what, audience=audience)
        for row in rows:
            for name in (row.get("withheld") or "").split(";"):
                assert not name or row[name] is None


def test_sealed_texts_and_names_are_withheld() -> None:
    """Titles as the feed does; names of people from those outside the case."""
    sealed = JudgmentEntered(
        title=f"Judgment {CANARY}",
        happened_on=date(2026, 6, 1),
        label=Label(audience="court", ground="sealed"),
    )
    made = filled().record(sealed, by="clerk", at=AT)
    assert CANARY not in str(to_rows(made, "events"))
    assert CANARY in str(to_rows(made, "events", audience="court"))
    assert "Jane" not in str(to_rows(made, "parties"))
    assert to_rows(made, "parties")[0]["withheld"] == "name;is_client"
    assert to_rows(made, "parties", audience="party")[0]["name"] == "Jane Roe"
    assert "u-7" not in str(to_rows(made, "deadlines", audience="client"))
    assert to_rows(made, audience="firm")[0]["owner"] == "u-7"


def test_invariant_07_names_are_told_as_the_directory_has_them() -> None:
    """To each audience what it may be told; the ids are for the firm."""
    text = (
        "party_id,person,roles,joined_on,incapacity,capacity\n"
        "roe,person:roe,plaintiff,2026-01-05,minor,individual\n"
    )
    (event,) = parties_from(of_csv(text), law=LAW)
    made = opened().record(event, by="clerk", at=AT, law=LAW)
    entry = NameOnDocket(case_id="roe", name="Roe, J.", happened_on=date(2026, 1, 5))
    directory = Directory.of(after(person(), entry))

    def row(audience: str, **said: Any) -> dict[str, Any]:
        (found,) = to_rows(made, "parties", audience=audience, **said)
        return found

    ours = row("firm", directory=directory)
    assert ours["name"] == f"Jane Roe {CANARY}"
    assert (ours["person"], ours["incapacity"]) == ("person:roe", "minor")
    theirs = row("party", directory=directory)
    assert (theirs["name"], theirs["withheld"]) == ("Roe, J.", "person;is_client")
    public = row("public", directory=directory)
    assert public["withheld"] == "person;name;incapacity;is_client"
    assert public["capacity"] == "individual"
    # Nobody is named without a directory; and the same line comes back.
    assert row("firm")["name"] == "a person"
    again = row("firm", facts_only=True, directory=directory)
    assert again["name"] is None
    assert parties_from([again], law=LAW) == (event,)


def test_invariant_07_a_name_is_for_whom_the_label_of_its_line_admits() -> None:
    """Others are told that it is withheld, and nothing that could be read again."""
    (event,) = parties_from(of_csv(PARTIES.split("acme", maxsplit=1)[0]))
    seal = Label(audience="firm", ground="sealed")
    made = opened().record(Draft(event, label=seal), by="clerk", at=AT)
    (row,) = to_rows(made, "parties", audience="client")
    assert (row["name"], row["withheld"]) == (None, "name")
    assert to_rows(made, "parties", audience="firm")[0]["name"] == "Jane Roe"


def test_counsel_is_told_by_the_directory() -> None:
    """Who stands in the record, by its id or by a text."""
    events = parties_from(of_csv(PARTIES))
    appeared = CounselAppeared(
        representation_id="one",
        party_ids=("roe",),
        counsel_id="person:doe",
        happened_on=date(2026, 1, 5),
    )
    made = opened().record(*events, appeared, by="clerk", at=AT)
    directory = Directory.of(counsel())
    (row,) = to_rows(made, "counsel", audience="firm", directory=directory)
    assert row["counsel"] == f"Mary Doe {CANARY}"
    assert row["counsel_id"] == "person:doe"
    (row,) = to_rows(made, "counsel", audience="party")
    assert (row["counsel"], row["withheld"]) == ("a person", "counsel_id")


def test_a_row_says_in_one_way_who_somebody_is() -> None:
    """By the directory or by name; neither or both is refused."""
    text = (
        "party_id,person,name,roles,joined_on\n"
        "a,person:a,Jane,plaintiff,2026-01-05\n"
        "b,,,plaintiff,2026-01-05\n"
    )
    found = dict(refused(parties_from, text))
    assert set(found) == {"row 1, name", "row 2, name"}
    assert "one of the two" in found["row 1, name"]


def test_what_a_deadline_is_about_is_withheld_with_its_title() -> None:
    """Of what we plan nobody outside gets more than the day."""
    text = (
        "deadline_id,title,basis,due,authority,kind,owed_by,audience\n"
        "d,Settle,agreed,2026-12-01,Our letter,contractual,roe,firm\n"
    )
    made = filled()
    events = deadlines_from(of_csv(text), set_on=date(2026, 11, 2), into=made)
    made = made.record(*events, by="clerk", at=AT)
    row = next(one for one in to_rows(made) if one["deadline_id"] == "d")
    said = {name for name, value in row.items() if value is not None}
    assert said == {
        *("case_id", "deadline_id", "due", "bound", "safe", "shown"),
        *("audience", "withheld"),
    }
    seen = next(
        one for one in to_rows(made, audience="firm") if one["title"] == "Settle"
    )
    assert (seen["kind"], seen["owed_by"]) == ("contractual", "roe")


def test_what_cannot_be_given_out_is_refused() -> None:
    """A table that there is not, an audience that is none, what is no case."""
    with pytest.raises(UnknownNameError, match="deadlines"):
        to_rows(file(), "deadline")
    with pytest.raises(InvalidValueError, match="audience"):
        to_rows(file(), audience="everybody")
    for wrong in (7, "case", [7]):
        with pytest.raises(InvalidTypeError, match="Pass a"):
            to_rows(wrong)  # type: ignore[arg-type] # refused


def test_semicolons_in_a_part_come_back() -> None:
    """Ids can have them."""
    text = "party_id,name,roles,joined_on\na;b,Jane,plaintiff,2026-01-05\n"
    made = opened().record(*parties_from(of_csv(text)), by="clerk", at=AT)
    by = "event,happened_on,title,by\nfiled,2026-01-05,Paper,a\\;b\n"
    made = made.record(*events_from(of_csv(by), into=made), by="clerk", at=AT)
    assert to_rows(made, "events")[0]["by"] == "a\\;b"


def test_nothing_is_recorded_by_reading() -> None:
    """Proposals are for a person; and one call records all or none."""
    made = opened()
    events = parties_from(of_csv(PARTIES + "acme,Acme,expert,2026-02-01,,\n"))
    with pytest.raises(LegalCaseError):
        made.record(*events, by="clerk", at=AT)
    assert len(made.case.people.participants) == 0
