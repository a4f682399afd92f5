"""Evidence: what is recorded as it was, what cannot have been, what does not fit."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from attrs import evolve

import legalcase.practice as p
from case_files import CANARY, DAY, NOON
from legalcase.errors import (
    IllegalTransitionError,
    InvalidTypeError,
    InvalidValueError,
    LegalCaseError,
    MissingInputError,
    UnknownNameError,
)
from legalcase.kernel import Draft, Label, Ref
from legalcase.model import Case, CaseFile
from legalcase.model.documents.content import digest_of
from practice_samples import stage

A, B = digest_of(b"a"), digest_of(b"b")
NEXT = DAY + timedelta(days=1)
#: The question, of whatever somebody passes.
ANYBODY: Any = p.custody


def collected(**said: Any) -> p.EvidenceCollected:
    """A telephone, found by the investigator."""
    given = {
        "item_id": "phone",
        "description": f"a telephone {CANARY}",
        "kind": "digital",
        "taken_by": "Investigator",
        "digest": A,
        "happened_on": DAY,
    }
    return p.EvidenceCollected(**{**given, **said})


def passed(by: str, to: str, **said: Any) -> p.CustodyTransferred:
    """It goes from one to another, and nothing is wrong with that."""
    given = {
        "item_id": "phone",
        "handed_by": by,
        "handed_to": to,
        "purpose": "to be looked at",
        "authorization": "the lead",
        "digest_before": A,
        "digest_after": A,
        "happened_on": DAY,
    }
    return p.CustodyTransferred(**{**given, **said})


def handled(by: str, **said: Any) -> p.EvidenceHandled:
    """Something is done to it."""
    given = {
        "item_id": "phone",
        "action": "analyzed",
        "handled_by": by,
        "digest_before": A,
        "digest_after": A,
        "happened_on": DAY,
    }
    return p.EvidenceHandled(**{**given, **said})


def returned(**said: Any) -> p.EvidenceReturned:
    """It is given back."""
    given = {
        "item_id": "phone",
        "returned_by": "Investigator",
        "returned_to": "its owner",
        "authorization": "the lead",
        "digest_before": A,
        "happened_on": DAY,
    }
    return p.EvidenceReturned(**{**given, **said})


def after(*events: Any, at: datetime = NOON + timedelta(days=9)) -> CaseFile:
    """The stage after events that were recorded one after another."""
    file = stage()
    for event in events:
        file = file.record(event, by="clerk", at=at)
    return file


def why(file: CaseFile, item_id: str = "phone") -> list[tuple[int, str]]:
    """What does not fit, and where."""
    return [(one.link, one.why) for one in p.custody(file, item_id).breaks]


def test_a_chain_in_which_everything_fits() -> None:
    """Capitals and blanks of a name apart."""
    file = after(
        collected(),
        passed("investigator", "The Lab"),
        handled("the  lab"),
        passed("The lab", "Investigator"),
        returned(),
    )
    found = p.custody(file, "phone")
    assert (found.verdict, found.is_whole, found.breaks) == ("whole", True, ())
    assert [one.action for one in found] == [
        "collected",
        "transferred",
        "analyzed",
        "transferred",
        "returned",
    ]
    item = file.case[p.EVIDENCE].items["phone"]
    assert (item.state, item.holder, item.digest) == ("returned", None, A)
    # A case says the same, and nothing of corrections: these are in the log.
    assert evolve(found, corrections=None) == p.custody(file.case, "phone")
    assert repr(found) == "<Custody of 'phone': 5 links, whole>"


def test_who_has_it_is_who_got_it_last() -> None:
    """What is done to it changes nothing of that."""
    file = after(collected(), passed("Investigator", "Lab"), handled("Guest"))
    assert file.case[p.EVIDENCE].items["phone"].holder == "Lab"


def test_a_gap_is_recorded_and_told() -> None:
    """Whoever hands it over did so, whether they had it or not."""
    file = after(collected(), passed("Stranger", "Lab"), passed("Lab", "Court"))
    assert why(file) == [(2, "gap")]
    found = p.custody(file, "phone")
    assert found.verdict == "broken"
    assert "since link 1" in found.breaks_at(2)[0].text
    assert [one.standing for one in found] == ["whole", "broken", "whole"]


def test_a_digest_that_differs_is_told_where_it_was_measured() -> None:
    """And not again at every link that follows."""
    file = after(
        collected(),
        passed("Investigator", "Lab", digest_before=B, digest_after=B),
        passed("Lab", "Court", digest_before=B, digest_after=B),
    )
    assert why(file) == [(2, "digest-differs")]
    text = p.custody(file, "phone").breaks[0].text
    assert B[:8] in text
    assert f"{A[:8]}… at link 1" in text


def test_what_was_measured_on_one_side_alone_is_held_against_the_rest() -> None:
    """Only afterwards, or only before; the next link is held against that."""
    for said in ({"digest_before": None}, {"digest_after": None}):
        odd = passed("Investigator", "Lab", **{
            "digest_before": B, "digest_after": B, **said
        })  # fmt: skip
        then = passed("Lab", "Court", digest_before=B, digest_after=B)
        file = after(collected(), odd, then)
        assert why(file) == [(2, "digest-differs")]
        assert p.custody(file, "phone").unverified == (2,)


def test_what_a_link_changed_is_told() -> None:
    """Whatever was done to it."""
    file = after(collected(), handled("Investigator", digest_after=B))
    assert why(file) == [(2, "changed")]


def test_a_legacy_link_is_unverified_and_hides_no_difference() -> None:
    """What nobody measured between two that differ is told at the second."""
    bare = {"digest_before": None, "digest_after": None}
    old = passed("Investigator", "Lab", **bare)
    file = after(collected(), old, passed("Lab", "Court"))
    found = p.custody(file, "phone")
    assert (found.verdict, found.unverified, found.breaks) == ("unverified", (2,), ())
    file = after(collected(), old, passed("Lab", "Court", digest_before=B))
    assert why(file) == [(3, "digest-differs"), (3, "changed")]
    assert "at link 1" in p.custody(file, "phone").breaks[0].text
    none = after(
        collected(digest=None),
        passed("Investigator", "Lab", **bare),
        returned(returned_by="Lab", digest_before=None),
    )
    found = p.custody(none, "phone")
    assert (found.verdict, found.unverified) == ("unverified", (1, 2, 3))


def test_a_thing_without_digests_is_not_unverified() -> None:
    """Nobody measures a knife; the page says that there are none."""
    bare = {"digest_before": None, "digest_after": None}
    file = after(
        collected(kind="physical", digest=None), passed("Investigator", "Lab", **bare)
    )
    found = p.custody(file, "phone")
    assert (found.verdict, found.has_digests) == ("whole", False)
    assert "no digests" in str(found)


def test_leave_is_needed_to_pass_it_on_and_for_whoever_has_it_not() -> None:
    """An order is leave, too; whoever has it needs none to look at it."""
    file = after(
        collected(),
        passed("Investigator", "Lab", authorization=None),
        handled("Lab"),
        handled("Guest"),
        handled("Guest", authorization="Lab"),
        passed("Lab", "Court", authorization=None, by_order=Ref("event", "e-1")),
        returned(returned_by="Court", authorization=None),
    )
    assert why(file) == [
        (2, "not-authorized"),
        (4, "not-authorized"),
        (7, "not-authorized"),
    ]


def test_a_seal_is_that_which_was_put_on_it() -> None:
    """To open it takes it away; to say nothing of it says nothing."""
    file = after(
        collected(seal="S-1"),
        passed("Investigator", "Lab", seal=None),
        passed("Lab", "Vault", seal="s-1"),
        passed("Vault", "Lab", seal="S-9"),
        handled("Lab"),
        passed("Lab", "Court", seal="S-7"),
    )
    assert why(file) == [(4, "seal-differs")]
    sealed = after(
        collected(), handled("Investigator", action="sealed", seal="S-1"),
        passed("Investigator", "Lab", seal="S-2"),
    )  # fmt: skip
    assert why(sealed) == [(3, "seal-differs")]


def test_a_copy_is_what_its_original_was() -> None:
    """At any time at which that was measured."""
    copy = p.EvidenceReceived(
        item_id="copy",
        description="an image",
        kind="digital",
        taken_by="Lab",
        copy_of="phone",
        digest=B,
        happened_on=DAY,
    )
    assert why(after(collected(), copy), "copy") == [(1, "copy-differs")]
    assert why(after(collected(), evolve(copy, digest=A)), "copy") == []
    changed = handled("Investigator", digest_after=B)
    assert why(after(collected(), changed, copy), "copy") == []
    unknown = after(collected(digest=None), copy)
    assert p.custody(unknown, "copy").verdict == "whole"
    assert p.custody(unknown, "copy").copy_of == "phone"


def test_an_explanation_mends_nothing() -> None:
    """A break stays one, and is told as explained; one that is not is worse."""
    file = after(
        collected(),
        Draft(passed("Stranger", "Lab"), event_id="odd"),
        Draft(handled("Lab", digest_after=B), event_id="woken"),
    )
    said = p.CustodyExplained(
        item_id="phone",
        link="odd",
        explanation=f"the form of the morning was lost {CANARY}",
        explained_by="Investigator",
        document_id="signed",
        happened_on=NEXT,
    )
    at = NOON + timedelta(days=9)
    one = file.record(said, by="clerk", at=at)
    assert p.custody(one, "phone").verdict == "broken"
    both = one.record(evolve(said, link="woken"), by="clerk", at=at)
    found = p.custody(both, "phone")
    assert found.verdict == "explained"
    assert [each.is_explained for each in found.breaks] == [True, True]
    assert [each.standing for each in found] == ["whole", "explained", "explained"]
    (kept,) = both.case[p.EVIDENCE].items["phone"].links[1].explanations
    assert (kept.document_id, kept.on) == ("signed", NEXT)
    # It names a link of that item.
    with pytest.raises(InvalidValueError, match="no link in the custody of 'phone'"):
        file.record(evolve(said, link="e-1"), by="clerk", at=at)


def test_what_cannot_have_been_is_refused() -> None:
    """What was never taken, is gone, lies before it came, or goes to oneself."""
    with pytest.raises(UnknownNameError, match="practice/evidence-item"):
        after(passed("Investigator", "Lab"))
    with pytest.raises(InvalidValueError, match="the same, so that nothing changed"):
        passed("Lab", " lab ")
    with pytest.raises(InvalidValueError, match="handed_by is empty"):
        passed(" ", "Lab")
    for gone in (
        returned(),
        p.EvidenceDestroyed(
            item_id="phone", destroyed_by="Investigator", how="wiped", happened_on=DAY
        ),
    ):
        for event in (passed("Investigator", "Lab"), handled("Investigator"), gone):
            with pytest.raises(IllegalTransitionError, match="cannot follow"):
                after(collected(), gone, event)
    with pytest.raises(InvalidValueError, match="before what it follows began"):
        after(collected(happened_on=NEXT), passed("Investigator", "Lab"))
    with pytest.raises(InvalidValueError, match="the item was transferred"):
        after(collected(), passed("Investigator", "Lab", happened_on=NEXT), returned())
    with pytest.raises(MissingInputError, match="nothing says with what"):
        handled("Lab", action="sealed")
    with pytest.raises(InvalidValueError, match="SHA-256"):
        collected(digest="7")
    with pytest.raises(InvalidValueError, match="digital, physical"):
        collected(kind="thing")


def test_what_becomes_known_late_takes_its_place() -> None:
    """Before what happened after it, and before the end; not after that."""
    late = passed("Lab", "Investigator", happened_on=DAY, happened_at=NOON)
    file = after(
        collected(),
        passed("Investigator", "Lab", happened_at=NOON - timedelta(hours=1)),
        passed("Investigator", "Vault", happened_at=NOON + timedelta(hours=1)),
        returned(returned_by="Vault", happened_on=NEXT),
        late,
    )
    assert why(file) == []
    item = file.case[p.EVIDENCE].items["phone"]
    assert item.state == "returned"
    assert [one.handed_to for one in item.links] == [
        "Investigator",
        "Lab",
        "Investigator",
        "Vault",
        "its owner",
    ]
    with pytest.raises(IllegalTransitionError):
        file.record(
            evolve(late, happened_on=NEXT, happened_at=None),
            by="clerk",
            at=NOON + timedelta(days=9),
        )


def test_a_correction_mends_what_was_recorded_wrongly() -> None:
    """And an order of days that cannot be is told."""
    file = after(
        collected(),
        Draft(passed("Stranger", "Lab"), event_id="typed"),
        returned(returned_by="Lab"),
    )
    at = NOON + timedelta(days=9)
    assert why(file) == [(2, "gap")]
    mended = file.correct(
        "typed", handed_by="Investigator", ground="the form", by="clerk", at=at
    )
    assert why(mended) == []
    moved = file.correct("typed", happened_on=NEXT, ground="?", by="clerk", at=at)
    assert why(moved) == [(2, "gap"), (3, "out-of-order")]


def test_a_custody_that_was_corrected_says_so() -> None:
    """What broke it can be taken back or typed anew: then nothing looks broken."""
    at = NOON + timedelta(days=9)
    file = after(
        collected(),
        Draft(handled("Investigator", digest_after=B), event_id="opened"),
    )
    assert p.custody(file, "phone").corrections == ()
    assert "Corrected" not in str(p.custody(file, "phone"))
    typed = file.correct("opened", digest_after=A, ground="a slip", by="one", at=at)
    gone = file.retract("opened", ground="not ours", by="two", at=at)
    for changed, who, ground, one in (
        (("digest_after",), "one", "a slip", typed),
        ((), "two", "not ours", gone),
    ):
        found = p.custody(one, "phone")
        assert found.verdict == "whole"
        assert found.corrections is not None
        (said,) = found.corrections
        assert (said.event_id, said.happened_on) == ("opened", DAY)
        assert (said.changed, said.is_retracted) == (changed, not changed)
        assert (said.corrected_by, said.ground) == (who, ground)
        assert (said.corrected_at, said.correction_id) == (
            at,
            one.log[-1].event_id,
        )
        for page in (str(found), found._repr_html_()):
            assert "Corrected in the log" in page
            assert "since the log was corrected" in page
            assert ground in page
        # A case has no log, and does not say that nothing was corrected.
        assert p.custody(one.case, "phone").corrections is None
    # Of another item, or of something else, nothing is told.
    other = after(collected(), collected(item_id="tablet"))
    other = other.correct(
        other.log[-1].event_id, place="the hall", ground="?", by="clerk", at=at
    )
    assert p.custody(other, "phone").corrections == ()
    assert len(p.custody(other, "tablet").corrections or ()) == 1
    # What was taken from one item and put to another is told of both.
    moved = after(
        collected(),
        collected(item_id="tablet"),
        Draft(handled("Investigator", digest_after=B), event_id="which"),
    ).correct("which", item_id="tablet", ground="the other", by="clerk", at=at)
    for name in ("phone", "tablet"):
        corrections = p.custody(moved, name).corrections or ()
        assert [one.changed for one in corrections] == [("item_id",)]
    # Taken back, and put in again.
    again = gone.correct("opened", digest_after=A, ground="back", by="one", at=at)
    assert [one.changed for one in p.custody(again, "phone").corrections or ()] == [
        (),
        ("digest_after",),
    ]


def test_who_may_not_see_an_item_is_not_told_why_it_was_corrected() -> None:
    """Which line, and when, and no more."""
    label = Label(audience="owner")
    file = after(
        Draft(collected(label=label), event_id="taken"),
    ).correct(
        "taken",
        place=f"the hall {CANARY}",
        ground=f"{CANARY}",
        by=f"clerk {CANARY}",
        at=NOON + timedelta(days=9),
    )
    for audience, tells in (("firm", False), ("owner", True)):
        found = p.custody(file, "phone", audience=audience)
        (said,) = found.corrections or ()
        assert said.changed == ("place",)
        assert (said.ground is not None) is tells
        assert (CANARY in str(found)) is tells


def test_the_page_shows_every_link_in_eighty_columns() -> None:
    """And for whom the label is too strict, no word of it."""
    owner = Label(audience="owner")
    file = after(
        collected(label=owner, source=f"a drawer {CANARY}"),
        passed(f"Stranger {CANARY}", f"Lab {CANARY}", digest_before=B),
    )
    seen = p.custody(file, "phone", audience="owner")
    text = str(seen)
    assert max(map(len, text.splitlines())) <= 80
    for said in ("Stranger", CANARY, "gap", "broken", A[:8], B[:8], str(DAY)):
        assert said in text
    assert CANARY in seen._repr_html_()
    hidden = p.custody(file, "phone")
    shown = f"{hidden}{hidden._repr_html_()}{hidden.to_rows()}{hidden!r}"
    assert CANARY not in shown
    assert hidden.breaks == seen.breaks
    assert hidden.to_rows()[1]["why"] == ["gap", "digest-differs", "changed"]
    assert CANARY not in repr(seen) + repr(seen.links) + repr(seen.breaks)


@pytest.mark.parametrize(
    ("ask", "error"),
    [
        (lambda file: ANYBODY(file, "phones"), UnknownNameError),
        (lambda file: ANYBODY(file, "phone", audience="court"), InvalidValueError),
        (lambda file: ANYBODY(file, "phone", audience="all"), InvalidValueError),
        (lambda _: ANYBODY("case", "phone"), InvalidTypeError),
        (lambda file: ANYBODY(file, 7), InvalidTypeError),
        (
            lambda file: ANYBODY(Case.from_events(file.log[:1]), "phone"),
            InvalidTypeError,
        ),
        (lambda file: ANYBODY(file, "phone").breaks_at(2), InvalidValueError),
    ],
    ids=["item", "audience", "no audience", "no case", "no id", "no room", "no link"],
)
def test_what_cannot_be_asked_is_refused(ask: Any, error: type[LegalCaseError]) -> None:
    """In two sentences."""
    file = after(collected())
    with pytest.raises(error) as raised:
        ask(file)
    assert str(raised.value).count(". ") >= 1
    assert CANARY not in str(raised.value)


def test_an_exhibit_is_offered_and_ruled_on() -> None:
    """What was excluded can be let in, and what was withdrawn is no exhibit."""
    mark = p.ExhibitMarked(
        exhibit_id="a", mark=f"A {CANARY}", item_id="phone", happened_on=DAY
    )
    ruling = Ref("event", "e-1")
    file = after(
        collected(),
        mark,
        p.ExhibitOffered(exhibit_id="a", hearing_id="trial", happened_on=DAY),
        p.ExhibitExcluded(exhibit_id="a", by_ruling=ruling, happened_on=DAY),
    )
    one = file.case[p.EVIDENCE].exhibits["a"]
    assert (one.state, one.offered_at, one.ruling) == ("excluded", "trial", "event:e-1")
    again = file.record(
        p.ExhibitOffered(exhibit_id="a", happened_on=NEXT),
        by="clerk",
        at=NOON + timedelta(days=9),
    )
    one = again.case[p.EVIDENCE].exhibits["a"]
    assert (one.state, one.offered_on, one.ruled_on) == ("offered", NEXT, None)
    with pytest.raises(IllegalTransitionError):
        after(
            collected(),
            mark,
            p.ExhibitWithdrawn(exhibit_id="a", happened_on=DAY),
            p.ExhibitOffered(exhibit_id="a", happened_on=DAY),
        )
    with pytest.raises(MissingInputError):
        p.ExhibitMarked(exhibit_id="b", mark="B", happened_on=DAY)
    with pytest.raises(LegalCaseError):
        p.ExhibitMarked(
            exhibit_id="b", mark="B", item_id="x", document_id="y", happened_on=DAY
        )
    with pytest.raises(InvalidValueError, match="before what it follows began"):
        after(
            collected(),
            evolve(mark, happened_on=date(2026, 6, 5)),
            p.ExhibitOffered(exhibit_id="a", happened_on=DAY),
        )
