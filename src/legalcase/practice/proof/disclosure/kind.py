"""DisclosureKind: what sort of disclosure there is, what belongs to it, and by what."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from legalcase.authority import Authority
from legalcase.errors import InvalidValueError, UnknownNameError
from legalcase.plain_data import PlainData
from legalcase.practice.declaring import check_several, texts_in
from legalcase.practice.proof.disclosure.events import DisclosureOwed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from legalcase.kernel.events.label import Label
    from legalcase.kernel.events.ref import Ref

__all__ = ["DisclosureItem", "DisclosureKind", "WaiverRule"]


@frozen(kw_only=True)
class DisclosureItem(PlainData):
    """One item of a disclosure: what it is, by which provision, on which form."""

    id: str
    title: str
    cite: str | None = None
    form: str | None = None


@frozen(kw_only=True)
class WaiverRule(PlainData):
    """A way in which a disclosure can be waived, by what, and on which form.

    `needs` are the kinds that both sides have to have made before.
    """

    way: str
    authority: Authority
    form: str | None = None
    needs: tuple[str, ...] = ()
    note: str | None = None


@frozen(kw_only=True, repr=False)
class DisclosureKind(PlainData):
    """A sort of disclosure, as its text has it.

    `owed` says in words who owes it to whom, `how` whether it is served, filed or
    both, `proof` the form that proves its service; `deadlines` are ids of the law that
    say when it is due. A continuing one is never complete.
    """

    id: str
    title: str
    owed: str
    how: str
    proof: str | None = None
    is_continuing: bool = False
    on_request: bool = False
    authority: Authority
    items: tuple[DisclosureItem, ...]
    waivers: tuple[WaiverRule, ...] = ()
    deadlines: tuple[str, ...] = ()
    note: str | None = field(default=None, repr=False)

    def __repr__(self) -> str:
        """Return the id and how many items belong to it."""
        return f"<DisclosureKind {self.id!r}: {len(self.items)} items>"

    def item(self, item_id: str) -> DisclosureItem:
        """Return an item; raises `UnknownNameError`."""
        for one in self.items:
            if one.id == item_id:
                return one
        names = [one.id for one in self.items]
        noun = "item of a disclosure"
        raise UnknownNameError.among(noun, str(item_id), names)

    def arises(  # noqa: PLR0913 - all keyword-only: who, to whom, when
        self,
        *,
        duty_id: str,
        by: str,
        to: Iterable[str],
        on: date,
        items: Iterable[str] = (),
        deadline_id: str | None = None,
        due_on: date | None = None,
        arose: str = "rule",
        of: Ref | None = None,
        label: Label | None = None,
    ) -> DisclosureOwed:
        """Return the event that a party owes this to others from a day on.

        All items, unless some are named; due with a deadline of the case, on a day, or
        on none. A kind that is owed on request alone arises by a request or an order,
        `of` refers to it. Raises `UnknownNameError` for an item that does not belong
        to it, `InvalidValueError` for what arises by a rule and needs a request, and
        `InvalidTypeError` for one text where several are asked for.
        """
        check_several("to", to)
        check_several("items", items)
        if self.on_request and arose == "rule":
            msg = (
                f"{self.authority.cite} is owed on request or by order, and not by the "
                "rule alone. Pass arose='request', and of= for the request."
            )
            raise InvalidValueError(msg, field="arose", value=arose)
        named = tuple(self.item(one).id for one in items)
        needs = {one for rule in self.waivers for one in rule.needs}
        return DisclosureOwed(
            duty_id=duty_id,
            kind=self.id,
            authority=self.authority.cite,
            arose=arose,
            owed_by=by,
            owed_to=tuple(to),
            items=named or tuple(one.id for one in self.items),
            deadline_id=deadline_id,
            due_on=due_on,
            is_continuing=self.is_continuing,
            waivable=tuple(one.way for one in self.waivers),
            waiver_needs=tuple(sorted(needs)),
            of=of,
            label=label,
            happened_on=on,
        )


@lru_cache(maxsize=4)
def bundled(read: Any) -> Mapping[str, DisclosureKind]:  # noqa: ANN401 - the reader
    """Return the kinds that come with the package, by id."""
    texts = texts_in("legalcase.practice.proof.disclosure", "kinds")
    found = [kind for text in texts for kind in read(text)]
    return MappingProxyType({one.id: one for one in found})
