"""What a feed is asked for: its options checked, its cases and computations sorted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from legalcase.counting.argument.computation import Computation
from legalcase.errors import InvalidTypeError, InvalidValueError, MissingInputError
from legalcase.ical.computed import Matter
from legalcase.model.agenda import Agenda
from legalcase.model.case import Case
from legalcase.model.case_file import CaseFile
from legalcase.scheduling.clocks import projected_clocks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from legalcase.law.lawbook import Law
    from legalcase.scheduling.clocks import ProjectedClock

__all__ = [
    "check_alarms",
    "check_cases",
    "check_types",
    "check_word",
    "clocks_of",
    "sorted_out",
]

#: A hundred years, in days.
_FARTHEST: Final = 36_525


def clocks_of(
    cases: Sequence[Case], law: Law | None, on: date | None
) -> dict[str, tuple[ProjectedClock, ...]]:
    """Return the clocks of cases as of a day, by case; none without the law."""
    if (law is None) != (on is None):
        lacking, other = ("law", "on") if law is None else ("on", "law")
        msg = (
            f"{other}= is given and {lacking}= is not: statutory clocks are counted by "
            "a law as of a day. Pass both, or neither."
        )
        raise MissingInputError(msg, field=lacking, value=None)
    if law is None or on is None:
        return {}
    return {
        case.case_id: projected_clocks(case, law, on=on, ended=True) for case in cases
    }


def sorted_out(given: object) -> tuple[list[Agenda], list[Matter], list[Case]]:
    """Sort what is given: cases as agendas, and computations with their matters."""
    agendas: list[Agenda] = []
    cases: list[Case] = []
    matters: list[Matter] = []
    for reference, each in _each(given):
        if isinstance(each, Computation):
            matters.append(Matter(each, reference))
        elif isinstance(each, Case | CaseFile | Agenda) and reference is None:
            case = each.case if isinstance(each, CaseFile) else each
            agendas.append(case.agenda() if isinstance(case, Case) else case)
            if isinstance(case, Case):
                cases.append(case)
        else:
            msg = (
                f"A feed is made of cases, agendas or computations, not of "
                f"{type(each).__name__}. Pass a case or its file, case.agenda(), what "
                "compute(…) returned, a list of those, or a mapping from a matter's "
                "number to computations."
            )
            raise InvalidTypeError(msg, field="agendas", value=None)
    return agendas, matters, cases


def _each(given: object) -> Iterator[tuple[str | None, object]]:
    if isinstance(given, Mapping):
        for reference, found in given.items():
            if not isinstance(reference, str) or not reference.strip():
                msg = (
                    f"{reference!r} is no number of a matter. Map text, such as "
                    "'4:26-cv-00001', to computations."
                )
                raise InvalidTypeError(msg, field="agendas", value=reference)
            for _, each in _each(found):
                yield reference, each
    elif isinstance(given, Iterable) and not isinstance(given, str | bytes):
        for each in given:
            yield None, each
    else:
        yield None, given


def check_cases(agendas: Sequence[Agenda]) -> None:
    """Refuse a case that comes twice: two events would have the same UID."""
    seen = set()
    for agenda in agendas:
        if agenda.case_id in seen:
            msg = (
                f"The case {agenda.case_id!r} is given twice. Give one agenda a case; "
                "cases of several stores with the same id need feeds of their own."
            )
            raise InvalidValueError(msg, field="agendas", value=None)
        seen.add(agenda.case_id)


def check_word(value: object, words: tuple[str, ...], name: str) -> None:
    """Refuse an option that is none of its words."""
    if value not in words:
        msg = f"{value!r} is no {name}. Use one of {', '.join(words)}."
        raise InvalidValueError(msg, field=name, value=value)


def check_types(
    name: object, alarms: object, refresh: object, namespace: object
) -> None:
    """Refuse an option of another type."""
    for value, field, kind, hint in (
        (name, "name", str, "Pass text."),
        (alarms, "alarms", (tuple, list), "Pass days in a tuple: (7, 1)."),
        (refresh, "refresh", timedelta, "Pass timedelta(hours=4), say."),
        (namespace, "namespace", UUID, "Pass a UUID: uuid4(), kept for ever, say."),
    ):
        if not isinstance(value, kind):
            msg = f"{field}= cannot be {value!r}. {hint}"
            raise InvalidTypeError(msg, field=field, value=value)


def check_alarms(alarms: Sequence[int]) -> None:
    """Refuse an alarm that is not so many whole days before."""
    for days in alarms:
        if type(days) is not int or not 1 <= days <= _FARTHEST:
            msg = (
                f"An alarm {days!r} days before is none. Give whole days, 1 or more "
                f"and {_FARTHEST} at most: many clients drop an alarm after the day "
                "has begun."
            )
            raise InvalidValueError(msg, field="alarms", value=days)
