"""What questions over cases share: which cases, who may see what, and which days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from legalcase.dates import DateRange, as_date
from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.kernel.events.label import check_audience, lasts_for
from legalcase.model.case import Case
from legalcase.model.case_file import CaseFile
from legalcase.near import is_same
from legalcase.shown import shown

if TYPE_CHECKING:
    from datetime import date

    from legalcase.kernel.events.label import Label
    from legalcase.model.deadlines.state import Deadline
    from legalcase.practice.meetings.state import Meeting

__all__ = [
    "Absences",
    "action_task",
    "case_of",
    "cases_of",
    "check_inside",
    "counted",
    "is_admitted",
    "is_inside",
    "is_of_others",
    "is_same",
    "name_of",
    "range_of",
]

#: Who sees remarks, owners and grounds: whoever does the work.
_INSIDE: Final = frozenset({"firm", "owner"})
#: Who is told what a case is called; others are told its number, or else its id.
_CALLED: Final = frozenset({"client", "firm", "owner"})
_PAIR: Final = 2


def cases_of(cases: Any) -> tuple[Case, ...]:  # noqa: ANN401 - what is none is refused
    """Return cases, or those of files, as a tuple; each may be there once.

    Raises `InvalidTypeError` for what is no case, `InvalidValueError` for one that
    comes twice: it would be counted twice.
    """
    if isinstance(cases, Case | CaseFile) or not isinstance(cases, Iterable):
        msg = (
            f"cases needs several cases, not one {type(cases).__name__}. Pass a list: "
            "[case], or what a store gives."
        )
        raise InvalidTypeError(msg, field="cases", value=None)
    found: dict[str, Case] = {}
    for one in cases:
        case = one.case if isinstance(one, CaseFile) else one
        if not isinstance(case, Case):
            msg = (
                f"cases needs cases or their files, not {type(one).__name__}. Pass "
                "file.case, or Case.from_events(log)."
            )
            raise InvalidTypeError(msg, field="cases", value=None)
        if case.case_id in found:
            msg = (
                f"The case {case.case_id!r} is there twice, and would be counted "
                "twice. Pass each case once."
            )
            raise InvalidValueError(msg, field="cases", value=case.case_id)
        found[case.case_id] = case
    return tuple(found.values())


def counted(number: int, noun: str) -> str:
    """Return how many of a thing, in words: "1 case", "2 cases"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def case_of(case: Any) -> Case:  # noqa: ANN401 - what is none is refused
    """Return the case of which something is asked, or that of its file.

    Raises `InvalidTypeError` for what is neither.
    """
    one = case.case if isinstance(case, CaseFile) else case
    if isinstance(one, Case):
        return one
    advice = "Pass a CaseFile, its case, or Case.from_events(log)."
    if isinstance(case, Iterable) and not isinstance(case, str):
        advice = "Ask of each by itself: for case in cases."
    msg = f"case needs a Case or its file, not {type(case).__name__}. {advice}"
    raise InvalidTypeError(msg, field="case", value=None)


def range_of(between: Any, name: str) -> DateRange:  # noqa: ANN401 - as above
    """Return a range of days: as given, or of a first and a last day, both included."""
    if isinstance(between, DateRange):
        return between
    if isinstance(between, tuple) and len(between) == _PAIR:
        return DateRange.through(*between)
    msg = (
        f"{name} needs a DateRange, or a first and a last day, not "
        f"{type(between).__name__}. Pass (date(2026, 6, 1), date(2026, 6, 30)), say."
    )
    raise InvalidTypeError(msg, field=name, value=None)


def is_admitted(label: Label, audience: str) -> bool:
    """Tell whether an audience may see what bears a label, whatever the day.

    A page outlives the day on which it was made: a label that ends still holds.
    """
    return lasts_for(label, audience)


def is_inside(audience: str) -> bool:
    """Tell whether an audience does the work: it sees remarks, owners and grounds.

    Raises `InvalidValueError` for what is no audience.
    """
    check_audience(audience)
    return audience in _INSIDE


def check_inside(audience: str, what: str) -> None:
    """Refuse an audience outside the firm for a paper that is its own business.

    `what` begins the sentence. Raises `InvalidValueError`.
    """
    if not is_inside(audience):
        msg = (
            f"{what} is the business of the firm, and not of {audience!r}. Pass "
            "audience='firm' or 'owner'."
        )
        raise InvalidValueError(msg, field="audience", value=audience)


def name_of(case: Case, audience: str) -> str:
    """Return what a case is called before an audience: caption, else number, else id.

    That a firm acts in a matter is no news for the public.
    """
    label = case.caseload.caption_label
    if audience in _CALLED and (label is None or is_admitted(label, audience)):
        return case.caption
    return case.number or case.case_id


def is_of_others(case: Case, deadline: Deadline) -> bool:
    """Tell whether only others owe it, and none of those who are ours."""
    owed_by = set(deadline.terms.owed_by)
    ours = {one.party_id for one in case.people.clients}
    return bool(owed_by and ours) and owed_by.isdisjoint(ours)


@frozen
class Absences:
    """Who is away when: what a caller says, since no case knows it."""

    _spells: tuple[tuple[str, DateRange], ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, given: Any) -> Absences:  # noqa: ANN401 - refused here
        """Return what was given: by person, the ranges of days.

        Raises `InvalidTypeError` for anything else.
        """
        if given is None:
            return cls()
        if isinstance(given, Absences):
            return given
        if not isinstance(given, Mapping):
            msg = (
                f"absences needs ranges of days by person, not {type(given).__name__}. "
                "Pass {'A. Lawyer': [DateRange(first, day_after)]}."
            )
            raise InvalidTypeError(msg, field="absences", value=None)
        spells = []
        for person, ranges in given.items():
            if not isinstance(person, str):
                msg = (
                    f"absences has ranges of days for a {type(person).__name__}. Pass "
                    "each by the name of the person, as it stands in the case."
                )
                raise InvalidTypeError(msg, field="absences", value=None)
            several: object = ranges
            if isinstance(several, DateRange) or not isinstance(several, Iterable):
                several = (ranges,)
            for one in several:
                if not isinstance(one, DateRange):
                    msg = (
                        f"The absences of {shown(person)} need ranges of days, not "
                        f"{type(one).__name__}. Pass DateRange(first, day_after)."
                    )
                    raise InvalidTypeError(msg, field="absences", value=None)
                spells.append((person, one))
        return cls(tuple(spells))

    def of_person(self, person: str | None, day: date) -> DateRange | None:
        """Return the absence of somebody on a day; ``None`` if they are there."""
        as_date(day, "day")
        for name, spell in self._spells:
            if is_same(person, name) and spell.start <= day < spell.stop:
                return spell
        return None


def action_task(case: Case, meeting: Meeting, number: int) -> tuple[str, bool]:
    """Return the id of the task that an action of a meeting is, and if it is there.

    Actions are counted from 1. A task of that id which was planned before the meeting,
    and is called otherwise, is another: the action is then the next that is free.
    """
    title = meeting.actions[number - 1].title
    name = first = f"{meeting.meeting_id}/{number}"
    nth = 1
    while (task := case.tasks.find(name)) is not None:
        if task.title == title or task.assigned[0].from_on >= meeting.held_on:
            return name, True
        nth += 1
        name = f"{first}-{nth}"
    return name, False
