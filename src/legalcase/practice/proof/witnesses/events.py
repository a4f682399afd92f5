"""What can happen to a witness: named, asked when they can come, heard, dropped."""

from __future__ import annotations

from datetime import date
from typing import Final

from attrs import field, frozen

from legalcase.directory.ids import entry_of
from legalcase.errors import InvalidValueError, MissingInputError
from legalcase.kernel.checks import (
    check_date,
    check_id,
    check_ids,
    check_kind,
    check_some,
    check_text,
    check_truth,
    one_of,
    optional,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import names, refers

__all__ = [
    "WITNESS_KINDS",
    "AvailabilityStated",
    "AvailabilityWithdrawn",
    "WitnessChanged",
    "WitnessDropped",
    "WitnessNamed",
    "WitnessOrderSet",
    "WitnessReinstated",
    "WitnessTestified",
]

#: What a witness is called for.
WITNESS_KINDS: Final = ("fact", "expert", "character", "records-custodian")

_label = check_kind(Label, "Pass Label(audience=…).")


@frozen(kw_only=True)
class WitnessNamed(Event):
    """Somebody is to testify: who, called by which parties, of which kind, on what.

    Who it is says `party_id` (a party of the case), `person` (an id of the directory),
    or `name`. `language` is that in which they testify, as a tag of BCP 47, where an
    interpreter is needed; `is_remote` that they take part from elsewhere;
    `conditions` what else has to be heeded, protection above all. It is work product
    unless `label` says otherwise.
    """

    witness_id: str = field(validator=check_id, metadata=names("practice/witness"))
    party_id: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("party")
    )
    person: str | None = field(default=None, validator=optional(entry_of("person")))
    name: str | None = field(default=None, repr=False, validator=optional(check_text))
    called_by: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    kind: str = field(default="fact", validator=one_of(WITNESS_KINDS))
    topics: str | None = field(default=None, repr=False, validator=optional(check_text))
    language: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    is_remote: bool = field(default=False, validator=check_truth)
    conditions: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    label: Label | None = field(default=None, validator=optional(_label))

    def __attrs_post_init__(self) -> None:
        """Refuse a witness who is nobody."""
        if self.party_id is None and self.person is None and self.name is None:
            msg = (
                "Nothing says who the witness is. Pass party_id=, a party of the case, "
                "person=, an id of the directory, or name=."
            )
            raise MissingInputError(msg, field="person", value=None)

    def tags(self) -> tuple[str, ...]:
        """Return by which party, and by which person, the line is found."""
        party = () if self.party_id is None else (f"party:{self.party_id}",)
        return party if self.person is None else (*party, self.person)


@frozen(kw_only=True)
class WitnessChanged(Event):
    """What a witness needs, or is called for, is otherwise; what is left out stays."""

    witness_id: str = field(validator=check_id, metadata=refers("practice/witness"))
    called_by: tuple[str, ...] | None = field(
        default=None, validator=optional(check_ids), metadata=refers("party")
    )
    topics: str | None = field(default=None, repr=False, validator=optional(check_text))
    language: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    is_remote: bool | None = field(default=None, validator=optional(check_truth))
    conditions: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )

    def __attrs_post_init__(self) -> None:
        """Refuse a change of nothing."""
        said = (
            self.called_by,
            self.topics,
            self.language,
            self.is_remote,
            self.conditions,
        )
        if all(one is None for one in said):
            msg = (
                "Nothing is said of what changed. Pass called_by, topics, language, "
                "is_remote or conditions."
            )
            raise MissingInputError(msg, field="topics", value=None)


@frozen(kw_only=True)
class WitnessDropped(Event):
    """Nobody means to call a witness any more, and why."""

    witness_id: str = field(validator=check_id, metadata=refers("practice/witness"))
    ground: str = field(repr=False, validator=check_text)


@frozen(kw_only=True)
class WitnessReinstated(Event):
    """A witness who was dropped is to be called after all."""

    witness_id: str = field(validator=check_id, metadata=refers("practice/witness"))
    ground: str = field(repr=False, validator=check_text)


@frozen(kw_only=True)
class WitnessTestified(Event):
    """A witness was heard at a hearing; one can be heard again."""

    witness_id: str = field(validator=check_id, metadata=refers("practice/witness"))
    hearing_id: str = field(validator=check_id, metadata=refers("hearing"))
    text: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class WitnessOrderSet(Event):
    """In which order witnesses are to be called at a hearing; the last one holds."""

    hearing_id: str = field(validator=check_id, metadata=refers("hearing"))
    witness_ids: tuple[str, ...] = field(
        validator=check_some(check_ids), metadata=refers("practice/witness")
    )


@frozen(kw_only=True)
class AvailabilityStated(Event):
    """A witness can come, or cannot, from one day through another: by whose word.

    Both days are included; `until_on` is left out where nobody knows an end.
    `stated_by` says from whom we know it.
    """

    availability_id: str = field(
        validator=check_id, metadata=names("practice/availability")
    )
    witness_id: str = field(validator=check_id, metadata=refers("practice/witness"))
    is_available: bool = field(validator=check_truth)
    from_on: date = field(validator=check_date)
    until_on: date | None = field(default=None, validator=optional(check_date))
    stated_by: str = field(repr=False, validator=check_text)
    reason: str | None = field(default=None, repr=False, validator=optional(check_text))

    def __attrs_post_init__(self) -> None:
        """Refuse a time that ends before it begins."""
        if self.until_on is not None and self.until_on < self.from_on:
            msg = (
                f"The time would end on {self.until_on}, before it begins on "
                f"{self.from_on}. Pass the last day of it, or none."
            )
            raise InvalidValueError(msg, field="until_on", value=self.until_on)


@frozen(kw_only=True)
class AvailabilityWithdrawn(Event):
    """What was said of when a witness can come does not hold any more."""

    availability_id: str = field(
        validator=check_id, metadata=refers("practice/availability")
    )
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))
