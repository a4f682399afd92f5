"""Whatever is recorded, a case is read from a snapshot as it is from its log."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

import legalcase as lc
from case_machine import FIRST, NOON, START, Machine
from legalcase.codec.log.lines import line_of, line_text
from legalcase.kernel import Corrected, Draft, Event, Folded, Retracted
from legalcase.kernel.folding.fold import fold
from legalcase.kernel.folding.step import follows
from legalcase.model import BecameClient
from legalcase.practice import MODEL
from practice_events import ANY_OF_PRACTICE, BEGUN, DRAFTS
from snapshot_samples import parts, there_and_back


class SnapshotMachine(Machine):
    """Records of all rooms; each step goes on from a snapshot of the one before."""

    model = MODEL
    start: tuple[Event | Draft, ...] = (
        *START,
        BecameClient(party_id="p1", happened_on=FIRST),
        *BEGUN,
    )
    here: Folded | None = None

    @initialize()
    def opens(self) -> None:
        """A case whose rooms have one of each noun."""
        super().opens()

    @rule(events=st.lists(ANY_OF_PRACTICE | DRAFTS, min_size=1, max_size=3))
    def records_of_practice(self, events: list[Event | Draft]) -> None:
        """Events of several rooms in one act: all of them, or none."""
        before = self.file
        at = NOON + timedelta(minutes=before.case.version)
        self.number = before.case.version
        try:
            self.file = before.record(*events, by="clerk", at=at)
        except lc.LegalCaseError:
            self.number = before.case.version
            return
        self.keep()

    @invariant()
    def is_read_from_a_snapshot(self) -> None:
        """On from the last one; a correction of what lies before throws that away."""
        lines = [line_of(line_text(line, MODEL), MODEL) for line in self.file.log]
        whole = fold(MODEL, lines)
        here = self.here
        if here is not None:
            for line in lines[here.number :]:
                if isinstance(line.event, Corrected | Retracted):
                    here = None
                    break
                here = follows(here, line)
        if here is not None:
            assert here == whole
            assert parts(here) == parts(whole)
        # From the log, and from the file that recorded it: there is one snapshot.
        self.here = there_and_back(whole)
        assert there_and_back(self.file.case.folded) == whole


@pytest.mark.slow
def test_a_case_is_read_from_a_snapshot_as_from_its_log() -> None:
    """See the machine."""
    run_state_machine_as_test(
        SnapshotMachine,
        settings=settings(
            max_examples=15,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
