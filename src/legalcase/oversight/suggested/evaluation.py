"""evaluate_suggestions: how often programs were right, by what people recorded."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from legalcase.errors import InvalidTypeError
from legalcase.model.case_file import CaseFile
from legalcase.oversight.seen import cases_of
from legalcase.oversight.suggested.judging import (
    JudgedSuggestion,
    MissedEvent,
    NotJudged,
    judged,
)
from legalcase.oversight.suggested.page import evaluation_html, evaluation_text
from legalcase.oversight.suggested.share import ShareRight, share_of
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["ConfidenceBand", "SuggestionEvaluation", "evaluate_suggestions"]

#: Where bands of confidence begin; the last one includes 1.
_BANDS: Final = (0.0, 0.2, 0.4, 0.6, 0.8)


@frozen(kw_only=True)
class ConfidenceBand(PlainData):
    """How often what was suggested so surely was right.

    `mean` is what the program said on average, `agreement` what came of it.
    """

    start: float
    stop: float
    mean: float | None
    agreement: ShareRight


@frozen(kw_only=True, repr=False)
class SuggestionEvaluation(PlainData):
    """What programs suggested, beside what people recorded of the same documents.

    A suggestion is right if an event of its kind stands on its day. `rows` are those
    of decided documents, `missed` the events of these that no suggestion was right
    about, `left_out` what is not counted, and why.
    """

    cases: int
    rows: tuple[JudgedSuggestion, ...]
    missed: tuple[MissedEvent, ...]
    left_out: tuple[NotJudged, ...]

    def __repr__(self) -> str:
        """Return how much was counted."""
        return (
            f"<SuggestionEvaluation of {self.cases} cases: {len(self.rows)} judged, "
            f"{len(self.left_out)} left out>"
        )

    @property
    def precision(self) -> ShareRight:
        """Of what was suggested, how much was right in kind and day."""
        return share_of(
            _ids(one for one in self.rows if one.is_right),
            _ids(one for one in self.rows if not one.is_right),
        )

    @property
    def recall(self) -> ShareRight:
        """Of what people recorded of these documents, how much was suggested rightly.

        Ids are those of the lines. An event that names no document is of none here:
        the true share can only be lower.
        """
        right = [one for one in self.rows if one.is_right]
        return share_of(
            (f"{one.case_id}/{one.event_id}" for one in right),
            (f"{one.case_id}/{one.event_id}" for one in self.missed),
        )

    @property
    def taken_as_it_was(self) -> ShareRight:
        """Of what was suggested, how much stands in every field as it was suggested."""
        return share_of(
            _ids(one for one in self.rows if one.outcome == "as-suggested"),
            _ids(one for one in self.rows if one.outcome != "as-suggested"),
        )

    def by_kind(self) -> dict[str, SuggestionEvaluation]:
        """Return the same of each kind of event that was suggested or missed."""
        return self._by(lambda one: str(one.kind))

    def by_producer(self) -> dict[str, SuggestionEvaluation]:
        """Return the same of each program."""
        return self._by(lambda one: str(one.producer))

    def _by(self, name_of: Callable[[Any], str]) -> dict[str, SuggestionEvaluation]:
        names = sorted({name_of(one) for one in (*self.rows, *self.missed)})
        return {
            name: SuggestionEvaluation(
                cases=self.cases,
                rows=tuple(one for one in self.rows if name_of(one) == name),
                missed=tuple(one for one in self.missed if name_of(one) == name),
                left_out=(),
            )
            for name in names
        }

    def outcomes(self) -> dict[str, int]:
        """Return how many suggestions came to what: see `JudgedSuggestion`."""
        return dict(sorted(Counter(one.outcome for one in self.rows).items()))

    def days_off(self) -> dict[int, int]:
        """Return how many of the right kind were recorded how many days later.

        Zero are those on the day; of those that were rejected or retracted, or became
        another kind, there is no day to compare.
        """
        compared = ("as-suggested", "other-details", "other-day", "recorded-already")
        days = (one.days_off for one in self.rows if one.outcome in compared)
        return dict(sorted(Counter(day for day in days if day is not None).items()))

    def calibration(self) -> tuple[ConfidenceBand, ...]:
        """Return, by bands of confidence, how often programs were right."""
        return tuple(
            self._band(start, stop)
            for start, stop in zip(_BANDS, (*_BANDS[1:], 1.0), strict=True)
        )

    def _band(self, start: float, stop: float) -> ConfidenceBand:
        is_last = start == _BANDS[-1]
        found = [
            one
            for one in self.rows
            if start <= one.confidence
            and (one.confidence < stop or (is_last and one.confidence == stop))
        ]
        said = [one.confidence for one in found]
        return ConfidenceBand(
            start=start,
            stop=stop,
            mean=sum(said) / len(said) if said else None,
            agreement=share_of(
                _ids(one for one in found if one.is_right),
                _ids(one for one in found if not one.is_right),
            ),
        )

    def to_rows(self) -> list[dict[str, Any]]:
        """Return the suggestions that were judged as plain JSON types."""
        return [one.to_dict() for one in self.rows]

    def __str__(self) -> str:
        """Return it as text of 80 columns."""
        return evaluation_text(self)

    def _repr_html_(self) -> str:
        return evaluation_html(self)


def _ids(rows: Iterable[JudgedSuggestion]) -> list[str]:
    return [f"{one.case_id}/{one.suggestion_id}" for one in rows]


def evaluate_suggestions(files: Iterable[CaseFile]) -> SuggestionEvaluation:
    """Return how often programs were right in cases, by what people recorded.

    Only decided documents count: those of which every suggestion of a program was
    decided. What people recorded of a document is what they recorded in the place of a
    suggestion of any program, the entries of the docket that name it (`Filed`), and
    what it is of (`Document.of`), as all of that stands now. Left out, and listed, are
    documents with an open suggestion, what was decided after the document became
    another, and kinds that are not known here.

    Raises `InvalidTypeError` for a case without its log: pass the files.
    """
    asked: Any = files
    given = list(asked) if hasattr(asked, "__iter__") else asked
    cases_of(given)  # refuses what is no case, and one that is there twice
    rows: list[JudgedSuggestion] = []
    missed: list[MissedEvent] = []
    out: list[NotJudged] = []
    for file in given:
        if not isinstance(file, CaseFile):
            msg = (
                "What was recorded stands in the log, and a Case has none. Pass the "
                "CaseFile that a store gives, or CaseFile.of_log(log)."
            )
            raise InvalidTypeError(msg, field="files", value=None)
        judged_of, missed_of, out_of = judged(file)
        rows += judged_of
        missed += missed_of
        out += out_of
    return SuggestionEvaluation(
        cases=len(given),
        rows=tuple(rows),
        missed=tuple(missed),
        left_out=tuple(out),
    )
