"""Scheduling: what follows in time from what has happened in a case."""

from legalcase.scheduling.clocks import (
    Clock,
    ClockAnswer,
    ClockStanding,
    DayRange,
    Effect,
    Exclusion,
    Lengthening,
    ProposedExclusions,
    clock_of,
    clocks_of,
    joined_with,
    propose_exclusions,
)

__all__ = [
    "Clock",
    "ClockAnswer",
    "ClockStanding",
    "DayRange",
    "Effect",
    "Exclusion",
    "Lengthening",
    "ProposedExclusions",
    "clock_of",
    "clocks_of",
    "joined_with",
    "propose_exclusions",
]
