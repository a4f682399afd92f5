"""What can happen to a problem of a case."""

from __future__ import annotations

from datetime import date
from typing import Final

from attrs import field, frozen

from legalcase.kernel.checks import (
    check_date,
    check_id,
    check_kind,
    check_text,
    one_of,
    optional,
    tuple_of,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import Ref, names, refers

__all__ = [
    "SEVERITIES",
    "ProblemAssigned",
    "ProblemRaised",
    "ProblemReopened",
    "ProblemResolved",
]

#: From what can wait to what cannot.
SEVERITIES: Final = ("minor", "serious", "critical")


@frozen(kw_only=True)
class ProblemRaised(Event):
    """Somebody said what is wrong: who sees to it, and by when.

    `about` refers to what it is about: an event, a deadline, a hearing, a task. A
    problem that nobody owns is none that anybody will mend: `owner` is asked.
    """

    problem_id: str = field(validator=check_id, metadata=names("practice/problem"))
    text: str = field(repr=False, validator=check_text)
    owner: str = field(repr=False, validator=check_text)
    severity: str = field(default="serious", validator=one_of(SEVERITIES))
    due_on: date | None = field(default=None, validator=optional(check_date))
    about: tuple[Ref, ...] = field(default=(), validator=tuple_of(Ref))
    label: Label | None = field(
        default=None, validator=optional(check_kind(Label, "Pass Label(audience=…)."))
    )


@frozen(kw_only=True)
class ProblemAssigned(Event):
    """Somebody else sees to a problem, or by another day; without one, none is set."""

    problem_id: str = field(validator=check_id, metadata=refers("practice/problem"))
    owner: str = field(repr=False, validator=check_text)
    due_on: date | None = field(default=None, validator=optional(check_date))


@frozen(kw_only=True)
class ProblemResolved(Event):
    """A problem was put right: by whom, and how."""

    problem_id: str = field(validator=check_id, metadata=refers("practice/problem"))
    resolved_by: str = field(repr=False, validator=check_text)
    how: str = field(repr=False, validator=check_text)


@frozen(kw_only=True)
class ProblemReopened(Event):
    """What had been put right is wrong again, or still."""

    problem_id: str = field(validator=check_id, metadata=refers("practice/problem"))
    ground: str = field(repr=False, validator=check_text)
