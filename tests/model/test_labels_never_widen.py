"""No event but one that is there for it lets anybody see what was closed."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

import legalcase.model as m
from case_samples import CANARY
from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.kernel import Draft, Label, Recorded
from legalcase.kernel.events.label import AUDIENCES
from legalcase.oversight import agenda
from one_case import DAY, NOON, file_of, numbered

BY: dict[str, Any] = {"by": "clerk", "at": NOON}
ON: dict[str, Any] = {"happened_on": DAY}
#: All labels that there are, but for their ends.
CLOSED = [Label(audience=word) for word in AUDIENCES[1:]]


def sealed(label: Label) -> m.EntrySealed:
    """The entry is sealed."""
    return m.EntrySealed(entry_id="paper", label=label, **ON)


def filed(label: Label | None = None, **said: Any) -> m.CaseFile:
    """A case with a paper on its docket."""
    event = m.Filed(title=f"Motion {CANARY}", label=label, **ON, **said)
    return file_of().record(Draft(event, event_id="paper"), **BY)


@pytest.mark.parametrize(("before", "after"), list(product(CLOSED, CLOSED)))
def test_a_seal_closes_and_never_opens(before: Label, after: Label) -> None:
    """Whatever came first; one that would open is refused when it is recorded."""
    file = filed().record(sealed(before), **BY)
    rank = AUDIENCES.index
    if rank(after.audience) < rank(before.audience):
        with pytest.raises(InvalidValueError, match="Record EntryUnsealed first"):
            file.record(sealed(after), **BY)
    else:
        file = file.record(sealed(after), **BY)
        assert file.case.docket["paper"].label == after
    opened = file.record(m.EntryUnsealed(entry_id="paper", **ON), **BY)
    assert opened.case.docket["paper"].label.admits("public")
    again = opened.record(sealed(after), **BY)
    assert again.case.docket["paper"].label == after


def test_a_log_in_which_a_seal_was_widened_is_read_and_stays_closed() -> None:
    """It was recorded before that was refused: it is readable, and opens nothing."""
    owner, client = Label(audience="owner"), Label(audience="client")
    file = filed().record(sealed(owner), **BY)
    old = file.log[-1]
    wider = Recorded(
        stream=old.stream,
        number=old.number + 1,
        event_id="wider",
        kind=old.kind,
        schema=old.schema,
        recorded_at=old.recorded_at,
        actor=old.actor,
        event=sealed(client),
    )
    case = m.Case.from_events((*file.log, wider))
    assert case.docket["paper"].label == owner


def test_a_label_that_ends_sooner_does_not_take_the_place_of_one_for_good() -> None:
    """The end of a seal opens it, too."""
    good = Label(audience="client")
    ends = Label(audience="client", until=DAY)
    file = filed().record(sealed(good), **BY)
    with pytest.raises(InvalidValueError):
        file.record(sealed(ends), **BY)
    longer = filed().record(sealed(ends), **BY).record(sealed(good), **BY)
    assert longer.case.docket["paper"].label == good


def test_a_paper_of_a_sealed_entry_is_not_opened_by_its_own_label() -> None:
    """First the entry is unsealed; then somebody says of each paper who may see it."""
    version = m.Content.of(b"text", media_type="application/pdf")
    created = m.DocumentCreated(
        document_id="d", title="Draft", kind="motion", content=version, **ON
    )
    file = file_of(created)
    event = m.Filed(title="Motion", documents=("d",), **ON)
    file = file.record(Draft(event, event_id="paper"), **BY)
    file = file.record(sealed(Label(audience="owner")), **BY)
    public = m.DocumentRelabelled(document_id="d", label=Label(audience="public"), **ON)
    with pytest.raises(InvalidValueError, match="EntryUnsealed of that first"):
        file.record(public, **BY)
    assert file.case.documents["d"].label.audience == "owner"
    opened = file.record(m.EntryUnsealed(entry_id="paper", **ON), public, **BY)
    assert opened.case.documents["d"].label.audience == "public"


def labelled(label: Label | None) -> Draft:
    """The first line of a case, for some alone."""
    event = m.CaseOpened(caption=f"Doe v. Acme {CANARY}", number="1", **ON)
    return Draft(event, event_id="first", label=label)


def test_the_first_line_of_a_case_can_be_labelled() -> None:
    """From the beginning, what the case is called is for some alone."""
    label = Label(audience="owner")
    file = m.CaseFile.open(labelled(label), case_id="doe", ids=numbered(), **BY)
    assert (file.log[0].event_id, file.log[0].label) == ("first", label)
    assert file.case.caseload.caption_label == label
    held = m.HearingSet(hearing_id="h", title="H", hearing_at=NOON, **ON)
    file = file.record(held, **BY)
    told = str(agenda([file], between=(DAY, DAY)))
    assert CANARY not in told
    assert CANARY in str(agenda([file], between=(DAY, DAY), audience="owner"))


def test_what_opens_no_case_is_refused_labelled_or_not() -> None:
    """A Draft of something else is no beginning."""
    wrong: Any = Draft(m.NoteAdded(note_id="n", text="N", **ON))
    with pytest.raises(InvalidValueError, match="begins with line 1, a CaseOpened"):
        m.CaseFile.open(wrong, case_id="doe", **BY)
    nothing: Any = "Roe v. Acme"
    with pytest.raises(InvalidTypeError):
        m.CaseFile.open(nothing, case_id="doe", **BY)


def test_another_caption_is_as_closed_as_the_last_one() -> None:
    """Unless its line says who may see it: that is what names it."""
    label = Label(audience="owner")
    file = m.CaseFile.open(labelled(label), case_id="doe", **BY)
    changed = m.CaptionChanged(caption=f"Doe v. Acme, Inc. {CANARY}", **ON)
    assert file.record(changed, **BY).case.caseload.caption_label == label
    public = Draft(changed, label=Label(audience="public"))
    assert file.record(public, **BY).case.caseload.caption_label == public.label
