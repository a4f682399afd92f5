"""From the log of a case to its clocks, and from its docket to proposals."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

import legalcase.model as m
from legalcase.errors import (
    IllegalTransitionError,
    InvalidTypeError,
    InvalidValueError,
    UnknownNameError,
)
from legalcase.kernel import Ref
from legalcase.law.lawbook import Law
from legalcase.model import CaseFile
from legalcase.scheduling.clocks import clock_of, clocks_of, propose_exclusions
from legalcase.testing import FixedIds

LAW = Law.bundled()
NOON = datetime(2025, 9, 1, 12, tzinfo=UTC)
START = date(2025, 3, 3)
TRIAL, RETRIAL = "us/18-usc/3161(c)(1)", "us/18-usc/3161(e)"


def day(month: int, number: int) -> date:
    """A day of 2025."""
    return date(2025, month, number)


def record(file: CaseFile, *events: Any) -> CaseFile:
    """The file with these events."""
    return file.record(*events, by="clerk", at=NOON)


def started(name: str, on: date = START, **said: Any) -> m.ClockStarted:
    """The start of a clock to trial, of a defendant with the name of the clock."""
    starts = (
        m.ClockEvent(event="indictment-filed", on=START),
        m.ClockEvent(event="first-appearance", on=on),
    )
    given = {"clock_id": f"{name}-70", "rule": TRIAL, "starts": starts, "of": name}
    return m.ClockStarted(happened_on=on, **{**given, **said})


def excluded(name: str, basis: str, first: date, last: date | None, **said: Any) -> Any:
    """A time excluded from the clock of doe, or from those named."""
    given: dict[str, Any] = {"clock_ids": ("doe-70",), **said}
    return m.ExclusionRecorded(
        exclusion_id=name,
        basis=basis,
        from_on=first,
        until_on=last,
        happened_on=first,
        **given,
    )


@pytest.fixture
def file() -> CaseFile:
    """A case against two defendants, whose clocks have started."""
    opened = m.CaseOpened(caption="United States v. Doe", happened_on=START)
    made = CaseFile.open(
        opened, case_id="doe", by="clerk", at=NOON, ids=FixedIds("event-")
    )
    parties = (
        m.PartyJoined(
            party_id=name, name=name.title(), roles=(role,), happened_on=START
        )
        for name, role in (
            ("us", "prosecutor"),
            ("doe", "defendant"),
            ("roe", "defendant"),
        )
    )
    return record(made, *parties, started("doe"), started("roe", day(4, 1)))


def last_id(file: CaseFile) -> str:
    """The id of the last event."""
    return file.log[-1].event_id


def test_invariant_18_a_clock_is_made_of_what_is_recorded(file: CaseFile) -> None:
    """Findings count while they stand; what was set aside excludes nothing."""
    file = record(file, m.OrderEntered(title="Findings", happened_on=day(3, 10)))
    order = Ref("event", last_id(file))
    file = record(
        file, excluded("c", "(h)(7)", day(3, 10), day(4, 10), finding=order, by=order)
    )
    made = clock_of(file.case, LAW, "doe-70")
    assert (made.of, made.start_on, made.excluded(on=day(6, 1))) == ("doe", START, 32)
    assert made.effects()[0].exclusion.by == str(order)
    vacated = record(file, m.OrderVacated(entry_id=order.id, happened_on=day(5, 1)))
    assert vacated.case.clocks.exclusions["c"].fallen == (str(order),)
    assert clock_of(vacated.case, LAW, "doe-70").excluded(on=day(6, 1)) == 0
    aside = record(file, m.ExclusionSetAside(exclusion_id="c", happened_on=day(5, 1)))
    assert clock_of(aside.case, LAW, "doe-70").effects() == ()
    bare = record(file, excluded("d", "(h)(7)", day(5, 1), day(5, 9)))
    assert clock_of(bare.case, LAW, "doe-70").excluded(on=day(6, 1)) == 32
    with pytest.raises(UnknownNameError, match="doe-70"):
        clock_of(file.case, LAW, "doe-71")


def test_invariant_18_codefendants_are_joined_and_severed(file: CaseFile) -> None:
    """The clock of one takes from that of the other while they are joined."""
    file = record(
        file,
        excluded("r", "(h)(1)(D)", day(4, 10), day(4, 19), clock_ids=("roe-70",)),
        m.ClocksJoined(
            clock_ids=("doe-70", "roe-70"), from_on=START, happened_on=START
        ),
    )
    doe, roe = clocks_of(file.case, LAW)
    assert doe.last_day() == roe.last_day() == day(6, 20)
    assert clocks_of(file.case, LAW, "roe") == (roe,)
    severed = record(
        file,
        m.ClockSevered(clock_id="roe-70", until_on=day(4, 14), happened_on=day(4, 14)),
    )
    assert clock_of(severed.case, LAW, "doe-70").last_day() == day(6, 15)
    with pytest.raises(IllegalTransitionError, match="joined with none"):
        record(
            severed,
            m.ClockSevered(
                clock_id="roe-70", until_on=day(4, 14), happened_on=day(4, 14)
            ),
        )
    with pytest.raises(InvalidValueError, match="joined with nobody"):
        record(
            file,
            m.ClocksJoined(clock_ids=("doe-70",), from_on=START, happened_on=START),
        )


def test_invariant_19_a_retrial_keeps_what_was_before(file: CaseFile) -> None:
    """The clock of retrial succeeds one that ended, and only one does."""
    retrial = m.ClockStarted(
        clock_id="doe-re",
        rule=RETRIAL,
        starts=(m.ClockEvent(event="retrial-order-final", on=day(6, 2)),),
        of="doe",
        succeeds="doe-70",
        because="mistrial",
        happened_on=day(6, 2),
    )
    with pytest.raises(IllegalTransitionError, match="still runs"):
        record(file, retrial)
    file = record(
        file,
        excluded("m", "(h)(1)(D)", day(3, 10), day(3, 20)),
        m.ClockEnded(clock_id="doe-70", how="done", happened_on=day(5, 5)),
        retrial,
    )
    made = clock_of(file.case, LAW, "doe-re")
    assert made.last_day() == day(8, 11)
    first, second = made.history
    assert second == made
    assert (first.ended_on, first.excluded(on=day(5, 5))) == (day(5, 5), 11)
    assert made.because == "mistrial"
    assert [one.rule.id for one in clocks_of(file.case, LAW, "doe")] == [RETRIAL]
    with pytest.raises(InvalidValueError, match="already"):
        record(file, started("doe", clock_id="again", succeeds="doe-70"))
    with pytest.raises(IllegalTransitionError, match="is ended"):
        record(file, m.ClockEnded(clock_id="doe-70", how="plea", happened_on=day(6, 1)))


def test_what_lengthens_and_what_waives(file: CaseFile) -> None:
    """By the law's measure; a waiver that is not in writing is none."""
    file = record(
        file,
        m.ClockStarted(
            clock_id="min",
            rule="us/18-usc/3161(c)(2)",
            starts=(m.ClockEvent(event="appeared-through-counsel", on=START),),
            of="doe",
            happened_on=START,
        ),
        m.ClockWaived(clock_id="min", is_written=False, happened_on=START),
    )
    said = clock_of(file.case, LAW, "min")
    assert said.first_day() == day(4, 2)
    assert "A waiver was stated and has no effect" in said.explain(on=START)
    file = record(
        file,
        m.ClockWaived(clock_id="min", is_written=True, happened_on=START),
        m.ClockStarted(
            clock_id="re",
            rule=RETRIAL,
            starts=(m.ClockEvent(event="retrial-order-final", on=START),),
            happened_on=START,
        ),
        m.ClockLengthened(clock_id="re", period="100 days", happened_on=START),
    )
    assert clock_of(file.case, LAW, "min").first_day() == START
    assert clock_of(file.case, LAW, "re").last_day() == day(6, 11)


def test_motions_are_proposed_and_never_recorded_silently(file: CaseFile) -> None:
    """From filing through the hearing; once; and what is not known is asked."""
    file = record(
        file,
        m.Filed(
            title="Motion to suppress",
            triggers=("motion-filed",),
            by=("doe",),
            happened_on=day(3, 10),
        ),
    )
    motion = last_id(file)
    found = propose_exclusions(file.case, LAW, "doe-70")
    (event,) = found.events
    assert isinstance(event, m.ExclusionRecorded)
    assert (event.basis, event.from_on, event.until_on) == (
        "(h)(1)(D)",
        day(3, 10),
        None,
    )
    assert file.case.clocks.exclusions_of("doe-70") == ()
    # A motion of doe is no motion as to roe.
    assert propose_exclusions(file.case, LAW, "roe-70").events == ()
    file = record(file, *found.events)
    assert propose_exclusions(file.case, LAW, "doe-70").events == ()
    assert clock_of(file.case, LAW, "doe-70").last_day() is None
    file = record(
        file,
        m.OrderEntered(
            title="Minutes",
            triggers=("motion-hearing-concluded",),
            about=(Ref("event", motion),),
            happened_on=day(3, 20),
        ),
    )
    (ended,) = propose_exclusions(file.case, LAW, "doe-70").events
    assert isinstance(ended, m.ExclusionEnded)
    file = record(file, ended)
    assert clock_of(file.case, LAW, "doe-70").excluded(on=day(6, 1)) == 11


def test_what_the_docket_does_not_say_is_asked(file: CaseFile) -> None:
    """Who filed a motion, and since when one without a hearing was under advisement."""
    file = record(
        file,
        m.Filed(title="Motion", triggers=("motion-filed",), happened_on=day(3, 10)),
        m.Filed(
            title="Motion",
            triggers=("motion-filed",),
            by=("us",),
            happened_on=day(3, 11),
        ),
    )
    motion = last_id(file)
    file = record(
        file,
        m.OrderEntered(
            title="Order",
            triggers=("motion-decided",),
            about=(Ref("event", motion),),
            happened_on=day(5, 20),
        ),
    )
    found = propose_exclusions(file.case, LAW, "doe-70")
    assert [one.until_on for one in found.events] == [None]
    asked = " ".join(found.questions)
    assert "Who filed event:" in asked
    assert f"event:{motion} was decided without a hearing" in asked


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda: started("doe", starts=()), InvalidValueError),
        (lambda: started("doe", starts="x"), InvalidTypeError),
        (
            lambda: started(
                "doe",
                starts=(
                    m.ClockEvent(event="trial", on=START),
                    m.ClockEvent(event="trial", on=day(4, 1)),
                ),
            ),
            InvalidValueError,
        ),
        (lambda: excluded("a", "(h)(7)", day(4, 2), day(4, 1)), InvalidValueError),
        (lambda: excluded("a", "(h) (7)", START, None), InvalidValueError),
        (lambda: excluded("a", "(h)(7)", START, None, clock_ids=()), InvalidValueError),
        (
            lambda: m.ClockEnded(clock_id="a", how="tired", happened_on=START),
            InvalidValueError,
        ),
    ],
    ids=("none", "text", "twice", "backward", "blank", "of-none", "no-end"),
)
def test_events_refuse_what_cannot_be(make: Any, error: type[Exception]) -> None:
    """As they are made, without a word of what stood in them."""
    with pytest.raises(error):
        make()


def test_an_exclusion_does_not_end_before_it_begins(file: CaseFile) -> None:
    """Nor twice."""
    file = record(file, excluded("m", "(h)(1)(D)", day(3, 10), None))
    with pytest.raises(InvalidValueError, match="cannot end on 2025-03-09"):
        record(
            file,
            m.ExclusionEnded(
                exclusion_id="m", until_on=day(3, 9), happened_on=day(3, 9)
            ),
        )
    ended = m.ExclusionEnded(
        exclusion_id="m", until_on=day(3, 20), happened_on=day(3, 20)
    )
    with pytest.raises(IllegalTransitionError):
        record(file, ended, ended)


def test_corrections_move_the_clock(file: CaseFile) -> None:
    """A day that was mistyped is corrected, and the clock with it."""
    file = record(file, excluded("m", "(h)(1)(D)", day(3, 10), day(3, 20)))
    assert clock_of(file.case, LAW, "doe-70").last_day() == day(5, 23)
    wrong = last_id(file)
    file = file.correct(
        wrong, until_on=day(3, 30), ground="minutes", by="clerk", at=NOON
    )
    assert clock_of(file.case, LAW, "doe-70").last_day() == day(6, 2)


def test_what_is_recorded_of_clocks_is_given_out_as_plain_data(file: CaseFile) -> None:
    """Each clock and each exclusion, and no object among them."""
    file = record(file, excluded("m", "(h)(1)(D)", day(3, 10), None))
    found = file.case.to_dict()["clocks"]
    assert [one["clock_id"] for one in found["clocks"]] == ["doe-70", "roe-70"]
    assert found["exclusions"][0]["from_on"] == "2025-03-10"
    assert found["joinders"] == []
    assert file.case.clocks.of("doe") == (file.case.clocks.clocks["doe-70"],)


def test_a_struck_paper_that_carried_a_finding_carries_it_no_more(
    file: CaseFile,
) -> None:
    """As an order that was vacated; what rested on nothing of it stays."""
    file = record(file, m.Filed(title="Stipulated findings", happened_on=day(3, 10)))
    paper = Ref("event", last_id(file))
    file = record(
        file,
        excluded("c", "(h)(7)", day(3, 10), day(4, 10), finding=paper),
        excluded("d", "(h)(1)(D)", day(5, 1), day(5, 2)),
        m.EntryStruck(entry_id=paper.id, happened_on=day(5, 5)),
    )
    assert [one.fallen for one in file.case.clocks.exclusions] == [(str(paper),), ()]
    assert clock_of(file.case, LAW, "doe-70").excluded(on=day(6, 1)) == 2


def test_what_may_happen_to_a_clock_is_listed(file: CaseFile) -> None:
    """With what is missing: nobody is severed who is not joined."""
    rows = {
        row.kind: row for row in file.possible(by="clerk", at=NOON).of("doe-70").rows
    }
    assert rows["clock-ended"].is_ready
    assert rows["clock-severed"].missing == (
        "those whose clocks they are must be joined for trial",
    )
