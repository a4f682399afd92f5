"""What could pass without a word: days, parties, files and rooms that do not fit."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import field, frozen

import legalcase as lc
from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.kernel import Draft, Event, Facet, Ref, Register, Row, names, refers
from legalcase.kernel.checks import check_id
from legalcase.model import (
    Anchor,
    Case,
    CaseFile,
    Computed,
    DeadlineMet,
    DeadlineSet,
    DeadlineTerms,
    Filed,
    Model,
    PartyJoined,
    Served,
)
from legalcase.storage import MemoryStore
from one_case import DAY, NOON, file_of

LATER = NOON + timedelta(days=30)
JOINED = PartyJoined(party_id="acme", name="A", roles=("defendant",), happened_on=DAY)
OTHER = PartyJoined(party_id="roe", name="R", roles=("plaintiff",), happened_on=DAY)


def answer(served_on: date, **said: Any) -> DeadlineSet:
    """An answer anchored on the service of the 3rd, computed from a day."""
    computation = lc.compute("us/frcp/12(a)(1)(A)(i)", after=served_on, court="cand")
    anchor = Anchor("summons-served", Ref("event", "served"))
    terms = DeadlineTerms(
        title="Answer",
        basis=Computed(computation=computation, anchors=(anchor,)),
        owed_by=("acme",),
        **said,
    )
    return DeadlineSet(deadline_id="answer", terms=terms, happened_on=DAY)


def served() -> CaseFile:
    """Two parties, and a service on one of them."""
    service = Served(title="Summons", on=("acme",), happened_on=DAY)
    return file_of(JOINED, OTHER).record(
        Draft(service, event_id="served"), by="clerk", at=NOON
    )


def test_a_deadline_of_another_day_than_its_anchor_says_so() -> None:
    """Computed from the 4th, though service was on the 3rd; also after a correction."""
    right = served().record(answer(DAY), by="clerk", at=NOON)
    assert [item.differs for item in right.case.agenda().items] == [()]
    wrong = served().record(answer(DAY + timedelta(days=1)), by="clerk", at=NOON)
    (item,) = wrong.case.agenda().items
    assert item.differs == ("summons served 2026-06-03, but computed from 2026-06-04",)
    moved = right.correct(
        "served", happened_on=date(2026, 6, 1), ground="G", by="clerk", at=NOON
    )
    (item,) = moved.case.agenda().items
    assert item.differs == ("summons served 2026-06-01, but computed from 2026-06-03",)


def met(by_event: str) -> DeadlineMet:
    """The answer was given by an event."""
    return DeadlineMet(
        deadline_id="answer",
        met_by="A. Clerk",
        by_event=Ref("event", by_event),
        happened_on=DAY,
    )


def test_what_meets_a_deadline_is_what_its_party_did() -> None:
    """Not the opening of the case, and not what the other side filed."""
    file = served().record(
        answer(DAY),
        Draft(Filed(title="A", by=("roe",), happened_on=DAY), event_id="theirs"),
        Draft(Filed(title="A", by=("acme",), happened_on=DAY), event_id="ours"),
        by="clerk",
        at=NOON,
    )
    for name, words in (("e1", "no filing or service"), ("theirs", "owed by acme")):
        with pytest.raises(InvalidValueError, match=words):
            file.record(met(name), by="clerk", at=LATER)
    done = file.record(met("ours"), by="clerk", at=LATER)
    assert done.case.deadlines["answer"].state == "met"


def test_a_file_that_says_it_is_saved_has_to_be() -> None:
    """Else nothing would be stored, and nobody told."""
    store, file = MemoryStore(), served()
    with store.begin() as work, pytest.raises(InvalidValueError, match="after the"):
        work.save(file.saved())
    with store.begin() as work:
        work.save(file)
        work.save(file.saved())
        work.commit()
        assert len(file.saved().pending) == 0


@frozen(kw_only=True)
class Noted(Event):
    """Something of a room of others, about a party."""

    party_id: str = field(validator=check_id, metadata=refers("party"))


@frozen(kw_only=True)
class Named(Event):
    """It gives an id to what is not its own."""

    party_id: str = field(validator=check_id, metadata=names("party"))


def room(event: type[Event], handler: Any) -> Facet[Register[str]]:
    """A room of others with one kind."""
    row = Row(event, "acme-legal/noted", 1, handler)
    return Facet(name="acme-legal/room", first=Register("party"), rows=(row,))


def test_a_room_of_others_names_only_what_is_its_own() -> None:
    """A program without it would not know the party to which others then refer."""
    with pytest.raises(InvalidValueError, match="names\\('acme-legal/party'\\)"):
        room(Named, lambda state, *_: state)


def test_a_handler_that_gives_back_nothing_is_refused() -> None:
    """The room would be empty from then on."""
    model = Model.core().with_facets(room(Noted, lambda *_: None))
    file = CaseFile.of_log(file_of(JOINED).log, model=model)
    with pytest.raises(InvalidTypeError, match="gave back nothing"):
        file.record(Noted(party_id="acme", happened_on=DAY), by="clerk", at=NOON)


def test_what_another_program_did_makes_no_case_unreadable() -> None:
    """It retracts, without the room, what a line of the room rests on."""
    model = Model.core().with_facets(room(Noted, lambda state, *_: state))
    file = CaseFile.of_log(file_of(JOINED).log, model=model)
    file = file.record(Noted(party_id="acme", happened_on=DAY), by="clerk", at=NOON)
    joined = file.log[1].event_id
    with pytest.raises(lc.LegalCaseError, match="acme-legal/noted"):
        file.retract(joined, ground="G", by="clerk", at=NOON)
    elsewhere = file_of(JOINED).retract(joined, ground="G", by="clerk", at=NOON)
    log = (*file.log, lc.Recorded(**_moved(elsewhere.log[-1], len(file.log) + 1)))
    case = Case.from_events(log, model=model)
    assert [one.kind for one in case.set_aside] == ["acme-legal/noted"]
    assert "acme" in case.set_aside[0].why
    assert len(case.people.participants) == 0


def _moved(line: lc.Recorded, number: int) -> dict[str, Any]:
    """What makes a line at another place."""
    kept = ("stream", "kind", "schema", "recorded_at", "actor", "event")
    said = {name: getattr(line, name) for name in kept}
    return {**said, "number": number, "event_id": "retraction"}


def test_what_a_room_of_others_raises_is_told_as_its() -> None:
    """Its text stays with it: it can say what is privileged."""

    def broken(*_: Any) -> Any:
        msg = "canary"
        raise ZeroDivisionError(msg)

    model = Model.core().with_facets(room(Noted, broken))
    file = CaseFile.of_log(file_of(JOINED).log, model=model)
    with pytest.raises(InvalidValueError, match="ZeroDivisionError") as told:
        file.record(Noted(party_id="acme", happened_on=DAY), by="clerk", at=NOON)
    assert "canary" not in str(told.value)
    assert told.value.__context__ is None


@pytest.mark.parametrize(
    ("corrected", "words"),
    [(lambda *_: 1 / 0, "ZeroDivisionError"), (lambda *_: None, "gave back nothing")],
)
def test_what_a_room_of_others_does_with_a_correction_is_told_too(
    corrected: Any, words: str
) -> None:
    """As with an event: it is asked in the same place."""
    facet = room(Noted, lambda state, *_: state)
    facet = Facet(
        name=facet.name, first=facet.first, rows=facet.rows, corrected=corrected
    )
    model = Model.core().with_facets(facet)
    file = CaseFile.of_log(file_of(JOINED).log, model=model)
    joined = file.log[1].event_id
    with pytest.raises(lc.LegalCaseError, match=words):
        file.correct(joined, name="Another", ground="G", by="clerk", at=NOON)
