"""Samples of evidence, of its custody, and of exhibits."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from case_files import CANARY, DAY, NOON
from legalcase.kernel import Label, Ref
from legalcase.model.documents.content import digest_of
from legalcase.practice import (
    Custody,
    CustodyBreak,
    CustodyCorrection,
    CustodyExplained,
    CustodyStep,
    CustodyTransferred,
    EvidenceCollected,
    EvidenceDestroyed,
    EvidenceHandled,
    EvidenceReceived,
    EvidenceReturned,
    ExhibitAdmitted,
    ExhibitExcluded,
    ExhibitMarked,
    ExhibitOffered,
    ExhibitWithdrawn,
)

IMAGE = digest_of(b"image")
OTHER = digest_of(b"another image")
#: The event by which the case of the samples was opened.
ORDER = Ref("event", "e-1")
_OF: dict[str, Any] = {"item_id": "phone", "happened_on": DAY}

EVENTS = (
    EvidenceCollected(
        item_id="phone",
        number=f"E-12 {CANARY}",
        description=f"A telephone {CANARY}",
        kind="digital",
        taken_by=f"the investigator {CANARY}",
        from_party="acme",
        source=f"the clerk at the desk {CANARY}",
        place=f"a drawer {CANARY}",
        seal=f"S-1 {CANARY}",
        digest=IMAGE,
        label=Label(audience="owner", ground="work-product"),
        happened_on=DAY,
        happened_at=NOON,
    ),
    EvidenceReceived(
        item_id="copy",
        number=f"E-13 {CANARY}",
        description=f"An image of it {CANARY}",
        kind="digital",
        taken_by=f"the investigator {CANARY}",
        from_party="acme",
        source=f"by mail {CANARY}",
        place=f"the office {CANARY}",
        copy_of="phone",
        seal=f"S-2 {CANARY}",
        digest=IMAGE,
        label=Label(audience="firm"),
        happened_on=DAY,
    ),
    EvidenceCollected(
        item_id="print",
        description=f"A print of a picture on it {CANARY}",
        kind="documentary",
        taken_by=f"the investigator {CANARY}",
        copy_of="phone",
        happened_on=DAY,
    ),
    CustodyTransferred(
        handed_by=f"the investigator {CANARY}",
        handed_to=f"the laboratory {CANARY}",
        purpose=f"to be imaged {CANARY}",
        authorization=f"as the lead said {CANARY}",
        by_order=ORDER,
        seal=f"S-1 {CANARY}",
        digest_before=IMAGE,
        digest_after=IMAGE,
        happened_at=NOON + timedelta(hours=1),
        **_OF,
    ),
    EvidenceHandled(
        action="analyzed",
        handled_by=f"the laboratory {CANARY}",
        purpose=f"messages of May {CANARY}",
        authorization=f"as the lead said {CANARY}",
        by_order=ORDER,
        seal=f"S-3 {CANARY}",
        digest_before=IMAGE,
        digest_after=OTHER,
        happened_at=NOON + timedelta(hours=2),
        **_OF,
    ),
    CustodyExplained(
        link="e-12",
        explanation=f"it was switched on {CANARY}",
        explained_by=f"the laboratory {CANARY}",
        document_id="signed",
        **_OF,
    ),
    EvidenceReturned(
        returned_by=f"the laboratory {CANARY}",
        returned_to=f"its owner {CANARY}",
        authorization=f"as the lead said {CANARY}",
        by_order=ORDER,
        digest_before=OTHER,
        happened_at=NOON + timedelta(hours=3),
        **_OF,
    ),
    EvidenceDestroyed(
        item_id="copy",
        destroyed_by=f"the investigator {CANARY}",
        how=f"wiped {CANARY}",
        authorization=f"as the lead said {CANARY}",
        by_order=ORDER,
        digest_before=IMAGE,
        happened_on=DAY,
    ),
    ExhibitMarked(
        exhibit_id="a",
        mark=f"A {CANARY}",
        item_id="phone",
        by_party="roe",
        label=Label(audience="owner"),
        happened_on=DAY,
    ),
    ExhibitMarked(
        exhibit_id="b", mark=f"B {CANARY}", document_id="signed", happened_on=DAY
    ),
    ExhibitOffered(exhibit_id="a", hearing_id="trial", happened_on=DAY),
    ExhibitExcluded(
        exhibit_id="a", by_ruling=ORDER, ground=f"too late {CANARY}", happened_on=DAY
    ),
    ExhibitAdmitted(
        exhibit_id="a", by_ruling=ORDER, text=f"for May alone {CANARY}", happened_on=DAY
    ),
    ExhibitWithdrawn(exhibit_id="b", ground=f"not needed {CANARY}", happened_on=DAY),
)

_BREAK = CustodyBreak(
    link=1, event_id="e-11", why="changed", text="measured", is_explained=True
)
_STEP = CustodyStep(
    number=1,
    event_id="e-11",
    action="analyzed",
    on=DAY,
    at=NOON,
    acted_by=f"the laboratory {CANARY}",
    handed_to=f"the court {CANARY}",
    purpose=f"messages of May {CANARY}",
    authorization=f"as the lead said {CANARY}",
    by_order="event:e-1",
    seal=f"S-3 {CANARY}",
    digest_before=IMAGE,
    digest_after=OTHER,
    standing="explained",
)
_CORRECTION = CustodyCorrection(
    event_id="e-11",
    correction_id="e-19",
    happened_on=DAY,
    corrected_at=NOON,
    changed=("digest_after",),
    corrected_by=f"the clerk {CANARY}",
    ground=f"read from the form {CANARY}",
)
_CUSTODY = Custody(
    case_id="roe",
    item_id="phone",
    kind="digital",
    description=f"A telephone {CANARY}",
    copy_of="tablet",
    state="held",
    links=(_STEP,),
    breaks=(_BREAK,),
    unverified=(1,),
    corrections=(_CORRECTION,),
    has_digests=True,
)
VALUES = (_BREAK, _STEP, _CORRECTION, _CUSTODY)
