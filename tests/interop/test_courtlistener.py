"""A docket of CourtListener becomes a case, and nothing of it is dropped in silence."""

from __future__ import annotations

import copy
from datetime import UTC, date, datetime
from typing import Any

import pytest
from courtlistener_samples import (
    ATTORNEYS,
    DOCKET,
    ENTRIES,
    PARTIES,
    attorney,
    docket,
    entry,
    of_party,
    page,
    party,
    party_type,
)

from legalcase import Law
from legalcase.errors import (
    ConflictingInputError,
    ImportRefusedError,
    InvalidTypeError,
    LegalCaseError,
    MissingInputError,
    UnknownNameError,
)
from legalcase.interop import Imported, SourceEntry, from_courtlistener
from legalcase.model import CaseFile, CaseOpened, Filed, PartyJoined

AT = datetime(2026, 11, 2, 12, tzinfo=UTC)
LAW = Law.bundled()


def imported(source: Any = None, **said: Any) -> Imported:
    """What comes of the sample, or of another."""
    given: dict[str, Any] = {
        "parties": PARTIES,
        "attorneys": ATTORNEYS,
        "entries": ENTRIES,
        "by": "clerk",
        "at": AT,
        "law": LAW,
    }
    if "into" not in said:
        given["case_id"] = "epic"
    return from_courtlistener(
        docket() if source is None else source, **{**given, **said}
    )


def leaves(path: str, value: Any) -> set[str]:
    """Every place of JSON that holds no other, written down once more."""
    if isinstance(value, dict) and value:
        return set().union(*(leaves(f"{path}.{k}", v) for k, v in value.items()))
    if isinstance(value, list) and value:
        return set().union(*(leaves(f"{path}[{n}]", v) for n, v in enumerate(value)))
    return {path}


def places(found: Imported) -> list[str]:
    """The places of which the account speaks."""
    return [
        *found.used,
        *(one.path for one in found.known),
        *(one.path for one in found.not_mapped),
    ]


def why(found: Imported, path: str) -> str:
    """Why a place is in no event."""
    return next(one.why for one in found.not_mapped if one.path == path)


def test_the_docket_is_a_case() -> None:
    """Court, number, caption, day and judge, as the docket has them."""
    case = imported().file.case
    assert (case.court, case.number) == ("us/cand", "4:20-cv-05640")
    assert case.caption == "Epic Games, Inc. v. Apple Inc."
    assert case.caseload.opened_on == date(2020, 8, 13)
    assert case.caseload.judge == "Yvonne Gonzalez Rogers"
    assert {one.party_id: one.roles for one in case.people.participants} == {
        "cl-11": ("plaintiff", "counter-defendant"),
        "cl-12": ("defendant", "counterclaimant"),
    }


def test_counsel_have_a_capacity_and_an_end() -> None:
    """Lead before admitted for this case; a termination ends it on its day."""
    held = imported().file.case.people.representations
    assert {
        one.representation_id: (one.counsel, one.capacity, one.party_ids, one.ended_on)
        for one in held
    } == {
        "cl-21-lead": ("Jane Roe", "lead", ("cl-11",), None),
        "cl-22-lead": ("Richard Doe", "lead", ("cl-12",), None),
        "cl-23-to-be-noticed-until-2021-01-04": (
            "Mary Major",
            "to-be-noticed",
            ("cl-12",),
            date(2021, 1, 4),
        ),
    }


def test_every_place_of_the_source_is_accounted_for_once() -> None:
    """Used, known to carry nothing, or listed: and nothing else."""
    found = imported()
    wanted = leaves("docket", docket())
    wanted |= leaves("parties", PARTIES) | leaves("attorneys", ATTORNEYS)
    wanted |= leaves("entries", ENTRIES)
    assert len(places(found)) == len(set(places(found)))
    assert set(places(found)) == wanted


def test_what_no_event_says_is_listed_with_its_type() -> None:
    """The type and the reason, and not the value."""
    found = imported()
    assert why(found, "docket.nature_of_suit").startswith("no event of a case")
    assert "CaseDisposed" in why(found, "docket.date_terminated")
    assert "one capacity" in why(found, "parties[0].attorneys[2].role")
    assert "Anti-Trust" not in str(found) + repr(found) + repr(found.not_mapped)
    assert "docket.nature_of_suit" in str(found)


def test_an_unknown_key_is_listed() -> None:
    """What the service adds tomorrow is seen."""
    found = imported(docket(case_weather="fair", more={"a.b": [1, {}]}))
    assert why(found, "docket.case_weather") == "the key is not known here"
    assert why(found, "docket.more['a.b'][0]") == "the key is not known here"


def test_what_is_assumed_is_said() -> None:
    """The service knows no day on which a party joined."""
    said = [one.what for one in imported().assumed]
    assert sum("when 'cl-11' joined" in one for one in said) == 1
    assert sum("entered as a person" in one for one in said) == 2
    assert sum("since when the judge" in one for one in said) == 1


def test_an_entry_of_which_nobody_says_what_it_is_is_a_note() -> None:
    """From a note nothing runs: no trigger is guessed from a text."""
    case = imported().file.case
    assert len(case.docket) == 0
    assert case.notes["cl-entry-9001"].text.startswith("Docket entry 1: Epic files")
    assert case.notes["cl-entry-9001"].label.audience == "public"


def classified(entry: SourceEntry) -> Filed | None:
    """What a person found who read the first entry."""
    if entry.number != "1":
        return None
    return Filed(
        title=entry.text,
        number=entry.number,
        happened_on=entry.filed_on,
        triggers=("complaint-filed",),
        by=("cl-11",),
    )


def test_the_caller_says_what_an_entry_is() -> None:
    """And it stands on the docket, under an id that is the same every time."""
    found = imported(classify=classified)
    held = found.file.case.docket["epic/cl-entry-9001"]
    assert held.triggers == ("complaint-filed",)
    assert "entries[0].description" in found.used
    assert len(found.file.case.notes) == len(ENTRIES) - 1
    with pytest.raises(InvalidTypeError, match="classify= returned str"):
        imported(classify=lambda _: "complaint")


def test_a_second_import_changes_nothing() -> None:
    """The same source into the file that it made."""
    first = imported()
    again = imported(into=first.file)
    assert again.file == first.file
    assert (again.added, again.differences, again.assumed) == ((), (), ())


def test_entries_read_later_are_added() -> None:
    """What was a note stays one; the event stands beside it."""
    first = imported()
    again = imported(into=first.file, classify=classified)
    assert again.added == ("epic/cl-entry-9001",)
    assert again.file.case.notes == first.file.case.notes


def test_what_is_absent_is_not_removed() -> None:
    """A part of the source is not the whole: it stays, and is told."""
    first = imported()
    again = imported(into=first.file, parties=PARTIES[:1], entries=())
    assert again.file == first.file
    absent = [one for one in again.differences if one.what.endswith("it stays")]
    assert {one.id for one in absent} >= {"cl-12", "cl-22-lead"}


def test_what_the_source_says_otherwise_is_told() -> None:
    """The file keeps what it says."""
    first = imported()
    parties = copy.deepcopy(PARTIES)
    parties[0]["name"] = "Epic Games International"
    parties[1]["party_types"][0]["date_terminated"] = "2022-01-03"
    parties[1]["party_types"][1]["date_terminated"] = "2022-01-03"
    source = docket(assigned_to_str="Somebody Else", docket_number="4:20-cv-1")
    again = imported(source, into=first.file, parties=parties)
    assert again.file == first.file
    said = {(one.id, one.what) for one in again.differences}
    assert ("cl-11", "the source has another name") in said
    assert any(name == "cl-12" and "PartyLeft" in what for name, what in said)
    assert sum(name == "epic" for name, _ in said) == 2
    assert "Somebody Else" not in repr(again.differences)


def test_a_matter_that_was_opened_before_it_was_filed_gets_its_court() -> None:
    """Court, number and judge are added where the file has none."""
    opened = CaseOpened(caption="Epic v. Apple", happened_on=date(2020, 7, 1))
    file = CaseFile.open(opened, case_id="m-7", by="clerk", at=AT)
    found = imported(into=file)
    case = found.file.case
    assert (case.court, case.number) == ("us/cand", "4:20-cv-05640")
    assert case.caseload.judge == "Yvonne Gonzalez Rogers"
    assert str(case.status) == "active"
    assert case.caption == "Epic v. Apple"
    assert [one.what for one in found.differences] == ["the source has another caption"]
    assert imported(into=found.file).added == ()


def test_a_party_of_the_same_name_is_a_question() -> None:
    """It is neither doubled nor taken for the same."""
    first = imported(parties=(), attorneys=(), entries=())
    joined = PartyJoined(
        party_id="us",
        name="Epic Games, Inc.",
        roles=("plaintiff",),
        happened_on=date(2020, 8, 13),
    )
    file = first.file.record(joined, by="clerk", at=AT)
    again = imported(into=file)
    assert [one.party_id for one in again.file.case.people.participants] == [
        "us",
        "cl-12",
    ]
    assert any("party_ids={11: 'us'}" in one.what for one in again.differences)
    named = imported(into=file, party_ids={11: "us"})
    held = named.file.case.people.representations["cl-21-lead"]
    assert held.party_ids == ("us",)


def test_two_parties_of_one_name_are_two() -> None:
    """The source tells them apart; one that comes later is no question."""
    does = [party(31, "Roe", "Plaintiff"), party(32, "Roe", "Plaintiff")]
    first = imported(parties=does[:1], attorneys=(), entries=())
    again = imported(into=first.file, parties=does, attorneys=(), entries=())
    assert len(again.file.case.people.participants) == 2
    assert again.differences == ()


def test_what_the_file_has_not_stays_listed() -> None:
    """Brought in again, a value that no event says is still in no event."""
    first = imported()
    again = imported(into=first.file)
    left = {one.path for one in first.not_mapped}
    assert {one.path for one in again.not_mapped} == left


def test_a_type_of_party_that_is_not_known_is_listed() -> None:
    """Nobody gets a role by guess; the caller can name it."""
    odd = [party(31, "Roe", "Wizard")]
    found = imported(parties=odd, attorneys=(), entries=())
    assert len(found.file.case.people.participants) == 0
    assert "party_roles=" in why(found, "parties[0].name")
    named = imported(
        parties=odd, attorneys=(), entries=(), party_roles={"wizard": "expert"}
    )
    assert named.file.case.people.participants["cl-31"].roles == ("expert",)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("ThirdParty Plaintiff", ("third-party-plaintiff",)),
        ("Third Party Defendant", ("third-party-defendant",)),
        ("Intervenor Plaintiff", ("intervenor", "plaintiff")),
        ("Plaintiff - Appellant", ("plaintiff", "appellant")),
        ("Amicus Curiae", ("amicus",)),
        ("Counter-Claimant", ("counterclaimant",)),
        ("Movant", ("movant",)),
        ("Interested Party", ("interested-party",)),
    ],
)
def test_types_of_party_are_roles(text: str, roles: tuple[str, ...]) -> None:
    """By the table, and by the words and synonyms of the vocabulary."""
    found = imported(parties=[party(31, "Roe", text)], attorneys=(), entries=())
    assert found.file.case.people.participants["cl-31"].roles == roles


def test_a_party_that_left_left() -> None:
    """All its types ended; one that ended earlier ended earlier."""
    types = [
        party_type("Defendant", "2021-03-01"),
        party_type("Counter Claimant", "2021-02-01"),
        party_type("Plaintiff", of=999),
    ]
    gone = party(31, "Roe", party_types=types)
    found = imported(parties=[gone], attorneys=(), entries=())
    one = found.file.case.people.participants["cl-31"]
    assert one.left_on == date(2021, 3, 1)
    assert one.roles_on(date(2021, 2, 15)) == ("defendant",)
    assert "parties[0].party_types[2].name" in {each.path for each in found.known}


def test_a_court_that_the_law_lacks_is_listed() -> None:
    """The case has no court then."""
    found = imported(docket(court_id="fisc"))
    assert found.file.case.court is None
    assert "no court of this id" in why(found, "docket.court_id")


@pytest.mark.parametrize(
    ("id_", "court"),
    [
        ("cal", "us-ca/cal"),
        ("calctapp2d", "us-ca/calctapp2d"),
        ("calsuppctla", "us-ca/lasc"),
        ("ohioctcompl", "us-oh/common-pleas"),
        ("nyappdiv", "us-ny/nyappdiv"),
    ],
)
def test_the_court_of_a_state_is_found_by_its_id(id_: str, court: str) -> None:
    """The service's ids are the law's, or aliases of what the law calls otherwise."""
    found = imported(docket(court_id=id_), entries=())
    assert found.file.case.court == court


def test_no_id_of_the_service_is_of_two_courts() -> None:
    """Bare ids are looked for in every State, and each names one court."""
    names = [
        name.partition("/")[2]
        for place in LAW.jurisdictions()
        if place.startswith("us")
        for court in LAW.courts(place)
        for name in (court.id, *court.aliases)
    ]
    twice = {name for name in names if names.count(name) > 1 and "-" not in name}
    # Plain words are of the law's own making: the service has no such id.
    words = "circuit county district family justice juvenile magistrate municipal"
    assert twice <= {*words.split(), "superior", "chancery", "probate"}


def test_what_is_sealed_or_hidden_is_told() -> None:
    """It is for a person to see what follows."""
    sealed = entry(1, "2020-08-13", "x")
    sealed["recap_documents"][0]["is_sealed"] = True
    found = imported(docket(blocked=True), entries=[sealed])
    assert "EntrySealed" in why(found, "entries[0].recap_documents[0].is_sealed")
    assert "search engines" in why(found, "docket.blocked")


def test_a_page_says_that_there_are_more() -> None:
    """A part is not taken for the whole."""
    found = imported(parties=page(*PARTIES, after="https://x.test/?cursor=1"))
    assert "further pages" in why(found, "parties.next")
    assert "cl-11" in found.file.case.people.participants


def test_what_has_another_shape_is_refused_all_at_once() -> None:
    """Every problem with its place, and nothing recorded."""
    with pytest.raises(ImportRefusedError) as caught:
        imported(
            docket(date_filed="13/08/2020", case_name=7),
            parties=[party(31, "Roe", "Plaintiff", attorneys="many"), "x"],
            entries=[entry(1, "2020-08-13", "x", entry_number="one")],
        )
    assert {place for place, _ in caught.value.problems} == {
        "docket.date_filed",
        "docket.case_name",
        "parties[0].attorneys",
        "parties[1]",
        "entries[0].entry_number",
    }


def test_what_is_missing_is_asked_for() -> None:
    """A name and a day; a target, and only one."""
    with pytest.raises(MissingInputError, match="no day of filing"):
        imported(docket(date_filed=None))
    late = imported(docket(date_filed=None), opened_on=date(2020, 8, 1))
    assert late.file.case.caseload.opened_on == date(2020, 8, 1)
    with pytest.raises(MissingInputError, match="no name"):
        imported(docket(case_name=""))
    with pytest.raises(ConflictingInputError, match="into which case"):
        from_courtlistener(docket(), by="clerk", at=AT, law=LAW)
    with pytest.raises(UnknownNameError, match="clients="):
        imported(clients=("cl-99",))


def test_counsel_without_a_name_are_listed() -> None:
    """The lists of the parties have numbers alone."""
    found = imported(attorneys=())
    assert len(found.file.case.people.representations) == 0
    assert "attorneys=" in why(found, "parties[0].attorneys[0].role")


def test_status_is_no_capacity() -> None:
    """Who was suspended still stands on the docket: it is told, not ended."""
    parties = [party(31, "Roe", "Plaintiff", attorneys=[of_party(41, 7, "2021-01-01")])]
    found = imported(parties=parties, attorneys=[attorney(41, "Doe")], entries=())
    held = found.file.case.people.representations["cl-41-of-record"]
    assert held.ended_on is None
    assert "'suspended' is no capacity" in why(found, "parties[0].attorneys[0].role")


def test_a_role_that_is_empty_is_no_less_an_appearance() -> None:
    """Counsel is of record; the service has rows without a role."""
    bare = {**of_party(41, 10), "role": None}
    parties = [party(31, "Roe", "Plaintiff", attorneys=[bare])]
    found = imported(parties=parties, attorneys=[attorney(41, "Doe")], entries=())
    assert "cl-41-of-record" in found.file.case.people.representations


def test_what_nothing_could_be_recorded_with_is_refused() -> None:
    """Before anything is read."""
    with pytest.raises(InvalidTypeError, match="needs a Law"):
        imported(law=__import__("legalcase"))
    with pytest.raises(LegalCaseError, match="at"):
        imported(at="today")
    with pytest.raises(LegalCaseError, match="at"):
        imported(at=AT.replace(tzinfo=None))
    with pytest.raises(InvalidTypeError, match="no number of a party"):
        imported(party_ids={"11": "us"})


def test_the_source_is_named() -> None:
    """Each line says from where it came."""
    assert {line.reason for line in imported().file.log} == {
        f"CourtListener docket {DOCKET}"
    }
