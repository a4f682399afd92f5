"""Check and Checks: what is asked of a case, as values that anybody can add to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, Final, Self

from attrs import Attribute, evolve, field, frozen

from legalcase.authority import Authority
from legalcase.errors import InvalidTypeError, InvalidValueError, UnknownNameError
from legalcase.kernel.checks import check_text, check_word, one_of
from legalcase.law.lawbook import Law
from legalcase.model.agenda import Agenda
from legalcase.model.case import Case
from legalcase.model.case_file import CaseFile
from legalcase.near import near_to
from legalcase.oversight.seen import Absences
from legalcase.plain_data import PlainData
from legalcase.shown import shown

__all__ = ["SEVERITIES", "CaseFinding", "Check", "Checks", "Found", "Viewed"]

#: The worst first.
SEVERITIES: Final = ("critical", "warning", "advice")


@frozen(kw_only=True)
class Viewed:
    """What a check looks at: a case on a day, and what the caller knows besides.

    `agenda` is that of the case, made once for all checks. `file` is there if a file
    was given, and `law` if the caller passed one.
    """

    case: Case
    on: date
    agenda: Agenda
    absences: Absences
    law: Law | None = None
    file: CaseFile | None = None


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


@frozen(kw_only=True)
class Check:
    """One question to a case.

    `code` names its findings, in words with hyphens; `what` says in a sentence what it
    finds, `severity` how bad that is, and `authority` which rule asks for better.
    `find` takes a `Viewed` and gives `Found`, none for a case that is well.
    """

    code: str = field(validator=check_word)
    what: str = field(validator=check_text)
    severity: str = field(validator=one_of(SEVERITIES))
    authority: Authority | None = None
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


@frozen(repr=False)
class Checks:
    """Several checks, as a value: `with_` gives others, and changes nothing.

    They are asked in the order of their codes.
    """

    _checks: tuple[Check, ...] = ()

    @classmethod
    def core(cls) -> Self:
        """Return the checks of this package."""
        from legalcase.oversight.findings.core import CORE

        return cls().with_(*CORE)

    def with_(self, *checks: Any) -> Self:
        """Return these checks and more; raises `InvalidValueError` for a code twice."""
        found = {one.code: one for one in self._checks}
        for one in checks:
            if not isinstance(one, Check):
                msg = (
                    f"A check is a Check, not a {type(one).__name__}. Pass "
                    "Check(code=…, what=…, severity=…, find=…)."
                )
                raise InvalidTypeError(msg, field="checks", value=None)
            if one.code in found:
                msg = (
                    f"There is a check {one.code!r} already. Give it another code, or "
                    f"leave that one out first: checks.without({one.code!r})."
                )
                raise InvalidValueError(msg, field="checks", value=one.code)
            found[one.code] = one
        return evolve(self, checks=tuple(found[code] for code in sorted(found)))

    def without(self, *codes: str) -> Self:
        """Return the checks without some; raises `UnknownNameError`."""
        for code in codes:
            _ = self[code]
        return evolve(
            self, checks=tuple(one for one in self._checks if one.code not in codes)
        )

    def __getitem__(self, code: str) -> Check:
        """Return the check of a code; raises `UnknownNameError`."""
        for one in self._checks:
            if one.code == code:
                return one
        codes = [one.code for one in self._checks]
        noun, hint = "check", "See list(checks)."
        raise UnknownNameError.of(noun, str(code), near_to(str(code), codes), hint)

    def __iter__(self) -> Iterator[Check]:
        """Give the checks in the order of their codes."""
        return iter(self._checks)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._checks)

    def __repr__(self) -> str:
        """Return their number."""
        return f"<Checks: {len(self)}>"

    def __str__(self) -> str:
        """Return codes, severities and what they find, a line each."""
        return "\n".join(f"{one.code}  {one.severity}  {one.what}" for one in self)


def check_checks(value: object) -> Checks:
    """Return what is a value of `Checks`; refuse the rest."""
    if isinstance(value, Checks):
        return value
    msg = (
        f"checks needs Checks, not {shown(type(value).__name__)}. Pass "
        "Checks.core().with_(my_check)."
    )
    raise InvalidTypeError(msg, field="checks", value=None)
