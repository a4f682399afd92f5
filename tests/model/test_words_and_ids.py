"""What a log may hold of the law's words and ids, where the law is at hand."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from attrs import fields, has

import legalcase as lc
import legalcase.model as m
from case_samples import CANARY
from legalcase.errors import InvalidValueError, LegalCaseError
from legalcase.kernel import Draft, Label, Ref
from legalcase.kernel.events.terms import Terms
from legalcase.kernel.events.words import WORD
from legalcase.law.book.ids import IDS
from legalcase.model.core import Model
from legalcase.oversight import health

LAW = lc.Law.bundled()
DAY = date(2026, 6, 3)
BY: dict[str, Any] = {"by": "clerk", "at": datetime(2026, 6, 3, 20, tzinfo=UTC)}
ON: dict[str, Any] = {"happened_on": DAY}


def opened(**said: Any) -> m.CaseFile:
    """A case before a court, without a law."""
    given = {"caption": "Roe v. Acme", "court": "us/cand", "number": "1", **said}
    return m.CaseFile.open(m.CaseOpened(**given, **ON), case_id="roe", **BY)


@pytest.mark.parametrize(
    "court",
    [
        # Entered; of a place that is not entered; of a county.
        *("us/cand", "us-ca/lasc", "us/ca8", "us/vaed", "it/roma", "us-tx/harris"),
        *("us-ca/marin", "de/lg-augsburg", "de/lg-muenchen-2", "us/nysb"),
    ],
)
def test_a_court_that_there_is_can_be_recorded(court: str) -> None:
    """Cases are before all courts, not only before those that are entered."""
    event = m.CourtAssigned(court=court, **ON)
    assert opened().record(event, law=LAW, **BY).case.court == court


@pytest.mark.parametrize(
    ("court", "said"),
    [
        ("cand", "'us/cand'"),
        ("us/CAND", "'us/cand'"),
        ("us/cadn", "us/cand"),
        ("us/cannd", "us/cand"),
        ("us-ca/lacs", "us-ca/lasc"),
        ("made-up", "There is no court"),
        ("us-zz/high", "There is no jurisdiction"),
        ("us_ca/lasc", "us-ca"),
        ("usca/lasc", "us-ca"),
    ],
)
def test_a_court_misspelt_is_refused_with_what_it_can_mean(
    court: str, said: str
) -> None:
    """Wherever a court is named."""
    for event in (
        m.CourtAssigned(court=court, **ON),
        m.CaseTransferred(court=court, **ON),
        m.AppealTaken(court=court, **ON),
    ):
        opened().record(event, **BY)
        with pytest.raises(InvalidValueError) as caught:
            opened().record(event, law=LAW, **BY)
        assert said in str(caught.value)
        assert caught.value.field == "court"
    first = m.CaseOpened(caption="Roe v. Acme", court=court, **ON)
    with pytest.raises(InvalidValueError):
        m.CaseFile.open(first, case_id="roe", law=LAW, **BY)


@pytest.mark.parametrize(
    ("forum", "is_one"),
    [
        *((one, True) for one in ("us-ca", "us-tx", "us-dc", "de-by", "it", "es-md")),
        *((one, False) for one in ("us_ca", "US-CA", "us-xx", "california")),
    ],
)
def test_a_forum_is_a_jurisdiction(forum: str, *, is_one: bool) -> None:
    """Entered or not: a state of the United States is one of those that there are."""
    event = m.CourtAssigned(court="us/cand", forum=forum, **ON)
    if is_one:
        assert opened().record(event, law=LAW, **BY).case.forum == forum
        return
    with pytest.raises(InvalidValueError, match="no jurisdiction"):
        opened().record(event, law=LAW, **BY)


def clock(rule: str = "us/18-usc/3161(e)", event: str = "retrial-order-final") -> Any:
    """A clock that started."""
    starts = (m.ClockEvent(event=event, on=DAY),)
    return m.ClockStarted(clock_id="c", rule=rule, starts=starts, **ON)


def excluded(basis: str) -> m.ExclusionRecorded:
    """Time out of the clock."""
    return m.ExclusionRecorded(
        exclusion_id="x", clock_ids=("c",), basis=basis, from_on=DAY, **ON
    )


DECLINED = {
    "anchors": (m.Anchor("complaint-filed", Ref("event", "e")),),
    "ground": "Not here",
    **ON,
}
WRONG: dict[str, tuple[Any, str, str]] = {
    "stay": (
        m.CaseStayed(ground="bankrupcy", **ON),
        "ground",
        "bankruptcy",
    ),
    "stay by another name": (
        m.CaseStayed(ground="settlement talks", **ON),
        "ground",
        "'mediation'",
    ),
    "disposition": (
        m.CaseDisposed(disposition="setlement", **ON),
        "disposition",
        "settlement",
    ),
    "clock": (clock("us/18-usc/3161(z)"), "rule", "us/18-usc/3161"),
    "what a clock runs from": (
        clock(event="complaint-filed"),
        "starts.event",
        "retrial-order-final",
    ),
    "declined": (
        m.ProposalDeclined(rule="us/frcp/12(a)(9)", **DECLINED),
        "rule",
        "us/frcp/12(a)",
    ),
    "ground of a label": (
        m.HearingSet(
            hearing_id="h",
            title="H",
            hearing_at=BY["at"],
            label=Label(audience="firm", ground="priviledged"),
            **ON,
        ),
        "label.ground",
        "privileged",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_word_or_an_id_that_the_law_does_not_know_is_refused(case: str) -> None:
    """With its field, and with what is near."""
    event, field, said = WRONG[case]
    with pytest.raises(InvalidValueError) as caught:
        opened().record(event, law=LAW, **BY)
    assert caught.value.field == field
    assert said in str(caught.value)


def test_the_ground_of_the_label_of_a_line_is_a_word_too() -> None:
    """A label stands on lines as in events."""
    label = Label(audience="firm", ground="priviledged")
    draft = Draft(m.NoteAdded(note_id="n", text="N", **ON), label=label)
    opened().record(draft, **BY)
    with pytest.raises(InvalidValueError, match="privileged"):
        opened().record(draft, law=LAW, **BY)


def test_time_is_excluded_on_a_ground_that_the_clock_has() -> None:
    """That of another clock excludes nothing."""
    file = opened().record(clock(), law=LAW, **BY)
    assert file.record(excluded("(h)(7)"), law=LAW, **BY).case.clocks.exclusions
    with pytest.raises(LegalCaseError, match=r"\(h\)\(7\)"):
        file.record(excluded("(h)(77)"), law=LAW, **BY)


def test_the_right_words_are_recorded() -> None:
    """As the vocabulary has them."""
    file = opened().record(
        m.CaseStayed(ground="bankruptcy", **ON),
        m.CaseReactivated(**ON),
        m.CaseDisposed(disposition="settlement", **ON),
        law=LAW,
        **BY,
    )
    assert str(file.case.status) == "disposed"


def test_what_was_written_before_is_found_and_not_repeated() -> None:
    """Lint and health say which line; what people wrote there is not for a page."""
    file = opened(court="us/cadn").record(
        m.CaseStayed(ground=f"Because {CANARY}", **ON), **BY
    )
    found = m.lint(file, LAW)
    assert [(one.field, one.sort, one.word) for one in found] == [
        ("court", "court", "us/cadn"),
        ("ground", "stay-ground", ""),
    ]
    assert CANARY not in str(found)
    findings = health(file, on=DAY, law=LAW)
    assert len(findings.of("unknown-word")) == len(found)
    assert CANARY not in str(findings)


def test_every_field_that_sounds_like_a_word_or_an_id_says_of_which_sort_it_is() -> (
    None
):
    """A new event with a court, a disposition or a rule in it is checked as well.

    By the names under which the law's things stand in events.
    """
    told = {"court", "forum", "disposition", "proceeding", "rule", "counted_on"}
    told |= {"method", "paper", "severity", "side"}
    seen = set()
    kind: type[Any]
    for kind in sorted(_kinds(), key=str):
        for one in fields(kind):
            if one.name in told and one.init:
                seen.add(one.name)
                assert WORD in one.metadata, f"{kind.__name__}.{one.name}"
                sort = one.metadata[WORD]
                assert sort in IDS or LAW.words(sort), sort
    assert seen == told


def _kinds() -> set[type[Any]]:
    found: set[type[Any]] = {
        row.event for facet in Model.core().facets for row in facet.rows
    }
    waiting: list[Any] = [Terms]
    while waiting:
        for each in waiting.pop().__subclasses__():
            waiting.append(each)
            if has(each) and each.__module__.startswith("legalcase.model"):
                found.add(each)
    return found
