"""Clocks: statutory time in which some days do not count."""

from typing import TYPE_CHECKING

from legalcase.near import no_such_name
from legalcase.scheduling.clocks.clock import StatutoryClock
from legalcase.scheduling.clocks.effect import Effect
from legalcase.scheduling.clocks.examples import run_clock_examples
from legalcase.scheduling.clocks.exclusion import Exclusion, Lengthening
from legalcase.scheduling.clocks.joined import joined_with
from legalcase.scheduling.clocks.of_case import clock_of, clocks_of
from legalcase.scheduling.clocks.projected import ProjectedClock, projected_clocks
from legalcase.scheduling.clocks.propose import ProposedExclusions, propose_exclusions
from legalcase.scheduling.clocks.standing import ClockAnswer, ClockStanding, DayRange

__all__ = [
    "ClockAnswer",
    "ClockStanding",
    "DayRange",
    "Effect",
    "Exclusion",
    "Lengthening",
    "ProjectedClock",
    "ProposedExclusions",
    "StatutoryClock",
    "clock_of",
    "clocks_of",
    "joined_with",
    "projected_clocks",
    "propose_exclusions",
    "run_clock_examples",
]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        raise no_such_name(__name__, name, __all__)
