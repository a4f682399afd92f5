"""How a case ended: of several dispositions the one that is counted."""

from __future__ import annotations

from datetime import date

import pytest

from caseload_samples import BY, a_file, again, done
from legalcase.errors import InvalidTypeError
from legalcase.measures import manner_of_disposition

FILED, JULY, AUGUST = date(2026, 3, 2), date(2026, 7, 6), date(2026, 8, 3)


def test_the_one_that_took_most_of_a_judge_is_counted() -> None:
    """As to the parties before, and of the whole at last; nothing until that."""
    file = a_file(
        "one",
        FILED,
        done(JULY, "x", how="summary-judgment"),
        done(JULY, "y", how="default-judgment"),
        parties=("x", "y"),
    )
    assert manner_of_disposition(file) is None
    assert manner_of_disposition(file, of="y") == "default-judgment"
    file = file.record(done(AUGUST, how="dismissal-for-want-of-prosecution"), **BY)
    assert manner_of_disposition(file) == "summary-judgment"
    assert manner_of_disposition(file, of="y") == "default-judgment"


def test_what_was_reopened_begins_anew() -> None:
    """Also on one day; and a disposition that was corrected is the right one."""
    file = a_file("one", FILED, done(JULY, how="jury-trial"), again(JULY))
    assert manner_of_disposition(file) is None
    file = file.record(done(JULY, how="abatement"), **BY)
    assert manner_of_disposition(file) == "other"
    wrong = file.log[-1].event_id
    file = file.correct(wrong, disposition="settlement", ground="misread", **BY)
    assert manner_of_disposition(file) == "settlement"
    with pytest.raises(InvalidTypeError, match="stands in its log"):
        manner_of_disposition(file.case)  # type: ignore[arg-type]  # that is the test
