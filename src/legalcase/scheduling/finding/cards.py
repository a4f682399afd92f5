"""Cards: what of each deadline of the law the schedule asks again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import Factory, evolve, field, frozen

from legalcase.catalogue.deadline_rule import DeadlineRule, DeadlineVersion
from legalcase.catalogue.twins import other_side
from legalcase.law.ask.behind import deadlines_behind, trigger_words
from legalcase.law.book.finding.packs import local_court
from legalcase.law.book.venues import OF_THE_FORUM, go_together, roles_of
from legalcase.law.call.commenced import COMMENCED
from legalcase.scheduling.finding.kinds import Kinds, kinds_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.catalogue.terms import Term
    from legalcase.courts.bench import Court
    from legalcase.law.lawbook import Law

__all__ = ["Card", "LastOf", "asks_of", "cards_for"]

#: Where no days are added for the method of service.
_NO_TABLES: Final = frozenset({"none", "notice only"})


@frozen(kw_only=True)
class LastOf:
    """Of several events `on` the one whose `until` came last decides, by `cite`."""

    on: str
    until: str
    cite: str

    @property
    def words(self) -> tuple[str, str]:
        """Both words."""
        return self.on, self.until


@frozen(kw_only=True, eq=False)
class Card:
    """A deadline of the law, and what decides how it is asked.

    `words` are all the triggers that it can use, `heads` those that start it, by what
    the rule says, `restarts` those that stop it and start it anew, `last_of` those of
    which, of several, the last one decided counts, `firsts` those of which the first
    setting counts. `asks` are the facts and inputs that it may ask for, `by_first` has
    the versions of the rule by the day from which on each is in force.
    `kinds` are the words by which papers are told from which it runs from others.
    `halves` pair a word by which it is met with that of the paper's other side, where
    that alone does not meet it; `shown_by` are all words under which anything bears on
    whether it is done.
    `is_elsewhere` where the case is in a court of a state, and what is due is due in a
    court to which it can go: that one is not known. Rules of one `sort` say the same of
    who owes what begins.
    """

    rule: DeadlineRule
    words: tuple[str, ...]
    heads: tuple[str, ...]
    restarts: frozenset[str]
    last_of: tuple[LastOf, ...]
    firsts: frozenset[str]
    asks: frozenset[str]
    kinds: Kinds | None
    halves: tuple[tuple[str, str], ...]
    shown_by: frozenset[str]
    has_forum: bool
    is_plain: bool
    is_elsewhere: bool
    direction: str
    by_first: dict[str, DeadlineVersion]
    sort: int
    #: The deadline's id.
    id: str = field(
        init=False, default=Factory(lambda card: card.rule.id, takes_self=True)
    )


def cards_for(
    law: Law, court: str | None, jurisdiction: str | None, proceeding: str | None
) -> tuple[Card, ...]:
    """Return the cards of the deadlines that can arise before a court.

    Of a court that is not entered, those of its jurisdiction. `proceeding` restricts
    to what arises in it; ``None`` to what a court hears, where that is entered.
    """
    known = law.cached("cards")
    key = (court, jurisdiction, proceeding)
    found: tuple[Card, ...] | None = known.get(key)
    if found is None:
        bench = None if court is None else law.court(court)
        sorts: dict[object, int] = {}
        found = tuple(
            card
            for rule in law.deadlines()
            if _is_heard(rule, bench, proceeding)
            and (
                (is_elsewhere := _is_elsewhere(rule, jurisdiction))
                or _arises(law, rule, bench, jurisdiction)
            )
            for card in _cards(law, rule, sorts, is_elsewhere=is_elsewhere)
        )
        known[key] = found
    return found


def _is_heard(rule: DeadlineRule, court: Court | None, proceeding: str | None) -> bool:
    """Tell whether a deadline arises in what the case is, or else the court hears."""
    if proceeding is not None:
        return proceeding in rule.proceedings
    if court is None or not court.hears:
        return True
    return not set(court.hears).isdisjoint(rule.proceedings)


def _arises(
    law: Law, rule: DeadlineRule, court: Court | None, jurisdiction: str | None
) -> bool:
    """Tell whether a court counts a deadline, or lists it as of the appeal from it."""
    own = local_court(rule.id)
    if court is None:
        return own is None and rule.jurisdiction == jurisdiction
    if rule.id in court.without or (own is not None and own != court.id):
        return False
    return rule.id in court.appeals or go_together(
        law, court, law.counting_rule(rule.counting)
    )


def _is_elsewhere(rule: DeadlineRule, jurisdiction: str | None) -> bool:
    """Tell whether a deadline of a nation arises before the court of a state."""
    return rule.in_state_court and (jurisdiction or "").startswith(
        f"{rule.jurisdiction}-"
    )


def _cards(
    law: Law, rule: DeadlineRule, sorts: dict[object, int], *, is_elsewhere: bool
) -> Iterator[Card]:
    """Yield the card of a deadline, or one for each event from which its texts run.

    Each is started by its own event, asked with those of all, and has what its own
    texts give.
    """
    if not rule.shifts:
        yield _card(law, rule, sorts, is_elsewhere=is_elsewhere)
        return
    shapes: dict[object, list[DeadlineVersion]] = {}
    for text in rule.versions:
        words = tuple(trigger.event for trigger in text.term.triggers())
        shapes.setdefault((text.term.asked_with, words), []).append(text)
    every = trigger_words(rule, law)
    for texts in shapes.values():
        own = evolve(rule.in_text(texts[-1]), versions=tuple(texts))
        card = _card(law, own, sorts, is_elsewhere=is_elsewhere)
        yield evolve(card, words=every, is_plain=False)


def _card(
    law: Law, rule: DeadlineRule, sorts: dict[object, int], *, is_elsewhere: bool
) -> Card:
    term = rule.current.term
    triggers = tuple(term.triggers())
    own = tuple(dict.fromkeys(t.event for t in triggers if t.event is not None))
    behind = tuple(deadlines_behind(rule, law))
    # What only says whether a motion came in time starts nothing, and takes no start.
    stops = rule.current.restart
    in_time = frozenset(() if stops is None else stops.within)
    others = {
        word
        for one in behind[1:]
        if one.id not in in_time
        for word in (t.event for t in one.current.term.triggers())
    }
    conditions = {
        member.if_within.event
        for member in term.members
        if member.if_within is not None
    }
    words = trigger_words(rule, law)
    restarts: set[str] = set()
    last_of: dict[LastOf, None] = {}
    for one in behind:
        stop = one.current.restart
        if stop is not None:
            restarts |= {stop.on, stop.until}
            if stop.last_decides:
                last_of[LastOf(on=stop.on, until=stop.until, cite=stop.cite)] = None
    alone = tuple(word for word in own if word not in others | restarts | conditions)
    heads = (
        alone
        or tuple(word for word in own if word not in restarts)
        or tuple(word for word in words if word not in restarts)
    )
    refers = any(True for _ in term.references())
    twins = ((word, other_side(word)) for word in rule.met_by)
    halves = tuple((w, twin) for w, twin in twins if twin and twin not in rule.met_by)
    return Card(
        rule=rule,
        words=words,
        heads=heads,
        restarts=frozenset(restarts),
        last_of=tuple(last_of),
        firsts=frozenset(
            t.event for t in triggers if t.setting == "first" and t.event is not None
        ),
        asks=asks_of(law, rule),
        kinds=kinds_for(law, rule.counts_from),
        halves=halves,
        shown_by=frozenset((*rule.met_by, *(twin for _, twin in halves))),
        has_forum=bool(roles_of(law.counting_rule(rule.counting)) & set(OF_THE_FORUM)),
        is_plain=len(own) == 1 and not refers,
        is_elsewhere=is_elsewhere,
        direction=term.asked_with,
        by_first={one.first.isoformat(): one for one in reversed(rule.versions)},
        sort=sorts.setdefault(
            (rule.owed_by, rule.proceedings, rule.counts_from), len(sorts)
        ),
    )


def asks_of(law: Law, rule: DeadlineRule) -> frozenset[str]:
    """Return the facts and inputs that a deadline, or one behind it, can ask for."""
    known = law.cached("asks")
    asks: frozenset[str] | None = known.get(rule.id)
    if asks is None:
        asks = known[rule.id] = _asks(law, deadlines_behind(rule, law))
    return asks


def _asks(law: Law, behind: Iterable[DeadlineRule]) -> frozenset[str]:
    found: set[str] = set()
    tables: set[str] = set()
    for one in behind:
        terms = [v.term for v in one.versions]
        terms += [v.term for *_, v in one.variants if v.term is not None]
        parts = [part for term in terms for part in _parts(term)]
        rules = {one.counting} | {part.counting for part in parts if part.counting}
        disputes = list(one.disputes)
        for name in rules:
            disputes += law.counting_rule(name).disputes
        found |= {dispute.asks for dispute in disputes if dispute.asks is not None}
        tables |= {version.service_extension for version in one.versions}
        tables |= {v.service_extension or "none" for *_, v in one.variants}
        found |= {fact for fact, _ in one.only_if}
        tables |= {part.service_extension or "none" for part in parts}
        if any(version.by_commencement for version in one.versions):
            found.add(COMMENCED)
        if any(term.names_methods for term in terms):
            found.add("service")
    return frozenset(found | ({"service"} if tables - _NO_TABLES else set()))


def _parts(term: Term) -> Iterator[Term]:
    """Yield a term and all its members, at whatever depth."""
    yield term
    for member in term.members:
        yield from _parts(member)
