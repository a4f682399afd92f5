"""ConflictChecks: the checks that were run in a case, and where each finding stands."""

from __future__ import annotations

from datetime import date
from typing import Final

from attrs import field, frozen

from legalcase.kernel.events.label import Label
from legalcase.kernel.register import Register
from legalcase.plain_data import PlainData
from legalcase.practice.conflict_checks.checking import CheckedPerson
from legalcase.practice.conflict_checks.events import InformedConsent

__all__ = ["FOR_FIRM", "CheckKept", "ConflictChecks", "ConflictKept", "Screen"]

#: What we found out about clients, former clients and those who asked us is within the
#: firm: it is confidential to each of them (Model Rules 1.6, 1.9(c), 1.18(b)).
FOR_FIRM: Final = Label(audience="firm", ground="confidential")


@frozen(kw_only=True)
class Screen(PlainData):
    """A person of ours, kept from the matter until the day before `until_on`."""

    screen_id: str
    finding_id: str
    person: str = field(repr=False)
    from_on: date
    notice_on: date | None = None
    procedure: str | None = field(default=None, repr=False)
    until_on: date | None = None
    label: Label

    def runs_on(self, day: date) -> bool:
        """Whether the person is screened off on a day."""
        return self.from_on <= day and (self.until_on is None or day < self.until_on)


@frozen(kw_only=True)
class ConflictKept(PlainData):
    """A finding: what was found, by which checks, and where it stands.

    `state` is ``"open"``, ``"non-consentable"``, ``"cleared"``, ``"consented"``,
    ``"screened"`` or ``"declined"``; `settled_on` the day on which it came there.
    """

    finding_id: str
    rule: str
    matter: str
    ref: str
    who: str | None
    affected: tuple[str, ...]
    is_consentable: bool
    is_screenable: bool
    state: str
    found_on: date
    check_ids: tuple[str, ...]
    settled_on: date | None = None
    reason: str | None = field(default=None, repr=False)
    consents: tuple[InformedConsent, ...] = ()
    label: Label

    @property
    def is_open(self) -> bool:
        """Whether somebody has to see to it: we may not act as it stands."""
        return self.state in ("open", "non-consentable")


@frozen(kw_only=True)
class CheckKept(PlainData):
    """A check that was run: of whom, when, in which corpus, with which findings."""

    check_id: str
    asked: tuple[CheckedPerson, ...]
    corpus: str = field(repr=False)
    cases: int
    depth: int
    method: str
    unsearched: tuple[str, ...]
    finding_ids: tuple[str, ...]
    checked_by: str = field(repr=False)
    checked_on: date
    review_id: str | None
    line: int
    label: Label

    def covers(self, *ids: str | None) -> bool:
        """Whether it asked about somebody, by one of the ids that they have."""
        return any(one.who is not None and one.who in ids for one in self.asked)


@frozen(kw_only=True)
class ConflictChecks(PlainData):
    """The checks for conflicts of a case, their findings, and the screens."""

    checks: Register[CheckKept]
    findings: Register[ConflictKept]
    screens: Register[Screen]

    @property
    def open_findings(self) -> tuple[ConflictKept, ...]:
        """The findings that nobody has settled."""
        return tuple(one for one in self.findings if one.is_open)
