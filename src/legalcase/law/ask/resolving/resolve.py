"""From a period or a deadline, its anchor and the names given: to an `Asked`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

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
)
from legalcase.law.answer.conditions import check_order
from legalcase.law.answer.texts.governing import check_direction, governing
from legalcase.law.ask.resolving.triggers import anchors_by_word
from legalcase.law.ask.resolving.under_rule import (
    check_service,
    resolve_service,
    rule_for,
)
from legalcase.law.book.finding.packs import local_court
from legalcase.law.call.asked import Asked, day_of
from legalcase.law.call.commenced import text_on
from legalcase.law.call.door import (
    in_court_time,
    own_clock,
    read_anchor,
    zone_of,
)
from legalcase.law.call.period_cases import text_for
from legalcase.shown import shown

if TYPE_CHECKING:
    from legalcase.counting.rules.counting_rule import CountingRule
    from legalcase.courts.bench import Court
    from legalcase.law.book.book import Book
    from legalcase.law.call.call import Call
    from legalcase.law.call.door import Anchor

__all__ = ["asked_for", "asked_of_service"]


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
    rule = rule_for(call.law, call.court, under)
    resolve_service(call, rule)
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
        from legalcase.law.book.finding.searching.search import period_named

        return period_named(law, period)
    if type(period) is int:
        msg = f"{shown(period)} has no unit. Write '{shown(period)} days', say."
        raise InvalidPeriodError(msg, field="period", value=period)
    msg = (
        f"A period is text, a Period or a deadline, not {type(period).__name__} "
        f"{shown(period)}. Write '21 days', say."
    )
    raise InvalidTypeError(msg, field="period", value=period)


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
    rule = rule_for(call.law, call.court, under)
    check_service(call, rule)
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
        for word, anchor in anchors_by_word(
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
        rule_for(law, court, rule.id)
    check_service(call, rule)
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
