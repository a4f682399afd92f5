"""What waits for a person, and how often programs were right: counted by hand."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve

from case_files import DAY, NOON
from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.interop import sources_from, suggestions_from
from legalcase.kernel import Draft, Label, Ref
from legalcase.model import (
    CaseFile,
    Content,
    DocumentLinked,
    DocumentRelabelled,
    DocumentVersionAdded,
    Filed,
    OrderEntered,
)
from legalcase.oversight import (
    Checks,
    evaluate_suggestions,
    health,
    open_suggestions,
    suggestions_open,
)
from legalcase.oversight.suggested.share import share_of
from legalcase.practice import (
    SUGGESTIONS,
    SourceRead,
    accept_suggestion,
    reject_suggestion,
)
from suggestion_samples import (
    CONTENT,
    NOTICE,
    READER,
    Finder,
    LineReader,
    opened,
    span,
    suggested,
)

PERSON: dict[str, Any] = {"by": "lead", "at": NOON}
NEW = Content.of(b"another", media_type="text/plain")
VERSION = DocumentVersionAdded(document_id="notice", content=NEW, happened_on=DAY)


def read(case_id: str = "roe", reader: LineReader | None = None) -> CaseFile:
    """A case in which the notice was read: three suggestions, nobody decided."""
    return reread(opened(case_id), reader or LineReader())


def reread(file: CaseFile, reader: LineReader) -> CaseFile:
    """The same, of a case."""
    made = suggestions_from(
        reader,
        NOTICE,
        document_id="notice",
        digest=CONTENT.digest,
        case=file.case,
        on=DAY,
    )
    return file.record(*made, by=reader.producer, at=NOON)


def names(file: CaseFile) -> list[str]:
    """The ids of what is open."""
    return [one.suggestion_id for one in file.case[SUGGESTIONS].open]


def event_of(file: CaseFile, name: str) -> Any:
    """What is suggested."""
    return file.case[SUGGESTIONS].suggestions[name].event


# What waits.


def test_what_waits_is_shown_with_its_place() -> None:
    """From which document, by which program, how sure; what is decided is not."""
    file = read()
    file = reject_suggestion(file, names(file)[0], **PERSON, ground="no")
    sources = sources_from(Finder(), "Late?", case=file.case, on=DAY)
    file = file.record(*sources, by="finder 1.0", at=NOON)
    found = open_suggestions([file], on=DAY)
    assert [(one.what, one.kind, one.place) for one in found] == [
        ("event", "filed", "notice 50-79"),
        ("event", "filed", "notice 80-120"),
        ("source", None, ""),
        ("source", None, ""),
    ]
    assert found.rows[0].quotation == "2 filed on 2026-05-20: Answer"
    assert [one.warning for one in found] == [
        "",
        "",
        "read by the program alone",
        "not read by anybody",
    ]
    text = str(found)
    assert max(map(len, text.splitlines())) <= 80
    assert "Nothing of it counts" in text
    assert "Reports" in text
    assert len(found.to_rows()) == len(found) == 4
    assert "<table" in found._repr_html_()
    assert "Answer" not in repr(found) + repr(found.rows)
    file = file.record(
        SourceRead(source_id=sources[0].source_id, happened_on=DAY), **PERSON
    )
    assert len(open_suggestions([file], on=DAY)) == 3
    assert len(open_suggestions([file], on=DAY - timedelta(days=1))) == 0


def test_a_quotation_is_for_whom_its_label_admits() -> None:
    """Also where the document was sealed after it was read."""
    file = read()
    owner = Label(audience="owner", ground="privileged")
    sealed = DocumentRelabelled(document_id="notice", label=owner, happened_on=DAY)
    sources = sources_from(Finder(), "Late?", case=file.case, on=DAY, label=owner)
    file = file.record(sealed, *sources, by="clerk", at=NOON)
    for one in open_suggestions([file], on=DAY):
        assert one.is_withheld
        assert (one.quotation, one.locator, one.said) == (None, None, "(withheld)")
        assert one.ref
    assert not any(
        one.is_withheld for one in open_suggestions([file], on=DAY, audience="owner")
    )
    for outside in ("client", "public", "nobody"):
        with pytest.raises(InvalidValueError):
            open_suggestions([file], on=DAY, audience=outside)


def test_what_waits_too_long_or_is_stale_is_found() -> None:
    """After fourteen days, or after the caller's; both name what to look at."""
    file = read()
    codes = {"suggestions-open", "suggestion-stale", "suggestion-without-event"}

    def found(file: CaseFile, days: int, checks: Any = None) -> list[str]:
        looked = health(file, on=DAY + timedelta(days=days), checks=checks)
        return [one.code for one in looked.findings if one.code in codes]

    assert found(file, 14) == []
    assert found(file, 15) == ["suggestions-open"] * 3
    mine = Checks.core().without("suggestions-open").with_(suggestions_open(3))
    assert found(file, 3, mine) == []
    assert found(file, 4, mine) == ["suggestions-open"] * 3
    stale = file.record(VERSION, by="clerk", at=NOON)
    assert found(stale, 0) == ["suggestion-stale"] * 3
    name = names(file)[0]
    accepted = accept_suggestion(file, name, **PERSON)
    assert found(accepted, 0) == []
    back = accepted.retract(accepted.log[-2].event_id, ground="g", **PERSON)
    assert found(back, 0) == ["suggestion-without-event"]
    (one,) = (one for one in health(back, on=DAY).findings if one.code in codes)
    assert one.evidence[0] == f"practice/suggestion:{name}"
    assert open_suggestions([stale], on=DAY).rows[0].stale == "new-version"


# How often they were right.


def decided() -> CaseFile:
    """Two readers, seven outcomes; what it comes to is counted in the test.

    The first reader: as it was; another title; four days later. The second: of another
    kind; rejected, as it stands already; rejected, and no event of that day stands.
    """
    file = read()
    first, second, third = names(file)
    file = accept_suggestion(file, first, **PERSON)
    event = evolve(event_of(file, second), title="The answer")
    file = accept_suggestion(file, second, **PERSON, edited=event)
    event = evolve(event_of(file, third), happened_on=date(2026, 6, 3))
    file = accept_suggestion(
        file, third, by="lead", at=NOON + timedelta(days=1), edited=event
    )
    file = reread(file, LineReader(producer="other 1"))
    first, second, third = names(file)
    order = OrderEntered(title="Order", happened_on=date(2026, 5, 4))
    file = accept_suggestion(file, first, **PERSON, edited=order)
    file = reject_suggestion(file, second, **PERSON, ground="is there")
    return reject_suggestion(file, third, **PERSON, ground="wrong day")


def test_precision_and_recall_are_counted_by_hand() -> None:
    """Of two programs, over the four events that stand of the notice."""
    found = evaluate_suggestions([decided()])
    assert [(one.producer, one.outcome, one.days_off) for one in found.rows] == [
        (READER, "as-suggested", 0),
        (READER, "other-details", 0),
        (READER, "other-day", 2),
        ("other 1", "other-kind", 0),
        ("other 1", "recorded-already", 0),
        ("other 1", "rejected", None),
    ]
    by = found.by_producer()
    ours, theirs = by[READER], by["other 1"]
    assert (ours.precision.numerator, ours.precision.denominator) == (2, 3)
    assert (theirs.precision.numerator, theirs.precision.denominator) == (1, 3)
    # Complaint, answer, motion (on another day), and the order: four stand.
    assert (ours.recall.numerator, ours.recall.denominator) == (2, 4)
    assert (theirs.recall.numerator, theirs.recall.denominator) == (1, 4)
    assert (found.precision.numerator, found.precision.denominator) == (3, 6)
    assert (found.recall.numerator, found.recall.denominator) == (3, 8)
    assert found.taken_as_it_was.numerator == 1
    assert found.days_off() == {0: 3, 2: 1}
    assert found.outcomes() == {
        "as-suggested": 1,
        "other-day": 1,
        "other-details": 1,
        "other-kind": 1,
        "recorded-already": 1,
        "rejected": 1,
    }
    kinds = found.by_kind()
    assert (kinds["filed"].recall.numerator, kinds["filed"].recall.denominator) == (
        3,
        6,
    )
    assert kinds["order-entered"].precision.value is None
    assert kinds["order-entered"].recall.denominator == 2
    assert found.precision.right[0].startswith("roe/read-")
    assert len(found.precision.right) + len(found.precision.wrong) == 6


def test_how_sure_it_was_is_compared_with_how_right() -> None:
    """By bands; 0.8 lies in the last, of which 1.0 is a part."""
    file = opened()
    sure = (0.0, 0.19, 0.2, 0.75, 0.8, 1.0)
    for nth, confidence in enumerate(sure):
        event = Filed(title=str(nth), happened_on=date(2026, 5, 1 + nth))
        one = suggested(f"s-{nth}", event=event, confidence=confidence)
        file = file.record(one, by=READER, at=NOON)
    for nth in range(len(sure)):
        if nth % 2:
            file = accept_suggestion(file, f"s-{nth}", **PERSON)
        else:
            file = reject_suggestion(file, f"s-{nth}", **PERSON, ground="no")
    bands = evaluate_suggestions([file]).calibration()
    counted = [(one.agreement.numerator, one.agreement.denominator) for one in bands]
    assert counted == [(1, 2), (0, 1), (0, 0), (1, 1), (1, 2)]
    assert [one.mean for one in bands] == [0.095, 0.2, None, 0.75, 0.9]
    assert all(one.agreement.is_few for one in bands)


def test_a_share_says_how_little_it_was_counted_from() -> None:
    """By Wilson's interval, whose ends at all and at none have a closed form."""
    share = share_of(("a",) * 8, ("b",) * 2)
    # (0.8 + 0.19207 ± 1.96 · sqrt(0.016 + 0.0096037)) / 1.38415, by hand.
    assert share.value == 0.8
    assert share.low == pytest.approx(0.4901624, abs=1e-6)
    assert share.high == pytest.approx(0.9433178, abs=1e-6)
    assert str(share) == "0.80 (8 of 10; 0.49-0.94), few"
    none = share_of((), ())
    assert (none.value, none.low, none.high, str(none)) == (
        None,
        None,
        None,
        "none to count",
    )
    all_of = share_of(("a",) * 30, ())
    assert not all_of.is_few
    square = 1.959963984540054**2
    assert all_of.high == pytest.approx(1.0)
    assert all_of.low == pytest.approx(30 / (30 + square))
    none_of = share_of((), ("b",) * 30)
    assert none_of.low == pytest.approx(0.0)
    assert none_of.high == pytest.approx(square / (30 + square))


def test_only_decided_documents_count() -> None:
    """One open suggestion leaves its document out, for its program alone."""
    file = reread(decided(), LineReader(producer="third 1"))
    first, *_ = names(file)
    file = accept_suggestion(file, first, **PERSON)
    found = evaluate_suggestions([file])
    assert {one.why for one in found.left_out} == {"open"}
    assert [one.producer for one in found.left_out] == ["third 1"] * 3
    assert "third 1" not in found.by_producer()
    assert "Left out: 3 suggestions of a document of which somebody" in str(found)


def test_what_was_dropped_because_it_was_stale_is_no_judgement() -> None:
    """The same decision before the document became another is one."""
    file = read()
    first, second, third = names(file)
    file = reject_suggestion(file, first, **PERSON, ground="wrong")
    file = file.record(VERSION, by="clerk", at=NOON)
    for name in (second, third):
        file = reject_suggestion(file, name, **PERSON, ground="stale")
    found = evaluate_suggestions([file])
    assert [one.outcome for one in found.rows] == ["rejected"]
    assert [one.why for one in found.left_out] == ["stale", "stale"]


def test_what_people_recorded_by_themselves_was_missed() -> None:
    """If it names the document, or the document is of it; of the version that held."""
    file = read()
    for name in names(file):
        file = accept_suggestion(file, name, **PERSON)
    linked = DocumentLinked(
        document_id="notice", of=(Ref("event", "by-hand"),), happened_on=DAY
    )
    file = file.record(
        Filed(title="Reply", documents=("notice",), happened_on=DAY),
        Draft(OrderEntered(title="Order", happened_on=DAY), event_id="by-hand"),
        OrderEntered(title="Of no document", happened_on=DAY),
        linked,
        VERSION,
        Filed(title="Of the new version", documents=("notice",), happened_on=DAY),
        **PERSON,
    )
    found = evaluate_suggestions([file])
    assert [one.kind for one in found.missed] == ["filed", "order-entered"]
    assert (found.recall.numerator, found.recall.denominator) == (3, 5)


def test_what_was_corrected_since_counts_as_it_stands() -> None:
    """A day put right is a day that was wrong; what was taken back was never right."""
    file = read()
    first, second, third = names(file)
    for name in (first, second, third):
        file = accept_suggestion(file, name, **PERSON)
    recorded = {
        name: file.case[SUGGESTIONS].suggestions[name].recorded_as
        for name in (first, second)
    }
    file = file.correct(
        str(recorded[first]), happened_on=date(2026, 5, 3), ground="g", **PERSON
    )
    file = file.retract(str(recorded[second]), ground="g", **PERSON)
    found = evaluate_suggestions([file])
    assert [(one.outcome, one.days_off) for one in found.rows] == [
        ("other-day", -1),
        ("retracted", None),
        ("as-suggested", 0),
    ]
    assert (found.recall.numerator, found.recall.denominator) == (1, 2)


def test_it_shows_itself_in_eighty_columns() -> None:
    """And says what it is not; nothing of it is a text of the case."""
    found = evaluate_suggestions([decided()])
    text = str(found)
    assert max(map(len, text.splitlines())) <= 80
    for said in ("precision", "recall", "few", "recorded +2 days", "score intervals"):
        assert said in text
    html = found._repr_html_()
    assert "<table" in html
    for word in ("Complaint", "Answer"):
        assert word not in text + html + repr(found)
    assert len(found.to_rows()) == 6
    assert repr(found).startswith("<SuggestionEvaluation of 1 cases: 6 judged")
    assert found.to_dict()["cases"] == 1
    nothing = evaluate_suggestions([])
    assert (nothing.precision.value, nothing.recall.value) == (None, None)
    assert "0 suggestions of decided documents" in str(nothing)


def test_it_asks_files_and_no_cases() -> None:
    """What was recorded stands in the log."""
    for wrong in ([decided().case], decided(), None, 7):
        with pytest.raises(InvalidTypeError):
            evaluate_suggestions(wrong)  # type: ignore[arg-type]  # as others may
    with pytest.raises(InvalidValueError, match="there twice"):
        evaluate_suggestions([decided(), decided()])
    both = evaluate_suggestions([decided(), read("poe")])
    assert (both.cases, len(both.rows), len(both.left_out)) == (2, 6, 3)


def test_the_span_is_where_the_text_is() -> None:
    """The samples are as they say."""
    assert span().quotation == "1 filed on 2026-05-04: Complaint"
