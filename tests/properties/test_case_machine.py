"""Whatever is recorded and corrected, a case is what its log tells, and legal.

See the machine: `case_machine.Machine`.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from case_machine import EVENTS, Machine
from legalcase.model import Model

#: What is about other cases: told in the tests of the room.
ELSEWHERE = {"CaseOpened", "CasesConsolidated", "CaseSevered"}


def test_every_kind_of_the_core_is_in_the_machine() -> None:
    """Whoever adds a kind adds it here."""
    known = {row.event.__name__ for row in Model.core().rows()}
    assert known - {kind.__name__ for kind in EVENTS} == ELSEWHERE


@pytest.mark.slow
def test_a_case_is_what_its_log_tells() -> None:
    """See the machine."""
    run_state_machine_as_test(
        Machine,
        settings=settings(
            max_examples=25,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
