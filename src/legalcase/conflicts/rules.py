"""RULES: which rules a match can fall under, what consent and screening do there."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from attrs import frozen

from legalcase.authority import Authority
from legalcase.errors import UnknownNameError
from legalcase.near import near_to
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["RULES", "ConflictRule", "rule_of"]

_READ_ON: Final = date(2026, 11, 29)


@frozen(kw_only=True)
class ConflictRule(PlainData):
    """A rule under which somebody can have a conflict of interest, as data.

    `code` is a word that never changes its meaning. `consent_of` says whose informed
    consent, confirmed in writing, lets the lawyer act all the same: ``""`` where
    nobody's does. `screening` cites what lets the *firm* act if the lawyer is screened
    off: ``""`` where nothing does. `imputed` cites what lays the conflict of one lawyer
    on all of the firm. `says` is what to look at, in our words: whether it is a
    conflict, the check does not decide.
    """

    code: str
    name: str
    authority: Authority
    consent_of: str = ""
    consent_by: str = ""
    screening: str = ""
    imputed: str = ""
    says: str

    @property
    def is_consentable(self) -> bool:
        """Whether informed consent, confirmed in writing, can be enough."""
        return bool(self.consent_of)

    @property
    def is_screenable(self) -> bool:
        """Whether the firm may act where the lawyer concerned is screened off."""
        return bool(self.screening)


def _read(cite: str, *also: str) -> Authority:
    return Authority(
        cite=f"ABA Model Rule {cite}",
        verified="text",
        verified_on=_READ_ON,
        source="the rule as the Association printed it",
        read=(f"ABA Model Rule {cite}", *(f"ABA Model Rule {one}" for one in also)),
    )


def _same_words(cite: str, state: str) -> Authority:
    return Authority(
        cite=f"ABA Model Rule {cite}",
        verified="secondary",
        verified_on=_READ_ON,
        source=f"the same words in the rule of {state}, as its courts print it",
    )


_TABLE: Final = (
    ConflictRule(
        code="direct-adversity",
        name="directly adverse to a current client",
        authority=_read("1.7(a)(1)", "1.7(b)"),
        consent_of="each affected client",
        consent_by="ABA Model Rule 1.7(b)(4)",
        imputed="ABA Model Rule 1.10(a)",
        says="we would act against a client of ours, though in another matter",
    ),
    ConflictRule(
        code="same-proceeding",
        name="one client claims against another in one proceeding",
        authority=_read("1.7(b)(3)"),
        imputed="ABA Model Rule 1.10(a)",
        says="nobody can consent: decline, or withdraw from the one",
    ),
    ConflictRule(
        code="material-limitation",
        name="what we owe to another may limit what we do",
        authority=_read("1.7(a)(2)", "1.7(b)"),
        consent_of="each affected client",
        consent_by="ABA Model Rule 1.7(b)(4)",
        imputed="ABA Model Rule 1.10(a)",
        says="whether there is a significant risk, a lawyer has to say",
    ),
    ConflictRule(
        code="former-client",
        name="materially adverse to a former client",
        authority=_same_words("1.9(a)", "Utah"),
        consent_of="the former client",
        consent_by="ABA Model Rule 1.9(a)",
        imputed="ABA Model Rule 1.10(a)",
        says="it is one if the matters are the same or substantially related",
    ),
    ConflictRule(
        code="former-firm-client",
        name="adverse to a client of a lawyer's former firm",
        authority=_same_words("1.9(b)", "Utah"),
        consent_of="the former client",
        consent_by="ABA Model Rule 1.9(b)",
        screening="ABA Model Rule 1.10(a)(2)",
        imputed="ABA Model Rule 1.10(a)",
        says="it is one if the lawyer learned what is material to the matter",
    ),
    ConflictRule(
        code="former-lawyer-client",
        name="adverse to somebody whom a lawyer of ours acted for elsewhere",
        authority=_same_words("1.9(a)", "Utah"),
        consent_of="the former client",
        consent_by="ABA Model Rule 1.9(a)",
        screening="ABA Model Rule 1.10(a)(2)",
        imputed="ABA Model Rule 1.10(a)",
        says="it is one if the matters are the same or substantially related",
    ),
    ConflictRule(
        code="former-client-information",
        name="information of a former client",
        authority=_same_words("1.9(c)", "Utah"),
        consent_of="the former client",
        consent_by="ABA Model Rule 1.9(c) with 1.6(a)",
        says="what we learned then may not be used to the disadvantage of that client",
    ),
    ConflictRule(
        code="government",
        name="a matter in which a lawyer of ours took part for the government",
        authority=_same_words("1.11(a)", "Utah"),
        consent_of="the government agency",
        consent_by="ABA Model Rule 1.11(a)(2)",
        screening="ABA Model Rule 1.11(b)",
        imputed="ABA Model Rule 1.11(b)",
        says="it is one if the lawyer took part personally and substantially",
    ),
    ConflictRule(
        code="former-neutral",
        name="a matter in which a lawyer of ours was judge or neutral",
        authority=_same_words("1.12(a)", "Utah"),
        consent_of="all parties to the proceeding",
        consent_by="ABA Model Rule 1.12(a)",
        screening="ABA Model Rule 1.12(c)",
        imputed="ABA Model Rule 1.12(c)",
        says="it is one if the lawyer took part personally and substantially",
    ),
    ConflictRule(
        code="prospective-client",
        name="materially adverse to somebody who consulted us",
        authority=_same_words("1.18(c)", "Utah"),
        consent_of="the affected client and the prospective client",
        consent_by="ABA Model Rule 1.18(d)(1)",
        screening="ABA Model Rule 1.18(d)(2)",
        imputed="ABA Model Rule 1.18(c)",
        says="it is one if we learned what could be significantly harmful",
    ),
    ConflictRule(
        code="prospective-client-information",
        name="information of somebody who consulted us",
        authority=_same_words("1.18(b)", "Utah"),
        consent_of="the prospective client",
        consent_by="ABA Model Rule 1.18(b) with 1.9(c)",
        says="what we learned then may not be used or revealed",
    ),
    ConflictRule(
        code="same-person-review",
        name="perhaps the same person: only a name is alike",
        authority=_same_words("1.7 comment [2]", "Utah"),
        says="find out whether it is the same person, then check by id",
    ),
)

#: The rules by their code. Rule 1.8 is not among them: no case says what a lawyer of
#: ours has in business with a client.
RULES: Final[Mapping[str, ConflictRule]] = MappingProxyType(
    {one.code: one for one in _TABLE}
)


def rule_of(code: str) -> ConflictRule:
    """Return a rule by its code; raises `UnknownNameError`, with those that are near.

    >>> rule_of("same-proceeding").is_consentable
    False
    """
    found = RULES.get(code)
    if found is None:
        near = near_to(str(code), list(RULES)) or list(RULES)
        noun = "rule on conflicts"
        raise UnknownNameError.of(noun, str(code), near)
    return found
