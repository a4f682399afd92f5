"""Units: the cases of which something is asked, or the defendants in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.measures.units.timeline import Timeline, timeline_of
from legalcase.model.case import Case
from legalcase.model.case_file import CaseFile
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


__all__ = ["UNITS", "Unit", "Units", "units_of"]

#: ``"guide"`` counts each defendant of a criminal case, and every other case as one;
#: ``"case"`` counts every case as one.
UNITS: Final = ("guide", "case")
_CRIMINAL: Final = "criminal"
_ACCUSED: Final = frozenset({"defendant", "accused"})


@frozen(kw_only=True, eq=False, repr=False)
class Unit:
    """What counts as one: a case, or a defendant in it, with its days."""

    unit_id: str
    case: Case
    party_id: str | None
    timeline: Timeline


@frozen(kw_only=True, eq=False, repr=False)
class Units:
    """What is counted, and by which rule."""

    rule: str
    members: tuple[Unit, ...]

    def __iter__(self) -> Iterator[Unit]:
        """Give what is counted."""
        return iter(self.members)


def units_of(cases: Any, unit: str = "guide") -> Units:  # noqa: ANN401 - refused here
    """Return what is counted of some cases or their files, each of them once.

    Raises `InvalidTypeError` for what is no case, `InvalidValueError` for one that
    comes twice, and for another `unit` than those of `UNITS`.
    """
    if isinstance(cases, Units):
        return cases
    if unit not in UNITS:
        msg = f"{shown(unit)} is no unit of count. Use {' or '.join(UNITS)}."
        raise InvalidValueError(msg, field="unit", value=unit)
    if isinstance(cases, Case | CaseFile | str) or not isinstance(cases, Iterable):
        msg = (
            f"cases needs several cases, not one {type(cases).__name__}. Pass a list: "
            "[case], or what a store gives."
        )
        raise InvalidTypeError(msg, field="cases", value=None)
    seen: set[str] = set()
    found: list[Unit] = []
    for one in cases:
        case = one.case if isinstance(one, CaseFile) else one
        if not isinstance(case, Case):
            msg = (
                f"cases needs cases or their files, not {type(one).__name__}. Pass "
                "file.case, or Case.from_events(log)."
            )
            raise InvalidTypeError(msg, field="cases", value=None)
        if case.case_id in seen:
            msg = (
                f"The case {case.case_id!r} is there twice, and would be counted "
                "twice. Pass each case once."
            )
            raise InvalidValueError(msg, field="cases", value=case.case_id)
        seen.add(case.case_id)
        found += _units(case, unit)
    return Units(rule=unit, members=tuple(found))


def _units(case: Case, unit: str) -> Iterator[Unit]:
    caseload = case.caseload
    accused = _accused(case) if unit == "guide" else {}
    for party, since in accused.items():
        yield Unit(
            unit_id=f"{case.case_id}/{party}",
            case=case,
            party_id=party,
            timeline=timeline_of(caseload, party, since),
        )
    if not accused:
        yield Unit(
            unit_id=case.case_id,
            case=case,
            party_id=None,
            timeline=timeline_of(caseload),
        )


def _accused(case: Case) -> dict[str, date | None]:
    """Return the defendants of a criminal case, and since when each is one.

    Whoever is there first has the case from its filing: until a defendant is known, the
    case itself counts as one.
    """
    charges, proceeding = case.charges, case.caseload.proceeding
    # Of what sort a case is, where nobody said it, its charges say.
    if proceeding != _CRIMINAL and (proceeding is not None or not len(charges)):
        return {}
    found: dict[str, date] = {}
    days = [(charge.of, charge.charged_on) for charge in charges]
    days += [
        (party.party_id, held.spell.from_on)
        for party in case.people.participants
        for held in party.held
        if held.role in _ACCUSED
    ]
    for party_id, day in days:
        found[party_id] = min(day, found.get(party_id, day))
    first = min(found, key=lambda one: found[one], default=None)
    return {one: None if one == first else day for one, day in found.items()}
