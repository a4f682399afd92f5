"""Who has to hear from us, what is owed between us, and what a client may see."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from case_files import numbered
from legalcase.dates import Period
from legalcase.errors import (
    IllegalTransitionError,
    InvalidTypeError,
    InvalidValueError,
    MissingInputError,
    UnknownNameError,
)
from legalcase.kernel import Draft, Label
from legalcase.model import (
    CaseClosed,
    CaseDisposed,
    CaseFile,
    CaseOpened,
    EntryStruck,
    Filed,
    HearingSet,
    NoteAdded,
    PartyJoined,
    TaskPlanned,
    TaskTerms,
)
from legalcase.oversight import (
    client_view,
    contact_gap,
    expectations,
    health,
    replies_owed,
    updates_due,
)
from legalcase.practice import (
    MODEL,
    CadenceAgreed,
    Communicated,
    ContactPreferenceSet,
    ExpectationAcknowledged,
    ExpectationMet,
    ExpectationStated,
    ReplyGiven,
    ReplyWaived,
    StatusAgreed,
)
from practice_samples import SAMPLES, recorded

if TYPE_CHECKING:
    from legalcase.kernel import Event

AT = datetime(2026, 12, 1, 12, tzinfo=UTC)
D1, D2, D3 = date(2026, 6, 1), date(2026, 6, 11), date(2026, 7, 1)
MONTH = Period.parse("30 days")
PACIFIC = ZoneInfo("America/Los_Angeles")


def party(name: str, *, is_client: bool = True) -> PartyJoined:
    """Somebody takes part."""
    return PartyJoined(
        party_id=name,
        name=f"Name of {name}",
        roles=("party",),
        is_client=is_client,
        happened_on=D1,
    )


def case(*events: Event | Draft) -> CaseFile:
    """A case of two clients and an opponent, in which events were recorded."""
    file = CaseFile.open(
        CaseOpened(caption="Roe v. Acme", happened_on=D1),
        case_id="roe",
        by="clerk",
        at=AT,
        model=MODEL,
        ids=numbered(),
    )
    people = (party("roe"), party("poe"), party("acme", is_client=False))
    return file.record(*people, *events, by="clerk", at=AT)


def said(name: str, direction: str, on: date, **more: Any) -> Communicated:
    """Something passed between us and a client."""
    terms: dict[str, Any] = {
        "with_parties": ("roe",),
        "channel": "telephone",
        "subject": "Money",
    }
    return Communicated(
        communication_id=name, direction=direction, happened_on=on, **terms | more
    )


def test_how_long_nothing_was_said() -> None:
    """Which way it went matters to whoever wants to be told."""
    made = case(said("a", "out", D1), said("b", "in", D2)).case
    gap = contact_gap(made, "roe", on=D3)
    assert (gap.days, gap.last, gap.told_days, gap.told) == (20, "b", 30, "a")
    assert "last heard from us 30 days ago" in str(gap)
    assert contact_gap(made, "roe", on=D1).days == 0
    assert contact_gap(made, "roe", on=D1 - timedelta(days=1)).days is None
    never = contact_gap(made, "poe", on=D3)
    assert (never.days, never.told_days) == (None, None)
    assert "No contact" in str(never)
    assert gap.authority.cite == "ABA Model Rule 1.4(a)(3)"
    with pytest.raises(UnknownNameError):
        contact_gap(made, "nobody", on=D3)
    core = CaseFile.open(
        CaseOpened(caption="A", happened_on=D1), case_id="a", by="c", at=AT
    )
    with pytest.raises(InvalidTypeError, match="no room 'practice/communications'"):
        updates_due([core.record(party("roe"), by="c", at=AT)], every=MONTH, on=D3)


def test_who_has_to_hear_from_us() -> None:
    """Counted from what we said, not from what we heard; as agreed, or as asked."""
    file = case(said("a", "out", D2), said("b", "in", D3))
    assert updates_due([file], every=MONTH, on=D1 + timedelta(days=29)).rows == ()
    (row,) = updates_due([file], every=MONTH, on=D3)
    assert (row.party_id, row.told, row.days_over) == ("poe", False, 0)
    due = updates_due([file], every=MONTH, on=date(2026, 7, 11))
    assert [(one.party_id, one.due_on) for one in due] == [
        ("poe", D3),
        ("roe", date(2026, 7, 11)),
    ]
    assert due.clients == 2
    assert "2 of 2" in str(due)
    agreed = CadenceAgreed(party_id="roe", every=Period.parse("1 week"), happened_on=D2)
    weekly = file.record(agreed, by="clerk", at=AT)
    rows = updates_due([weekly], every=MONTH, on=D3).rows
    assert [(one.party_id, one.due_on, one.is_agreed) for one in rows] == [
        ("roe", date(2026, 6, 18), True),
        ("poe", D3, False),
    ]
    found = [one.code for one in health(weekly, on=D3)]
    assert found.count("client-update-overdue") == 1
    assert "client-update-overdue" not in {one.code for one in health(file, on=D3)}
    monthly = updates_due([case()], every=Period.parse("1 month"), on=D3)
    assert {one.due_on for one in monthly} == {D3}
    for wrong in ("10 court days", "3 clear days", "1 year"):
        with pytest.raises(InvalidValueError, match="days, weeks or months"):
            updates_due([file], every=Period.parse(wrong), on=D3)
    closed = file.record(
        Filed(title="Complaint", happened_on=D2),
        CaseDisposed(disposition="settled", happened_on=D3),
        CaseClosed(happened_on=D3),
        by="clerk",
        at=AT,
    )
    assert updates_due([closed], every=MONTH, on=date(2026, 9, 1)).clients == 0


def test_a_reply_is_owed_until_it_is_there() -> None:
    """By us to what came in, to us otherwise; an answer goes the other way, later."""
    asked = said("q", "in", D2, reply_by=D2 + timedelta(days=3))
    ours = said("o", "out", D2, reply_by=D3)
    file = case(asked, ours)
    owed = replies_owed([file], on=D3)
    assert [(one.ref[-1], one.owed_by, one.is_over) for one in owed] == [
        ("q", "us", True),
        ("o", "roe", False),
    ]
    assert len(owed.over) == 1
    assert "client-reply-overdue" in {one.code for one in health(file, on=D3)}
    assert len(replies_owed([file], on=D1)) == 0
    late = said("a", "out", D3)
    done = file.record(
        late,
        ReplyGiven(communication_id="q", by_communication="a", happened_on=D3),
        ReplyWaived(communication_id="o", ground="moot", happened_on=D3),
        by="clerk",
        at=AT,
    )
    assert replies_owed([done], on=D3).rows == ()
    again = ReplyWaived(communication_id="q", ground="moot", happened_on=D3)
    with pytest.raises(IllegalTransitionError, match="seen to already"):
        done.record(again, by="clerk", at=AT)
    for wrong in (said("w", "in", D3), said("w", "out", D1)):
        given = ReplyGiven(communication_id="q", by_communication="w", happened_on=D3)
        with pytest.raises(InvalidValueError, match="cannot answer"):
            file.record(wrong, given, by="clerk", at=AT)
    with pytest.raises(InvalidValueError, match="before it was asked"):
        said("x", "in", D2, reply_by=D1)
    with pytest.raises(MissingInputError):
        said("x", "in", D2, with_parties=())


def test_an_expectation_is_shared_once_it_is_acknowledged() -> None:
    """Open until it is met; overdue where it is ours."""
    stated = ExpectationStated(
        expectation_id="e",
        of="roe",
        held_by="party",
        text="A call each week",
        due_on=D2,
        happened_on=D1,
    )
    file = case(stated)
    (row,) = expectations([file], on=D3)
    assert (row.owed_by, row.is_known, row.is_over) == ("us", False, True)
    codes = {one.code for one in health(file, on=D3)}
    assert codes >= {"client-expectation-overdue", "client-expectation-unknown"}
    known = ExpectationAcknowledged(
        expectation_id="e", acknowledged_by="lead", happened_on=D2
    )
    file = file.record(known, by="clerk", at=AT)
    (row,) = expectations([file], on=D3)
    assert row.is_known
    (row,) = expectations([file], on=D1)
    assert not row.is_known
    met = ExpectationMet(expectation_id="e", happened_on=D3)
    file = file.record(met, by="clerk", at=AT)
    assert expectations([file], on=D3).rows == ()
    with pytest.raises(IllegalTransitionError):
        file.record(met, by="clerk", at=AT)


def status(text: str = "We wait for the court", who: str = "roe") -> StatusAgreed:
    """How things stand, as was agreed to be told."""
    return StatusAgreed(
        party_id=who,
        text=text,
        next_step="A hearing",
        approved_by="lead",
        happened_on=D1,
    )


def trial(name: str, **more: Any) -> HearingSet:
    """A hearing in July."""
    return HearingSet(
        hearing_id=name,
        title=f"Hearing {name}",
        hearing_at=datetime(2026, 7, 20, 9, 30, tzinfo=PACIFIC),
        place=f"Room {name}",
        happened_on=D1,
        **more,
    )


def test_invariant_30_a_client_sees_their_own_and_the_public_docket() -> None:
    """Own contacts without their content, own tasks, agreed status; nothing else."""
    mine = Label(audience="client")
    work = Label(audience="firm", ground="work-product")

    def task(name: str, person: str, label: Label | None) -> TaskPlanned:
        terms = TaskTerms(
            title=f"Task {name}", accountable="lead", responsible=(person,), label=label
        )
        return TaskPlanned(task_id=name, terms=terms, happened_on=D1)

    file = case(
        status("In plain words"),
        status("The other client's", who="poe"),
        said("a", "out", D2, subject="canary-subject", summary="canary-summary"),
        said("b", "in", D2, with_parties=("poe",)),
        trial("public"),
        trial("own", label=mine, of=("roe",)),
        trial("other", label=mine, of=("poe",)),
        trial("sealed", label=Label(audience="owner"), of=("roe",)),
        trial("internal", label=work, of=("roe",)),
        task("own", "roe", mine),
        task("ours", "roe", None),
        task("others", "poe", mine),
        Filed(title="Complaint", happened_on=D1),
        Filed(title="Sealed motion", label=mine, happened_on=D1),
        NoteAdded(note_id="n", text="canary-note", happened_on=D1),
        ContactPreferenceSet(party_id="roe", caution="canary-caution", happened_on=D1),
        ExpectationStated(
            expectation_id="e", of="roe", held_by="us", text="Papers", happened_on=D1
        ),
        ExpectationStated(
            expectation_id="f", of="poe", held_by="us", text="Others", happened_on=D1
        ),
    )
    view = client_view(file.case, "roe", on=D3)
    assert view.status == "In plain words"
    assert sorted(one.text for one in view.hearings) == [
        "Hearing own, Room own",
        "Hearing public, Room public",
    ]
    assert [one.text for one in view.tasks] == ["Task own"]
    assert [one.text for one in view.papers] == ["Complaint"]
    assert [one.text for one in view.expected] == ["We expect of you: Papers"]
    assert [one.text for one in view.contacts] == ["we contacted you by telephone"]
    everything = "\n".join(
        (str(view), view._repr_html_(), view.letter(signed_by="lead"), view.page())
    )
    for hidden in ("canary", "Sealed", "sealed", "internal", "others", "other client"):
        assert hidden not in everything
    assert "In plain words" in everything
    assert "canary" not in repr(view.to_dict())


@pytest.mark.parametrize("room", SAMPLES)
def test_invariant_30_no_room_of_practice_gets_into_the_view(room: str) -> None:
    """Of all that people wrote, only what the list names: the agreed, the expected."""
    file = recorded(room)
    view = client_view(file.case, "roe", on=date(2026, 6, 3))
    if room == "communications":
        allowed = [one.text for one in view.expected]
        allowed += [view.status or "", view.next_step or ""]
        shown = str(view.to_dict())
        for text in allowed:
            shown = shown.replace(text, "")
        assert "canary" not in shown
    else:
        assert "canary" not in str(view.to_dict()) + str(view) + view.page()


def test_what_is_struck_over_or_narrowed_is_not_shown() -> None:
    """An entry that was struck, a hearing that is over, a line for the owner alone."""
    owner = Label(audience="owner")
    file = case(Filed(title="Answer", happened_on=D1), Draft(status(), label=owner))
    struck = EntryStruck(
        entry_id=file.log[-2].event_id, ground="wrong case", happened_on=D2
    )
    file = file.record(struck, trial("t"), by="clerk", at=AT)
    view = client_view(file.case, "roe", on=date(2026, 8, 1))
    assert (view.papers, view.hearings, view.status) == ((), (), None)
    with pytest.raises(MissingInputError, match="StatusAgreed"):
        view.letter(signed_by="lead")


def test_a_letter_says_what_the_view_says() -> None:
    """With a greeting and a name under it; nothing without them."""
    view = client_view(case(status(), trial("t")).case, "roe", on=D3)
    letter = view.letter(signed_by="A. Lawyer", greeting="Dear Ms Roe")
    assert letter.startswith("Wednesday 1 July 2026\n")
    assert "Monday 20 July 2026, 09:30: Hearing t" in letter
    assert "Dear Ms Roe,\n" in letter
    assert "We wait for the court" in letter
    assert "Hearing t, Room t" in letter
    assert letter.endswith("A. Lawyer")
    wrong: Any = ""
    with pytest.raises(InvalidTypeError):
        view.letter(signed_by=wrong)


def test_only_a_client_has_a_view() -> None:
    """Of who is none, nothing is shown."""
    made = case().case
    with pytest.raises(InvalidValueError, match="no client of ours"):
        client_view(made, "acme", on=D3)
    with pytest.raises(UnknownNameError):
        client_view(made, "nobody", on=D3)


def test_a_gap_is_told_in_words() -> None:
    """Today, yesterday, and before."""
    made = case(said("a", "in", D1)).case
    told = [str(contact_gap(made, "roe", on=D1 + timedelta(days=n))) for n in range(3)]
    assert [one.partition(";")[0] for one in told] == [
        "Last contact with roe that day",
        "Last contact with roe 1 day ago",
        "Last contact with roe 2 days ago",
    ]
    assert told[0].endswith("they never heard from us")


def test_what_only_the_owner_may_see_is_owed_by_its_id() -> None:
    """Its subject, and with whom it was outside the case, are left out."""
    owner = Label(audience="owner")
    file = case(
        said("q", "out", D2, reply_by=D3, with_others=("Dr. X",), label=owner),
        Draft(
            ExpectationStated(
                expectation_id="e",
                of="roe",
                held_by="us",
                text="The keys",
                happened_on=D2,
            ),
            label=owner,
        ),
    )
    for ask, text in ((replies_owed, "Money"), (expectations, "The keys")):
        shown = str(ask([file], on=D3))
        assert text not in shown
        assert "Dr. X" not in shown
        assert "practice/" in shown
        assert text in str(ask([file], on=D3, audience="owner"))
        with pytest.raises(InvalidValueError, match="business of the firm"):
            ask([file], on=D3, audience="client")
    assert "known" not in str(replies_owed([file], on=D3))
    assert "not acknowledged" in str(expectations([file], on=D3, audience="owner"))


def test_a_status_of_later_is_not_told_before() -> None:
    """On a day on which it was not agreed yet."""
    later = StatusAgreed(party_id="roe", text="New", approved_by="a", happened_on=D3)
    made = case(later).case
    assert client_view(made, "roe", on=D2).status is None
    view = client_view(made, "roe", on=D3)
    assert "Wednesday 1 July 2026: New" in str(view)
    assert "For Name of roe, Wednesday 1 July 2026" in view.page()
