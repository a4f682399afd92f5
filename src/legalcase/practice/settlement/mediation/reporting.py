"""mediation_report: the one thing that may be told outside, where a rule allows it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from attrs import field, frozen

from legalcase.authority import Authority
from legalcase.errors import InvalidValueError, UnknownNameError
from legalcase.plain_data import PlainData
from legalcase.practice.settlement.mediation.facet import MEDIATION

if TYPE_CHECKING:
    from legalcase.kernel.rooms.facet import Facet

__all__ = [
    "MEDIATION_RULES",
    "MediationReport",
    "MediationRule",
    "mediation_report",
    "mediation_rule",
]

S = TypeVar("S")

_READ_ON: Final = date(2026, 11, 29)


class _Case(Protocol):
    """A case, as far as this question is asked of it."""

    @property
    def case_id(self) -> str:
        """The id of the case."""

    def __getitem__(self, facet: Facet[S]) -> S:
        """Return the state of a room."""


@frozen(kw_only=True)
class MediationRule(PlainData):
    """By what a mediation is kept, and whether its bare outcome may be told.

    `tells` is the rule that lets it be said whether an agreement was reached, and
    nothing else; ``None`` where none was found.
    """

    id: str
    keeps: Authority
    tells: Authority | None = None
    note: str = field(repr=False)


def _read(cite: str, source: str, *read: str, how: str = "text") -> Authority:
    return Authority(
        cite=cite, verified=how, verified_on=_READ_ON, source=source, read=read
    )


#: The rules by which a mediation can be kept, by id.
MEDIATION_RULES: Final = (
    # 1119(c): "All communications, negotiations, or settlement discussions [...] shall
    # remain confidential." 1121: no report "other than a report that is mandated by
    # court rule or other law and that states only whether an agreement was reached".
    MediationRule(
        id="us-ca/evid/1119",
        keeps=_read("Cal. Evid. Code § 1119", "the section as a law office quotes it"),
        tells=_read("Cal. Evid. Code § 1121", "the section as two law offices have it"),
        note="Only in a report that a court rule or other law demands.",
    ),
    # 3177: proceedings "shall be held in private and shall be confidential".
    # 3188(a)(2): "If total or partial agreement is reached in mediation, the mediator
    # may report this fact to the court."
    MediationRule(
        id="us-ca/fam/3177",
        keeps=_read("Cal. Fam. Code § 3177", "the section as two publishers have it"),
        note=(
            "In a program under § 3188 the mediator may report that an agreement was "
            "reached; elsewhere local rules say what goes to the court (§ 3183)."
        ),
    ),
    # "[E]ach district court shall, by local rule [...] provide for the confidentiality
    # of the alternative dispute resolution processes".
    MediationRule(
        id="us/28-usc/652(d)",
        keeps=_read(
            "28 U.S.C. § 652(d)",
            "the section as the Law Revision Counsel had it on 26 March 2026",
        ),
        note="The local rule of the district says what may be told; it was not read.",
    ),
)


def mediation_rule(rule_id: str) -> MediationRule:
    """Return a rule by which a mediation is kept; raises `UnknownNameError`."""
    for one in MEDIATION_RULES:
        if one.id == rule_id:
            return one
    names = [one.id for one in MEDIATION_RULES]
    noun = "rule of mediation"
    raise UnknownNameError.among(noun, str(rule_id), names)


@frozen(kw_only=True)
class MediationReport(PlainData):
    """Whether an agreement was reached, for a report that the law demands."""

    case_id: str
    is_agreed: bool
    authority: Authority

    def __str__(self) -> str:
        """Return it in a sentence."""
        none = "An agreement" if self.is_agreed else "No agreement"
        return f"{none} was reached ({self.authority.cite})."


def mediation_report(case: _Case, mediation_id: str) -> MediationReport:
    """Return whether an agreement, also a partial one, was reached in a mediation.

    It has nothing else: no date, no name, no term. Raises `InvalidValueError` where the
    rule by which the mediation is kept does not let that be told, or it has not ended.
    """
    one = case[MEDIATION].mediations[mediation_id]
    rule = mediation_rule(one.confidentiality)
    if rule.tells is None:
        msg = (
            f"{rule.keeps.cite} does not say that the outcome may be told. "
            f"{rule.note} Ask whoever mediates, or leave it out."
        )
        raise InvalidValueError(msg, field="mediation_id", value=None)
    if one.outcome is None:
        msg = "The mediation has not ended, and there is nothing to tell yet. Wait."
        raise InvalidValueError(msg, field="mediation_id", value=None)
    return MediationReport(
        case_id=case.case_id,
        is_agreed=one.outcome != "no-agreement",
        authority=rule.tells,
    )
