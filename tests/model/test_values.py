"""The small values of a case refuse what makes no sense, and say what would."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from attrs import evolve
from legalcase.model.case_events import (
    CaseOpened,
    CounselAppeared,
    NoteAdded,
    PartyJoined,
)
from legalcase.model.deadline_events import DeadlineRecomputed, DeadlineSet
from legalcase.model.docket_events import Filed, HearingSet

from case_samples import NOON, computation, deadline, events, recorded
from legalcase.errors import InvalidTypeError, InvalidValueError, UnknownNameError
from legalcase.model.docket import Hearing
from legalcase.model.people import Participant, Party, Representation

DAY = date(2026, 6, 3)
ACME = Party(party_id="acme", name="Acme")
JOINED = Participant(party=ACME, roles=("defendant",), joined_on=DAY)
COUNSEL = Representation(
    representation_id="c-1", party_ids=("acme",), counsel="A. Lawyer", began_on=DAY
)
FILED = Filed(title="Complaint", happened_on=DAY)
NOTE = NoteAdded(note_id="n", text="Note", happened_on=DAY)
SET = HearingSet(hearing_id="h", title="Trial", hearing_at=NOON, happened_on=DAY)
LINE = recorded(events()[0])
PARTY_JOINED = PartyJoined(participant=JOINED)
APPEARED = CounselAppeared(representation=COUNSEL)
ANSWERS = deadline()
DEADLINE_SET = DeadlineSet(deadline=ANSWERS, happened_on=DAY)
RECOMPUTED = DeadlineRecomputed(
    deadline_id="answers", basis=ANSWERS.basis, happened_on=DAY
)
NAIVE = datetime(2026, 6, 3, 9)
CANARY_TEXT = "canary 4711"


@pytest.mark.parametrize(
    ("value", "changes", "words"),
    [
        (ACME, {"party_id": 5}, "party_id needs a str, not int"),
        (ACME, {"party_id": CANARY_TEXT}, "party_id is no id"),
        (ACME, {"party_id": "x" * 201}, "party_id is no id"),
        (ACME, {"party_id": "Mül"}, "party_id is no id"),
        (ACME, {"name": None}, "name needs a str"),
        (ACME, {"name": "\t"}, "name is empty"),
        (ACME, {"kind": CANARY_TEXT}, "person, organization, agency"),
        (JOINED, {"party": "acme"}, "party needs Party, not str"),
        (JOINED, {"roles": ()}, "roles needs a tuple"),
        (JOINED, {"roles": ["defendant"]}, "roles needs a tuple"),
        (JOINED, {"roles": ("defendant", "defendant")}, "roles needs a tuple"),
        (JOINED, {"joined_on": NOON}, "joined_on needs a datetime.date"),
        (JOINED, {"joined_on": "2026-06-03"}, "joined_on needs a datetime.date"),
        (JOINED, {"left_on": "2026-06-03"}, "left_on needs a datetime.date"),
        (JOINED, {"left_on": DAY - timedelta(days=1)}, "left_on lies before joined_on"),
        (COUNSEL, {"ended_on": date(2026, 1, 1)}, "ended_on lies before began_on"),
        (COUNSEL, {"party_ids": "acme"}, "party_ids needs a tuple, not str"),
        (COUNSEL, {"party_ids": ("acme", "acme")}, "party_ids has a member twice"),
        (COUNSEL, {"party_ids": (CANARY_TEXT,)}, "party_ids is no id"),
        (COUNSEL, {"capacity": CANARY_TEXT}, "pro-hac-vice"),
        (COUNSEL, {"firm": ""}, "firm is empty"),
        (FILED, {"triggers": ("Complaint filed",)}, "no word of the vocabulary"),
        (FILED, {"triggers": (5,)}, "no word of the vocabulary"),
        (FILED, {"triggers": "complaint-filed"}, "triggers needs a tuple"),
        (FILED, {"happened_at": "noon"}, "happened_at needs a datetime with"),
        (NOTE, {"label": CANARY_TEXT}, "work-product"),
        (SET, {"hearing_at": NAIVE}, "hearing_at has no time zone"),
        (SET, {"hearing_at": DAY}, "hearing_at needs a datetime with"),
        (PARTY_JOINED, {"participant": ACME}, "participant needs Participant, not"),
        (APPEARED, {"representation": ACME}, "representation needs Representation"),
        (ANSWERS, {"basis": DAY}, r"basis needs a basis, not date.*Ordered\(due=…"),
        (ANSWERS, {"basis": computation()}, r"not Computation.*Computed\(comp"),
        (RECOMPUTED, {"basis": DAY}, "basis needs a basis, not date"),
        (DEADLINE_SET, {"deadline": DAY}, "deadline needs a Deadline, not date"),
        (LINE, {"event": ANSWERS}, "event needs an event, not Deadline"),
        (LINE, {"event": CaseOpened}, "event needs an event, not type"),
        (LINE, {"sequence": 0}, "Count from 1"),
        (LINE, {"sequence": True}, "Count from 1"),
        (LINE, {"recorded_at": NAIVE}, "recorded_at has no time zone"),
        (LINE, {"actor": ""}, "actor is empty"),
    ],
)
def test_bad_values_are_refused(
    value: Any,
    changes: dict[str, Any],
    words: str,
) -> None:
    """The field is named, with what would do; what stood there is not repeated."""
    refused = (InvalidTypeError, InvalidValueError)
    with pytest.raises(refused, match=words) as caught:
        evolve(value, **changes)
    error: Any = caught.value
    assert error.field in changes
    assert error.value is None
    assert CANARY_TEXT not in str(error)


def test_an_unknown_role_gets_a_suggestion() -> None:
    """Roles are a closed list of the field's words."""
    with pytest.raises(UnknownNameError, match="Did you mean 'defendant'") as caught:
        evolve(JOINED, roles=("defendent",))
    assert caught.value.kind == "role"


def test_a_hearing_has_a_setting() -> None:
    """At least the first, and each with a time zone."""
    with pytest.raises(InvalidValueError, match="at least one"):
        Hearing(hearing_id="h", title="Trial", settings=())
    with pytest.raises(InvalidValueError, match="no time zone"):
        Hearing(hearing_id="h", title="Trial", settings=(NAIVE,))
