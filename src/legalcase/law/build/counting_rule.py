"""From tables to counting rules: versions laid out in full, a base under them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from legalcase.counting.rules.counting_rule import CountingRule, RuleVersion
from legalcase.counting.rules.words.overlay import lay_over
from legalcase.law.build.calendar import authority_of, build_disputes, in_full
from legalcase.law.build.closed_sets import meant
from legalcase.law.build.own_cites import OwnCites
from legalcase.law.build.silent import with_silence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from legalcase.authority import Authority

__all__ = ["build_rule", "default_calendars", "lay_local_rules"]


def build_rule(
    raw: Mapping[str, Any], edition: str, base: CountingRule | None
) -> CountingRule:
    """Return a counting rule from its file, over the rule that it is based on."""
    head = raw["rule"]
    by_role = default_calendars(head)
    prefix = head["cite_prefix"]
    authority = authority_of({"cite": "=" + head["name"], **head}, prefix=prefix)
    versions = _versions(raw["version"], authority, prefix)
    tolls = _tolls(raw["version"])
    default_act, zone = head.get("default_act"), head.get("zone")
    disputes = build_disputes(raw.get("dispute", []), authority, prefix)
    if base is not None:
        own = OwnCites(raw["version"], prefix) if "base_cites" in head else None
        theirs = base.disputes
        if own is not None and meant("rule", "base_cites", head["base_cites"]):
            authorities = [version.authority for version in versions]
            theirs = tuple(own.of_dispute(one, authorities) for one in theirs)
        versions = _combined(base, versions, raw["version"], prefix, own)
        tolls = _all_tolls(base, raw["version"], prefix)
        by_role = {**dict(base.default_calendars), **by_role}
        default_act = default_act or base.default_act
        zone = zone or base.zone
        mine = {dispute.id for dispute in disputes} | set(
            head.get("without_disputes", ())
        )
        disputes += tuple(d for d in theirs if d.id not in mine)
        edition = f"{edition}+{base.edition}"
    # A base's citations were written out in full when it was combined.
    written = "" if base is not None else prefix
    disputes = with_silence(disputes, versions, written)
    return CountingRule(
        id=head["id"],
        name=head["name"],
        edition=edition,
        cite_prefix=written,
        default_calendar=by_role.pop("court"),
        default_calendars=tuple(sorted(by_role.items())),
        versions=_with_tolls(versions, tolls),
        disputes=disputes,
        default_act=default_act,
        zone=zone,
        last=head.get("through"),
    )


def default_calendars(head: Mapping[str, Any]) -> dict[str, str]:
    """Return the calendars that fill the roles of a rule where nothing else does."""
    given = head["default_calendar"]
    return {"court": given} if isinstance(given, str) else dict(given)


def _versions(
    tables: list[dict[str, Any]], authority: Authority, prefix: str
) -> tuple[RuleVersion, ...]:
    """Lay each version over the one before it."""
    data: dict[str, Any] = {}
    versions = []
    for table in sorted(tables, key=lambda table: table["from"]):
        data = lay_over(data, table)
        cite = authority_of(table, authority, prefix=prefix, first=table["from"])
        versions.append(RuleVersion(first=table["from"], authority=cite, data=data))
    return tuple(versions)


def _combined(
    base: CountingRule,
    versions: tuple[RuleVersion, ...],
    tables: list[dict[str, Any]],
    prefix: str,
    cites: OwnCites | None = None,
) -> tuple[RuleVersion, ...]:
    """Lay a rule's versions over its base's, at every date where either changes."""
    start = versions[0].first
    dates = {version.first for version in versions}
    dates |= {version.first for version in base.versions if version.first > start}
    combined = []
    for day in sorted(dates):
        own = [version for version in versions if version.first <= day][-1]
        under = base.version_on(day)
        laid_under = in_full(under.data, base.cite_prefix)
        newest = max(own, under, key=lambda version: version.first)
        if cites is not None:
            laid_under, newest = cites.put(laid_under, day), own
        data = _laid_over(laid_under, tables, prefix, day)
        combined.append(RuleVersion(first=day, authority=newest.authority, data=data))
    return tuple(combined)


def lay_local_rules(
    rule: CountingRule, tables: list[dict[str, Any]], prefix: str, edition: str
) -> CountingRule:
    """Return a counting rule with local rules laid over it."""
    versions = []
    dates = {table["from"] for table in tables}
    dates |= {version.first for version in rule.versions}
    for day in sorted(dates):
        if day < rule.first:
            continue
        under = rule.version_on(day)
        data = in_full(under.data, rule.cite_prefix)
        data = _laid_over(data, tables, prefix, day)
        versions.append(RuleVersion(first=day, authority=under.authority, data=data))
    return CountingRule(
        id=rule.id,
        name=rule.name,
        edition=f"{rule.edition}+{edition}",
        cite_prefix="",
        default_calendar=rule.default_calendar,
        default_calendars=rule.default_calendars,
        versions=_with_tolls(tuple(versions), _all_tolls(rule, tables, prefix)),
        disputes=with_silence(rule.disputes, tuple(versions), ""),
        default_act=rule.default_act,
        zone=rule.zone,
        last=rule.last,
    )


def _tolls(tables: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the orders that held once of all tables, each once."""
    found: list[Mapping[str, Any]] = []
    for table in tables:
        found += (toll for toll in table.get("tolls", ()) if toll not in found)
    return found


def _all_tolls(
    under: CountingRule, tables: Iterable[Mapping[str, Any]], prefix: str
) -> list[Mapping[str, Any]]:
    """Return the orders of a rule, and of tables that are laid over it."""
    return _tolls(
        [
            *(in_full(version.data, under.cite_prefix) for version in under.versions),
            *(in_full(table, prefix) for table in tables),
        ]
    )


def _with_tolls(
    versions: tuple[RuleVersion, ...], tolls: list[Mapping[str, Any]]
) -> tuple[RuleVersion, ...]:
    """Return the versions with all orders: one holds for whatever meets its days."""
    if not tolls:
        return versions
    return tuple(
        evolve(version, data={**version.data, "tolls": tolls}) for version in versions
    )


def _laid_over(
    data: dict[str, Any],
    tables: list[dict[str, Any]],
    prefix: str,
    day: date,
) -> dict[str, Any]:
    """Lay the tables in force on a day over another rule's version, oldest first."""
    for table in sorted(tables, key=_from):
        if table["from"] <= day:
            data = lay_over(data, in_full(table, prefix))
    return data


def _from(table: Mapping[str, Any]) -> date:
    first: date = table["from"]
    return first
