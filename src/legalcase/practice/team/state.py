"""Team: who answers for what, who takes part, and what was decided."""

from __future__ import annotations

from datetime import date
from typing import Final

from attrs import field, frozen

from legalcase.dates import as_date
from legalcase.kernel.events.label import Label
from legalcase.kernel.register import Register
from legalcase.plain_data import PlainData
from legalcase.practice.team.events import AreaOwner

__all__ = [
    "OURS",
    "Assent",
    "Assignment",
    "Decision",
    "Handover",
    "Member",
    "ModelChoice",
    "Team",
]

#: How we organize our own work.
OURS: Final = Label(audience="firm", ground="work-product")


@frozen(kw_only=True)
class ModelChoice(PlainData):
    """Which model a case is managed by, from a day on, and why."""

    model: str
    from_on: date
    manager: str | None = field(default=None, repr=False)
    coordinator: str | None = field(default=None, repr=False)
    areas: tuple[AreaOwner, ...] = ()
    reason: str = field(repr=False)
    event_id: str
    label: Label


@frozen(kw_only=True)
class Assignment(PlainData):
    """Somebody's duty from a day on, until the day before `until_on`.

    `area` is empty where it is the whole case; `by_event` is what made it: somebody's
    assignment, the choice of a model, a handover. `chosen_on` is the day of the choice
    that gave it to somebody, also where it was handed over since: the next choice ends
    it.
    """

    assignment_id: str
    person: str = field(repr=False)
    duty: str
    area: str | None = None
    from_on: date
    until_on: date | None = None
    by_event: str
    chosen_on: date | None = None

    def runs_on(self, day: date) -> bool:
        """Whether somebody has the duty on a day."""
        as_date(day, "day")
        return self.from_on <= day and (self.until_on is None or day < self.until_on)


@frozen(kw_only=True)
class Member(PlainData):
    """A member of a collaborative team, until the day before `left_on`."""

    member_id: str
    person: str = field(repr=False)
    agency: str | None = None
    discipline: str
    joined_on: date
    left_on: date | None = None

    def takes_part_on(self, day: date) -> bool:
        """Whether the member takes part on a day."""
        as_date(day, "day")
        return self.joined_on <= day and (self.left_on is None or day < self.left_on)


@frozen(kw_only=True)
class Handover(PlainData):
    """What goes from one to another on a day, and whether the other has accepted."""

    handover_id: str
    state: str
    predecessor: str = field(repr=False)
    successor: str = field(repr=False)
    from_on: date
    inventory: tuple[str, ...] = ()
    proposed_on: date
    ended_on: date | None = None


@frozen(kw_only=True)
class Assent(PlainData):
    """What a member said to an option, and when."""

    member_id: str
    answer: str
    option: int | None = None
    on: date
    by_document: str | None = None


@frozen(kw_only=True)
class Decision(PlainData):
    """A question, its options, what each member said, and what was decided.

    Options are counted from 1.
    """

    decision_id: str
    question: str = field(repr=False)
    options: tuple[str, ...] = field(repr=False)
    needs: tuple[str, ...]
    assents: tuple[Assent, ...] = ()
    state: str
    proposed_on: date
    taken_on: date | None = None
    option: int | None = None
    label: Label

    def said_by(self, member_id: str) -> Assent | None:
        """Return the last word of a member, or ``None``."""
        said = [one for one in self.assents if one.member_id == member_id]
        return said[-1] if said else None

    @property
    def lacking(self) -> tuple[str, ...]:
        """Ids of those whose assent is needed and not there.

        Once it is taken, to the option that was; before, to any.
        """
        return tuple(one for one in self.needs if not self._has(one))

    def _has(self, member_id: str) -> bool:
        said = self.said_by(member_id)
        if said is None or said.answer != "assents":
            return False
        return self.option is None or said.option == self.option


@frozen(kw_only=True)
class Team(PlainData):
    """The team of a case: models, assignments, members, handovers, decisions."""

    choices: tuple[ModelChoice, ...] = ()
    assignments: Register[Assignment]
    members: Register[Member]
    handovers: Register[Handover]
    decisions: Register[Decision]

    def model_on(self, day: date) -> ModelChoice | None:
        """Return the model by which the case is managed on a day, or ``None``."""
        asked = as_date(day, "day")
        before = [one for one in self.choices if one.from_on <= asked]
        return before[-1] if before else None

    def on(self, day: date) -> tuple[Assignment, ...]:
        """Return the assignments that run on a day."""
        asked = as_date(day, "day")
        return tuple(one for one in self.assignments if one.runs_on(asked))
