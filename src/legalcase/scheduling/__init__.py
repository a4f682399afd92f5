"""Scheduling: what follows in time from what has happened in a case."""

from legalcase.scheduling.clocks import (
    ClockAnswer,
    ClockStanding,
    DayRange,
    Effect,
    Exclusion,
    Lengthening,
    ProposedExclusions,
    StatutoryClock,
    clock_of,
    clocks_of,
    joined_with,
    propose_exclusions,
)

__all__ = [
    "ClockAnswer",
    "ClockStanding",
    "DayRange",
    "Effect",
    "Exclusion",
    "Lengthening",
    "ProposedExclusions",
    "StatutoryClock",
    "clock_of",
    "clocks_of",
    "joined_with",
    "propose_exclusions",
]
