"""Label: who may see a text, why no more than they, by which order, and until when."""

from __future__ import annotations

from datetime import date
from typing import Final

from attrs import evolve, field, frozen

from legalcase.dates import as_date
from legalcase.errors import InvalidValueError
from legalcase.kernel.checks import check_date, check_kind, check_word, one_of, optional
from legalcase.kernel.events.ref import Ref
from legalcase.kernel.events.terms import Terms
from legalcase.kernel.events.words import word
from legalcase.shown import shown

__all__ = [
    "AUDIENCES",
    "PUBLIC",
    "Label",
    "borne",
    "check_audience",
    "lasts_for",
    "stricter",
]

#: From the widest to the narrowest: each sees what those before it see, and more.
AUDIENCES: Final = ("public", "court", "party", "client", "firm", "owner")

_RANK: Final = {word: rank for rank, word in enumerate(AUDIENCES)}


@frozen(kw_only=True)
class Label(Terms):
    """Who may see something.

    `audience` is the widest that may: ``"firm"`` is for the firm and its owner alone,
    ``"public"`` for everybody. `ground` is a word of the vocabulary (``"privileged"``),
    `by_order` refers to the order that says so, and from the day `until` on the label
    says nothing any more.

    >>> Label(audience="firm", ground="privileged").admits("client")
    False
    """

    audience: str = field(validator=one_of(AUDIENCES))
    ground: str | None = field(
        default=None, validator=optional(check_word), metadata=word("ground")
    )
    by_order: Ref | None = field(
        default=None,
        validator=optional(check_kind(Ref, "Pass Ref('event', …).")),
    )
    until: date | None = field(default=None, validator=optional(check_date))

    def admits(self, audience: str, *, on: date | None = None) -> bool:
        """Tell whether an audience may see what bears this label, on a day.

        `on` decides where the label has an end, and has to be given then:
        `InvalidValueError` otherwise, and for what is no audience.
        """
        check_audience(audience)
        if self.until is not None:
            if on is None:
                msg = (
                    f"The label ends on {self.until}, so that the day decides. Pass "
                    "on=date(…), the day on which it is looked at."
                )
                raise InvalidValueError(msg, field="on", value=None)
            if as_date(on, "on") >= self.until:
                return True
        return _RANK[audience] >= _RANK[self.audience]


#: What everybody may see: what a court says in public, unless it was sealed.
PUBLIC: Final = Label(audience="public")


def check_audience(word: object) -> None:
    """Refuse what is no audience; raises `InvalidValueError`."""
    if not isinstance(word, str) or word not in _RANK:
        msg = f"{shown(word)} is no audience. Use one of {', '.join(AUDIENCES)}."
        raise InvalidValueError(msg, field="audience", value=word)


def lasts_for(label: Label, audience: str, *, on: date | None = None) -> bool:
    """Tell whether an audience may see what bears a label; without a day, now and ever.

    What is shown outlives the day on which it was made: without `on`, a label that
    ends some day still holds.
    """
    if on is None and label.until is not None:
        label = evolve(label, until=None)
    return label.admits(audience, on=on)


def stricter(one: Label | None, other: Label | None) -> Label | None:
    """Return a label that admits nobody whom either of the two does not admit.

    It is the one with the narrower audience, until both have ended: what one label
    forbids for good is not open when a narrower one ends. A label that is public
    forbids nothing, and ``None`` says nothing, so that the other one holds.
    """
    if one is None or other is None:
        return other if one is None else one
    ends = (one.until or date.max, other.until or date.max)
    if _RANK[one.audience] == _RANK[other.audience]:
        return one if ends[0] >= ends[1] else other
    wide, narrow = sorted((one, other), key=lambda label: _RANK[label.audience])
    if not _RANK[wide.audience] or max(ends) == (narrow.until or date.max):
        return narrow
    return evolve(narrow, until=wide.until)


def borne(*said: Label | None, kind: Label) -> Label:
    """Return the label of something: the stricter of those `said`, else of its kind.

    What is said takes the place of what holds for the `kind`, wider or narrower; but
    one that ends says nothing from then on, and must not open then what the kind keeps.
    """
    found: Label | None = None
    for each in said:
        found = stricter(found, each)
    if found is None:
        return kind
    return found if found.until is None else stricter(found, kind) or found
