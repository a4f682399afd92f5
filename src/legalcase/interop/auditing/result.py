"""Audit: what a calendar has right, late, early, and not at all; the worst first."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from legalcase.interop.auditing.judging import AUDIT_VERDICTS, Compared
from legalcase.markup import Table
from legalcase.oversight.findings.check import SEVERITIES, CaseFinding
from legalcase.plain_data import PlainData, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Audit", "AuditRow", "NotCompared"]


@frozen(kw_only=True)
class NotCompared(PlainData):
    """A date that was not compared, and why: a row of theirs, or a date of ours.

    `row` is the number of theirs, from 1; `name` is what ours is, in ids.
    """

    row: int | None = None
    case_id: str | None = None
    name: str | None = None
    on: date | None = None
    why: str


@frozen(kw_only=True)
class AuditRow(PlainData):
    """A date, and what is to be said of it.

    `verdict` is a word of `AUDIT_VERDICTS`, `severity` that of the finding, ``None``
    where there is none. `row` and `theirs` are the number and the day of the row,
    ``None`` for what is missing; `how` says by what it was known which of ours it
    means. `of` are those of ours that it can mean: one, or several, each with its own
    verdict; none where nothing explains it. `title` is theirs, for those who do the
    work. `text` says in words what else is to be known.
    """

    verdict: str
    severity: str | None = None
    case_id: str
    called: str = field(repr=False)
    row: int | None = None
    theirs: date | None = None
    title: str | None = field(default=None, repr=False)
    how: str = ""
    of: tuple[Compared, ...] = ()
    text: str = ""

    @property
    def ours(self) -> date | None:
        """Our date, where there is one to be meant: the day for a calendar."""
        days = {one.shown for one in self.of}
        return days.pop() if len(days) == 1 else None

    @property
    def because(self) -> tuple[str, ...]:
        """What our dates rest on."""
        return tuple(dict.fromkeys(said for one in self.of for said in one.because))

    def explain(self) -> str:
        """Return how our dates were computed, step by step."""
        return "\n\n".join(said for one in self.of if (said := one.explain()))

    def to_dict(self) -> dict[str, Any]:
        """Return the row as plain JSON types, without computations."""
        return {
            "verdict": self.verdict,
            "severity": self.severity,
            "case_id": self.case_id,
            "called": self.called,
            "row": self.row,
            "theirs": plain(self.theirs),
            "ours": plain(self.ours),
            "title": self.title,
            "how": self.how,
            "because": list(self.because),
            "text": self.text,
            "of": [one.to_dict() for one in self.of],
        }


@frozen(kw_only=True, repr=False)
class Audit(PlainData):
    """A calendar held against what the law gives: a row a date, the worst first.

    `not_compared` are the dates of theirs and of ours that were not, each with why;
    `columns_not_read` the columns of theirs that say something and were not read;
    `notices` are (case, text) of what the law at hand cannot say about a case. `cases`
    is how many there were, `since` the day before which nothing was compared.
    """

    rows: tuple[AuditRow, ...]
    cases: int
    audience: str
    since: date | None = None
    not_compared: tuple[NotCompared, ...] = ()
    columns_not_read: tuple[str, ...] = ()
    notices: tuple[tuple[str, str], ...] = ()

    def __iter__(self) -> Iterator[AuditRow]:
        """Give the rows, the worst first."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.rows)

    def __repr__(self) -> str:
        """Return how many dates there are of each verdict."""
        return f"<Audit: {self.counted}>"

    @property
    def counts(self) -> dict[str, int]:
        """How many rows have each verdict, the worst first; with those that have none.

        A row of theirs that agrees with several of ours is one.
        """
        found = Counter(one.verdict for one in self.rows)
        return {word: found[word] for word in AUDIT_VERDICTS}

    @property
    def counted(self) -> str:
        """The counts in words."""
        said = [f"{n} {word}" for word, n in self.counts.items() if n]
        said += [f"{len(self.not_compared)} not compared"] if self.not_compared else []
        noun = "case" if self.cases == 1 else "cases"
        return f"{', '.join(said) or 'nothing'}, in {self.cases} {noun}"

    def having(self, *verdicts: str) -> tuple[AuditRow, ...]:
        """Return the rows with one of some verdicts."""
        return tuple(one for one in self.rows if one.verdict in verdicts)

    @property
    def agrees(self) -> bool:
        """Whether every date agrees, and none is missing; see `not_compared` too."""
        return all(one.verdict == "agrees" for one in self.rows)

    @property
    def findings(self) -> tuple[CaseFinding, ...]:
        """What somebody has to look at, the worst first; late and missing is critical.

        What is done already is a warning at most.
        """
        return tuple(
            CaseFinding(
                code=f"calendar-{one.verdict}",
                severity=one.severity,
                case_id=one.case_id,
                text=one.text,
                evidence=(
                    *(() if one.row is None else (f"row:{one.row}",)),
                    *(each.name for each in one.of),
                ),
                day=one.ours,
            )
            for one in self.rows
            if one.severity is not None
        )

    def to_rows(self) -> list[dict[str, Any]]:
        """Return a flat row of plain JSON types for each date, the worst first."""
        return [
            {
                **one.to_dict(),
                "due": plain(one.of[0].due) if len(one.of) == 1 else None,
                "safe": plain(one.of[0].safe) if len(one.of) == 1 else None,
                "of": [each.name for each in one.of],
                "because": "; ".join(one.because) or None,
            }
            for one in self.rows
        ]

    @property
    def title(self) -> str:
        """What was found, in words."""
        since = "" if self.since is None else f" since {self.since}"
        return f"Audit of a calendar{since}: {self.counted}"

    def __str__(self) -> str:
        """Return the dates as a table of text, and what was not compared."""
        from legalcase.interop.auditing.page import cells_of, remarks_of

        head = ("verdict", "case", "theirs", "ours", "what")
        table = Table(self.title, head)
        for one in self.rows:
            is_bad = one.severity == SEVERITIES[0]
            table.add(*cells_of(one), mark="strong" if is_bad else "")
        return "\n".join((table.text(), *(f"! {said}" for said in remarks_of(self))))

    def _repr_html_(self) -> str:
        from legalcase.interop.auditing.page import audit_html

        return audit_html(self)
