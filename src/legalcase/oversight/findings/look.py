"""health and health_of: what is wrong with a case, or with many, the worst first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from textwrap import wrap
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from legalcase.counting.argument.explain import say_day
from legalcase.dates import as_date
from legalcase.errors import InvalidTypeError
from legalcase.kernel.checks import check_asked
from legalcase.kernel.needed import needs
from legalcase.markup import Table
from legalcase.model.case import Case
from legalcase.model.case_file import CaseFile
from legalcase.model.people.findings import people_findings
from legalcase.model.task_questions import task_findings
from legalcase.oversight.findings.check import (
    SEVERITIES,
    CaseFinding,
    Viewed,
)
from legalcase.oversight.findings.checks import Checks, check_checks
from legalcase.oversight.seen import Absences, cases_of
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from legalcase.dates import DateRange
    from legalcase.directory.directory import Directory
    from legalcase.law.lawbook import Law

__all__ = ["Findings", "health", "health_of"]


@frozen(kw_only=True, repr=False)
class Findings(PlainData):
    """What is wrong on the day `on`: the worst first.

    `cases` is the number of cases that were looked at, `codes` are those of the checks
    that were asked; `not_asked` are those of them that lacked what they ask for: the
    law, the log of every case, or the directory.
    """

    on: date
    cases: int
    findings: tuple[CaseFinding, ...]
    codes: tuple[str, ...]
    not_asked: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Return the day and how much there is."""
        return f"<Findings on {self.on}: {self.counted}>"

    def __iter__(self) -> Iterator[CaseFinding]:
        """Give the findings, the worst first."""
        return iter(self.findings)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.findings)

    @property
    def counted(self) -> str:
        """How many there are of each severity, in words."""
        counts = Counter(one.severity for one in self.findings)
        said = [f"{counts[word]} {word}" for word in SEVERITIES if counts[word]]
        noun = "case" if self.cases == 1 else "cases"
        return f"{', '.join(said) or 'nothing found'}, in {self.cases} {noun}"

    @property
    def title(self) -> str:
        """The day and how much there is."""
        return f"Findings on {say_day(self.on)}: {self.counted}"

    def of(self, code: str) -> tuple[CaseFinding, ...]:
        """Return the findings of one code."""
        return tuple(one for one in self.findings if one.code == code)

    def of_case(self, case_id: str) -> tuple[CaseFinding, ...]:
        """Return the findings of one case."""
        return tuple(one for one in self.findings if one.case_id == case_id)

    def worst_cases(self) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """Return (case, numbers of findings by severity) of each case, worst first."""
        found: dict[str, Counter[str]] = {}
        for one in self.findings:
            found.setdefault(one.case_id, Counter())[one.severity] += 1
        rows = [
            (case, tuple(counts[word] for word in SEVERITIES))
            for case, counts in found.items()
        ]
        return tuple(sorted(rows, key=lambda row: (*(-n for n in row[1]), row[0])))

    def to_rows(self) -> list[dict[str, Any]]:
        """Return a row of plain JSON types for each finding, the worst first."""
        return [
            {
                **one.to_dict(),
                "authority": None if one.authority is None else one.authority.cite,
                "verified": None if one.authority is None else one.authority.verified,
            }
            for one in self.findings
        ]

    def _table(self) -> Table:
        table = Table(self.title, ("severity", "case", "code", "what", "rule"))
        for one in self.findings:
            person = "" if one.person is None else f" ({one.person})"
            table.add(
                one.severity,
                one.case_id,
                one.code,
                one.text + person,
                "" if one.authority is None else str(one.authority),
                mark="strong" if one.severity == SEVERITIES[0] else "",
            )
        return table

    def _note(self) -> str:
        if not self.not_asked:
            return ""
        codes = ", ".join(self.not_asked)
        return f"Not asked, for want of law, log or directory: {codes}."

    def __str__(self) -> str:
        """Return the findings as a table of text, 80 columns wide."""
        note = (
            "\n".join(wrap(self._note(), 80, break_on_hyphens=False))
            if self.not_asked
            else ""
        )
        return "\n".join(part for part in (self._table().text(), note) if part)

    def _repr_html_(self) -> str:
        from legalcase.oversight.findings.page import findings_html

        return findings_html(self, self._note())


_DAY: Final = "as of which day is it asked? Pass on=date(…), today's, say."


@needs(on=_DAY)
def health(
    case: Any,  # noqa: ANN401 - a Case or a CaseFile; the rest is refused here
    *,
    on: date,
    absences: Mapping[str, Iterable[DateRange]] | None = None,
    law: Law | None = None,
    directory: Directory | None = None,
    checks: Checks | None = None,
) -> Findings:
    """Return what is wrong with a case on a day, by every check.

    `absences` are ranges of days by person, which no case knows. With `law`, and a
    file instead of a case, the words of its log are looked up as well; its clocks and
    its people are asked with `law`, and whoever is in no `directory`. `checks` are
    those of this package if left out: `Checks.core().with_(my_check)` adds to them.

    Raises `InvalidTypeError` for what is no case, day or check.
    """
    if not isinstance(case, Case | CaseFile):
        msg = (
            f"health needs a case or its file, not {type(case).__name__}. Use "
            "health_of for several."
        )
        raise InvalidTypeError(msg, field="case", value=None)
    return health_of(
        [case], on=on, absences=absences, law=law, directory=directory, checks=checks
    )


@needs(on=_DAY)
def health_of(
    cases: Iterable[Case | CaseFile],
    *,
    on: date,
    absences: Mapping[str, Iterable[DateRange]] | None = None,
    law: Law | None = None,
    directory: Directory | None = None,
    checks: Checks | None = None,
) -> Findings:
    """Return what is wrong with several cases on a day, the worst first.

    See `health`. Within a severity they are in the order of the day at stake, of the
    case and of the code.
    """
    day = as_date(on, "on")
    asked = Checks.core() if checks is None else check_checks(checks)
    away = Absences.of(absences)
    if law is not None:
        check_asked(law, "law", "people_rules", "clock")
    if directory is not None:
        check_asked(directory, "directory", "find", "named")
    several: Any = cases
    is_one = isinstance(several, Case | CaseFile) or not isinstance(several, Iterable)
    given = several if is_one else tuple(several)
    looked_at = cases_of(given)
    files = {
        one.case.case_id: one
        for one in (given if isinstance(given, tuple) else ())
        if isinstance(one, CaseFile)
    }
    found: list[CaseFinding] = []
    lacking: set[str] = set()
    for case in looked_at:
        viewed = Viewed(
            case=case,
            on=day,
            agenda=case.agenda(),
            absences=away,
            of_tasks=task_findings(case, on=day),
            of_people=()
            if law is None
            else people_findings(case, law, on=day, directory=directory),
            law=law,
            file=files.get(case.case_id),
            directory=directory,
        )
        for check in asked:
            found += check.findings(viewed)
            if any(viewed.lacks(what) for what in check.asks):
                lacking.add(check.code)
    codes = tuple(check.code for check in asked)
    return Findings(
        on=day,
        cases=len(looked_at),
        findings=tuple(sorted(found, key=_order)),
        codes=codes,
        not_asked=tuple(code for code in codes if code in lacking),
    )


def _order(one: CaseFinding) -> tuple[object, ...]:
    return (
        SEVERITIES.index(one.severity),
        one.day or date.max,
        one.case_id,
        one.code,
        one.evidence,
        one.text,
    )
