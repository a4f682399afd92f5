"""Nothing is recorded of a day before what it follows began; what is read is read.

By a table: every sample of every room, a year before, where everything before it has
its day. A row that lost its check is then missing among those that refuse.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from attrs import evolve

from case_files import DAY, NOON
from legalcase.errors import InvalidValueError
from legalcase.model import CaseFile
from legalcase.practice import MODEL
from practice_samples import SAMPLES, placed, recorded, stage

EARLIER = DAY - timedelta(days=365)
#: What begins something, or stands by itself, can be of any day before today.
FREE = {
    "agreements": {"AgreementDrafted"},
    "conflict_checks": {"ConflictsChecked"},
    "disclosure": {"DisclosureOwed"},
    "evidence": {"EvidenceCollected", "EvidenceReceived", "ExhibitMarked"},
    "mediation": {"MediationBegun"},
    "needs": {"NeedFound"},
    "offers": {"OfferMade"},
    "problems": {"ProblemRaised"},
    "suggestions": {"Suggested", "SourceSuggested"},
    "witnesses": {
        "AvailabilityStated",
        "SubpoenaIssued",
        "WitnessNamed",
        "WitnessOrderSet",
    },
}
#: Whether it holds at all hangs on the day of what it rests on.
JUDGED = {"ConflictConsented"}


@pytest.mark.parametrize("room", sorted(FREE))
def test_no_step_is_of_a_day_before_its_beginning(room: str) -> None:
    """And every kind of the room that does not begin something is refused then."""
    file, free = stage(room), set()
    refused: dict[str, str] = {}
    for sample in SAMPLES[room]:
        event: Any = placed(sample, file)
        early = evolve(event, happened_on=EARLIER, happened_at=None)
        name = type(event).__name__
        try:
            file.record(early, by="x", at=NOON)
        except InvalidValueError as error:
            refused[name] = error.field
        else:
            free.add(name)
        file = file.record(event, by="x", at=NOON)
    assert free == FREE[room]
    assert not free & set(refused)
    assert set(refused.values()) <= {"happened_on", "consents"}
    assert len(refused) > 2


@pytest.mark.parametrize("room", sorted(FREE))
def test_a_log_with_such_a_line_is_read(room: str) -> None:
    """It was recorded once, by whatever program: only new lines are asked."""
    log = list(recorded(room).log)
    first = len(stage(room).log)
    for number in range(first, len(log)):
        line = log[number]
        event: Any = line.event
        early = evolve(event, happened_on=EARLIER, happened_at=None)
        read = [*log[:number], evolve(line, event=early), *log[number + 1 :]]
        case = CaseFile.of_log(tuple(read), model=MODEL).case
        if type(event).__name__ not in JUDGED:
            assert not case.set_aside, line.kind
