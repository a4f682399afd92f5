"""From a period or a deadline, its anchor and the names given: to an `Asked`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from attrs import evolve

from legalcase.catalogue.deadline_rule import DeadlineRule
from legalcase.catalogue.terms import Term, Trigger
from legalcase.counting.argument.computation import Computation
from legalcase.dates import Period
from legalcase.errors import (
    ConflictingInputError,
    ExtensionBarredError,
    InvalidPeriodError,
    InvalidTypeError,
    MissingInputError,
    UnknownNameError,
)
from legalcase.law.answer.conditions import check_order
from legalcase.law.answer.governing import check_direction, governing
from legalcase.law.book.finding.packs import local_court
from legalcase.law.book.venues import go_together
from legalcase.law.book.wording.synonyms import method_under, trigger_among
from legalcase.law.call.asked import Asked, day_of
from legalcase.law.call.commenced import text_on
from legalcase.law.call.door import (
    in_court_time,
    own_clock,
    plain_text,
    read_anchor,
    zone_of,
)
from legalcase.law.call.period_cases import text_for
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.counting.rules.counting_rule import CountingRule
    from legalcase.courts.bench import Court
    from legalcase.law.book.book import Book
    from legalcase.law.call.call import Call
    from legalcase.law.call.door import Anchor

__all__ = ["asked_for", "asked_of_service", "deadlines_behind", "trigger_words"]

_NO_TABLES: Final = frozenset({"none", "notice only"})


def asked_for(
    call: Call, period: object, direction: str, anchor: object, under: str | None
) -> Asked:
    """Return what was asked, of a period or of a catalogued deadline.

    Raises one of the errors of input where it contradicts itself or lacks something.
    """
    deadline = _deadline(call.law, period)
    if deadline is not None:
        asked = _catalogued(call, deadline, direction, anchor, under)
    else:
        found = _period(call.law, period)
        asked = _bare(call, found, direction, anchor, under)
    if call.court is None and asked.rule.zone is None:
        for moment in asked.anchors.values():
            call.said += own_clock(moment)
    return asked


def asked_of_service(call: Call, anchor: Anchor, under: str | None) -> Asked:
    """Return what was asked, of when service is complete."""
    rule = _rule(call.law, call.court, under)
    _resolve_service(call, rule)
    return Asked(
        call=call,
        term=Term(form="period", period=Period(1, "day"), trigger=Trigger()),
        rule=rule,
        direction="served",
        anchors={"": anchor},
    )


def _deadline(law: Book, period: object) -> DeadlineRule | None:
    if isinstance(period, DeadlineRule):
        return period
    if isinstance(period, str) and "/" in period:
        return law.deadline(period)
    return None


def _period(law: Book, period: object) -> Period:
    if isinstance(period, Period):
        return period
    if isinstance(period, str):
        from legalcase.law.book.finding.search import period_named

        return period_named(law, period)
    if type(period) is int:
        msg = f"{shown(period)} has no unit. Write '{shown(period)} days', say."
        raise InvalidPeriodError(msg, field="period", value=period)
    msg = (
        f"A period is text, a Period or a deadline, not {type(period).__name__} "
        f"{shown(period)}. Write '21 days', say."
    )
    raise InvalidTypeError(msg, field="period", value=period)


def _rule(law: Book, court: Court | None, under: str | None) -> CountingRule:
    if under is not None:
        rule = law.counting_rule(under)
    elif court is not None:
        rule = law.counting_rule(court.counting[0])
    else:
        msg = (
            "Under which rule? Pass under= (a counting rule such as 'us/frcp', or a "
            "jurisdiction) or court=."
        )
        raise MissingInputError(msg, field="under", value=None)
    if court is not None and not go_together(law, court, rule):
        msg = (
            f"{rule.id} is not a rule of {court.id}, which applies "
            f"{', '.join(court.counting)}. Give a court and a rule that go together."
        )
        raise ConflictingInputError(msg, field="under", value=under)
    return rule


def _check_service(call: Call, rule: CountingRule) -> None:
    """Refuse a table or a method that the rule has in no version; resolve a synonym.

    What the version in force has is known when its trigger is; this is for what would
    be passed over without a word: a table where no method was given, and a method
    under a rule that lists none.
    """
    tables = [version.data.get("service", {}) for version in rule.versions]
    name = call.given.service_extension
    if name is not None:
        known = _NO_TABLES.union(*tables)
        if name not in known:
            kind = f"table of service in {rule.id}:"
            raise UnknownNameError.among(kind, name, known)
    _resolve_service(call, rule)


def _resolve_service(call: Call, rule: CountingRule) -> None:
    """Put the method of service that was meant in the place of the one given."""
    given = call.given.service
    meant = method_under(call.law, rule, call.court, given)
    if meant != given:
        call.take(service=meant)


def _bare(
    call: Call, period: Period, direction: str, given: object, under: str | None
) -> Asked:
    if isinstance(given, Mapping):
        msg = (
            f"A bare period has one trigger, and {shown(given)} names several. Pass "
            "one date, or the id of a deadline that has several triggers."
        )
        raise InvalidTypeError(msg, field=direction, value=given)
    anchor = read_anchor(given, direction, zone_of(call.law, call.court, under))
    if under is None and call.court is None and isinstance(anchor, Computation):
        under = anchor.inputs.rule
    rule = _rule(call.law, call.court, under)
    _check_service(call, rule)
    if call.given.act is None:
        call.take(act=rule.default_act)
        call.act_is_assumed = True
    _check_extension(direction, anchor)
    sign = "before" if direction == "before" else "after"
    term = Term(form="period", period=period, trigger=Trigger(), direction=sign)
    return Asked(
        call=call,
        term=term,
        rule=rule,
        direction=direction,
        anchors={"": anchor},
        table=call.given.service_extension,
        bound=_bound(period, sign),
    )


def _bound(period: Period, direction: str) -> str:
    """Clear days after an event end with the first day on which another may happen."""
    clear = period.unit == "clear day" and direction == "after"
    return "not-earlier-than" if clear else "not-later-than"


def _check_extension(direction: str, anchor: Anchor) -> None:
    """Refuse to extend a period that its rule says may not be extended."""
    if direction != "extending" or not isinstance(anchor, Computation):
        return
    barred = anchor.barred_by
    if barred is not None:
        msg = (
            f"The time under {anchor.subject} may not be extended: {barred}. Count "
            "from its own trigger; only an appeal court can say otherwise."
        )
        raise ExtensionBarredError(msg, deadline=anchor.subject, barred_by=barred)


def _court_of(law: Book, deadline: DeadlineRule, court: Court | None) -> Court | None:
    """Return the court; a deadline of local rules brings its own.

    Raises `ConflictingInputError` if another court was given.
    """
    own = local_court(deadline.id)
    if own is None:
        return court
    if court is None:
        return law.court(own)
    if court.id != own:
        msg = (
            f"{deadline.id} is a rule of {own}, and {court.id} was given. Leave court= "
            "out, or look for the rules of that court."
        )
        raise ConflictingInputError(msg, field="court", value=court.id)
    return court


def _catalogued(
    call: Call,
    deadline: DeadlineRule,
    direction: str,
    given: object,
    under: str | None,
) -> Asked:
    """Return what was asked of a catalogued deadline, contradictions refused."""
    if direction == "extending":
        msg = (
            f"{deadline.id} has a trigger of its own and extends nothing. Pass the "
            "length of the extension instead: compute('14 days', extending=…)."
        )
        raise ConflictingInputError(msg, field="extending", value=given)
    law = call.law
    rule = _rule_of(call, deadline, under)
    zones = () if call.court is None else call.court.zones
    anchors = {
        word: anchor
        if isinstance(anchor, Computation)
        else in_court_time(anchor, zones, rule.zone)
        for word, anchor in _anchors(
            deadline, direction, given, law, zone_of(law, call.court, rule)
        ).items()
    }
    check_order(law, deadline.jurisdiction, anchors)
    if deadline.shifts:
        own_text, first = governing(call, deadline, direction, anchors)
        by_name = isinstance(given, Mapping)
        direction = own_text.term.asked_with if by_name else direction
    else:
        first = min(map(day_of, anchors.values()))
        own_text = text_on(call, deadline, first)
    deadline = deadline.in_text(own_text)
    if deadline.counting != rule.id:
        rule = _rule_of(call, deadline, under)
    version = text_for(call, deadline, own_text, first, anchors.values())
    found: dict[str, str | None] = {}
    for name, own in (
        ("act", version.act),
        ("nature", version.nature),
        ("paper", deadline.paper),
        ("service_extension", version.service_extension),
    ):
        was = getattr(call.given, name)
        if was is not None and own is not None and was != own:
            msg = (
                f"{deadline.id} brings {name}={own!r}, and {was!r} was given. Leave "
                f"{name}= out, or give a bare period."
            )
            raise ConflictingInputError(msg, field=name, value=was)
        if name != "service_extension" and was is None and own is not None:
            found[name] = own
    if found:
        call.take(**found)
    check_direction(deadline, own_text.term, direction)
    if call.court is not None and deadline.filed_in is not None:
        call.court = _takes_the_paper(law, call.court, deadline.filed_in)
    return Asked(
        call=call,
        term=version.term,
        rule=rule,
        direction=direction,
        anchors=anchors,
        table=version.service_extension,
        bound=version.bound,
        deadline=deadline,
        version=version,
    )


def _rule_of(call: Call, deadline: DeadlineRule, under: str | None) -> CountingRule:
    """Return the rule of computation of a deadline, what was given checked against it.

    Raises `ConflictingInputError` for another rule, or a court that does not apply it.
    """
    law = call.law
    rule = law.counting_rule(deadline.counting)
    if under is not None and law.counting_rule(under).id != rule.id:
        msg = (
            f"{deadline.id} is counted under {rule.id}, not under {under!r}. Leave "
            "under= out, or give a bare period."
        )
        raise ConflictingInputError(msg, field="under", value=under)
    court = call.court = _court_of(law, deadline, call.court)
    if court is not None and deadline.id not in court.appeals:
        _rule(law, court, rule.id)
    _check_service(call, rule)
    return rule


def _takes_the_paper(law: Book, below: Court, name: str) -> Court:
    """Return the court that takes what is filed from a court below.

    Its days are counted; the events were in the court below, and are read by the clock
    there: a judgment of half past ten at night in San Francisco is of that day.
    """
    known = law.cached("takes-the-paper")
    key = below, name
    found: Court | None = known.get(key)
    if found is None:
        found = evolve(law.court(name), zones=below.zones)
        known[key] = found
    return found


def _said_again(given: object) -> str:
    """Say the date that was given, to be passed again; another would be counted."""
    return shown(given) if type(given) is date else "date(…)"


def _anchors(
    deadline: DeadlineRule, direction: str, given: object, law: Book, zone: str | None
) -> dict[str, Anchor]:
    """Return the triggers by word; a single date stands under the word ``""``."""
    words = trigger_words(deadline, law)
    if not isinstance(given, Mapping):
        anchor = read_anchor(given, direction, zone)
        own = {t for t in deadline.current.term.triggers() if t.event or t.expiry_of}
        refers = any(True for _ in deadline.current.term.references())
        simple = deadline.current.term.form == "period"
        if not simple and (len(own) > 1 or refers):
            msg = (
                f"{deadline.id} has several triggers: {', '.join(words)}. Pass a "
                f"mapping with those known: {direction}={{{words[0]!r}: "
                f"{_said_again(given)}}}."
            )
            raise MissingInputError(msg, field=direction, value=given)
        return {_only_word(deadline): anchor}
    if not given:
        msg = f"{direction}= is empty. {deadline.id} runs from {', '.join(words)}."
        raise MissingInputError(msg, field=direction, value=given)
    for word in given:
        if not isinstance(word, str):
            msg = (
                f"{direction}= maps words to dates, and {shown(word)} is no word. "
                f"{deadline.id} runs from {', '.join(words)}."
            )
            raise InvalidTypeError(msg, field=direction, value=word)
    known: dict[str, Anchor] = {}
    for name, value in given.items():
        (word,) = plain_text(name)
        meant = trigger_among(law, deadline.id, word, words)
        if meant in known:
            msg = f"{direction}= gives {meant} twice: {shown(given)}. Give it one date."
            raise ConflictingInputError(msg, field=direction, value=given)
        if value is not None:
            known[meant] = read_anchor(value, f"{direction}[{shown(word)}]", zone)
    if not known:
        msg = f"No trigger is known. {deadline.id} runs from {', '.join(words)}."
        raise MissingInputError(msg, field=direction, value=given)
    return known


def _only_word(deadline: DeadlineRule) -> str:
    """Return the word under which the one date given stands.

    That is ``""``, any trigger, unless an answer makes it run from another one.
    """
    trigger = deadline.current.term.trigger
    event = "" if trigger is None else trigger.event or ""
    others = [t.event for *_, variant in deadline.variants for t in variant.triggers()]
    return event if any(other not in {None, event} for other in others) else ""


def deadlines_behind(deadline: DeadlineRule, law: Book) -> Iterator[DeadlineRule]:
    """Yield a deadline and every one that it refers to, under any answer, once."""
    seen: set[str] = set()
    waiting = [deadline]
    while waiting:
        rule = waiting.pop(0)
        if rule.id in seen:
            continue
        seen.add(rule.id)
        yield rule
        version = rule.current
        names = list(version.references())
        for *_, variant in rule.variants:
            names += variant.references()
        waiting += [law.deadline(name) for name in dict.fromkeys(names)]


def trigger_words(deadline: DeadlineRule, law: Book) -> tuple[str, ...]:
    """Return every trigger word that a deadline, and those it refers to, can use."""
    words: dict[str, None] = {}
    for rule in deadlines_behind(deadline, law):
        version = rule.current
        words.update(dict.fromkeys(rule.triggers))
        if version.restart is not None:
            words.update(dict.fromkeys((version.restart.on, version.restart.until)))
        for *_, variant in rule.variants:
            own = (t.event for t in variant.triggers() if t.event)
            words.update(dict.fromkeys(own))
    return tuple(words)
