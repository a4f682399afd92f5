"""eligibility: whether an applicant may be helped, each test with its text."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from legalcase.authority import Authority
from legalcase.counting.argument.explain import say_day
from legalcase.errors import ConflictingInputError, InvalidTypeError
from legalcase.markup import Table
from legalcase.plain_data import PlainData
from legalcase.practice.intake.program import AidProgram, aid_program
from legalcase.practice.intake.state import Screening

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

__all__ = ["Eligibility", "EligibilityTest", "eligibility"]

_YES: Final = "yes"
_NO: Final = "no"
_DECIDE: Final = "needs-a-decision"
_UNKNOWN: Final = "not-known"


@frozen(kw_only=True)
class EligibilityTest(PlainData):
    """One test: what it asks, its answer, why, and by which text.

    `answer` is ``"yes"`` (it does not stand in the way), ``"no"``,
    ``"needs-a-decision"`` (a person decides under the text), or ``"not-known"``.
    """

    name: str
    answer: str
    why: str
    authority: Authority


@frozen(kw_only=True, repr=False)
class Eligibility(PlainData):
    """Whether an applicant may be helped, by the texts of a program: no decision.

    A named person decides (`EligibilityDecided`), with the ground of each test.
    """

    screening_id: str
    program: str
    edition: str
    on: date
    tests: tuple[EligibilityTest, ...]

    def __repr__(self) -> str:
        """Return the screening and the answer."""
        return f"<Eligibility of {self.screening_id!r}: {self.answer}>"

    def __iter__(self) -> Iterator[EligibilityTest]:
        """Give the tests."""
        return iter(self.tests)

    @property
    def answer(self) -> str:
        """The answer of them all: a no first, then what is not known, then the rest."""
        found = {one.answer for one in self.tests}
        for word in (_NO, _UNKNOWN, _DECIDE):
            if word in found:
                return word
        return _YES

    @property
    def grounds(self) -> tuple[str, ...]:
        """Why it is not a plain yes, one for each test."""
        return tuple(one.why for one in self.tests if one.answer != _YES)

    def _table(self) -> Table:
        table = Table(
            f"Eligibility by {self.program} ({self.edition}) on {say_day(self.on)}: "
            f"{self.answer}",
            ("test", "answer", "why", "by"),
        )
        for one in self.tests:
            by = f"{one.authority} ({one.authority.verified})"
            mark = "" if one.answer == _YES else "strong"
            table.add(one.name, one.answer, one.why, by, mark=mark)
        return table

    def __str__(self) -> str:
        """Return the tests as a table of text."""
        return self._table().text()

    def _repr_html_(self) -> str:
        return self._table().html()


def eligibility(screening: Screening, program: AidProgram | None = None) -> Eligibility:
    """Return whether an applicant may be helped, by the texts in force that day.

    `program` is that of the screening if it is left out; with a recipient's own
    ceilings it is ``aid_program("us/lsc").with_policy(…)``. Each refusal has its
    ground. Raises `ConflictingInputError` for another program than that of the
    screening, `CalendarOutOfBoundsError` for a day for which no figures were looked up,
    and `UnknownNameError` for a program that there is not.
    """
    given: Any = screening
    if not isinstance(given, Screening):
        msg = (
            f"screening needs a Screening, not {type(given).__name__}. Pass "
            "case[INTAKE].screenings['…']."
        )
        raise InvalidTypeError(msg, field="screening", value=None)
    other: Any = program
    if other is not None and not isinstance(other, AidProgram):
        msg = (
            f"program needs an AidProgram, not {type(other).__name__}. Pass "
            "aid_program('us/lsc'), or one with_policy(…)."
        )
        raise InvalidTypeError(msg, field="program", value=None)
    known = aid_program(screening.program) if program is None else program
    if known.id != screening.program:
        msg = (
            f"The screening {screening.screening_id!r} was by {screening.program!r}, "
            f"and {known.id!r} has words of its own. Pass the program of the screening."
        )
        raise ConflictingInputError(msg, field="program", value=known.id)
    return Eligibility(
        screening_id=screening.screening_id,
        program=known.id,
        edition=known.edition,
        on=screening.screened_on,
        tests=(
            _income(screening, known),
            _assets(screening, known),
            _status(screening, known),
        ),
    )


def _dollars(amount: Decimal | int) -> str:
    return f"${amount:,.2f}".removesuffix(".00")


def _income(one: Screening, program: AidProgram) -> EligibilityTest:
    if one.household is None or one.annual_income is None:
        missing = "household" if one.household is None else "income"
        why = f"nobody recorded the {missing}"
        return _test("income", _UNKNOWN, why, program.income)
    day = one.screened_on
    ceiling = program.ceiling(one.area, one.household, day)
    most = program.ceiling(
        one.area, one.household, day, percent=program.exception_percent
    )
    year = program.guideline(one.area, day).year
    said = (
        f"{program.income_percent} % of the {year} guidelines for {one.household} in "
        f"{one.area} is {_dollars(ceiling)}"
    )
    if one.annual_income <= ceiling:
        return _test("income", _YES, f"within the ceiling: {said}", program.income)
    if one.annual_income <= most:
        why = (
            f"above the ceiling ({said}) and not above {program.exception_percent} %: "
            "only by an exception that the recipient adopted"
        )
        return _test("income", _DECIDE, why, program.income_exception)
    why = (
        f"above {program.exception_percent} % of the guidelines ({_dollars(most)}): "
        "only where a text makes a special exception"
    )
    return _test("income", _NO, why, program.income_exception)


def _assets(one: Screening, program: AidProgram) -> EligibilityTest:
    if one.assets is None:
        return _test("assets", _UNKNOWN, "nobody recorded the assets", program.assets)
    if program.assets_most is None:
        why = "the recipient's own limit was not given: pass with_policy(assets_most=…)"
        return _test("assets", _DECIDE, why, program.assets)
    limit = _dollars(program.assets_most)
    if one.assets <= program.assets_most:
        return _test("assets", _YES, f"within the limit of {limit}", program.assets)
    why = f"above the limit of {limit}: only by a waiver in unusual circumstances"
    return _test("assets", _DECIDE, why, program.assets)


def _status(one: Screening, program: AidProgram) -> EligibilityTest:
    any_of = program.statuses[0].authority
    if one.status is None:
        return _test("status", _UNKNOWN, "nobody recorded the status", any_of)
    found = program.status(one.status)
    if found is None:
        why = "none of the statuses that may be helped"
        return _test("status", _NO, why, any_of)
    if found.related_only is not None:
        why = f"only for related matters ({found.related_only})"
        return _test("status", _DECIDE, why, found.authority)
    return _test("status", _YES, found.id, found.authority)


def _test(name: str, answer: str, why: str, by: Authority) -> EligibilityTest:
    return EligibilityTest(name=name, answer=answer, why=why, authority=by)
