"""Whether a service was proved, and whether the proof says what was recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from legalcase.errors import InvalidValueError
from legalcase.model.docket.state import DocketEntry, Proof
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from legalcase.kernel.register import Register

__all__ = ["ServiceShown", "service_of", "service_proved", "services_unproved"]

#: What can be wrong with a service, and what it means.
_WRONG: Final = {
    "no-proof": "no proof of service is on the docket",
    "quashed": "the service was struck or quashed",
    "party-not-proved": "the proofs leave out a party on whom it was served",
    "another-day": "the proof gives another day than was recorded",
    "another-method": "the proof gives another way of service than was recorded",
    "day-not-said": "of no proof is it recorded on which day it says that was served",
}


@frozen(kw_only=True)
class ServiceShown(PlainData):
    """What shows that something was served, and what is wrong with it.

    `proofs` are those that stand on the docket. `findings` are codes:
    ``"no-proof"``, ``"quashed"``, ``"party-not-proved"``, ``"another-day"``,
    ``"another-method"`` and ``"day-not-said"``; `said` has them in words. `unproved`
    are the parties on whom it was served, and for whom there is no proof.
    """

    entry_id: str
    proofs: tuple[Proof, ...]
    unproved: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()

    @property
    def is_proved(self) -> bool:
        """Whether it stands, and is proved as to all, for the day as recorded.

        A proof of which nobody recorded the day proves that something was served.
        """
        wrong = {"no-proof", "quashed", "party-not-proved", "another-day"}
        return not wrong & set(self.findings)

    @property
    def said(self) -> tuple[str, ...]:
        """What is wrong, in words."""
        return tuple(_WRONG[code] for code in self.findings)


def service_of(docket: Register[DocketEntry], entry_id: str) -> ServiceShown:
    """Return what shows a service, and what is wrong with it.

    `docket` is that of a case, `entry_id` the id of the event `Served`. What is not
    proved can be valid all the same (Fed. R. Civ. P. 4(l)(3)). Raises
    `UnknownNameError` for what is no entry, `InvalidValueError` for one that is no
    service.
    """
    entry = docket[entry_id]
    if entry.kind != "served":
        msg = (
            f"The entry {entry_id!r} is of the kind {entry.kind!r}, and no service. "
            "Ask for the id of an event Served."
        )
        raise InvalidValueError(msg, field="entry_id", value=entry_id)
    return ServiceShown(
        entry_id=entry_id,
        proofs=entry.proofs,
        unproved=_unproved(entry),
        findings=tuple(_findings(entry)),
    )


def _unproved(entry: DocketEntry) -> tuple[str, ...]:
    """Return the parties of whom no proof speaks; one without names speaks of all."""
    if any(not proof.on for proof in entry.proofs):
        return ()
    named = {party for proof in entry.proofs for party in proof.on}
    return tuple(party for party in entry.on if party not in named)


def _findings(entry: DocketEntry) -> list[str]:
    found = []
    if not entry.stands:
        found.append("quashed")
    if not entry.proofs:
        return [*found, "no-proof"]
    if _unproved(entry):
        found.append("party-not-proved")
    days = {proof.served_on for proof in entry.proofs if proof.served_on is not None}
    if days - {entry.happened_on}:
        found.append("another-day")
    elif not days:
        found.append("day-not-said")
    methods = {proof.method for proof in entry.proofs if proof.method is not None}
    if entry.method is not None and methods - {entry.method}:
        found.append("another-method")
    return found


def service_proved(docket: Register[DocketEntry], entry_id: str) -> bool:
    """Tell whether a service stands and was proved for the day as recorded.

    Raises what `service_of` raises, which says why not.
    """
    return service_of(docket, entry_id).is_proved


def services_unproved(docket: Register[DocketEntry]) -> tuple[ServiceShown, ...]:
    """Return the services that stand and are not proved, in the order of the docket.

    Not every service needs a proof on the docket: under Fed. R. Civ. P. 5(d)(1)(B)
    none is required for a paper that is served by filing it with the court's
    electronic-filing system. It is the reader who knows which.
    """
    shown = (
        service_of(docket, entry.event_id)
        for entry in docket
        if entry.kind == "served" and entry.stands
    )
    return tuple(one for one in shown if not one.is_proved)
