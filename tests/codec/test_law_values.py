"""The law's own values are stored in full, so that they need no law to come back."""

from __future__ import annotations

import typing
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any

import attrs
import pytest
from attrs import evolve

from legalcase.codec import decode, encode, from_json, to_json
from legalcase.codec.values.law_values import LAW_KINDS
from legalcase.codec.values.law_values import _names as names
from legalcase.counting.rules.counting_rule import RuleVersion
from legalcase.errors import DecodeError, InvalidTypeError
from legalcase.law.lawbook import Law

LAW = Law.bundled()
US = LAW.calendar("us")
FRCP = LAW.counting_rule("us/frcp")
DAY = date(2026, 7, 10)


@pytest.mark.parametrize("cls", [*LAW_KINDS, RuleVersion])
def test_its_annotations_are_resolved_by_plain_names(cls: type) -> None:
    """Python 3.14 copies the names that it is given, and with them nothing clever."""
    hints = typing.get_type_hints(cls, None, dict(names(cls)))
    assert set(hints) >= {field.name for field in attrs.fields(cls)}
    public = [field.name for field in attrs.fields(cls) if field.init]
    assert [name for name in public if hints[name] is Any] == []


def content(value: Any) -> dict[str, Any]:
    """What a value is made of: more than what makes it equal to another."""
    public = [f.name for f in attrs.fields(type(value)) if f.init]
    return {name: getattr(value, name) for name in public}


def test_what_was_laid_over_a_calendar_comes_back() -> None:
    """Closures of the user's, and the readings that were chosen."""
    california = LAW.calendar("us-ca/legal-holidays")
    dispute = california.definition.disputes[0]
    choice = frozenset({(dispute.id, dispute.readings[0].name)})
    made = california.under(choice).with_closure(
        DAY, "flood", kind="office-closed", authority="Gen. Order 14"
    )
    back = from_json(to_json(made))
    assert made == back
    assert (choice, made.overlay) == (back.choices, back.overlay)
    assert made.entries() == back.entries()


def test_a_rule_that_came_back_computes() -> None:
    """It can be used at once, and settles what the rule at hand settles."""
    back = from_json(to_json(FRCP))
    for version, other in zip(FRCP.versions, back.versions, strict=True):
        ours, theirs = FRCP.settings(version), back.settings(other)
        assert (ours.roll_after, ours.short) == (theirs.roll_after, theirs.short)
        assert ours.service == theirs.service


def test_every_stored_field_has_a_type() -> None:
    """A name in an annotation that stood for nothing would be stored unchecked."""
    encode(US)  # the types are made known when they are first needed
    for cls in (*LAW_KINDS, RuleVersion):
        loose = [f.name for f in attrs.fields(cls) if f.init and f.type is Any]
        assert loose == []


def _with(value: Any, path: tuple[Any, ...], new: Any) -> dict[str, Any]:
    envelope = encode(value)
    inner: Any = envelope["data"]
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = new
    return envelope


DATA = ("versions", 0, "data")


@pytest.mark.parametrize(
    ("value", "path", "new", "where", "reason"),
    [
        (
            US,
            ("definition", "holidays", 0, "falls"),
            "canary 4711",
            "$.data.definition.holidays[0].falls",
            "is no day that a holiday can fall on",
        ),
        (
            US,
            ("definition", "holidays", 0, "falls"),
            4,
            "$.data.definition.holidays[0].falls",
            "is no day that a holiday can fall on",
        ),
        (
            US,
            ("definition", "closed_by"),
            ["canary 4711", "canary 4711"],
            "$.data.definition.closed_by",
            "has a member twice",
        ),
        (
            US,
            ("definition", "weekend"),
            "canary 4711",
            "$.data.definition.weekend",
            "is no list",
        ),
        (US, ("overlay",), {}, "$.data.overlay", "is no list"),
        (FRCP, DATA, [], "$.data.versions[0].data", "is no table"),
        (
            FRCP,
            DATA,
            {"$date": "2026-07-10"},
            "$.data.versions[0].data",
            "is no table",
        ),
        (
            FRCP,
            DATA,
            {"from": {"$date": "10 July canary 4711"}},
            "$.data.versions[0].data",
            "is no date such as 2026-07-09",
        ),
        (
            FRCP,
            DATA,
            {"at": [{"$instant": "2026-07-10T12:00:00"}]},
            "$.data.versions[0].data",
            "is no instant such as 2026-07-09T23:59:59-07:00[America/Los_Angeles]",
        ),
    ],
    ids=[
        "falls-on-no-day",
        "falls-no-text",
        "kind-twice",
        "weekend-text",
        "overlay-table",
        "version-list",
        "version-date",
        "date-free-form",
        "instant-naive",
    ],
)
def test_what_does_not_fit_is_refused_with_its_path(
    value: Any,
    path: tuple[Any, ...],
    new: Any,
    where: str,
    reason: str,
) -> None:
    """The reason is said, and the value is not repeated."""
    with pytest.raises(DecodeError) as caught:
        decode(_with(value, path, new))
    assert caught.value.problems == ((where, reason),)
    assert "canary" not in str(caught.value)


def test_the_tables_of_the_law_keep_their_types() -> None:
    """Dates and instants are not mistaken for text, nor text for a date."""
    data = {
        "from": DAY,
        "at": datetime(2026, 7, 10, 12, tzinfo=UTC),
        "text": "2026-07-10",
        "inner": MappingProxyType({"days": [DAY, 1, 1.5, True, "x", None]}),
        "pair": (DAY, DAY),
    }
    version = evolve(FRCP.versions[0], data=data)
    back = from_json(to_json(evolve(FRCP, versions=(version,))))
    assert back.versions[0].data == {
        **data,
        "inner": {"days": (DAY, 1, 1.5, True, "x", None)},
    }


def test_what_no_table_can_hold_is_refused() -> None:
    """The message says what a table can hold."""
    version = evolve(FRCP.versions[0], data={"x": object()})
    with pytest.raises(InvalidTypeError, match=r"object is no type.*Use what TOML has"):
        encode(evolve(FRCP, versions=(version,)))
