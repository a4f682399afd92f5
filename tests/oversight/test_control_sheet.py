"""The control sheet: what a day's lines did to deadlines, by whom, each line once."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

import legalcase as lc
from legalcase.dates import Period
from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.kernel import Corrected, Label, Ref
from legalcase.model import (
    Anchor,
    CaseFile,
    CaseStayed,
    Computed,
    DeadlineConfirmed,
    DeadlineExtended,
    DeadlineMet,
    DeadlineQuestioned,
    DeadlineReassigned,
    DeadlineRecomputed,
    DeadlineVacated,
    DeadlineWaived,
    Derived,
    Filed,
    HearingContinued,
    HearingSet,
    NoteAdded,
    Ordered,
    ReadingChosen,
    Served,
)
from legalcase.oversight import control_sheet
from one_case import DAY, NOON, PACIFIC, deadline_set, file_of

ZONE = "America/Los_Angeles"


def ordered(deadline_id: str, due: date = date(2026, 7, 20), **said: Any) -> Any:
    """A deadline that an order sets."""
    return deadline_set(deadline_id, Ordered(due=due, authority="Order"), **said)


def sheet(*files: CaseFile, on: date = DAY, zone: str = ZONE, **said: Any) -> Any:
    """The sheet of the day on which the cases were made."""
    return control_sheet(files, on=on, zone=zone, **said)


def busy_day() -> CaseFile:
    """A file on which much was done in a day."""
    answers = lc.compute("us/frcp/33(b)(2)", after=DAY, court="cand", service="mail")
    anchors = (Anchor("discovery-request-served", Ref("event", "e2")),)
    file = file_of(
        Served(
            title="Interrogatories",
            method="mail",
            triggers=("discovery-request-served",),
            happened_on=DAY,
        ),
        deadline_set(
            "answers",
            Computed(computation=answers, anchors=anchors),
            critical=True,
            owner="A. Lawyer",
        ),
        deadline_set(
            "draft",
            Derived(follows=Ref("deadline", "answers"), period=Period.parse("7 days")),
            title="Draft ready",
        ),
        DeadlineConfirmed(
            deadline_id="answers", confirmed_by="B. Partner", happened_on=DAY
        ),
        DeadlineExtended(
            deadline_id="answers",
            successor_id="answers-2",
            basis=Ordered(due=date(2026, 7, 20), authority="Order"),
            authority="Order of 3 June",
            happened_on=DAY,
        ),
        ordered("typo", date(2026, 8, 3), title="Not of this case"),
        ordered("fee", date(2026, 6, 20), title="Pay the fee"),
        DeadlineMet(
            deadline_id="fee",
            met_by="clerk",
            evidence="Receipt",
            happened_on=DAY,
        ),
        NoteAdded(note_id="n", text="Weak point", happened_on=DAY),
        case_id="roe",
    )
    return file.retract(
        "e7", ground="another case", by="A. Clerk", at=NOON + timedelta(minutes=30)
    )


PRINTED = """
Control sheet of Wed 2026-06-03, by the clock of America/Los_Angeles: 1 case

Recorded
line          what               date               by        also
05:02 roe 3   set answers:       Thu 2026-07-09     clerk     critical
              Answer
05:03 roe 4   set draft: Draft   Thu 2026-07-02     clerk
              ready
05:04 roe 5   confirmed          Thu 2026-07-09     clerk     critical;
              answers: Answer                                 confirmed by B.
                                                              Partner
05:05 roe 6   extended answers:  Thu 2026-07-09 ->  clerk     critical; now
              Answer             Mon 2026-07-20               answers-2
05:06 roe 7   set typo: Not of   Mon 2026-08-03     clerk     CORRECTED by line
              this case                                       11
05:07 roe 8   set fee: Pay the   Sat 2026-06-20     clerk
              fee
05:08 roe 9   met fee: Pay the   Sat 2026-06-20     clerk     met by clerk
              fee
05:30 roe 11  retracted typo:    Mon 2026-08-03 ->  A. Clerk  because of line 7
              Not of this case   gone                         (deadline-set);
                                                              another case

What that did to other deadlines
line         what                date                 by     also
05:05 roe 6  moved draft: Draft  Thu 2026-07-02 ->    clerk  because of line 6
             ready               Mon 2026-07-13              (deadline-extended)

Critical and unconfirmed when the day was over
date            case               deadline           state     set by
Mon 2026-07-20  Roe v. Acme (roe)  answers-2: Answer  proposed  clerk, line 6

Check each entry against the document on which it rests, on paper: a check on
the screen alone is not enough (BGH, Beschluss vom 28. Februar 2019, III ZB
96/18).

Checked by: ______________________   on: ______________
"""


def test_what_is_printed() -> None:
    """To the letter: a paper that somebody signs."""
    assert str(sheet(busy_day())) == PRINTED.strip()


def test_the_page_has_what_the_paper_has() -> None:
    """Every cell, escaped, and the clock by which the day was told."""
    html = sheet(busy_day())._repr_html_()
    for text in ("America/Los_Angeles", "answers-2", "B. Partner", "III ZB 96/18"):
        assert text in html
    marked = file_of(ordered("a", title="<b>x</b>"))
    assert "<b>x</b>" not in sheet(marked)._repr_html_()


def test_who_asks_for_it_was_read() -> None:
    """Its headnotes; nothing is claimed of the rest."""
    authority = sheet(busy_day()).authority
    assert "III ZB 96/18" in authority.cite
    assert (authority.verified, authority.read) == (
        "text",
        ("Leitsatz a", "Leitsatz b"),
    )


def test_each_entry_says_who_when_and_what_it_was_before() -> None:
    """And the word that the sheet is asked for."""
    made = sheet(busy_day())
    (extended,) = made.of("extended")
    assert (extended.was, extended.now) == (date(2026, 7, 9), date(2026, 7, 20))
    assert extended.successor_id == "answers-2"
    assert extended.recorded_at.isoformat() == "2026-06-03T05:05:00-07:00"
    (confirmed,) = made.of("confirmed")
    assert (confirmed.by, confirmed.person) == ("clerk", "B. Partner")
    assert made.of("nothing") == ()
    assert [row["group"] for row in made.to_rows()] == [
        *("entry",) * 8,
        "effect",
        "unconfirmed",
    ]


@pytest.mark.parametrize(
    ("event", "what"),
    [
        (
            DeadlineQuestioned(deadline_id="a", ground="Why", happened_on=DAY),
            "questioned",
        ),
        (
            DeadlineReassigned(deadline_id="a", owner="B. Lawyer", happened_on=DAY),
            "reassigned",
        ),
        (DeadlineVacated(deadline_id="a", ground="Why", happened_on=DAY), "vacated"),
        (DeadlineWaived(deadline_id="a", ground="Why", happened_on=DAY), "waived"),
        (
            DeadlineRecomputed(
                deadline_id="a",
                basis=Ordered(due=date(2026, 7, 27), authority="Order"),
                happened_on=DAY,
            ),
            "changed",
        ),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_each_kind_has_its_word(event: Any, what: str) -> None:
    """With the ground that was given."""
    entry = sheet(file_of(ordered("a"), event)).entries[-1]
    assert entry.what == what
    assert entry.ground == getattr(event, "ground", None)


def test_a_reading_chosen_says_by_whom() -> None:
    """And that the date shown moved because of it."""
    computed = lc.compute(
        "us/frcp/33(b)(2)", after=date(2026, 6, 3), court="cand", service="mail"
    )
    file = file_of(
        deadline_set("a", computed),
        ReadingChosen(
            deadline_id="a", due=computed.due, chosen_by="B. Partner", happened_on=DAY
        ),
    )
    entry = sheet(file).entries[-1]
    assert (entry.what, entry.person, entry.now) == (
        "reading chosen",
        "B. Partner",
        computed.due,
    )


def test_what_others_lines_do_shows_as_an_effect() -> None:
    """A hearing that moves, a stay, a corrected service: no deadline names them."""
    follows = Derived(follows=Ref("hearing", "h"), period=Period.parse("7 days"))
    at = datetime(2026, 7, 14, 9, tzinfo=PACIFIC)
    file = file_of(
        HearingSet(hearing_id="h", title="Trial", hearing_at=at, happened_on=DAY),
        deadline_set("prepare", follows),
        HearingContinued(hearing_id="h", to_at=at + timedelta(days=7), happened_on=DAY),
        ordered("brief", stayed_by_stay="yes"),
        CaseStayed(ground="Bankruptcy", happened_on=DAY),
    )
    moved, *stopped = sheet(file).effects
    assert (moved.what, moved.was, moved.now) == (
        "moved",
        date(2026, 7, 7),
        date(2026, 7, 14),
    )
    assert moved.because == ("line 4 (hearing-continued)",)
    brief = next(one for one in stopped if one.deadline_id == "brief")
    assert (brief.what, brief.was, brief.now) == ("stopped", date(2026, 7, 20), None)


def test_a_corrected_service_sends_to_review_what_was_anchored_on_it() -> None:
    """As an effect of the correction, on the day of the correction."""
    answers = lc.compute("us/frcp/33(b)(2)", after=DAY, court="cand", service="mail")
    anchors = (Anchor("discovery-request-served", Ref("event", "e2")),)
    file = file_of(
        Served(title="S", method="mail", happened_on=DAY),
        deadline_set("a", Computed(computation=answers, anchors=anchors)),
        DeadlineConfirmed(deadline_id="a", confirmed_by="B", happened_on=DAY),
    )
    later = NOON + timedelta(days=1)
    file = file.correct("e2", method="personal", ground="Typo", by="clerk", at=later)
    tomorrow = sheet(file, on=later.date())
    (effect,) = tomorrow.effects
    assert tomorrow.entries == ()
    assert (effect.what, effect.because) == ("needs review", ("line 5 (corrected)",))
    assert sheet(file).effects == ()
    assert [entry.state for entry in sheet(file).entries] == ["proposed", "confirmed"]


def test_a_corrected_deadline_is_an_entry_and_marks_the_line() -> None:
    """As it was known then, and that it was corrected since."""
    file = file_of(ordered("a", date(2026, 7, 20)))
    wrong = file.line("e2").event
    right = ordered("a", date(2026, 7, 13))
    file = file.correct(
        Corrected(event_id="e2", event=right, ground="Typo"),
        by="B. Clerk",
        at=NOON + timedelta(hours=1),
    )
    assert wrong != right
    first, second = sheet(file).entries
    assert (first.what, first.now, first.wrong) == ("set", date(2026, 7, 20), (3,))
    assert (second.what, second.was, second.now, second.by) == (
        "corrected",
        date(2026, 7, 20),
        date(2026, 7, 13),
        "B. Clerk",
    )


def test_the_day_is_that_of_the_clock_that_is_named() -> None:
    """Noon in London is five in the morning in California, and evening in Tokyo."""
    late = datetime(2026, 6, 4, 1, tzinfo=UTC)
    file = file_of().record(ordered("a"), by="clerk", at=late)
    assert [len(sheet(file, zone=zone).entries) for zone in (ZONE, "UTC")] == [1, 0]
    assert len(sheet(file, on=date(2026, 6, 4), zone="Asia/Tokyo").entries) == 1
    assert "Asia/Tokyo" in sheet(file, zone="Asia/Tokyo").title


def test_what_is_critical_and_unconfirmed_is_told_as_the_day_ended() -> None:
    """Whoever confirms tomorrow has not done so today."""
    file = file_of(ordered("a", critical=True), ordered("b"))
    file = file.record(
        DeadlineConfirmed(deadline_id="a", confirmed_by="B", happened_on=DAY),
        by="B",
        at=NOON + timedelta(days=1),
    )
    assert [entry.deadline_id for entry in sheet(file).unconfirmed] == ["a"]
    assert sheet(file, on=DAY + timedelta(days=1)).unconfirmed == ()
    before = sheet(file, on=DAY - timedelta(days=1))
    assert (before.entries, before.unconfirmed) == ((), ())
    assert "Nothing was recorded about a deadline." in str(before)
    assert "Nothing was recorded about a deadline." in before._repr_html_()


def test_who_did_it_for_whom_is_said() -> None:
    """With the reason of the act, where no ground was given."""
    file = file_of().record(
        ordered("a"), by="clerk", at=NOON, on_behalf_of="A. Lawyer", reason="By phone"
    )
    (entry,) = sheet(file).entries
    assert (entry.on_behalf_of, entry.ground) == ("A. Lawyer", "By phone")
    assert "for A. Lawyer" in str(sheet(file))


def test_invariant_26_a_sheet_of_the_firm_hides_what_is_the_owners() -> None:
    """Titles and grounds, also of what was retracted; the line itself is there."""
    private = Label(audience="owner")
    file = file_of(
        ordered("a", title="canary-title", label=private, critical=True),
        DeadlineQuestioned(deadline_id="a", ground="canary-ground", happened_on=DAY),
        ordered("b", title="canary-b", label=private),
    )
    file = file.retract("e4", ground="canary-why", by="clerk", at=NOON)
    for audience, is_told in (("firm", False), ("owner", True)):
        one = sheet(file, audience=audience)
        said = f"{one} {one._repr_html_()} {one.to_rows()} {one.to_dict()}"
        assert len(one.entries) == 4
        for text in ("canary-title", "canary-ground", "canary-b", "canary-why"):
            assert (text in said) == is_told, (audience, text)
        assert "canary" not in repr(one) + repr(one.entries) + repr(one.unconfirmed)


@pytest.mark.parametrize("audience", ["public", "court", "party", "client"])
def test_a_control_sheet_is_for_nobody_outside(audience: str) -> None:
    """It names people and grounds on every line."""
    with pytest.raises(InvalidValueError, match="paper of the firm"):
        sheet(file_of(), audience=audience)


@pytest.mark.parametrize("zone", ["PST", "EST5EDT", "Etc/GMT+8", "Europe/Nowhere"])
def test_a_clock_of_no_place_is_refused(zone: str) -> None:
    """It leaves open when the day ends."""
    with pytest.raises(InvalidValueError):
        sheet(file_of(), zone=zone)


def test_what_is_no_file_is_refused() -> None:
    """A case has no log, and one file alone is no list."""
    file = file_of()
    for wrong in ([file.case], file, file.case, 7, [7]):
        with pytest.raises(InvalidTypeError):
            control_sheet(wrong, on=DAY, zone=ZONE)  # type: ignore[arg-type]  # refused
    with pytest.raises(InvalidTypeError):
        sheet(file, zone=PACIFIC)  # type: ignore[arg-type]  # refused
    with pytest.raises(InvalidValueError, match="twice"):
        sheet(file, file)
    with pytest.raises(InvalidTypeError):
        sheet(file, on=NOON)


def test_lines_that_are_about_no_deadline_are_not_on_it() -> None:
    """However much was recorded."""
    file = file_of(Filed(title="Complaint", happened_on=DAY))
    assert sheet(file).entries == ()
    assert repr(sheet(file)) == (
        "<ControlSheet of 2026-06-03 (America/Los_Angeles): 0 entries, "
        "0 critical unconfirmed>"
    )
