"""The oracle knows the law of most questions: the comparison is no empty one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings

import oracle
import questions
import state_questions
from oracle.question import OutOfScopeError, Question

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

#: Of each system its questions, and how many are asked; of a state fewer, for there
#: are many.
ASKED: dict[str, tuple[SearchStrategy[Question], int]] = {
    **{system: (questions.questions(system), 200) for system in questions.RULES},
    **{rule: (state_questions.questions(rule), 60) for rule in state_questions.ENTERED},
}


@pytest.mark.parametrize("system", list(ASKED))
def test_most_questions_are_answered(system: str) -> None:
    """Nine of ten at least, and what is drawn is no repetition of a few."""
    drawn, most = ASKED[system]
    outcomes: list[bool] = []

    @settings(
        max_examples=most,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(question=drawn)
    def count(question: Question) -> None:
        try:
            oracle.answer(question)
        except OutOfScopeError:
            outcomes.append(False)
        else:
            outcomes.append(True)

    count()
    assert len(outcomes) >= most * 3 // 4
    assert sum(outcomes) >= 0.9 * len(outcomes)


def test_every_system_is_asked() -> None:
    """Each that the oracle counts by and the package has."""
    assert set(oracle._SYSTEMS) - set(ASKED) == set(state_questions.LEFT_OUT)
    assert {"us/frcp", "us-ny/cplr", "us-tx/trap"} <= set(ASKED)
