"""What a guard of a room refuses that its other guards would let through."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from case_files import DAY, NOON
from legalcase.errors import InvalidValueError, LegalCaseError
from legalcase.practice import (
    ConflictConsented,
    ConflictsChecked,
    DisclosureOwed,
    Suggested,
    SuggestionAccepted,
    SuggestionEdited,
    custody,
)
from practice_samples import SAMPLES, recorded, stage


def _sample(room: str, of: type) -> Any:
    return next(one for one in SAMPLES[room] if type(one) is of)


@pytest.mark.parametrize("waivable", ["mutual", ["mutual"], (1,), ("",), "order"])
def test_ways_of_waiving_are_words_in_a_tuple(waivable: Any) -> None:
    """One word by itself would be taken for its letters."""
    with pytest.raises(LegalCaseError, match="waivable"):
        evolve(_sample("disclosure", DisclosureOwed), waivable=waivable)


def test_a_consent_is_not_recorded_of_a_day_before_the_check() -> None:
    """Also where each consent would have been given by then."""
    before = DAY.replace(year=2025)
    file = stage("conflict_checks").record(
        _sample("conflict_checks", ConflictsChecked), by="x", at=NOON
    )
    event = _sample("conflict_checks", ConflictConsented)
    consents = tuple(evolve(one, given_on=before) for one in event.consents)
    file.record(evolve(event, consents=consents), by="x", at=NOON)
    early = evolve(event, consents=consents, happened_on=before)
    with pytest.raises(InvalidValueError, match="before what it follows"):
        file.record(early, by="x", at=NOON)


def test_an_audience_that_is_none_is_named() -> None:
    """And not taken for one of others."""
    with pytest.raises(InvalidValueError, match="'ownr' is no audience"):
        custody(recorded("evidence"), "phone", audience="ownr")


@pytest.mark.parametrize("of", [SuggestionAccepted, SuggestionEdited])
def test_a_suggestion_is_not_what_was_recorded_of_it(of: Any) -> None:
    """Neither itself nor another: a program would have said what happened."""
    one = _sample("suggestions", Suggested)
    file = stage("suggestions").record(
        one, evolve(one, suggestion_id="twin"), by=one.producer, at=NOON
    )
    for line in file.log[-2:]:
        decision = of(
            suggestion_id=one.suggestion_id, event_id=line.event_id, happened_on=DAY
        )
        with pytest.raises(InvalidValueError, match="is itself a suggestion"):
            file.record(decision, by="lead", at=NOON)
    there = evolve(decision, event_id=file.log[1].event_id)
    assert len(file.record(there, by="lead", at=NOON).log) == len(file.log) + 1
