"""ScopeTerms: which areas of the work of a case we agreed to do, and which not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import Attribute, field, frozen

from legalcase.errors import ConflictingInputError, InvalidValueError
from legalcase.kernel.checks import (
    check_ids,
    check_kind,
    check_some,
    check_text,
    optional,
)
from legalcase.kernel.events.ref import Ref, refers
from legalcase.kernel.events.terms import Terms
from legalcase.practice.areas import AREAS

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["ScopeTerms"]


_ref = check_kind(Ref, "Pass Ref('document', …).")


def _check_areas(_: object, attribute: Attribute[Any], value: object) -> None:
    check_ids(_, attribute, value)
    if isinstance(value, tuple) and not set(value) <= set(AREAS):
        name = attribute.name
        msg = f"{name} has what is no area of work. Use {', '.join(AREAS)}."
        raise InvalidValueError(msg, field=name, value=None)


@frozen(kw_only=True)
class ScopeTerms(Terms):
    """What we do in a case and what we do not, agreed with whom, and where that stands.

    `included` and `excluded` are words of `AREAS`; of an area in neither nothing was
    agreed. `agreed_with` are clients of ours, `document` says where the agreement
    stands. A lawyer may limit the scope "if the limitation is reasonable under the
    circumstances and the client gives informed consent" (ABA Model Rule 1.2(c)):
    `reasonable` says why it is, `consent` refers to the consent.
    """

    included: tuple[str, ...] = field(validator=check_some(_check_areas))
    excluded: tuple[str, ...] = field(default=(), validator=_check_areas)
    agreed_with: tuple[str, ...] = field(
        validator=check_some(check_ids), metadata=refers("party")
    )
    document: Ref | None = field(default=None, validator=optional(_ref))
    reasonable: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    consent: Ref | None = field(default=None, validator=optional(_ref))

    def __attrs_post_init__(self) -> None:
        """Refuse an area that is to be done and not to be done."""
        both = sorted(set(self.included) & set(self.excluded))
        if both:
            msg = (
                f"{', '.join(both)}: included and excluded at once. Name each area in "
                "one of the two."
            )
            raise ConflictingInputError(msg, field="excluded", value=tuple(both))

    def says(self, area: str) -> str:
        """Return ``"included"``, ``"excluded"`` or ``"unsaid"`` of an area.

        Raises `InvalidValueError` for what is no word of `AREAS`.
        """
        if area not in AREAS:
            msg = f"area is none of the areas of work. Use one of {', '.join(AREAS)}."
            raise InvalidValueError(msg, field="area", value=area)
        if area in self.included:
            return "included"
        return "excluded" if area in self.excluded else "unsaid"

    @property
    def is_limited(self) -> bool:
        """Whether anything was excluded."""
        return bool(self.excluded)

    @property
    def missing(self) -> tuple[str, ...]:
        """What a limit asks for and these terms do not have (Model Rule 1.2(c))."""
        return tuple(self._missing())

    def _missing(self) -> Iterator[str]:
        if self.is_limited and self.consent is None:
            yield "consent"
        if self.is_limited and self.reasonable is None:
            yield "reasonable"
