"""What can happen to the claims of a case."""

from __future__ import annotations

from typing import Any

from attrs import Attribute, field, frozen

from legalcase.errors import InvalidValueError
from legalcase.kernel.checks import (
    check_id,
    check_ids,
    check_kind,
    check_some,
    check_text,
    check_word,
    optional,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import Ref, names, refers
from legalcase.kernel.events.words import word

__all__ = ["ClaimAmended", "ClaimDisposed", "ClaimReinstated", "ClaimStated"]

_label = check_kind(Label, "Pass Label(audience=…).")
_ref = check_kind(Ref, "Pass Ref('event', …).")
_several = check_some(check_ids)


def _check_against(instance: Any, attribute: Attribute[Any], value: object) -> None:
    _several(instance, attribute, value)
    both = set(instance.by or ()) & set(instance.against)
    if both:
        name = min(both)
        msg = (
            f"The party {name!r} would claim against itself. Name it in by or in "
            "against, not in both."
        )
        raise InvalidValueError(msg, field=attribute.name, value=name)


@frozen(kw_only=True)
class ClaimStated(Event):
    """The parties `by` claim something against the parties `against`: one claim.

    `kind` is a word of the vocabulary (``"counterclaim"``), `number` that which the
    claim has in its pleading, `theory` the cause of action, `relief` what is asked
    for, `pleading` refers to the entry of the docket.
    """

    claim_id: str = field(validator=check_id, metadata=names("claim"))
    by: tuple[str, ...] = field(validator=_several, metadata=refers("party"))
    against: tuple[str, ...] = field(validator=_check_against, metadata=refers("party"))
    theory: str = field(repr=False, validator=check_text)
    kind: str = field(default="complaint", validator=check_word, metadata=word("claim"))
    number: str | None = field(default=None, repr=False, validator=optional(check_text))
    relief: str | None = field(default=None, repr=False, validator=optional(check_text))
    pleading: Ref | None = field(default=None, validator=optional(_ref))
    label: Label | None = field(default=None, validator=optional(_label))


@frozen(kw_only=True)
class ClaimAmended(Event):
    """A claim was amended: what is given here is new, what is left out stays.

    As to parties between whom it was disposed of it stays so: what is claimed anew
    against one of them is stated anew.
    """

    claim_id: str = field(validator=check_id, metadata=refers("claim"))
    by: tuple[str, ...] | None = field(
        default=None, validator=optional(_several), metadata=refers("party")
    )
    against: tuple[str, ...] | None = field(
        default=None, validator=optional(_check_against), metadata=refers("party")
    )
    theory: str | None = field(default=None, repr=False, validator=optional(check_text))
    relief: str | None = field(default=None, repr=False, validator=optional(check_text))
    pleading: Ref | None = field(default=None, validator=optional(_ref))


@frozen(kw_only=True)
class ClaimDisposed(Event):
    """The court is done with a claim, as to all or as to some of its parties.

    `by` and `against` are those between whom it is disposed of; all of that side, if
    they are left out. `disposition` is a word of the vocabulary.
    """

    claim_id: str = field(validator=check_id, metadata=refers("claim"))
    disposition: str = field(validator=check_word, metadata=word("disposition"))
    by: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    against: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    by_order: Ref | None = field(default=None, validator=optional(_ref))


@frozen(kw_only=True)
class ClaimReinstated(Event):
    """A claim goes on: what disposed of it, as to all or some, was set aside."""

    claim_id: str = field(validator=check_id, metadata=refers("claim"))
    by_order: Ref | None = field(default=None, validator=optional(_ref))
