"""weighted_caseload: what the filings of a period weigh, by weights that you bring."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final

from attrs import frozen

from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.measures.asked import by_groups, period_of, set_aside
from legalcase.measures.authorities import FJC_WEIGHTS
from legalcase.measures.figures.figure import Excluded, Figure
from legalcase.measures.figures.groups import SMALLEST
from legalcase.measures.formulas.rates import amount
from legalcase.measures.formulas.weights import FILING_ORIGINS, INITIAL_ORIGINS
from legalcase.measures.units.counting import units_of
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from legalcase.dates import DateRange
    from legalcase.measures.units.counting import Unit, Units
    from legalcase.measures.units.grouping import By
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile

__all__ = ["WeightedCaseload", "weighted_caseload"]

Weights = Mapping[str, float] | Callable[["Case"], "float | None"]
Origins = Mapping[str, str] | Callable[["Case"], str] | None

_NO_WEIGHT: Final = "no weight was given for it"
_LATER: Final = "no initial filing"


@frozen(kw_only=True, repr=False)
class WeightedCaseload(Figure):
    """What the filings of a period weigh together, and each of them."""

    TITLE: ClassVar[str] = "Weighted filings"
    MEASURED_IN: ClassVar[str] = "weight"

    weights: tuple[tuple[str, float], ...] = ()

    def figures(self) -> Iterable[tuple[str, float | int | None]]:
        """Give the weight, and of how many filings it is."""
        yield "weighted filings", self.value
        yield "initial filings", len(self.weights)


@frozen
class _Scale:
    """Tells what a case weighs, and how it came."""

    weights: Any
    origins: Any

    def weight(self, case: Case) -> float | None:
        if isinstance(self.weights, Mapping):
            found = self.weights.get(case.caseload.proceeding or "")
        elif callable(self.weights):
            found = self.weights(case)
        else:
            msg = (
                f"weights needs a mapping from categories or a function of a case, not "
                f"{type(self.weights).__name__}. Pass {{'civil': 1.0}}, say."
            )
            raise InvalidTypeError(msg, field="weights", value=None)
        return None if found is None else amount(found, "weights")

    def origin(self, case: Case) -> str:
        given = self.origins
        if isinstance(given, Mapping):
            found = given.get(case.case_id, "original")
        else:
            found = "original" if given is None else given(case)
        if found not in FILING_ORIGINS:
            msg = (
                f"The case {case.case_id!r} did not come as {shown(found)}. Use one of "
                f"{', '.join(FILING_ORIGINS)}."
            )
            raise InvalidValueError(msg, field="origins", value=None)
        return str(found)


def _is_filed_in(unit: Unit, during: DateRange) -> bool:
    flows = unit.timeline.flows_in(during.start, during.stop)
    return any(flow.count == "new-filing" for flow in flows)


def _weighted(units: Units, during: DateRange, scale: _Scale) -> WeightedCaseload:
    found, left = [], []
    for unit in units:
        if not _is_filed_in(unit, during):
            continue
        origin, weight = scale.origin(unit.case), scale.weight(unit.case)
        if origin not in INITIAL_ORIGINS:
            why = f"{_LATER}: {origin}"
            left.append(Excluded(unit_id=unit.unit_id, why=why))
        elif weight is None:
            left.append(Excluded(unit_id=unit.unit_id, why=_NO_WEIGHT))
        else:
            found.append((unit.unit_id, weight))
    total = sum(weight for _, weight in found)
    return WeightedCaseload(
        value=total,
        numerator=total,
        population=tuple(name for name, _ in found),
        exclusions=(*left, *set_aside(units)),
        during=during,
        counted=units.rule,
        weights=tuple(found),
        definition="The weights of initial filings (original, removed, transferred), "
        "for each defendant in a criminal case; none for what is reopened, remanded, "
        "appealed from a magistrate judge or transferred by the MDL panel.",
        authority=FJC_WEIGHTS,
    )


def weighted_caseload(
    cases: Iterable[Case | CaseFile],
    *,
    during: DateRange | tuple[date, date],
    weights: Mapping[str, float] | Callable[[Case], float | None],
    origins: Mapping[str, str] | Callable[[Case], str] | None = None,
    by: By = None,
    smallest: int = SMALLEST,
    unit: str = "guide",
) -> WeightedCaseload:
    """Return what the filings of a period weigh, by the rules of the FJC.

    `weights` are by category (the proceeding of a case), or a function of a case; what
    has none is left out, and said. `origins` say how a case came, of `FILING_ORIGINS`,
    by the ids of cases or as a function; original, if left out. No weights come with
    the package. The rest is as in `clearance`.
    """
    units, days = units_of(cases, unit), period_of(during)
    scale = _Scale(weights, origins)
    return by_groups(
        _weighted(units, days, scale),
        units,
        by,
        days.last,
        smallest,
        lambda part: _weighted(part, days, scale),
    )
