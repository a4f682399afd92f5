"""Who would have to be in two places at once, and what hearings still lack."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import legalcase.model as m
import legalcase.practice as p
from legalcase import LegalCaseError
from legalcase.dates import DateRange
from legalcase.errors import InvalidTypeError, InvalidValueError, UnknownNameError
from legalcase.kernel import Draft, Label
from legalcase.oversight import clashes, health, unmet_needs
from legalcase.practice import MODEL

D = date.fromisoformat
EASTERN, PACIFIC = ZoneInfo("America/New_York"), ZoneInfo("America/Los_Angeles")
OPENED = D("2026-01-05")
AT = datetime(2026, 12, 1, tzinfo=UTC)
ON: dict[str, Any] = {"happened_on": OPENED}
WEEK = (D("2026-07-06"), D("2026-07-10"))
MARK = "canary-4711"


def at(text: str, zone: ZoneInfo = PACIFIC) -> datetime:
    """An instant by the clock of a court."""
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def hearing(name: str, when: str, zone: ZoneInfo = PACIFIC, **said: Any) -> Any:
    """A hearing that is set."""
    return m.HearingSet(
        **{
            "hearing_id": name,
            "title": f"T {MARK}",
            "hearing_at": at(when, zone),
            **ON,
            **said,
        }
    )


def case(name: str, *events: Any, court: str = "us/cand", model: Any = MODEL) -> Any:
    """A case with a client in it, after events."""
    file = m.CaseFile.open(
        m.CaseOpened(caption=f"C {MARK}", court=court, number=name, **ON),
        case_id=name,
        by="clerk",
        at=AT,
        model=model,
    )
    joined = m.PartyJoined(
        party_id="roe", name="R. Roe", roles=("defendant",), is_client=True, **ON
    )
    return file.record(joined, *events, by="clerk", at=AT)


def counsel(name: str = "A. Lawyer", rep: str = "r1", **said: Any) -> Any:
    """Counsel for the client."""
    return m.CounselAppeared(
        representation_id=rep, party_ids=("roe",), counsel=name, **ON, **said
    )


def found(
    *cases: Any, lasts: Any = "half-day", **asked: Any
) -> list[tuple[str, str | None]]:
    """(kind, who) of all clashes of a week."""
    asked = {"during": WEEK, **asked}
    return [(one.kind, one.who) for one in clashes(cases, lasts=lasts, **asked)]


MON9, MON11, MON15, TUE9 = (
    "2026-07-06T09:00",
    "2026-07-06T11:00",
    "2026-07-06T15:00",
    "2026-07-07T09:00",
)


@pytest.mark.parametrize(
    ("lasts", "meets"),
    [
        ("instant", ()),
        ("half-day", (MON11,)),
        ("day", (MON11, MON15)),
        (timedelta(hours=2), ()),
        (timedelta(hours=2, minutes=1), (MON11,)),
        (timedelta(hours=6, minutes=1), (MON11, MON15)),
        ({"motion": timedelta(hours=3)}, (MON11,)),
        ({"trial": timedelta(hours=3)}, ()),
        ({}, ()),
    ],
    ids=str,
)
def test_how_long_a_hearing_lasts_is_what_the_caller_says(
    lasts: Any, meets: tuple[str, ...]
) -> None:
    """And nothing else: ends do not belong to it."""
    one = case("a", counsel(), hearing("h", MON9, kind="motion"))
    for when in (MON11, MON15, TUE9):
        other = case("b", counsel(), hearing("h", when, kind="motion"))
        wanted = [("person", "A. Lawyer")] if when in meets else []
        assert found(one, other, lasts=lasts) == wanted, when
        assert found(other, one, lasts=lasts) == wanted, when
    same = case("c", counsel(), hearing("h", MON9, kind="motion"))
    assert found(one, same, lasts=lasts) == [("person", "A. Lawyer")]


def test_the_page_says_how_it_was_decided_and_what_is_not_known() -> None:
    """Of which only the beginning was looked at, and which have no date."""
    off = m.HearingContinued(hearing_id="off", **ON)
    one = case("a", hearing("h", MON9), hearing("off", MON9), off)
    told = clashes([one], during=WEEK, lasts={"trial": timedelta(hours=8)})
    assert told.begun_only == ("a/hearing:h",)
    assert told.undated == ("a/hearing:off",)
    assert "trial 8:00" in str(told)
    assert "a/hearing:off" in str(told)
    words = clashes([one], during=WEEK, lasts="instant")
    assert words.begun_only == ()
    assert "same instant" in str(words)
    assert repr(told) == "<Clashes 2026-07-06 to 2026-07-10: 0, in 1 hearing>"


def test_a_judge_sits_in_one_place_at_a_time() -> None:
    """Of one court; on another day, there is no trouble."""
    said: dict[str, Any] = {"judge": "Judge X", "courtroom": "5"}
    one = case("a", hearing("h", MON9, **said))
    assert found(one, case("b", hearing("h", TUE9, **said))) == []
    moved = {**said, "courtroom": "6", "judge": "judge  x"}
    assert found(one, case("b", hearing("h", MON11, **moved))) == [("judge", "Judge X")]
    elsewhere = case("b", hearing("h", MON9, **moved), court="us/nysd")
    assert found(one, elsewhere) == []


def test_a_hearing_without_a_judge_takes_the_one_of_the_case() -> None:
    """To whom it is assigned on the day of the hearing, unless another one sits."""

    def of(name: str, *events: Any, **said: Any) -> Any:
        assigned = m.JudgeAssigned(judge="Judge X", **ON)
        return case(name, assigned, *events, hearing("h", MON9, **said))

    one = case("a", hearing("h", MON9, judge="Judge X"))
    assert found(one, of("b")) == [("judge", "Judge X")]
    assert found(of("a"), of("b")) == [("judge", "Judge X")]
    assert found(one, of("b", judge="Judge Y")) == []
    moved = m.JudgeAssigned(judge="Judge Y", happened_on=D("2026-07-06"))
    assert found(one, of("b", moved)) == []
    other = m.JudgeAssigned(judge="Judge Y", function="referred", **ON)
    assert found(one, case("b", other, hearing("h", MON9))) == []
    (clash,) = clashes([of("a"), of("b")], during=WEEK, lasts="half-day")
    assert clash.first.role == "assigned judge"


def test_a_judge_can_be_on_leave() -> None:
    """As anybody of whom the caller says so: the one who sits, or is assigned."""
    leave = {"judge x": [DateRange(D("2026-07-06"), D("2026-07-08"))]}
    assigned = case("b", m.JudgeAssigned(judge="Judge X", **ON), hearing("h", MON9))
    for one in (case("a", hearing("h", MON9, judge="Judge X")), assigned):
        assert found(one, absences=leave) == [("absence", "Judge X")]
    assert found(case("a", hearing("h", MON9, judge="Judge Y")), absences=leave) == []
    later = hearing("h", "2026-07-08T09:00", judge="Judge X")
    assert found(case("a", later), absences=leave) == []


def test_a_room_is_one_within_a_court_and_a_building() -> None:
    """Where two say that they are in different ones, it is another room."""
    one = case("a", hearing("h", MON9, courtroom="5", place="San Francisco"))
    for place, wanted in (
        ("san  francisco", [("courtroom", "5")]),
        (None, [("courtroom", "5")]),
        ("Oakland", []),
    ):
        other = case("b", hearing("h", MON11, courtroom="5", place=place))
        assert found(one, other) == wanted


def test_two_in_one_courtroom_may_be_one_calendar() -> None:
    """It is told, and it is said why it may be no trouble."""
    said: dict[str, Any] = {"judge": "Judge X", "courtroom": "5"}
    one = case("a", counsel(), hearing("h", MON9, **said))
    other = case("b", counsel(), hearing("h", MON9, **said))
    told = clashes([one, other], during=WEEK, lasts="instant")
    assert {each.kind for each in told} == {"judge", "person", "courtroom"}
    eased = {each.kind: each.is_eased for each in told}
    assert eased == {"judge": True, "person": True, "courtroom": False}
    assert [each.kind for each in told.of_weight] == ["courtroom"]


def test_a_moved_or_vacated_hearing_meets_nothing() -> None:
    """Nor one that was held, nor one without a date."""
    one = case("a", counsel(), hearing("h", MON9))
    other = case("b", counsel(), hearing("h", MON9))
    assert found(one, other) == [("person", "A. Lawyer")]
    said = {"hearing_id": "h", **ON}
    for event, wanted in (
        (m.HearingContinued(to_at=at(TUE9), **said), []),
        (m.HearingContinued(to_at=at(MON11), **said), [("person", "A. Lawyer")]),
        (m.HearingContinued(**said), []),
        (m.HearingVacated(**said), []),
        (m.HearingHeld(**said), []),
    ):
        after = other.record(event, by="clerk", at=AT)
        assert found(one, after) == wanted, type(event)


def test_one_person_is_found_in_different_roles() -> None:
    """Counsel here, a witness there: by the id of the directory, or by the name."""
    order = p.WitnessOrderSet(hearing_id="h", witness_ids=("w",), **ON)
    ways: tuple[tuple[dict[str, Any], dict[str, Any]], ...] = (
        ({"counsel_id": "person:9", "counsel": None}, {"person": "person:9"}),
        ({}, {"name": "a. lawyer"}),
    )
    for here, there in ways:
        lawyer = m.CounselAppeared(
            **{
                "representation_id": "r1",
                "party_ids": ("roe",),
                "counsel": "A. Lawyer",
                **ON,
                **here,
            }
        )
        one = case("a", lawyer, hearing("h", MON9))
        witness = p.WitnessNamed(witness_id="w", **there, **ON)
        other = case("b", hearing("h", MON11), witness, order)
        (clash,) = clashes([one, other], during=WEEK, lasts="half-day")
        assert clash.second is not None
        assert (clash.first.role, clash.second.role) == ("counsel", "witness")
        assert clash.evidence == (
            "a/hearing:h",
            "b/hearing:h",
            "a/representation:r1",
            "b/practice/witness:w",
        )
        # In one hearing, whoever is there twice is there.
        both = case("c", lawyer, hearing("h", MON9), witness, order)
        assert found(both) == []


def test_another_counsel_of_the_party_can_go() -> None:
    """Which is said; one who left, or may not act, cannot."""
    one = case("a", counsel(), counsel("B. Second", "r2"), hearing("h", MON9))
    other = case("b", counsel(), hearing("h", MON9))
    (clash,) = clashes([one, other], during=WEEK, lasts="day")
    assert (clash.is_eased, "another counsel" in clash.text) == (True, True)
    gone = m.CounselSuspended(representation_id="r2", **ON)
    after = one.record(gone, by="clerk", at=AT)
    (clash,) = clashes([after, other], during=WEEK, lasts="day")
    assert not clash.is_eased


def test_counsel_is_taken_by_the_hearings_of_their_party() -> None:
    """Where a hearing names its parties, by those alone."""
    doe = m.PartyJoined(party_id="doe", name="J. Doe", roles=("defendant",), **ON)
    one = case("a", doe, counsel(), hearing("h", MON9, of=("doe",)))
    other = case("b", counsel(), hearing("h", MON9))
    assert found(one, other) == []


def test_an_interpreter_who_was_found_is_taken() -> None:
    """For the time for which that was; and on a dropped need nobody comes."""

    def needs(name: str, *more: Any) -> Any:
        stated = m.HearingNeedStated(
            need_id="n", hearing_id="h", kind="interpreter", language="es", **ON
        )
        met = m.HearingNeedMet(need_id="n", met_by="I. Interpreter", **ON)
        return case(name, hearing("h", MON9), stated, met, *more)

    assert found(needs("a"), needs("b")) == [("person", "I. Interpreter")]
    failed = m.HearingNeedFailed(need_id="n", **ON)
    assert found(needs("a"), needs("b", failed)) == []


def test_a_party_in_custody_is_brought_to_one_court_at_a_time() -> None:
    """By the fact that was established, or the transport that was stated."""
    fact = m.FactEstablished(fact="detained", answer="yes", of=("roe",), **ON)
    brought = m.HearingNeedStated(
        need_id="n", hearing_id="h", kind="transport", for_parties=("roe",), **ON
    )
    one = case("a", hearing("h", MON9), fact)
    assert found(one, case("b", hearing("h", MON9), brought)) == [("person", "R. Roe")]
    assert found(one, case("b", hearing("h", MON9))) == []
    free = m.FactEstablished(fact="detained", answer="no", of=("roe",), **ON)
    assert found(one, case("b", hearing("h", MON9), fact, free)) == []


def test_two_zones_are_one_time() -> None:
    """Nine in New York is six in San Francisco; halves of days meet where they do."""
    east = case("a", counsel(), hearing("h", "2026-07-06T12:00", EASTERN))
    west = case("b", counsel(), hearing("h", MON9))
    assert found(east, west, lasts="instant") == [("person", "A. Lawyer")]
    # The afternoon of New York (9 to 21 here) and the morning of San Francisco.
    assert found(east, west, lasts="half-day") == [("person", "A. Lawyer")]
    early = case("a", counsel(), hearing("h", "2026-07-06T09:00", EASTERN))
    assert found(early, west, lasts="instant") == []
    assert found(early, west, lasts=timedelta(hours=3)) == []
    assert found(early, west, lasts=timedelta(hours=3, minutes=1)) == [
        ("person", "A. Lawyer")
    ]
    # Midnight to noon there is nine in the evening to nine here.
    assert found(early, west, lasts="half-day") == [("person", "A. Lawyer")]
    late = case("b", counsel(), hearing("h", MON15))
    assert found(early, late, lasts="half-day") == []
    # By the clock of one it is the day before the first that was asked for.
    night = case("a", counsel(), hearing("h", "2026-07-05T23:30"))
    dawn = case("b", counsel(), hearing("h", "2026-07-06T02:30", EASTERN))
    assert found(night, dawn, lasts="instant") == [("person", "A. Lawyer")]
    assert found(night, lasts="instant") == []


def test_time_is_counted_as_it_passes_where_clocks_change() -> None:
    """On 1 November 2026 one o'clock comes twice, on 8 March two never comes."""
    asked = {"during": (D("2026-10-31"), D("2026-11-02"))}
    first = at("2026-11-01T01:30")
    second = first.replace(fold=1)
    one = case("a", counsel(), hearing("h", "2026-11-01T01:30"))
    again = m.HearingSet(hearing_id="h", title="T", hearing_at=second, **ON)
    other = case("b", counsel(), again)
    assert found(one, other, lasts="instant", **asked) == []
    assert found(one, other, lasts=timedelta(hours=1), **asked) == []
    assert found(one, other, lasts=timedelta(minutes=61), **asked) != []
    spring = {"during": (D("2026-03-08"), D("2026-03-08"))}
    one = case("a", counsel(), hearing("h", "2026-03-08T01:30"))
    other = case("b", counsel(), hearing("h", "2026-03-08T03:30"))
    assert found(one, other, lasts=timedelta(hours=1), **spring) == []
    assert found(one, other, lasts=timedelta(minutes=61), **spring) != []
    # The morning of that day has eleven hours, and ends at noon all the same.
    noon = case("b", counsel(), hearing("h", "2026-03-08T12:00"))
    assert found(one, noon, lasts="half-day", **spring) == []


def test_a_witness_who_cannot_come_is_told() -> None:
    """Whoever is expected there, on that day."""
    witness = p.WitnessNamed(witness_id="w", name=f"N. Neighbor {MARK}", **ON)
    order = p.WitnessOrderSet(hearing_id="h", witness_ids=("w",), **ON)
    away = p.AvailabilityStated(
        availability_id="v",
        witness_id="w",
        is_available=False,
        from_on=D("2026-07-06"),
        until_on=D("2026-07-07"),
        stated_by=MARK,
        **ON,
    )
    one = case("a", hearing("h", MON9), witness, order, away)
    (clash,) = clashes([one], during=WEEK, lasts="day")
    assert (clash.kind, clash.second) == ("unavailable", None)
    moved = m.HearingContinued(hearing_id="h", to_at=at("2026-07-08T09:00"), **ON)
    assert found(one.record(moved, by="clerk", at=AT)) == []


def test_whoever_was_heard_or_whose_subpoena_is_gone_is_not_expected() -> None:
    """Neither twice at once, nor lacking anything."""
    base = (
        hearing("h", MON9),
        p.WitnessNamed(witness_id="w", name="N", language="es", **ON),
        p.SubpoenaIssued(subpoena_id="s", witness_id="w", hearing_id="h", **ON),
        p.SubpoenaServed(subpoena_id="s", **ON),
    )
    two = case("a", *base), case("b", *base)
    assert found(*two) == [("person", "N")]
    assert lacking(*base) == [("interpreter-unstated", "practice/witness:w")]
    for over in (
        p.WitnessTestified(witness_id="w", hearing_id="h", **ON),
        p.SubpoenaQuashed(subpoena_id="s", **ON),
        p.WitnessDropped(witness_id="w", ground="no", **ON),
    ):
        after = two[0].record(over, by="clerk", at=AT)
        assert found(after, two[1]) == [], type(over)
        assert lacking(*base, over) == [], type(over)


def test_leave_and_the_team_are_what_the_caller_says() -> None:
    """Whoever is away on the day of a hearing, and whom else it takes."""
    one = case("a", counsel(), hearing("h", MON9))
    leave = {"a. lawyer": [DateRange(D("2026-07-06"), D("2026-07-07"))]}
    (clash,) = clashes([one], during=WEEK, lasts="day", absences=leave)
    assert (clash.kind, "2026-07-06" in clash.text) == ("absence", True)
    other = case("b", hearing("h", MON9))
    team = {"A. Lawyer": [("b", "h")]}
    assert found(one, other) == []
    assert found(one, other, attending=team) == [("person", "A. Lawyer")]
    by_id = m.CounselAppeared(
        representation_id="r1", party_ids=("roe",), counsel_id="person:9", **ON
    )
    one = case("a", by_id, hearing("h", MON9))
    team = {"person:9": [("b", "h")]}
    assert found(one, other, attending=team) == [("person", "person:9")]


def test_what_a_label_keeps_is_told_by_its_id() -> None:
    """A protected witness is on no page of the firm by name."""
    witness = p.WitnessNamed(
        witness_id="w", name=f"N. {MARK}", label=Label(audience="owner"), **ON
    )
    order = p.WitnessOrderSet(hearing_id="h", witness_ids=("w",), **ON)
    two = [case(name, hearing("h", MON9), witness, order) for name in ("a", "b")]
    told = clashes(two, during=WEEK, lasts="day")
    shown = f"{told}{told!r}{told._repr_html_()}{told.to_rows()}"
    assert MARK not in shown
    assert "practice/witness:w" in str(told)
    assert MARK in str(clashes(two, during=WEEK, lasts="day", audience="owner"))
    assert max(map(len, str(told).splitlines())) <= 80


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({"lasts": "hour"}, InvalidValueError),
        ({"lasts": 2}, InvalidTypeError),
        ({"lasts": timedelta(0)}, InvalidValueError),
        ({"lasts": {"trial": 8}}, InvalidTypeError),
        ({"lasts": {8: timedelta(hours=8)}}, InvalidTypeError),
        ({"audience": "court"}, InvalidValueError),
        ({"attending": [("a", "h")]}, InvalidTypeError),
        ({"attending": {"A": ["ah"]}}, InvalidTypeError),
        ({"attending": {"A": [("z", "h")]}}, UnknownNameError),
        ({"attending": {"A": [("a", "z")]}}, UnknownNameError),
        ({"during": WEEK[0]}, InvalidTypeError),
        ({"absences": [WEEK]}, InvalidTypeError),
    ],
    ids=str,
)
def test_what_cannot_be_asked_is_refused(
    asked: dict[str, Any], error: type[LegalCaseError]
) -> None:
    """In two sentences, and nothing of the case in them."""
    one = case("a", hearing("h", MON9))
    with pytest.raises(error) as raised:
        clashes([one], **{"during": WEEK, "lasts": "day", **asked})
    assert MARK not in str(raised.value)
    assert ". " in str(raised.value)


def test_a_case_without_the_room_is_asked_for_the_rest() -> None:
    """Witnesses stand in a room of practice; judge and counsel do not."""
    core = m.Model.core()
    one = case("a", counsel(), hearing("h", MON9), model=core)
    other = case("b", counsel(), hearing("h", MON9), model=core)
    assert found(one, other) == [("person", "A. Lawyer")]
    assert len(unmet_needs([one], on=WEEK[0], until=WEEK[1])) == 0


def lacking(*events: Any, on: str = "2026-07-01", until: str = "2026-07-31") -> Any:
    """(kind, id) of what a hearing lacks."""
    told = unmet_needs([case("a", *events)], on=D(on), until=D(until))
    return [(one.kind, one.ref) for one in told]


def test_what_a_hearing_lacks() -> None:
    """Needs that nobody has seen to, subpoenas, witnesses, transport."""
    fact = m.FactEstablished(fact="detained", answer="yes", of=("roe",), **ON)
    need = m.HearingNeedStated(need_id="n", hearing_id="h", kind="equipment", **ON)
    witness = p.WitnessNamed(
        witness_id="w", name="N", language="es", is_remote=True, **ON
    )
    issued = p.SubpoenaIssued(subpoena_id="s", witness_id="w", hearing_id="h", **ON)
    away = p.AvailabilityStated(
        availability_id="v",
        witness_id="w",
        is_available=False,
        from_on=D("2026-07-06"),
        stated_by="her",
        **ON,
    )
    sits = hearing("h", MON9)
    assert lacking(sits, fact, need, witness, issued, away) == [
        ("interpreter-unstated", "practice/witness:w"),
        ("need", "hearing-need:n"),
        ("remote-link-unstated", "practice/witness:w"),
        ("subpoena-unserved", "practice/subpoena:s"),
        ("transport-unstated", "party:roe"),
        ("witness-unavailable", "practice/witness:w"),
    ]
    seen_to = (
        m.HearingNeedMet(need_id="n", **ON),
        m.HearingNeedStated(
            need_id="i", hearing_id="h", kind="interpreter", language="es", **ON
        ),
        m.HearingNeedMet(need_id="i", **ON),
        m.HearingNeedStated(
            need_id="t", hearing_id="h", kind="transport", for_parties=("roe",), **ON
        ),
        m.HearingNeedMet(need_id="t", **ON),
        m.HearingPlaceChanged(hearing_id="h", remote_link="https://court", **ON),
        p.SubpoenaServed(subpoena_id="s", **ON),
        p.AvailabilityWithdrawn(availability_id="v", **ON),
    )
    assert lacking(sits, fact, need, witness, issued, away, *seen_to) == []
    other = m.HearingNeedStated(
        need_id="o", hearing_id="h", kind="interpreter", language="vi", **ON
    )
    assert ("interpreter-unstated", "practice/witness:w") in lacking(
        sits, witness, issued, other
    )
    # On a day outside of those asked for, or vacated, nothing is lacking.
    assert lacking(sits, need, on="2026-07-07") == []
    assert lacking(sits, need, until="2026-07-05") == []
    gone = m.HearingVacated(hearing_id="h", **ON)
    assert lacking(sits, need, gone) == []


def test_each_party_in_custody_is_to_be_brought() -> None:
    """A need of nobody by name is that of all; of one, of that one."""
    doe = m.PartyJoined(party_id="doe", name="J. Doe", roles=("defendant",), **ON)
    held = m.FactEstablished(fact="detained", answer="yes", of=("roe", "doe"), **ON)

    def need(*of: str) -> Any:
        return m.HearingNeedStated(
            need_id="t", hearing_id="h", kind="transport", for_parties=of, **ON
        )

    met = m.HearingNeedMet(need_id="t", **ON)
    events = (doe, hearing("h", MON9), held)
    assert lacking(*events, need("roe"), met) == [("transport-unstated", "party:doe")]
    assert lacking(*events, need("roe", "doe"), met) == []
    assert lacking(*events, need(), met) == []
    dropped = m.HearingNeedDropped(need_id="t", **ON)
    assert len(lacking(*events, need(), dropped)) == 2


def test_a_hearing_that_moves_leaves_its_subpoena_behind() -> None:
    """And the need that was met is open again, which is said."""
    issued = p.SubpoenaIssued(subpoena_id="s", witness_id="w", hearing_id="h", **ON)
    events = (
        hearing("h", MON9),
        p.WitnessNamed(witness_id="w", name="N", **ON),
        issued,
        p.SubpoenaServed(subpoena_id="s", **ON),
        m.HearingNeedStated(need_id="n", hearing_id="h", kind="equipment", **ON),
        m.HearingNeedMet(need_id="n", **ON),
        m.HearingContinued(hearing_id="h", to_at=at(TUE9), **ON),
    )
    assert lacking(*events) == [
        ("need", "hearing-need:n"),
        ("subpoena-for-another-day", "practice/subpoena:s"),
    ]
    quashed = p.SubpoenaQuashed(subpoena_id="s", **ON)
    assert lacking(*events, quashed) == [("need", "hearing-need:n")]
    told = unmet_needs([case("a", *events)], on=D("2026-07-01"), until=WEEK[1])
    assert "for another time" in str(told)
    assert [one.days for one in told] == [6, 6]
    assert max(map(len, str(told).splitlines())) <= 80
    assert told.to_rows()[0]["kind"] == "need"
    assert repr(told) == "<UnmetNeeds 2026-07-01 to 2026-07-10: 2>"


def test_a_need_that_a_label_keeps_is_told_by_its_id() -> None:
    """That there is one, and not what."""
    need = m.HearingNeedStated(
        need_id="n",
        hearing_id="h",
        kind="accommodation",
        for_parties=("roe",),
        label=Label(audience="owner"),
        **ON,
    )
    one = case("a", hearing("h", MON9), need)
    (row,) = unmet_needs([one], on=WEEK[0], until=WEEK[1])
    assert (row.what, row.parties) == ("a need", ())
    (row,) = unmet_needs([one], on=WEEK[0], until=WEEK[1], audience="owner")
    assert (row.what, row.parties) == ("accommodation", ("roe",))
    with pytest.raises(InvalidValueError):
        unmet_needs([one], on=WEEK[1], until=WEEK[0])
    with pytest.raises(InvalidValueError):
        unmet_needs([one], on=WEEK[0], until=WEEK[1], audience="client")


def codes(file: Any, on: str) -> list[tuple[str, str]]:
    """(code, severity) of what is wrong with evidence and witnesses on a day."""
    mine = ("custody", "subpoena", "transport", "witness")
    return [
        (one.code, one.severity)
        for one in health(file, on=D(on)).findings
        if one.code.startswith(mine)
    ]


def test_health_tells_of_witnesses() -> None:
    """A subpoena once the hearing is near; what is impossible, at once."""
    events = (
        hearing("h", MON9),
        p.WitnessNamed(witness_id="w", name=f"N {MARK}", **ON),
        p.SubpoenaIssued(subpoena_id="s", witness_id="w", hearing_id="h", **ON),
    )
    one = case("a", *events)
    assert codes(one, "2026-06-21") == []
    assert codes(one, "2026-06-22") == [("subpoena-unserved", "warning")]
    assert codes(one, "2026-07-07") == []
    served = p.SubpoenaServed(subpoena_id="s", **ON)
    away = p.AvailabilityStated(
        availability_id="v",
        witness_id="w",
        is_available=False,
        from_on=D("2026-07-06"),
        stated_by=MARK,
        **ON,
    )
    fact = m.FactEstablished(fact="detained", answer="yes", of=("roe",), **ON)
    moved = m.HearingContinued(hearing_id="h", to_at=at(TUE9), **ON)
    all_of_it = one.record(served, away, fact, moved, by="clerk", at=AT)
    assert codes(all_of_it, "2026-03-01") == [
        ("witness-unavailable", "critical"),
        ("subpoena-for-another-day", "warning"),
        ("transport-unstated", "warning"),
    ]
    assert MARK not in str(health(all_of_it, on=D("2026-03-01")))
    assert codes(all_of_it, "9999-12-31") == []


def test_health_tells_of_custody() -> None:
    """What nobody explained is critical, a paper that is missing is less."""
    came = p.EvidenceCollected(
        item_id="x",
        description=MARK,
        kind="digital",
        taken_by=f"A {MARK}",
        digest="a" * 64,
        **ON,
    )

    def passed(name: str, by: str, to: str, **said: Any) -> Draft:
        given = {"digest_before": "a" * 64, "digest_after": "a" * 64, **ON, **said}
        event = p.CustodyTransferred(
            item_id="x", handed_by=by, handed_to=to, purpose="Why", **given
        )
        return Draft(event, event_id=name)

    fine = passed("l", f"A {MARK}", "Lab", authorization="lead")
    assert codes(case("a", came, fine), "2026-02-01") == []
    loose = case("a", came, passed("l", f"A {MARK}", "Lab"))
    assert codes(loose, "2026-02-01") == [("custody-break", "warning")]
    bad = case(
        "a", came, passed("l", "B", "Lab", authorization="x", digest_before="b" * 64)
    )
    told = health(bad, on=D("2026-02-01")).of("custody-break")
    assert [one.severity for one in told] == ["critical"] * 3
    assert told[0].evidence == ("practice/evidence-item:x", "event:l")
    assert MARK not in "".join(one.text for one in told)
    said = p.CustodyExplained(
        item_id="x", link="l", explanation="Why", explained_by="Lab", **ON
    )
    assert codes(bad.record(said, by="clerk", at=AT), "2026-02-01") == []
    legacy = passed("l", f"A {MARK}", "Lab", authorization="x", digest_before=None)
    old = case("a", came, legacy)
    assert codes(old, "2026-02-01") == [("custody-unverified", "advice")]
    # Of what had not happened yet nothing is wrong.
    later = passed("l", "B", "Lab", authorization="x", happened_on=D("2026-02-02"))
    ahead = case("a", came, later)
    assert codes(ahead, "2026-02-01") == []
    assert codes(ahead, "2026-02-02") == [("custody-break", "critical")]
    assert codes(old, "2026-01-04") == []


def test_health_tells_of_a_mark_that_two_exhibits_bear() -> None:
    """Unless each of two parties marks by itself, or one of them was withdrawn."""

    def marked(name: str, mark: str = MARK, **said: Any) -> Any:
        return p.ExhibitMarked(
            exhibit_id=name, mark=mark, item_id="x", **{**ON, **said}
        )

    def told(*events: Any) -> list[str]:
        came = p.EvidenceCollected(
            item_id="x", description="d", kind="physical", taken_by="A", **ON
        )
        doe = m.PartyJoined(party_id="doe", name="Doe", roles=("plaintiff",), **ON)
        file = case("a", came, doe, *events)
        found = health(file, on=D("2026-02-01")).of("exhibit-mark-twice")
        assert MARK not in "".join(one.text for one in found)
        return [one.text for one in found]

    twice = "the exhibits 'e' and 'f' bear the same mark"
    assert told(marked("e"), marked("f")) == [twice]
    assert told(marked("e"), marked("f", f" {MARK.upper()}")) == [twice]
    assert told(marked("e"), marked("f", by_party="roe")) == [twice]
    assert told(marked("e", by_party="doe"), marked("f", by_party="roe")) == []
    assert told(marked("e"), marked("f", "another")) == []
    assert told(marked("e"), marked("f", happened_on=D("2026-02-02"))) == []
    gone = p.ExhibitWithdrawn(exhibit_id="e", ground="another", **ON)
    assert told(marked("e"), marked("f"), gone) == []
