"""offers: which offers to settle are open, until when, and who must hear of them."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from legalcase.authority import Authority
from legalcase.counting.argument.explain import say_day
from legalcase.dates import as_date
from legalcase.markup import Table
from legalcase.oversight.civil.following import FOLLOWS
from legalcase.oversight.civil.saying import html_with, text_with
from legalcase.oversight.civil.until import Until, until_of
from legalcase.oversight.seen import case_of, check_inside, is_admitted
from legalcase.plain_data import PlainData
from legalcase.practice.communications.facet import COMMUNICATIONS
from legalcase.practice.settlement.offers.facet import OFFERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.model.agenda import Agenda
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile
    from legalcase.practice.settlement.offers.state import Offer

__all__ = ["OpenOffer", "OpenOffers", "offers", "offers_of"]

#: What can be accepted after its time, until it is withdrawn.
_STILL_OPEN: Final = frozenset({"part-36"})
_HAD: Final = MappingProxyType({"withdrawn": "been withdrawn", "lapsed": "lapsed"})


@frozen(kw_only=True)
class OpenOffer(PlainData):
    """An offer that can be accepted, as far as what was recorded says.

    `due_on` is the last day on which it can be, `safe_on` that which is right under
    every reading; `because` are the deadlines that say so, empty where the offer does
    itself, and both days are ``None`` where nothing says. `is_ours` tells that our side
    made it. `untold` are the clients to whom it was made and of whom no communication
    about it is recorded; ``None`` where the case was read without the room that says.
    `follows` says what comes if it is not accepted, by `authority`. `terms` is empty
    where its label does not admit the audience.
    """

    case_id: str
    offer_id: str
    kind: str
    state: str
    by: tuple[str, ...]
    to: tuple[str, ...]
    terms: str | None = field(default=None, repr=False)
    made_on: date
    due_on: date | None = None
    safe_on: date | None = None
    because: tuple[str, ...] = ()
    days_left: int | None = None
    is_ours: bool
    untold: tuple[str, ...] | None = ()
    follows: str
    authority: Authority | None = field(default=None, repr=False)

    @property
    def ref(self) -> str:
        """Noun and id."""
        return f"practice/offer:{self.offer_id}"

    @property
    def is_over(self) -> bool:
        """Whether its last safe day is over."""
        return self.days_left is not None and self.days_left < 0


@frozen(kw_only=True, repr=False)
class OpenOffers(PlainData):
    """The offers of a case that are open on a day, those that end first at the top.

    `findings` say in words what is wrong with any of its offers, open or not.
    """

    case_id: str
    on: date
    rows: tuple[OpenOffer, ...]
    findings: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Return the day and how many."""
        return f"<OpenOffers of {self.case_id!r} on {self.on}: {len(self)}>"

    def __iter__(self) -> Iterator[OpenOffer]:
        """Give the rows."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return how many are open."""
        return len(self.rows)

    def to_rows(self) -> list[dict[str, object]]:
        """Return a row of plain JSON types for each."""
        return [
            {**one.to_dict(), "authority": one.authority and str(one.authority)}
            for one in self.rows
        ]

    def _table(self) -> Table:
        table = Table(
            f"Offers open on {say_day(self.on)}: {len(self.rows)}",
            ("until", "offer", "from", "to", "if not accepted"),
        )
        for one in self.rows:
            until = "nothing says" if one.safe_on is None else say_day(one.safe_on)
            if one.due_on not in (None, one.safe_on):
                until += f" (or {one.due_on})"
            told = f"; not told: {', '.join(one.untold)}" if one.untold else ""
            rule = "" if one.authority is None else f" ({one.authority})"
            table.add(
                until,
                f"{one.offer_id}: {one.kind}, {one.state}{told}",
                ", ".join(one.by),
                ", ".join(one.to),
                one.follows + rule,
                mark="strong" if one.is_over or one.untold else "",
            )
        return table

    def __str__(self) -> str:
        """Return them as a table of text, and what is wrong below."""
        return text_with(self._table(), self.findings)

    def _repr_html_(self) -> str:
        return html_with(self._table(), self.findings)


def offers(case: Case | CaseFile, *, on: date, audience: str = "firm") -> OpenOffers:
    """Return the offers of a case that are open on a day, and what is wrong with any.

    Until when comes from the offer, or from the deadlines that run from its service and
    are met by an acceptance, as they stand now: one that was extended or computed anew
    moves the offer with it. That a client was told is a communication to it that is
    about the offer (`about=(Ref("practice/offer", …),)`), or about its service.

    `audience` is ``"firm"`` or ``"owner"``. Raises `InvalidValueError` for another,
    and `InvalidTypeError` for a case that was read without the room `practice.OFFERS`.
    """
    case = case_of(case)
    day = as_date(on, "on")
    check_inside(audience, "What was offered")
    return offers_of(case, None, day, audience)


def offers_of(
    case: Case, agenda: Agenda | None, day: date, audience: str = "firm"
) -> OpenOffers:
    """Return the same of a case whose agenda somebody has made already, or nobody."""
    rows: list[OpenOffer] = []
    findings: list[str] = []
    made = [one for one in case[OFFERS] if one.made_on <= day]
    items = (agenda or case.agenda()).items if made else ()
    for offer in made:
        findings += _of_service(case, offer)
        until = until_of(case, offer, items)
        findings += _of_acceptance(offer, until, day)
        if offer.is_open_on(day):
            row = _row(case, offer, until, day, audience)
            rows.append(row)
            findings += _of_row(row)
    rows.sort(key=lambda one: (one.safe_on or date.max, one.offer_id))
    return OpenOffers(
        case_id=case.case_id, on=day, rows=tuple(rows), findings=tuple(findings)
    )


def _row(case: Case, offer: Offer, until: Until, day: date, audience: str) -> OpenOffer:
    follows, authority = FOLLOWS[offer.kind]
    clients = {one.party_id for one in case.people.clients if one.is_client_on(day)}
    safe = until.safe_on
    return OpenOffer(
        case_id=case.case_id,
        offer_id=offer.offer_id,
        kind=offer.kind,
        state=offer.state_on(day) or offer.state,
        by=offer.by,
        to=offer.to,
        terms=offer.terms if is_admitted(offer.label, audience) else None,
        made_on=offer.made_on,
        due_on=until.due_on,
        safe_on=safe,
        because=until.because,
        days_left=None if safe is None else (safe - day).days,
        is_ours=not clients.isdisjoint(offer.by),
        untold=_untold(case, offer, clients, day),
        follows=follows,
        authority=authority,
    )


def _untold(
    case: Case, offer: Offer, clients: set[str], day: date
) -> tuple[str, ...] | None:
    """Return the clients who received an offer and were not told of it by a day."""
    if not case.has_room(COMMUNICATIONS):
        return None
    about = {f"practice/offer:{offer.offer_id}", f"event:{offer.service}"}
    told = {
        party
        for one in case[COMMUNICATIONS].said
        if one.direction in {"out", "both"}
        and offer.made_on <= one.happened_on <= day
        and not about.isdisjoint(one.about)
        for party in one.with_parties
    }
    return tuple(one for one in offer.to if one in clients and one not in told)


def _of_row(row: OpenOffer) -> Iterator[str]:
    if row.safe_on is None:
        yield f"{row.ref}: nothing says until when it is open"
    elif row.is_over and row.kind not in _STILL_OPEN:
        yield (
            f"{row.ref} was open until {row.safe_on}, and nobody recorded what came "
            "of it"
        )
    if row.untold is None:
        yield f"{row.ref}: whether the client was told cannot be read in this case"
    elif row.untold:
        yield f"{row.ref}: {', '.join(row.untold)} was not told of it"


def _of_service(case: Case, offer: Offer) -> Iterator[str]:
    """Find a service that no deadline can run from."""
    if offer.service is not None and case.docket.find(offer.service) is None:
        yield f"practice/offer:{offer.offer_id}: its service is no entry of the docket"


def _of_acceptance(offer: Offer, until: Until, day: date) -> Iterator[str]:
    """Find an acceptance that may be worth nothing: late, or of what was taken back."""
    step = offer.step("accepted")
    if step is None or step.on > day:
        return
    ref = f"practice/offer:{offer.offer_id}"
    before = [one.state for one in offer.steps if one is not step]
    if before[-1] in {"withdrawn", "lapsed"}:
        yield f"{ref} was accepted on {step.on}, after it had {_HAD[before[-1]]}"
    elif until.due_on is not None and step.on > until.due_on:
        yield f"{ref} was accepted on {step.on}, after {until.due_on}"
    elif until.safe_on is not None and step.on > until.safe_on:
        yield f"{ref} was accepted on {step.on}: in time on some readings alone"
    missing = [party for party in offer.to if party not in step.by]
    if missing:
        yield f"{ref} was made to {', '.join(missing)} as well, who did not accept it"
