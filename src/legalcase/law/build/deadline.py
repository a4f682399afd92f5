"""From tables to deadlines: terms, triggers, versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from legalcase.authority import INPUTS, cited
from legalcase.calendars.entries.falls import WEEKDAYS
from legalcase.catalogue.counts_from import CountsFrom
from legalcase.catalogue.deadline_rule import DeadlineRule, DeadlineVersion, Extension
from legalcase.catalogue.terms import Condition, Restart, Term, Trigger
from legalcase.catalogue.variant import Variant
from legalcase.counting.rules.parts.named_day import NamedDay
from legalcase.counting.rules.settings import minutes
from legalcase.dates import Period
from legalcase.law.build.calendar import authority_of, build_disputes
from legalcase.law.build.closed_sets import meant
from legalcase.law.build.period_cases import period_cases, which_period
from legalcase.law.build.texts import changes_of

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["OF_THE_TERM", "VARIED", "VARYING", "build_deadline"]

#: The forms of a deadline's term, of which it states one.
FORMS: Final = frozenset({"period", "later_of", "earlier_of"})
#: What goes with the form: a version that states a term anew states it whole.
OF_THE_TERM: Final = ("period", "later_of", "earlier_of", "ends", "when")
#: What an answer can change that is more than a setting of one count.
VARYING: Final = frozenset({"trigger", "later_of", "earlier_of", "restarts"})
#: All that such an answer can change.
VARIED: Final = VARYING | {"period", "act", "nature", "service_extension"}


def build_deadline(
    table: Mapping[str, Any], pack: Mapping[str, Any], edition: str, *, overrides: bool
) -> DeadlineRule:
    """Return a deadline from its table and the head of its pack."""
    prefix = pack["cite_prefix"]
    in_force = table["in_force"]
    versions = []
    merged: dict[str, Any] = dict(table)
    changes = [change for _, change in changes_of(table, "$")]
    for change in changes:
        if change.keys() & FORMS:
            for key in OF_THE_TERM:
                merged.pop(key, None)
        if change.keys() - {"from", "verified"}:
            merged.pop("applies", None)  # it is said of one text alone
        merged.update(change)
        versions.append(_version(merged, prefix, pack["counting"]))
    authority = versions[-1].authority
    questions = which_period(table, authority, prefix)
    return DeadlineRule(
        id=f"{pack['id']}/{table['id']}",
        edition=edition,
        counting=merged.get("counting", pack["counting"]),
        shifts=any(change.keys() & {"trigger", "direction"} for change in changes[1:]),
        versions=tuple(versions),
        last=in_force.get("through"),
        paper=merged.get("paper"),
        aliases=tuple(
            _full_id(alias, pack["id"]) for alias in table.get("aliases", ())
        ),
        disputes=(
            *build_disputes(table.get("dispute", []), authority, prefix),
            *questions,
        ),
        case_facts=tuple(one.id for one in questions),
        examples=tuple(table.get("examples", ())),
        overrides=overrides,
        owed_by=merged.get("owed_by"),
        met_by=tuple(merged.get("met_by", ())),
        proceedings=tuple(table.get("proceedings", ())),
        after_disposition="after_disposition" in table
        and meant("deadline", "after_disposition", table["after_disposition"]),
        stayed_by_stay=_stayed(table),
        stay_cite=_cite_of("stayed_by_stay", table, prefix),
        only_if=tuple(sorted(table.get("only_if", {}).items())),
        applies_once=table.get("applies_once"),
        applies_until=table.get("applies_until"),
        arises_with=table.get("arises_with"),
        in_state_court="in_state_court" in table
        and meant("deadline", "in_state_court", table["in_state_court"]),
        filed_in=table.get("filed_in"),
        counts_from=_counts_from(table, prefix),
        first_of=tuple(table.get("first_of", ())),
        permissive=table.get("permissive", {}).get("words"),
        permissive_cite=_cite_of("permissive", table, prefix),
        variants=tuple(
            (dispute["id"], reading["name"], _variant(reading, table, prefix))
            for dispute in table.get("dispute", ())
            if _varies(dispute)
            for reading in dispute["reading"]
        ),
    )


def _stayed(table: Mapping[str, Any]) -> str | None:
    stay = table.get("stayed_by_stay")
    return None if stay is None else str(meant("stay", "effect", stay["effect"]))


def _cite_of(key: str, table: Mapping[str, Any], prefix: str) -> str | None:
    part = table.get(key)
    return None if part is None else cited(prefix, part["cite"])


def _counts_from(table: Mapping[str, Any], prefix: str) -> CountsFrom | None:
    part = table.get("counts_from")
    if part is None:
        return None
    return CountsFrom(
        papers=tuple(part.get("papers", ())),
        other_than=tuple(part.get("other_than", ())),
        hearings=tuple(part.get("hearings", ())),
        asks="unsaid" not in part or meant("counts_from", "unsaid", part["unsaid"]),
        cite=cited(prefix, part["cite"]),
    )


def _varies(dispute: Mapping[str, Any]) -> bool:
    """Tell whether the answers make another deadline, and not only another count."""
    asks = dispute.get("asks")
    if asks is not None:
        return asks not in INPUTS
    return any(VARYING & reading.keys() for reading in dispute["reading"])


def _variant(
    reading: Mapping[str, Any], table: Mapping[str, Any], prefix: str
) -> Variant:
    has_members = reading.keys() & {"later_of", "earlier_of"}
    direction = _direction("deadline", table)
    return Variant(
        term=_term(reading, prefix, direction) if has_members else None,
        period=Period.parse(reading["period"]) if "period" in reading else None,
        trigger=_trigger(reading["trigger"]) if "trigger" in reading else None,
        act=reading.get("act"),
        nature=reading.get("nature"),
        service_extension=reading.get("service_extension"),
        restarts="restarts" not in reading
        or meant("deadline_reading", "restarts", reading["restarts"]),
    )


def _direction(kind: str, table: Mapping[str, Any]) -> str:
    direction: str = meant(kind, "direction", table.get("direction", "after"))
    return direction


def _full_id(alias: str, pack: str) -> str:
    return (
        alias if alias.startswith(pack.partition("/")[0] + "/") else f"{pack}/{alias}"
    )


def _version(table: Mapping[str, Any], prefix: str, counting: str) -> DeadlineVersion:
    extension = table.get("extension")
    restart = table.get("restart")
    return DeadlineVersion(
        first=table["from"],
        authority=authority_of(table, prefix=prefix, first=table["from"]),
        title=table["title"],
        term=_term(
            table,
            prefix,
            meant("deadline", "direction", table.get("direction", "after")),
        ),
        act=table["act"],
        nature=table.get("nature"),
        bound=meant("deadline", "bound", table["bound"]),
        service_extension=table["service_extension"],
        extension=None if extension is None else _extension(extension, prefix),
        restart=None
        if restart is None
        else Restart(
            on=restart["on"],
            until=restart["until"],
            cite=cited(prefix, restart["cite"]),
            within=tuple(restart.get("within", ())),
            not_before=restart.get("not_before"),
            last_decides="several" in restart
            and meant("restart", "several", restart["several"]),
            only_the_rest="for" in restart and meant("restart", "for", restart["for"]),
        ),
        note=table.get("note"),
        counting=table.get("counting", counting),
        paper=table.get("paper"),
        owed_by=table.get("owed_by"),
        met_by=tuple(table.get("met_by", ())),
        by_commencement="applies" in table
        and meant("deadline_version", "applies", table["applies"]),
    )


def _extension(table: Mapping[str, str], prefix: str) -> Extension:
    cite = cited(prefix, table.get("cite", ""))
    return Extension(**{**table, "cite": cite or None})


def _term(table: Mapping[str, Any], prefix: str, direction: str) -> Term:
    cite = cited(prefix, table.get("cite", ""))
    for form in ("later_of", "earlier_of"):
        if form in table:
            members = tuple(_member(member, prefix) for member in table[form])
            return Term(form=form.replace("_", "-"), members=members, cite=cite)
    if "remaining" in table:
        return Term(form="remaining", ref=table["remaining"], cite=cite)
    if "on" in table:
        return Term(form="on", ref=table["on"], cite=cite)
    return Term(
        form="period",
        period=Period.parse(table["period"]),
        trigger=_trigger(table["trigger"]),
        direction=direction,
        cite=cite,
        ends=_ends(table["ends"], prefix) if "ends" in table else None,
        cases=period_cases(table, prefix),
    )


def _ends(table: Mapping[str, Any], prefix: str) -> NamedDay:
    """Return the weekday on which the rule ends a period."""
    named = [table["on"]] if isinstance(table["on"], str) else table["on"]
    return NamedDay(
        weekdays=tuple(sorted(map(WEEKDAYS.index, named))),
        is_later=meant("ends", "which", table["which"]),
        minute=minutes(table["at"]) if "at" in table else None,
        frees_the_day="if_moved" in table
        and meant("ends", "if_moved", table["if_moved"]),
        cite=cited(prefix, table["cite"]),
    )


def _member(table: Mapping[str, Any], prefix: str) -> Term:
    term = _term(
        table, prefix, meant("member", "direction", table.get("direction", "after"))
    )
    condition = table.get("if_within")
    return evolve(
        term,
        service_extension=table.get("service_extension"),
        counting=table.get("counting"),
        if_within=None
        if condition is None
        else Condition(
            event=condition["event"],
            within=tuple(condition["within"]),
            cite=cited(prefix, condition["cite"]),
        ),
        optional="optional" in table and meant("member", "optional", table["optional"]),
        needed_if=tuple(sorted(table.get("needed_if", {}).items())),
    )


def _trigger(value: str | Mapping[str, str]) -> Trigger:
    if isinstance(value, str):
        return Trigger(event=value)
    if "expiry_of" in value:
        return Trigger(
            expiry_of=value["expiry_of"],
            as_of_end=meant("expiry_trigger", "as", value["as"]),
        )
    return Trigger(
        event=value["event"],
        setting=meant("event_trigger", "setting", value["setting"]),
    )
