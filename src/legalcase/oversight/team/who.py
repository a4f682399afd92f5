"""who: who has a duty in a case on a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from legalcase.dates import as_date
from legalcase.errors import UnknownNameError
from legalcase.markup import one_line
from legalcase.near import near_to
from legalcase.oversight.seen import case_of, is_same
from legalcase.plain_data import PlainData
from legalcase.practice.team.events import DUTIES
from legalcase.practice.team.facet import TEAM
from legalcase.practice.team.state import Assignment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile

__all__ = ["Who", "who"]


@frozen(kw_only=True, repr=False)
class Who(PlainData):
    """Who has a duty on a day, in an area or in the whole case.

    `assignments` are those that say so. Exactly one person is accountable for a thing:
    `problem` says in a sentence where that is not so, and is empty otherwise.
    """

    duty: str
    area: str | None
    on: date
    assignments: tuple[Assignment, ...] = ()
    problem: str = ""

    def __repr__(self) -> str:
        """Return what was asked and how many they are."""
        area = f" for {self.area}" if self.area else ""
        return f"<Who {self.duty}{area} on {self.on}: {len(self.people)}>"

    @property
    def people(self) -> tuple[str, ...]:
        """Who they are, each once."""
        found: list[str] = []
        for one in self.assignments:
            if not any(is_same(one.person, each) for each in found):
                found.append(one.person)
        return tuple(found)

    @property
    def person(self) -> str | None:
        """The one who has the duty; ``None`` where nobody has, or several."""
        return self.people[0] if len(self.people) == 1 else None

    def __iter__(self) -> Iterator[str]:
        """Give the people."""
        return iter(self.people)

    def __len__(self) -> int:
        """Return how many they are."""
        return len(self.people)

    def __str__(self) -> str:
        """Return the answer in a line."""
        area = f" for {self.area}" if self.area else ""
        said = one_line(", ".join(self.people)) or "nobody"
        return f"{self.duty}{area} on {self.on}: {said}" + (
            f" ({self.problem})" if self.problem else ""
        )


def who(case: Case | CaseFile, duty: str, *, on: date, area: str | None = None) -> Who:
    """Return who has a duty on a day: those of the area, else those of the whole case.

    `duty` is a word such as ``"accountable"``, ``"responsible"``, ``"backup"``. Nobody
    stands in for an area that nobody has: whoever has the whole case does. Raises
    `UnknownNameError` for a word that is no duty, and `InvalidTypeError` for a case
    that was read without the room `practice.TEAM`.
    """
    case = case_of(case)
    day = as_date(on, "on")
    if duty not in DUTIES:
        noun, hint = "duty", f"Use one of {', '.join(DUTIES)}."
        raise UnknownNameError.of(
            noun, str(duty), near_to(str(duty), list(DUTIES)), hint
        )
    running = [one for one in case[TEAM].on(day) if one.duty == duty]
    found = [one for one in running if area is not None and one.area == area]
    found = found or [one for one in running if one.area is None]
    answer = Who(duty=duty, area=area, on=day, assignments=tuple(found))
    if duty == "accountable" and len(answer) != 1:
        problem = "one person should" if len(answer) else "nobody answers for it"
        answer = evolve(answer, problem=problem)
    return answer
