"""DeadlineRule: what is due when: one catalogued deadline, in its versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from legalcase.errors import InvalidValueError, RuleNotInForceError
from legalcase.plain_data import PlainData, plain
from legalcase.sealed import same_fields, sealed
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from legalcase.authority import Authority, Dispute
    from legalcase.catalogue.counts_from import CountsFrom
    from legalcase.catalogue.terms import Restart, Term
    from legalcase.catalogue.variant import Variant

__all__ = ["DeadlineRule", "DeadlineVersion", "Extension", "say_term"]


@frozen(kw_only=True)
class Extension:
    """Who may extend the time, and which rule forbids it."""

    court: str | None = None
    agreement: str | None = None
    barred: str | None = None
    cite: str | None = None


@frozen(kw_only=True)
class DeadlineVersion:
    """A deadline as it stands from a trigger date on.

    `counting`, `paper`, `owed_by` and `met_by` are its own, as those of the deadline
    are; with no `counting`, all four are as the deadline has them. `by_commencement`
    tells that it is for cases commenced on or after its first day alone.
    """

    first: date
    authority: Authority
    title: str
    term: Term
    act: str
    nature: str | None
    bound: str
    service_extension: str
    extension: Extension | None
    restart: Restart | None
    note: str | None
    counting: str | None = None
    paper: str | None = None
    owed_by: str | None = None
    met_by: tuple[str, ...] = ()
    by_commencement: bool = False

    def references(self) -> Iterator[str]:
        """Yield the ids of the deadlines to which it refers."""
        yield from self.term.references()
        if self.restart is not None:
            yield from self.restart.within


@frozen(kw_only=True, eq=False, repr=False)
class DeadlineRule(PlainData):
    """One catalogued deadline: its trigger, act and period by version.

    `counting` is the id of the rule of computation, of the newest version, as are
    `paper`, `owed_by` and `met_by`; `shifts` tells that a later text runs from another
    event, or on its other side;
    `last` the last trigger date on which it was in force, ``None`` if it is;
    `overrides` tells that a folder of the user's put it in another's place;
    `owed_by` is who must act, a word of the sort ``side``, relative to the event from
    which the time runs, and ``None`` where the entry does not say;
    `met_by` are the events that satisfy it, words of the sort ``trigger``, and empty
    where none is entered;
    `proceedings` are those in which it arises (``"civil"``, ``"appeal"``);
    `after_disposition` tells that it runs after the judgment or another end of the
    case, and outlives it;
    `stayed_by_stay` is what a stay of the case does to it, on the authority of
    `stay_cite`: ``"yes"``, it does not run; ``"no"``; ``"by-order"``, the kind of stay
    or its order decides; ``None`` where the law entered does not say;
    `only_if` are the (fact, answer) pairs under which it arises at all, `applies_once`
    and `applies_until` the events, of whoever owes it, with which it takes the place of
    another deadline, and another takes its place; `arises_with` is the event without
    which it does not arise, whoever did it, and `in_state_court` tells that it arises
    before the courts of a state without that;
    `counts_from` says from which of the events of its triggers it runs, where not from
    all, and `first_of` are the triggers of which, of several events, the first alone
    counts;
    `permissive` are the words by which the rule lets a party do it, on the authority
    of `permissive_cite`, where nothing is lost but the chance: ``None`` for what must
    be done;
    `case_facts` are its disputes that ask only which of several periods it has;
    `variants` are (dispute, answer, what the answer puts in the place of the term),
    for disputes whose answers change more than the count;
    `filed_in` is the court that takes the paper, where a court from which the appeal
    lies can be asked for it: its days are counted, not those of the court below.
    """

    id: str
    edition: str
    counting: str
    versions: tuple[DeadlineVersion, ...] = field()
    last: date | None = None
    paper: str | None = None
    aliases: tuple[str, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    examples: tuple[Mapping[str, Any], ...] = field(
        default=(), converter=sealed, repr=False
    )
    overrides: bool = False
    variants: tuple[tuple[str, str, Variant], ...] = field(default=(), repr=False)
    owed_by: str | None = None
    met_by: tuple[str, ...] = ()
    proceedings: tuple[str, ...] = ()
    after_disposition: bool = False
    stayed_by_stay: str | None = None
    stay_cite: str | None = None
    only_if: tuple[tuple[str, str], ...] = ()
    applies_once: str | None = None
    applies_until: str | None = None
    arises_with: str | None = None
    in_state_court: bool = False
    filed_in: str | None = None
    counts_from: CountsFrom | None = None
    first_of: tuple[str, ...] = ()
    permissive: str | None = None
    permissive_cite: str | None = None
    case_facts: tuple[str, ...] = ()
    shifts: bool = False

    @versions.validator
    def _check_versions(self, _: object, value: tuple[DeadlineVersion, ...]) -> None:
        if not value:
            msg = f"The deadline {shown(self.id)} has no text. Give a version at least."
            raise InvalidValueError(msg, field="versions", value=value)

    def __repr__(self) -> str:
        """Return id and title."""
        return f"<DeadlineRule {self.id!r} {self.title!r}>"

    def __eq__(self, other: object) -> bool:
        """Compare everything: whoever changes a copy keeps its id and edition."""
        return same_fields(self, other)

    def __hash__(self) -> int:
        """Hash by id and edition: what is equal has the same."""
        return hash((self.id, self.edition))

    @property
    def current(self) -> DeadlineVersion:
        """The newest version."""
        return self.versions[-1]

    @property
    def title(self) -> str:
        """What must be done."""
        return self.current.title

    @property
    def cite(self) -> str:
        """The citation of the newest version."""
        return self.current.authority.cite

    @property
    def jurisdiction(self) -> str:
        """The jurisdiction's id."""
        return self.id.partition("/")[0]

    @property
    def triggers(self) -> tuple[str, ...]:
        """The trigger words of the newest version, and of older ones if they differ."""
        texts = reversed(self.versions) if self.shifts else (self.current,)
        found = (trigger.event for text in texts for trigger in text.term.triggers())
        return tuple(dict.fromkeys(word for word in found if word is not None))

    def in_text(self, version: DeadlineVersion) -> DeadlineRule:
        """Return the deadline as a version has it, where it says other things of it.

        Itself where nothing is otherwise: by which rule it is counted, who owes it and
        what meets it.
        """
        if version.counting is None:
            return self
        own = {
            name: getattr(version, name)
            for name in ("counting", "paper", "owed_by", "met_by")
        }
        if all(getattr(self, name) == value for name, value in own.items()):
            return self
        return evolve(self, **own)

    def variants_of(self, dispute: str) -> dict[str, Variant]:
        """Return what each answer to a dispute changes in the deadline itself."""
        return {answer: one for name, answer, one in self.variants if name == dispute}

    def references(self) -> Iterator[str]:
        """Yield the ids of the deadlines to which a version or an answer refers.

        Those of the newest version come first.
        """
        for version in reversed(self.versions):
            yield from version.references()
        for *_, variant in self.variants:
            yield from variant.references()

    @property
    def disputed(self) -> dict[str, Dispute]:
        """Its own disputed questions by full id: ``"us/frcp/4(m)#…"``."""
        return {f"{self.id}#{dispute.id}": dispute for dispute in self.disputes}

    def version_on(self, day: date) -> DeadlineVersion:
        """Return the version in force on `day`.

        Raises `RuleNotInForceError` if none was.
        """
        if self.last is None or day <= self.last:
            for version in reversed(self.versions):
                if version.first <= day:
                    return version
        first, versions = self.versions[0].first, len(self.versions)
        raise RuleNotInForceError.of(self.id, day, first, self.last, versions=versions)

    def to_dict(self) -> dict[str, Any]:
        """Return the newest version as one row of plain JSON types."""
        current = self.current
        return {
            "id": self.id,
            "title": self.title,
            "cite": self.cite,
            "when": say_term(current.term),
            "triggers": list(self.triggers),
            "act": current.act,
            "bound": current.bound,
            "owed_by": self.owed_by,
            "met_by": list(self.met_by),
            "proceedings": list(self.proceedings),
            "after_disposition": self.after_disposition,
            "stayed_by_stay": self.stayed_by_stay,
            "only_if": dict(self.only_if),
            "applies_once": self.applies_once,
            "applies_until": self.applies_until,
            "arises_with": self.arises_with,
            "in_state_court": self.in_state_court,
            "filed_in": self.filed_in,
            "counts_from": plain(self.counts_from),
            "first_of": list(self.first_of),
            "permissive": self.permissive,
            "counting": self.counting,
            "jurisdiction": self.jurisdiction,
            "in_force_from": current.first.isoformat(),
            "in_force_through": None if self.last is None else self.last.isoformat(),
        }

    def _repr_html_(self) -> str:
        from legalcase.markup import Table

        table = Table(
            f"{self.id}: {self.title}", ("from", "period", "act", "authority")
        )
        for version in self.versions:
            table.add(
                str(version.first),
                say_term(version.term),
                version.act,
                version.authority.cite,
            )
        return table.html()


def say_term(term: Term) -> str:
    """Say a term in words: ``"later of 14 days after …, us/frap/4(a)(1)(A)"``."""
    said = _said(term)
    if term.if_within is not None:
        names = " or ".join(term.if_within.within)
        said += f" (if {term.if_within.event} came in time under {names})"
    return f"{said} (if it happens)" if term.optional else said


def _said(term: Term) -> str:
    if term.form == "period":
        said = f"{term.period} {term.direction} {term.trigger}"
        if not term.because:
            said += "".join(f", or {case}" for case in term.cases)
        return said if term.ends is None else f"{said}, then {term.ends}"
    if term.form == "remaining":
        return f"the time under {term.ref}"
    if term.form == "on":
        return f"the {term.ref}"
    members = ", ".join(say_term(member) for member in term.members)
    return f"{term.form.replace('-', ' ')} ({members})"
