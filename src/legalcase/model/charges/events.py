"""What can happen to the charges against a defendant."""

from __future__ import annotations

from attrs import field, frozen

from legalcase.kernel.checks import (
    check_count,
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

__all__ = [
    "ChargeDisposed",
    "Charged",
    "ChargesRevived",
    "ChargesSuperseded",
    "PleaEntered",
    "PleaWithdrawn",
    "SentenceImposed",
    "VerdictReturned",
]

_label = check_kind(Label, "Pass Label(audience=…).")
_ref = check_kind(Ref, "Pass Ref('event', …).")


@frozen(kw_only=True)
class Charged(Event):
    """A defendant, the party `of`, was charged with an offense: one count.

    `sequence` is the number of the count in the charging document, `statute` what was
    broken, as the document cites it; `severity` is a word of the vocabulary, `degree`
    what the statute calls it (``"second degree"``), `instrument` refers to the
    indictment, information or complaint on the docket. Of two defendants each has a
    charge of its own.
    """

    charge_id: str = field(validator=check_id, metadata=names("charge"))
    of: str = field(validator=check_id, metadata=refers("party"))
    statute: str = field(repr=False, validator=check_text)
    sequence: int | None = field(default=None, validator=optional(check_count))
    title: str | None = field(default=None, repr=False, validator=optional(check_text))
    severity: str | None = field(
        default=None, validator=optional(check_word), metadata=word("severity")
    )
    degree: str | None = field(default=None, repr=False, validator=optional(check_text))
    instrument: Ref | None = field(default=None, validator=optional(_ref))
    label: Label | None = field(default=None, validator=optional(_label))


@frozen(kw_only=True)
class PleaEntered(Event):
    """A defendant pleaded to counts; `plea` is a word of the vocabulary."""

    counts: tuple[str, ...] = field(
        validator=check_some(check_ids), metadata=refers("charge")
    )
    plea: str = field(validator=check_word, metadata=word("plea"))


@frozen(kw_only=True)
class PleaWithdrawn(Event):
    """A plea to counts was withdrawn, or set aside."""

    counts: tuple[str, ...] = field(
        validator=check_some(check_ids), metadata=refers("charge")
    )
    by_order: Ref | None = field(default=None, validator=optional(_ref))


@frozen(kw_only=True)
class VerdictReturned(Event):
    """A verdict, or a mistrial, on counts; `verdict` is a word of the vocabulary.

    `lesser` is what was found instead, as it is cited, where the verdict is on a
    lesser offense. What the court makes of it is a disposition.
    """

    counts: tuple[str, ...] = field(
        validator=check_some(check_ids), metadata=refers("charge")
    )
    verdict: str = field(validator=check_word, metadata=word("verdict"))
    lesser: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class SentenceImposed(Event):
    """A sentence was imposed on counts; `by_order` refers to the judgment."""

    counts: tuple[str, ...] = field(
        validator=check_some(check_ids), metadata=refers("charge")
    )
    sentence: str = field(repr=False, validator=check_text)
    by_order: Ref | None = field(default=None, validator=optional(_ref))


@frozen(kw_only=True)
class ChargeDisposed(Event):
    """The court is done with counts; `disposition` is a word of the vocabulary."""

    counts: tuple[str, ...] = field(
        validator=check_some(check_ids), metadata=refers("charge")
    )
    disposition: str = field(validator=check_word, metadata=word("disposition"))
    by_order: Ref | None = field(default=None, validator=optional(_ref))


@frozen(kw_only=True)
class ChargesSuperseded(Event):
    """Counts were replaced by those of another charging document, `by`."""

    counts: tuple[str, ...] = field(
        validator=check_some(check_ids), metadata=refers("charge")
    )
    by: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("charge")
    )


@frozen(kw_only=True)
class ChargesRevived(Event):
    """Counts are pending again: what disposed of or replaced them was set aside."""

    counts: tuple[str, ...] = field(
        validator=check_some(check_ids), metadata=refers("charge")
    )
    by_order: Ref | None = field(default=None, validator=optional(_ref))
