"""What only a new line of a case has to pass: its day, and the law's vocabulary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.kernel import recording
from legalcase.kernel.correction import Corrected
from legalcase.model.vocabulary import check_words

if TYPE_CHECKING:
    from legalcase.kernel.folded import Folded
    from legalcase.kernel.recorded import Recorded
    from legalcase.law.lawbook import Law

__all__ = ["check_new", "recorded"]


def recorded(folded: Folded, line: Recorded, law: Law | None) -> Folded:
    """Fold a new line, after the checks that only a new line has to pass."""
    _check_words(line, law)
    return recording.recorded(folded, line)


def check_new(line: Recorded, law: Law | None) -> None:
    """Refuse a day that has not come, and, by a law, words that it does not know."""
    recording.check_day(line)
    _check_words(line, law)


def _check_words(line: Recorded, law: Law | None) -> None:
    if law is not None:
        event = line.event
        check_words(event.event if isinstance(event, Corrected) else event, law)
