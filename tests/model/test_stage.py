"""The stage: by a table that the case adopts, for the case and for each party."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from attrs import evolve

import legalcase.model as m
from case_files import CANARY, DAY, NOON, after, joined, opened
from case_samples import stage_table
from legalcase.codec import from_json, to_json
from legalcase.errors import (
    IllegalTransitionError,
    InvalidValueError,
    UnknownNameError,
)
from legalcase.procedure import stage_table as bundled

ON: dict[str, Any] = {"happened_on": DAY}
SETTLED = m.CaseDisposed(disposition="Settled", **ON)


def civil(*events: Any) -> m.CaseFile:
    """A civil case that keeps its stages."""
    adopted = m.StageTableAdopted(table=bundled("us/civil"), at="pleading", **ON)
    return after(opened(), adopted, *events)


def criminal(*events: Any) -> m.CaseFile:
    """A prosecution of two defendants, who both were arraigned."""
    adopted = m.StageTableAdopted(table=bundled("us/criminal"), at="arraignment", **ON)
    return after(opened(), joined("a"), joined("b"), adopted, *events)


def entered(to: str, *of: str, **said: Any) -> m.StageEntered:
    """A stage that was entered on the day."""
    return m.StageEntered(to=to, of=of, **{**ON, **said})


def held(kind: str, *of: str) -> list[Any]:
    """A hearing of a kind, set and held."""
    name = "-".join([kind, *of])
    at = datetime(2026, 6, 3, 17, tzinfo=UTC)
    return [
        m.HearingSet(
            hearing_id=name, title="Hearing", kind=kind, of=of, hearing_at=at, **ON
        ),
        m.HearingHeld(hearing_id=name, **ON),
    ]


def stage(file: m.CaseFile) -> m.Stage:
    """The stage of a case that has one."""
    assert file.case.stage is not None
    return file.case.stage


def test_a_case_goes_along_the_table() -> None:
    """With its days, and what is not in the table refused by naming what is."""
    served = m.Served(title="Summons", triggers=("complaint-served",), **ON)
    file = civil(served, entered("scheduling", happened_on=DAY + timedelta(days=2)))
    assert stage(file).place == "scheduling"
    assert stage(file).entered_on("scheduling") == (DAY + timedelta(days=2),)
    with pytest.raises(IllegalTransitionError) as refused:
        after(file, entered("enforcement"))
    for word in ("closed", "discovery", "dispositive-motions", "pretrial", "skips="):
        assert word in str(refused.value)
    assert refused.value.state == "scheduling"
    with pytest.raises(InvalidValueError, match="no stage of 'us/civil'"):
        after(file, entered("arraignment"))
    with pytest.raises(IllegalTransitionError, match="StageTableAdopted first"):
        after(opened(), entered("trial"))


def test_what_a_stage_needs_is_named_and_listed() -> None:
    """It is asked of the docket, of hearings, of the people, of the court's status."""
    file = civil()
    with pytest.raises(IllegalTransitionError, match="on the docket: complaint-served"):
        after(file, entered("scheduling"))
    rows = {
        row.reaches: row
        for row in file.possible(by="clerk", at=NOON)
        if row.kind == "stage-entered"
    }
    assert rows["default"].is_ready
    assert rows["closed"].missing == ("a case that is disposed or closed",)
    assert rows["scheduling"].noun == "stage"
    assert rows["scheduling"].subject == "roe"
    struck = after(
        file, m.Served(title="Summons", triggers=("complaint-served",), **ON)
    )
    entry = struck.log[-1].event_id
    assert struck.why_not(entered("scheduling"), by="clerk", at=NOON) is None
    struck = after(struck, m.EntryStruck(entry_id=entry, **ON))
    assert struck.why_not(entered("scheduling"), by="clerk", at=NOON)
    assert after(file, SETTLED, entered("closed")).case.status == "disposed"


def test_what_the_court_did_is_recorded_with_its_ground() -> None:
    """A court that skips a stage has skipped it; and no replay asks for an entry."""
    file = civil(entered("trial", skips=f"Expedited {CANARY}"))
    change = stage(file).history[-1]
    assert (change.to, change.leaves) == ("trial", ("pleading",))
    assert change.skips is not None
    assert CANARY not in repr(file.case.stage)
    # What a stage needed, and was corrected later, makes no log unreadable.
    served = m.Served(title="Summons", triggers=("complaint-served",), **ON)
    file = civil(served, entered("scheduling"))
    gone = file.retract(
        file.log[-2].event_id, ground="Another case", by="clerk", at=NOON
    )
    assert stage(gone).place == "scheduling"


def test_each_defendant_has_a_stage_and_the_case_that_of_the_last() -> None:
    """As long as there are any who are still in it."""
    file = criminal(*held("arraignment"), entered("discovery-and-motions"))
    assert (file.case.stage_of("a"), stage(file).place) == (
        "discovery-and-motions",
        "discovery-and-motions",
    )
    file = after(file, entered("plea", "a"), entered("sentencing", "a"))
    assert file.case.stage_of("a") == "sentencing"
    assert stage(file).place == "discovery-and-motions"
    # b is gone: the case is where a is.
    assert stage(after(file, m.PartyLeft(party_id="b", **ON))).place == "sentencing"
    # b was acquitted: the court is done with b, and not with a.
    done = m.CaseDisposed(disposition="Acquitted", of=("b",), **ON)
    assert stage(after(file, done)).place == "sentencing"
    back = m.CaseReopened(of=("b",), **ON)
    assert stage(after(file, done, back)).place == "discovery-and-motions"
    # One who joins begins at the beginning.
    late = after(file, joined("c"))
    assert late.case.stage_of("c") == stage(late).place == "investigation"
    assert late.case.stage_of("b") == "discovery-and-motions"
    with pytest.raises(UnknownNameError):
        file.case.stage_of("nobody")
    assert file.possible(by="a", at=NOON).of("b").rows[0].leaves == (
        "discovery-and-motions"
    )


def test_a_prosecution_goes_back() -> None:
    """A superseding indictment, a mistrial, a defendant who is not competent."""
    file = criminal(*held("arraignment"), entered("discovery-and-motions"))
    again = after(file, entered("arraignment", "a"))
    assert again.case.stage_of("a") == "arraignment"
    trial = after(file, entered("trial"))
    mistrial = after(trial, entered("discovery-and-motions", "b"))
    assert stage(mistrial).place == "discovery-and-motions"
    after(trial, entered("trial", "a"))  # tried again at once
    stopped = after(file, entered("suspended", "a"), entered("trial", "b"))
    # Who is suspended holds up nobody.
    assert stage(stopped).place == "trial"
    assert after(stopped, entered("trial", "a")).case.stage_of("a") == "trial"


def test_needs_of_ones_own_are_not_met_by_anothers() -> None:
    """The arraignment of a is none of b; one that names nobody is of all."""
    file = criminal(*held("arraignment", "a"))
    assert file.why_not(entered("discovery-and-motions", "a"), by="c", at=NOON) is None
    why = file.why_not(entered("discovery-and-motions", "b"), by="c", at=NOON)
    assert why is not None
    assert "a hearing of its own, held, of the kind arraignment" in why
    judged = m.JudgmentEntered(title="Judgment", of=("a",), **ON)
    table = stage_table()
    small = after(
        opened(),
        joined("a"),
        joined("b"),
        m.StageTableAdopted(table=table, at="trial", **ON),
        *held("trial-jury"),
        judged,
    )
    assert small.why_not(entered("over", "a"), by="c", at=NOON) is None
    assert small.why_not(entered("over", "b"), by="c", at=NOON) is not None
    # There are two ways to be over; the second needs a disposition.
    disposed = m.CaseDisposed(disposition="Dismissed", of=("b",), **ON)
    assert after(small, disposed, entered("over", "b")).case.stage_of("b") == "over"
    answer = m.Filed(title="Answer", triggers=("answer-filed",), by=("a",), **ON)
    begun = after(
        opened(),
        joined("a"),
        joined("b"),
        m.StageTableAdopted(table=table, **ON),
        answer,
    )
    assert begun.why_not(entered("trial", "a"), by="c", at=NOON) is None
    assert begun.why_not(entered("trial", "b"), by="c", at=NOON) is not None


def test_all_go_on_who_are_there() -> None:
    """Those who left stay where they were; who is there already is passed over."""
    file = criminal(m.PartyLeft(party_id="a", **ON), *held("arraignment"))
    file = after(file, entered("discovery-and-motions"))
    assert file.case.stage_of("a") == "arraignment"
    assert stage(file).history[-1].of == ("b",)
    with pytest.raises(IllegalTransitionError, match="'roe' is discovery-and-motions"):
        after(file, entered("discovery-and-motions"))
    # What ends as a whole ends for a party that stood apart.
    apart = civil(joined("a"), entered("default", "a"), SETTLED, entered("closed"))
    assert apart.case.stage_of("a") == "closed"
    assert stage(apart).history_of("a")[-1].to == "closed"


def test_another_table_leaves_all_where_they_are() -> None:
    """If it has those stages; else somebody has to say where the case stands."""
    file = civil()
    newer = evolve(bundled("us/civil"), edition="2027-01-01")
    moved = after(file, m.StageTableAdopted(table=newer, **ON))
    assert stage(moved).place == "pleading"
    assert stage(moved).table.edition == "2027-01-01"
    other = bundled("us/family")
    with pytest.raises(InvalidValueError, match="Say by at="):
        after(file, m.StageTableAdopted(table=other, **ON))
    asked = m.StageTableAdopted(table=other, at="petition", **ON)
    assert stage(after(file, asked)).place == "petition"
    with pytest.raises(InvalidValueError, match="no stage of 'us/family'"):
        after(file, m.StageTableAdopted(table=other, at="trials", **ON))


def test_the_table_stands_in_the_log() -> None:
    """So that replay asks nobody, and a line comes back as it was."""
    file = criminal(*held("arraignment"), entered("discovery-and-motions", "a"))
    lines = [from_json(to_json(line)) for line in file.log]
    assert m.Case.from_events(lines) == file.case


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"stages": ("pleading", "trial")}, "no stage of 'acme/small'"),
        ({"aside": ("suspended", "trial")}, "in stages and in aside"),
        ({"aside": ("suspended", "lost")}, "'lost' cannot be reached"),
        ({"stages": ()}, "is empty"),
        ({"edition": ""}, "edition is empty"),
        (
            {
                "moves": (
                    m.StageMove(leaves=("pleading",), reaches="over"),
                    m.StageMove(leaves=("pleading",), reaches="trial"),
                    m.StageMove(leaves=("trial",), reaches="suspended"),
                    m.StageMove(leaves=("suspended",), reaches="trial"),
                )
            },
            "leads to no stage that is final",
        ),
    ],
)
def test_a_table_in_which_something_hangs_is_refused(
    change: dict[str, Any], why: str
) -> None:
    """A stage that leads nowhere, one that nothing leads to, one that is none."""
    with pytest.raises(InvalidValueError, match=why):
        evolve(stage_table(), **change)


def test_a_need_asks_for_one_thing() -> None:
    """Two are two needs, and both must be met."""
    with pytest.raises(InvalidValueError, match="asks for one thing"):
        m.StageNeed()
    with pytest.raises(InvalidValueError, match="asks for one thing"):
        m.StageNeed(roles=("defendant",), standings=("disposed",))
    with pytest.raises(InvalidValueError, match="none of its words"):
        m.StageNeed(standings=("over",))
    with pytest.raises(InvalidValueError, match="none of its words"):
        m.StageNeed(entries=("hearing-held",))


def test_only_those_have_a_stage_whom_the_table_names() -> None:
    """A plaintiff in a prosecution has none; one who takes the role has."""
    file = after(criminal(), joined("c", "witness"))
    assert file.case.stage_of("c") == "arraignment"
    with pytest.raises(InvalidValueError, match="only those have who are defendant"):
        after(file, entered("plea", "c"))
    file = after(file, m.RoleTaken(party_id="c", roles=("defendant",), **ON))
    assert file.case.stage_of("c") == "investigation"
    # One of whom it is known already that they left holds up nobody.
    file = after(criminal(), joined("d", left_on=DAY))
    assert stage(file).place == "arraignment"
    back = after(file, joined("d"))
    assert stage(back).place == "investigation"


def test_where_it_stood_on_a_day_and_as_it_was_known() -> None:
    """The history is that of the log, seen from either time."""
    later = DAY + timedelta(days=9)
    file = civil(entered("default"), entered("pleading", skips="Set aside"))
    file = after(file, entered("default", happened_on=later))
    then = file.as_of(true_on=DAY)
    assert then.stage is not None
    assert then.stage.place == "pleading"
    known = file.as_of(known_at=3)
    assert known.stage is not None
    assert known.stage.place == "default"
    assert repr(known.stage) == "<Stage 'default' by 'us/civil'>"
    assert repr(known.stage.table).startswith("<StageTable 'us/civil', edition")
