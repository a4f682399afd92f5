"""The four axes of a matter: what may happen, what is refused, what becomes of it."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import legalcase.model as m
from case_files import DAY, NOON, after, opened
from legalcase.errors import LegalCaseError
from matter import MATTER

HOLD = m.LegalHoldIssued(hold_id="hold", custodian_ids=("doe",), happened_on=DAY)
_OF_A_HOLD = ("legal-hold-", "custodians-")


def subjects(file: m.CaseFile, kind: str) -> list[str]:
    """The ids of the things to which an event of a kind can happen."""
    if kind.startswith(_OF_A_HOLD):
        return ["hold"]
    if kind == "conflict-review-cleared":
        engagement = file.case.engagement
        return [one.review_id for one in engagement.reviews] if engagement else []
    return ["roe"]


@given(st.lists(st.sampled_from(sorted(MATTER)), max_size=18))
def test_what_may_happen_to_a_matter_is_what_can_be_recorded(kinds: list[str]) -> None:
    """Row by row, as in every room."""
    file = after(opened(), HOLD)
    for kind in kinds:
        for subject in subjects(file, kind)[-1:]:
            try:
                file = after(file, MATTER[kind](subject))
            except LegalCaseError:
                continue
    rows: dict[Any, Any] = {
        (row.kind, row.subject): row for row in file.possible(by="clerk", at=NOON)
    }
    for kind, plain in MATTER.items():
        for subject in subjects(file, kind):
            why = file.why_not(plain(subject), by="clerk", at=NOON)
            row = rows.get((kind, subject))
            if row is None:
                assert why is not None, (kind, subject)
            else:
                assert (why is None) == row.is_ready, (kind, why, row.missing)
    assert m.Case.from_events(file.log) == file.case


def test_nothing_is_assumed() -> None:
    """A case of which nothing of the sort was said has no engagement and no stage."""
    case = opened().case
    assert case.engagement is None
    assert case.stage is None
    assert case.records == m.Records()
    assert case.records.status_on(DAY) is m.RecordsStatus.ACTIVE
    closed = after(
        opened(),
        m.CaseDisposed(disposition="Settled", happened_on=DAY),
        m.CaseClosed(happened_on=DAY),
    ).case
    # The four axes are apart: none moves another.
    assert closed.engagement is None
    assert "engagement" not in closed._repr_html_()
    assert closed.stage is None
    assert closed.status is m.CaseStatus.CLOSED


def test_the_table_of_a_case_says_where_the_matter_stands() -> None:
    """Where anything was said of it."""
    file = after(
        opened(), MATTER["inquiry-made"](""), MATTER["stage-table-adopted"]("")
    )
    shown = file.case._repr_html_()
    assert "inquiry" in shown
    assert "pleading" in shown
