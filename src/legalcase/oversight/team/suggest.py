"""suggest_model: which facts of a case speak for which way of managing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from legalcase.dates import as_date
from legalcase.errors import UnknownNameError
from legalcase.markup import Table
from legalcase.oversight.seen import case_of
from legalcase.plain_data import PlainData
from legalcase.practice.consents.facet import CONSENTS
from legalcase.practice.team.facet import TEAM

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile

__all__ = ["ModelCandidate", "ModelSuggestion", "suggest_model"]

#: Of how many there have to be several, to be more than one.
_SEVERAL = 2


@frozen(kw_only=True)
class ModelCandidate(PlainData):
    """A model of a team, with the facts of the case that speak for it and against.

    `not_known` are the questions which the case does not answer, and which would
    matter.
    """

    model: str
    speaks_for: tuple[str, ...] = ()
    speaks_against: tuple[str, ...] = ()
    not_known: tuple[str, ...] = ()


@frozen(kw_only=True, repr=False)
class ModelSuggestion(PlainData):
    """The three models, each with what speaks for it: a person chooses.

    They stand in the order of their names. There is no score: no authority says how
    much a fact weighs.
    """

    case_id: str
    candidates: tuple[ModelCandidate, ...]

    def __repr__(self) -> str:
        """Return the case, and for each model how much speaks for it."""
        said = ", ".join(f"{one.model} {len(one.speaks_for)}" for one in self)
        return f"<ModelSuggestion for {self.case_id!r}: {said}>"

    def __iter__(self) -> Iterator[ModelCandidate]:
        """Give the candidates."""
        return iter(self.candidates)

    def __getitem__(self, model: str) -> ModelCandidate:
        """Return the candidate of a model; `UnknownNameError` for what is none."""
        for one in self.candidates:
            if one.model == model:
                return one
        names = [one.model for one in self.candidates]
        noun = "model"
        raise UnknownNameError.of(noun, str(model), names)

    def _table(self) -> Table:
        table = Table(
            f"Ways to manage {self.case_id}",
            ("model", "speaks for it", "against", "not known"),
        )
        for one in self:
            table.add(
                one.model,
                "; ".join(one.speaks_for) or "nothing that is recorded",
                "; ".join(one.speaks_against),
                "; ".join(one.not_known),
            )
        return table

    def __str__(self) -> str:
        """Return them as a table of text."""
        return self._table().text()

    def _repr_html_(self) -> str:
        return self._table().html()


def suggest_model(case: Case | CaseFile, *, on: date) -> ModelSuggestion:
    """Return which facts of a case speak, on a day, for each model of a team.

    Facts are: clients who are minors or incapacitated, how many people answer for open
    work, members and agencies from outside, to whom a consent lets us speak. What is
    not recorded is said to be not known. Nothing is applied: whoever decides records
    `TeamModelChosen` with the reason. Raises `InvalidTypeError` for a case that was
    read without the room `practice.TEAM`.
    """
    case = case_of(case)
    day = as_date(on, "on")
    team = case[TEAM]
    frail = [one for one in case.people.clients if one.incapacity_on(day)]
    workers = {task.accountable for task in case.tasks if task.is_open}
    workers |= {
        one.terms.owner
        for one in case.deadlines
        if one.is_open and one.terms.owner is not None
    }
    areas = {one.area for one in team.on(day) if one.area is not None}
    members = [one for one in team.members if one.takes_part_on(day)]
    agencies = {one.agency for one in members if one.agency is not None}
    disciplines = {one.discipline for one in members}
    recipients = _recipients(case, day)
    custodial: list[str] = []
    coordinated: list[str] = []
    collaborative: list[str] = []
    if frail:
        custodial.append(f"{_count(len(frail), 'client')} minor or incapacitated")
    if len(workers) == 1:
        custodial.append("one person answers for all open work already")
    if len(workers) >= _SEVERAL:
        coordinated.append(f"{len(workers)} people answer for open work")
    if len(areas) >= _SEVERAL:
        coordinated.append(f"{len(areas)} areas are assigned apart")
    if agencies:
        collaborative.append(f"members of {_count(len(agencies), 'agency')} take part")
    if len(disciplines) >= _SEVERAL:
        collaborative.append(f"{len(disciplines)} disciplines take part")
    against = () if recipients else ("no consent lets us share with anybody outside",)
    if recipients:
        collaborative.append(
            f"consents let us share with {_count(len(recipients), 'recipient')}"
        )
    return ModelSuggestion(
        case_id=case.case_id,
        candidates=(
            ModelCandidate(
                model="collaborative",
                speaks_for=tuple(collaborative),
                speaks_against=against,
                not_known=("whether the client wants agencies to decide together",),
            ),
            ModelCandidate(
                model="coordinated",
                speaks_for=tuple(coordinated),
                speaks_against=("one person answers for everything",)
                if len(workers) == 1
                else (),
                not_known=() if workers else ("who answers for the open work",),
            ),
            ModelCandidate(
                model="custodial",
                speaks_for=tuple(custodial),
                speaks_against=(f"{len(workers)} people answer for open work",)
                if len(workers) >= _SEVERAL
                else (),
                not_known=("whether one person has the time for all of it",),
            ),
        ),
    )


def _recipients(case: Case, day: date) -> set[str]:
    if not case.has_room(CONSENTS):
        return set()
    return {
        name
        for one in case[CONSENTS].given
        if one.is_in_force(day)
        for name in one.recipients
    }


def _count(number: int, noun: str) -> str:
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"one {noun}" if number == 1 else f"{number} {plural}"
