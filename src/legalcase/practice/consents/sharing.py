"""may_share: whether something may go to somebody outside, and under which consent."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from attrs import frozen

from legalcase.authority import Authority
from legalcase.dates import as_date
from legalcase.errors import InvalidTypeError, MissingInputError
from legalcase.kernel.checks import check_asked
from legalcase.kernel.events.ref import Ref
from legalcase.plain_data import PlainData
from legalcase.practice.consents.facet import CONSENTS
from legalcase.shown import shown

if TYPE_CHECKING:
    from legalcase.model.case import Case

__all__ = ["CONFIDENTIALITY", "Sharing", "may_share"]

#: Nothing relating to the representation is revealed without informed consent.
CONFIDENTIALITY: Final = Authority(
    cite="ABA Model Rule 1.6(a)",
    verified="secondary",
    verified_on=date(2026, 11, 29),
    source="summaries by the Association's own litigation section",
)


@frozen(kw_only=True)
class Sharing(PlainData):
    """Whether something may be shared: by which consent and until when, or why not.

    `until_on` is the first day on which it may no longer, where that is known.
    """

    is_allowed: bool
    consent_id: str | None = None
    until_on: date | None = None
    why: str
    authority: Authority = CONFIDENTIALITY

    def __bool__(self) -> bool:
        """Tell whether it may."""
        return self.is_allowed

    def __str__(self) -> str:
        """Return the answer in a sentence."""
        return f"{'Yes' if self.is_allowed else 'No'}: {self.why}."


def may_share(
    case: Case,
    *,
    with_: str,
    on: date,
    of: str,
    item: Ref | None = None,
    sort: str | None = None,
    is_privileged: bool = False,
) -> Sharing:
    """Return whether something may go to somebody outside on a day, and why (not).

    `of` is the client whose information it is, `with_` the id of the recipient;
    `item` is what would be shared, or `sort` the word of its sort: one of the two, or
    both, of which a consent has to cover one. What is privileged needs a consent that
    says so. It says what was agreed to, and not that it would be wise; exceptions to
    Model Rule 1.6, and duties to disclose, are no consents. Raises
    `MissingInputError` where nothing says what is to be shared, and
    `UnknownNameError` for a party that is not in the case.
    """
    check_asked(case, "case", "folded", "people")
    if item is None and sort is None:
        msg = (
            "Nothing says what is to be shared. Pass item=, a reference to it, or "
            "sort=, a word for its sort such as 'housing'."
        )
        raise MissingInputError(msg, field="item", value=None)
    day = as_date(on, "on")
    _check("with_", with_, str)
    _check("item", item, Ref, is_optional=True)
    _check("sort", sort, str, is_optional=True)
    items = () if item is None else (str(item),)
    sorts = () if sort is None else (sort,)
    party = case.people.participants[of]
    reasons: list[str] = []
    for consent in case[CONSENTS].given:
        if consent.given_by != party.party_id or with_ not in consent.recipients:
            continue
        if not consent.is_of(sorts=sorts, items=items):
            reasons.append(f"{consent.consent_id!r} does not cover it")
        elif not consent.is_in_force(day):
            reasons.append(f"{consent.consent_id!r} is not in force on {day}")
        elif is_privileged and not consent.with_privileged:
            reasons.append(f"{consent.consent_id!r} leaves out what is privileged")
        else:
            until = consent.ends_on
            return Sharing(
                is_allowed=True,
                consent_id=consent.consent_id,
                until_on=until,
                why=f"consent {consent.consent_id!r}"
                + (f", over on {until}" if until else ", without an end"),
            )
    why = "; ".join(reasons) or f"{shown(of)} gave no consent for {shown(with_)}"
    return Sharing(is_allowed=False, why=f"{why}. Ask for one, and record ConsentGiven")


def _check(name: str, given: object, kind: type, *, is_optional: bool = False) -> None:
    if not isinstance(given, kind) and not (is_optional and given is None):
        msg = (
            f"{name} needs a {kind.__name__}, not {type(given).__name__}. Pass the id "
            "of the recipient, a Ref to the item, a word for the sort."
        )
        raise InvalidTypeError(msg, field=name, value=None)
