"""Nothing that is handed out can be changed: law is shared by everybody in a program.

What begins with an underscore is private; it holds derived values, worked out anew.
"""

from __future__ import annotations

import copy
import pickle
import types
from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from functools import partial
from typing import Any, Final

import attrs
import pytest
from attrs import evolve

import legalcase as lc
from house import modules
from legalcase.calendars.closures import Closure
from legalcase.codec import from_json, to_json
from legalcase.counting.rules.settings import Settings
from legalcase.counting.rules.venue import Venue
from legalcase.law.book.vocabulary import words_of
from legalcase.law.files.folder import LawFile, LawFolder
from legalcase.law.lawbook import Law
from legalcase.sealed import SealedTable, sealed
from samples import samples

DAY: Final = date(2026, 6, 3)
LAW: Final = lc.Law.bundled()
#: What cannot change and holds nothing.
PLAIN: Final = (str, bytes, int, float, complex, date, types.NoneType, type, Enum)


def handed_out() -> dict[str, object]:
    """Everything that the public face gives, by the call that gives it."""
    found: dict[str, object] = {
        "law": LAW,
        "jurisdiction": [LAW.jurisdiction(name) for name in LAW.jurisdictions()],
        "words": words_of(LAW),
        "local rules": LAW.local_rules("us/cand"),
        "files": [LAW.folders[0].read(name) for name in LAW.folders[0].all_names()],
        **{f"sample {name}": value for name, value in samples().items()},
    }
    for name in LAW.names("calendar"):
        found[f"calendar {name}"] = LAW.calendar(name)
        found[f"entries {name}"] = LAW.calendar(name).entries()
    for name in LAW.names("rule"):
        rule = LAW.counting_rule(name)
        found[f"rule {name}"] = rule
        found[f"settings {name}"] = [rule.settings(v) for v in rule.versions]
    found["deadlines"] = list(LAW.deadlines())
    found["courts"] = [c for name in LAW.jurisdictions() for c in LAW.courts(name)]
    computed = lc.compute("us/frcp/33(b)(2)", after=DAY, court="cand", service="mail")
    found["computation"] = [computed, computed.inputs, computed.steps, computed.notices]
    found["readings"] = computed.readings
    found["venue"] = Venue(calendars=(("court", LAW.calendar("us")),))
    return found


def reachable(value: object, path: str, seen: set[int]) -> Iterator[tuple[str, object]]:
    """Yield each value in another, with its path, private attributes left out."""
    if isinstance(value, PLAIN) or id(value) in seen:
        return
    seen.add(id(value))
    yield path, value
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from reachable(key, f"{path} key {key!r}", seen)
            yield from reachable(inner, f"{path}[{key!r}]", seen)
    elif isinstance(value, list | tuple | set | frozenset):
        for index, inner in enumerate(value):
            yield from reachable(inner, f"{path}[{index}]", seen)
    for name in attributes(value):
        yield from reachable(getattr(value, name), f"{path}.{name}", seen)


def attributes(value: object) -> list[str]:
    """The public attributes that a value has of its own."""
    names = {name for cls in type(value).__mro__ for name in _slots(cls)}
    names |= set(getattr(value, "__dict__", ()))
    return sorted(n for n in names if n[0] != "_" and hasattr(value, n))


def _slots(cls: type) -> tuple[str, ...]:
    slots = cls.__dict__.get("__slots__", ())
    return (slots,) if isinstance(slots, str) else tuple(slots)


def mutable(value: object) -> bool:
    """Whether something in it could be put elsewhere, taken away or added."""
    if isinstance(value, SealedTable | types.MappingProxyType):
        return False
    return isinstance(value, Mapping | list | set | bytearray) or any(
        hasattr(value, name) for name in ("append", "__setitem__", "add_note")
    )


@pytest.fixture(scope="module")
def everything() -> list[tuple[str, object]]:
    """What can be reached from the public face, with its path."""
    seen: set[int] = set()
    kept = handed_out()  # so that no identity is used twice
    found = []
    for name, value in kept.items():
        # The lists above are this test's own.
        several = value if isinstance(value, list) else [value]
        for one in several:
            found += list(reachable(one, name, seen))
    return found


def test_much_is_reached(everything: list[tuple[str, object]]) -> None:
    """Else the next tests prove nothing."""
    kinds = {type(value) for _, value in everything}
    assert len(everything) > 5_000
    assert {SealedTable, Law, LawFolder, LawFile, Settings, lc.CourtCalendar} <= kinds


def test_no_container_can_be_changed(everything: list[tuple[str, object]]) -> None:
    """No list, no dictionary, no set: what was handed out stays as it was."""
    # What a row of somebody else's list says is decoded for whoever asked, each time.
    asked = "sample ProjectedRow.data"
    found = [path for path, value in everything if mutable(value)]
    assert [path for path in found if not path.startswith(asked)] == []


def test_no_attribute_can_be_set(everything: list[tuple[str, object]]) -> None:
    """Nor deleted: a value is what it was when it was made."""
    failed = []
    for path, value in everything:
        for name in attributes(value):
            for change in (
                partial(setattr, value, name, None),
                partial(delattr, value, name),
            ):
                try:
                    change()
                except (AttributeError, TypeError):
                    continue
                failed.append(f"{path}.{name}")
    assert failed == []


def test_no_table_of_a_module_can_be_changed() -> None:
    """Nor those that a module shows without handing them out."""
    found = [
        f"{module.__name__}.{name}"
        for module in modules()
        for name, value in vars(module).items()
        if name[0] != "_"
        and isinstance(value, dict | list | set)
        and not isinstance(value, SealedTable)
    ]
    assert found == []


def test_a_change_of_what_was_handed_out_changes_no_date() -> None:
    """The attack itself: nine days for mail, for everybody, edition unchanged."""
    before = lc.compute("us/frcp/33(b)(2)", after=DAY, court="cand", service="mail")
    rule = lc.rule("us/frcp")
    assert isinstance(rule, lc.CountingRule)
    for version in rule.versions:
        table = version.data.get("service", {}).get("general", {}).get("mail")
        if table is None:
            continue
        for change in (
            partial(table.__setitem__, "add", "9 days"),
            partial(table.update, add="9 days"),
            partial(table.pop, "add", None),
            partial(table.setdefault, "x", "9 days"),
            table.clear,
            table.popitem,
            partial(table.__ior__, {"add": "9 days"}),
            partial(table.__delitem__, "add"),
        ):
            with pytest.raises((TypeError, AttributeError)):
                change()
    assert rule.versions[-1].data["service"]["general"]["mail"]["add"] == "3 days"
    fresh = Law((LawFolder(LAW.folders[0].path),))
    assert (
        fresh.compute("us/frcp/33(b)(2)", after=DAY, court="cand", service="mail")
        == before
    )


def test_a_sealed_table_is_a_table_to_whoever_reads_it() -> None:
    """It compares, copies, merges and travels as one, sealed at its end too."""
    table = sealed({"a": [1, {"b": {2}}], "c": date(2026, 7, 4)})
    assert table == {"a": (1, {"b": frozenset({2})}), "c": date(2026, 7, 4)}
    assert {**table, "a": 1} == {"a": 1, "c": date(2026, 7, 4)}
    for twin in (copy.copy(table), copy.deepcopy(table), sealed(table)):
        assert twin is table
    sent = pickle.loads(pickle.dumps(table))
    assert sent == table
    assert type(sent) is type(sent["a"][1]) is SealedTable


def test_tables_without_end_are_refused() -> None:
    """A table that lies in itself is no law."""
    table: dict[str, Any] = {}
    table["x"] = table
    with pytest.raises(lc.LegalCaseError, match="lay them out flat"):
        sealed(table)


def forged_calendar() -> lc.CourtCalendar:
    """Friday, 3 July 2026, open; id and edition those of the honest calendar."""
    us = lc.calendar("us")
    return evolve(us, definition=evolve(us.definition, holidays=()))


def test_a_calendar_with_other_days_is_another_calendar() -> None:
    """Whatever it calls itself: neither answers for the other, asked first or last."""
    honest = lc.calendar("us")
    for forged in (forged_calendar(), from_json(to_json(forged_calendar()))):
        assert (forged.id, forged.edition) == (honest.id, honest.edition)
        assert forged != honest
        law = Law((LawFolder(LAW.folders[0].path),))
        dates = [
            law.compute(
                "1 day", after=date(2026, 7, 2), under="us/frcp", calendar=calendar
            ).due
            for calendar in (forged, honest, forged, "us")
        ]
        assert dates == [date(2026, 7, day) for day in (3, 6, 3, 6)]
    twin = pickle.loads(pickle.dumps(honest))
    assert (twin, hash(twin)) == (honest, hash(honest))
    assert from_json(to_json(honest)) == honest


def test_a_rule_or_a_deadline_with_another_text_is_another() -> None:
    """Equality looks at everything; the hash is that of id and edition."""
    rule, deadline = LAW.counting_rule("us/frcp"), LAW.deadline("us/frcp/33(b)(2)")
    (version, *others) = rule.versions
    data = {**version.data, "nature": "x"}
    for one, other in (
        (rule, evolve(rule, versions=(evolve(version, data=data), *others))),
        (rule, evolve(rule, disputes=())),
        (deadline, evolve(deadline, paper="claim-form")),
    ):
        assert one != other
        assert hash(one) == hash(other)
        assert from_json(to_json(other)) == other


def test_the_settings_of_a_forged_version_are_not_kept_for_the_honest() -> None:
    """A version is told by what it is, not by the day on which it begins."""
    rule = from_json(to_json(LAW.counting_rule("us/frcp")))
    version = rule.versions[-1]
    data = {**version.data, "trigger_day": {**version.data["trigger_day"], "cite": "?"}}
    forged = rule.settings(evolve(version, data=data))
    honest = rule.settings(version)
    assert forged.trigger_clause != honest.trigger_clause
    assert honest.trigger_clause == (
        LAW.counting_rule("us/frcp").settings(version).trigger_clause
    )


def test_attrs_values_are_frozen() -> None:
    """Every public class of values refuses to be changed.

    What is made for one call, question or unit and handed to nobody is not: what
    begins with an underscore, and what a file is read into.
    """
    open_ones = [
        cls.__qualname__
        for module in modules()
        for cls in vars(module).values()
        if isinstance(cls, type)
        and cls.__module__ == module.__name__
        and attrs.has(cls)
        and cls.__setattr__ is object.__setattr__
        and not cls.__name__.startswith("_")
    ]
    of_one_question = ["Answer", "Asking", "Comparison", "Happening", "Happenings"]
    made = [
        "Alternative",
        "Asked",
        "Call",
        "Count",
        "Doubt",
        "Keeping",
        "Parts",
        "Question",
    ]
    assert sorted(open_ones) == sorted([*made, *of_one_question])


def test_closures_are_checked_where_they_are_made() -> None:
    """A closure of the wrong kind of value would fail much later."""
    good: dict[str, Any] = {
        "on": DAY,
        "name": "flood",
        "kind": "office-closed",
        "authority": lc.calendar("us").definition.authority,
    }
    assert Closure(**good).on == DAY
    for name, value in (("on", "x"), ("name", 1), ("kind", None), ("authority", "x")):
        with pytest.raises(lc.errors.InvalidTypeError):
            Closure(**{**good, name: value})
    with pytest.raises(lc.errors.InvalidValueError, match="half a character"):
        Closure(**{**good, "name": "\ud800"})
