"""What a line's own label forbids is shown nowhere, whatever room its text came to.

And a label that ends opens nothing that the kind of a thing keeps for good.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

import legalcase.model as m
from case_samples import CANARY
from legalcase.errors import InvalidTypeError
from legalcase.ical import to_ical
from legalcase.interop import to_rows
from legalcase.kernel import Draft, Event, Label, Ref
from legalcase.oversight import agenda, control_sheet, pressure
from one_case import DAY, NOON, file_of

END = DAY + timedelta(days=10)
AFTER = END + timedelta(days=1)
OWNER = Label(audience="owner")
ROE = m.PartyJoined(party_id="roe", name="Roe", roles=("plaintiff",), happened_on=DAY)
TABLES = ("cases", "parties", "counsel", "events", "hearings", "deadlines")
TASK = m.TaskTerms(title=f"Do {CANARY}", accountable="A. Clerk", due_on=AFTER)
AGREED = m.Agreed(due=AFTER, authority=f"Stipulation {CANARY}")
ALL = (
    m.CaptionChanged(caption=f"Doe {CANARY}", happened_on=DAY),
    m.PartyJoined(
        party_id="doe", name=f"Doe {CANARY}", roles=("defendant",), happened_on=DAY
    ),
    m.CounselAppeared(
        representation_id="r",
        party_ids=("roe",),
        counsel=f"Counsel {CANARY}",
        firm=f"Firm {CANARY}",
        happened_on=DAY,
    ),
    m.Filed(title=f"Motion {CANARY}", happened_on=DAY),
    m.HearingPlaceChanged(hearing_id="h", place=f"Room {CANARY}", happened_on=DAY),
    m.DeadlineSet(
        deadline_id="d",
        terms=m.DeadlineTerms(title=f"Answer {CANARY}", basis=AGREED, owner="clerk"),
        happened_on=DAY,
    ),
    m.TaskPlanned(task_id="t", terms=TASK, happened_on=DAY),
)


def recorded(event: Event, label: Label | None) -> m.CaseFile:
    """A case with a party and a hearing, and one line with a label of its own."""
    hearing = m.HearingSet(
        hearing_id="h",
        title="Hearing",
        hearing_at=NOON + timedelta(days=5),
        happened_on=DAY,
    )
    file = file_of(ROE, hearing)
    return file.record(Draft(event, label=label), by="clerk", at=NOON)


def shown(file: m.CaseFile, audience: str) -> str:
    """All that leaves the house for an audience, in one text."""
    days = (DAY, AFTER)
    feed = to_ical(file.case.agenda(), name="x", detail="full", audience=audience)
    rows: list[Any] = [to_rows(file, what=what, audience=audience) for what in TABLES]
    pages: tuple[Any, ...] = (agenda([file.case], between=days, audience=audience),)
    if audience in ("firm", "owner"):
        sheet = control_sheet([file], on=NOON.date(), zone="UTC", audience=audience)
        strain = pressure(
            [file.case], person="clerk", during=days, limit=1, audience=audience
        )
        pages += (sheet, strain)
    said = [feed.decode(), str(rows)]
    people = file.case.people
    said += [
        m.display_name(one, audience=audience, on=DAY)
        for one in (*people.participants, *people.representations)
    ]
    said += [text for page in pages for text in (str(page), page._repr_html_())]
    return "\n".join(said).replace("\r\n ", "")


@pytest.mark.parametrize("event", ALL, ids=lambda one: type(one).__name__)
@pytest.mark.parametrize("audience", ["public", "court", "party", "client", "firm"])
def test_no_text_of_a_line_is_shown_to_whom_its_label_refuses(
    event: Event, audience: str
) -> None:
    """Each room keeps the label of the line from which it has a text."""
    assert CANARY not in shown(recorded(event, OWNER), audience)
    # The owner is told: it is not merely missing.
    assert CANARY in shown(recorded(event, OWNER), "owner")


@pytest.mark.parametrize("event", ALL, ids=lambda one: type(one).__name__)
def test_nor_once_the_label_of_the_line_has_ended(event: Event) -> None:
    """A page outlives its day: before the end nobody is told, whatever comes after."""
    ends = Label(audience="owner", until=END)
    assert CANARY not in shown(recorded(event, ends), "client")


KINDS = (
    m.NoteAdded(note_id="x", text="Weak", happened_on=DAY),
    m.DocumentCreated(document_id="x", kind="motion", title="Draft", happened_on=DAY),
    m.FilingDrafted(filing_id="x", title="Draft", happened_on=DAY),
    m.TaskPlanned(task_id="x", terms=TASK, happened_on=DAY),
)


def label_of(case: m.Case) -> Label:
    """The label of whatever has the id x."""
    rooms: tuple[Any, ...] = (
        case.notes,
        case.documents.register,
        case.filings,
        case.tasks,
    )
    found: Label = next(room["x"].label for room in rooms if room.find("x") is not None)
    return found


@pytest.mark.parametrize("event", KINDS, ids=lambda one: type(one).__name__)
def test_what_is_ours_stays_ours_when_a_narrower_label_ends(event: Event) -> None:
    """For the owner until the tenth is not: for everybody from the tenth on."""
    label = label_of(recorded(event, Label(audience="owner", until=END)).case)
    for day in (DAY, AFTER):
        assert not label.admits("public", on=day)
        assert not label.admits("client", on=day)
    assert label.admits("owner", on=DAY)


def test_of_a_line_and_its_event_the_stricter_label_holds() -> None:
    """Whichever of the two it is."""
    note = m.NoteAdded(note_id="x", text="Weak", label=OWNER, happened_on=DAY)
    for label in (Label(audience="public"), Label(audience="client", until=END)):
        assert not label_of(recorded(note, label).case).admits("firm", on=AFTER)


def test_a_public_thing_is_public_again_when_its_seal_ends() -> None:
    """The court sealed an entry until a day: then everybody sees it."""
    sealed = Label(audience="court", by_order=Ref("event", "e1"), until=END)
    case = recorded(m.Filed(title="Motion", happened_on=DAY), sealed).case
    label = next(iter(case.docket)).label
    assert not label.admits("public", on=DAY)
    assert label.admits("public", on=END)


def test_a_claim_is_against_somebody() -> None:
    """Nobody is refused when it is made, and not somewhere in the fold."""
    with pytest.raises(InvalidTypeError, match="against needs a tuple, not NoneType"):
        m.ClaimStated(
            claim_id="c",
            by=("roe",),
            against=None,  # type: ignore[arg-type]  # that is what is tried
            theory="Negligence",
            happened_on=date(2026, 6, 3),
        )


@pytest.mark.parametrize("event", ALL[:3], ids=lambda one: type(one).__name__)
def test_a_case_with_a_name_whose_label_ends_can_be_shown(event: Event) -> None:
    """Without a day, a label that ends some day still holds; nothing is raised."""
    file = recorded(event, Label(audience="firm", until=END))
    assert "<table" in file.case._repr_html_()
    people = file.case.people
    told = [
        m.display_name(one, audience="client")
        for one in (*people.participants, *people.representations)
    ]
    assert CANARY not in str(told)
    told = [
        m.display_name(one, audience="client", on=AFTER)
        for one in (*people.participants, *people.representations)
    ]
    assert (CANARY in str(told)) == isinstance(event, m.PartyJoined | m.CounselAppeared)


OPEN = Label(audience="public")
UNDER_SEAL = Label(audience="court", ground="sealed")
ENTRY = (Ref("event", "filed"),)
#: How a paper can come to an entry: before the seal, with the entry, or after.
WAYS = {
    "received of it": (
        True,
        m.DocumentReceived(
            document_id="x",
            kind="motion",
            title="M",
            of=ENTRY,
            label=OPEN,
            happened_on=DAY,
        ),
    ),
    "created of it": (
        True,
        m.DocumentCreated(
            document_id="x",
            kind="motion",
            title="M",
            of=ENTRY,
            label=OPEN,
            happened_on=DAY,
        ),
    ),
    "linked to it": (
        False,
        m.DocumentLinked(document_id="x", of=ENTRY, happened_on=DAY),
    ),
    "produced of it": (
        False,
        m.DocumentProduced(document_id="x", to=("roe",), of=ENTRY, happened_on=DAY),
    ),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("is_late", [False, True])
def test_a_paper_of_what_is_sealed_is_sealed(way: str, is_late: bool) -> None:
    """However it came to the entry, before or after that was sealed."""
    begins, event = WAYS[way]
    paper = m.DocumentReceived(
        document_id="x", kind="motion", title="M", label=OPEN, happened_on=DAY
    )
    filed = Draft(m.Filed(title="Motion", happened_on=DAY), event_id="filed")
    seal = m.EntrySealed(entry_id="filed", label=UNDER_SEAL, happened_on=DAY)
    events: list[Any] = [filed, *(() if begins else (paper,)), event]
    events.insert(1 if is_late else len(events), seal)
    file = file_of(ROE).record(*events, by="clerk", at=NOON + timedelta(hours=1))
    assert file.case.documents["x"].label == UNDER_SEAL


def test_a_paper_that_is_filed_under_seal_is_sealed() -> None:
    """By the label of the entry itself, or of its line; what is open stays open."""
    paper = m.DocumentReceived(
        document_id="x", kind="motion", title="M", label=OPEN, happened_on=DAY
    )
    for label, on_line in ((UNDER_SEAL, False), (UNDER_SEAL, True), (None, False)):
        filed = m.Filed(
            title="Motion",
            documents=("x",),
            label=None if on_line else label,
            happened_on=DAY,
        )
        draft = Draft(filed, label=label if on_line else None)
        file = file_of(ROE, paper).record(
            draft, by="clerk", at=NOON + timedelta(hours=1)
        )
        assert file.case.documents["x"].label == (label or OPEN)
