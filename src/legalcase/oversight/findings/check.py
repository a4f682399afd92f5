"""Check: one question to a case, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, Final

from attrs import Attribute, field, frozen

from legalcase.authority import Authority
from legalcase.directory.directory import Directory
from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.kernel.checks import check_text, check_word, one_of
from legalcase.law.lawbook import Law
from legalcase.model.agenda import Agenda
from legalcase.model.case import Case
from legalcase.model.case_file import CaseFile
from legalcase.model.people.findings import PeopleFinding
from legalcase.model.tasks.findings import TaskFinding
from legalcase.oversight.seen import Absences
from legalcase.plain_data import PlainData

__all__ = [
    "DIRECTORY",
    "LAW",
    "LOG",
    "SEVERITIES",
    "CaseFinding",
    "Check",
    "Found",
    "Viewed",
]

#: What a check can ask for that no case has by itself.
LAW: Final = "law"
LOG: Final = "log"
DIRECTORY: Final = "directory"

#: The worst first.
SEVERITIES: Final = ("critical", "warning", "advice")


@frozen(kw_only=True)
class Viewed:
    """What a check looks at: a case on a day, and what the caller knows besides.

    `agenda` is that of the case, `of_tasks` and `of_people` what its rooms of tasks and
    of people find, made once for all checks; the latter needs the law. `file` is there
    if a file was given; `law` and `directory` if the caller passed them.
    """

    case: Case
    on: date
    agenda: Agenda
    absences: Absences
    of_tasks: tuple[TaskFinding, ...] = ()
    of_people: tuple[PeopleFinding, ...] = ()
    law: Law | None = None
    file: CaseFile | None = None
    directory: Directory | None = None

    def lacks(self, what: str) -> bool:
        """Tell whether the caller has not passed the law, the log or the directory."""
        given = {LAW: self.law, LOG: self.file, DIRECTORY: self.directory}
        return given[what] is None


@frozen(kw_only=True)
class Found:
    """What a check has found: a text of ours, and the ids that show it.

    `text` says nothing that was written into the case; `evidence` are nouns and ids
    (``"deadline:answer"``), `person` is whom it is about. `severity` and `authority`
    are given where they differ from those of the check, and `day` is the date at stake.
    """

    text: str
    evidence: tuple[str, ...] = ()
    severity: str | None = None
    authority: Authority | None = None
    day: date | None = None
    person: str | None = field(default=None, repr=False)


@frozen(kw_only=True)
class CaseFinding(PlainData):
    """Something about a case that a person has to look at.

    `code` never changes its meaning; `severity` is one of `SEVERITIES`; `authority` is
    the rule that asks for better, where one does; `evidence` are nouns and ids of what
    shows it; `day` is the date at stake; `person` whom it is about.
    """

    code: str
    severity: str
    case_id: str
    text: str
    evidence: tuple[str, ...] = ()
    day: date | None = None
    person: str | None = field(default=None, repr=False)
    authority: Authority | None = field(default=None, repr=False)


def _check_call(_: object, attribute: Attribute[Any], value: object) -> None:
    if not callable(value):
        msg = (
            f"{attribute.name} needs a function, not {type(value).__name__}. Pass one "
            "that takes a Viewed and gives Found."
        )
        raise InvalidTypeError(msg, field=attribute.name, value=None)


def _check_asks(_: object, attribute: Attribute[Any], value: object) -> None:
    known = (LAW, LOG, DIRECTORY)
    if not isinstance(value, tuple) or any(one not in known for one in value):
        msg = (
            f"{attribute.name} needs a tuple of what a check asks for besides the "
            f"case. Use {', '.join(map(repr, known))}, or leave it out."
        )
        raise InvalidValueError(msg, field=attribute.name, value=None)


@frozen(kw_only=True)
class Check:
    """One question to a case.

    `code` names its findings, in words with hyphens; `what` says in a sentence what it
    finds, `severity` how bad that is, and `authority` which rule asks for better.
    `find` takes a `Viewed` and gives `Found`, none for a case that is well. `asks` are
    what it needs besides the case (``"law"``, ``"log"``, ``"directory"``): where that
    is not there, `Findings.not_asked` has its code.
    """

    code: str = field(validator=check_word)
    what: str = field(validator=check_text)
    severity: str = field(validator=one_of(SEVERITIES))
    authority: Authority | None = None
    asks: tuple[str, ...] = field(default=(), validator=_check_asks)
    find: Callable[[Viewed], Iterable[Any]] = field(repr=False, validator=_check_call)

    def findings(self, viewed: Viewed) -> Iterator[CaseFinding]:
        """Give what the check finds in a case."""
        for found in self.find(viewed):
            if not isinstance(found, Found):
                msg = (
                    f"The check {self.code!r} gave a {type(found).__name__}. Let it "
                    "give Found(text=…, evidence=…)."
                )
                raise InvalidTypeError(msg, field="find", value=None)
            yield CaseFinding(
                code=self.code,
                severity=found.severity or self.severity,
                case_id=viewed.case.case_id,
                text=found.text,
                evidence=found.evidence,
                day=found.day,
                person=found.person,
                authority=found.authority or self.authority,
            )
