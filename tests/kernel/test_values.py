"""What a line is made of: references, labels, ids, and what each refuses."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import pytest
from attrs import evolve, field, frozen
from hypothesis import given
from hypothesis import strategies as st

from case_files import CANARY, DAY, NOON, PACIFIC, opened
from legalcase.errors import InvalidTypeError, InvalidValueError, LegalCaseError
from legalcase.kernel import (
    Corrected,
    Draft,
    Event,
    Label,
    Recorded,
    Ref,
    Retracted,
    UnknownEvent,
    checks,
    uuid7,
)
from legalcase.kernel.events.label import (
    AUDIENCES,
    PUBLIC,
    borne,
    check_audience,
    stricter,
)
from legalcase.model import Filed

_IDS = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1)


@given(st.sampled_from(["event", "hearing", "acme-legal/intake"]), _IDS)
def test_a_reference_is_read_from_its_text(noun: str, name: str) -> None:
    """Also where the id has a colon in it; and its repr makes it again."""
    ref = Ref(noun, name[:200])
    assert Ref.parse(str(ref)) == ref
    assert eval(repr(ref)) == ref  # noqa: S307 - of our own making


@pytest.mark.parametrize(
    ("noun", "name"),
    [("", "7"), ("Event", "7"), ("a b", "7"), ("event", ""), ("event", "a b")],
)
def test_what_is_no_reference_is_refused(noun: str, name: str) -> None:
    """Both when it is made and when it is read."""
    with pytest.raises(InvalidValueError):
        Ref(noun, name)
    with pytest.raises(InvalidValueError):
        Ref.parse(f"{noun}:{name}")


def test_a_reference_needs_a_colon_and_text() -> None:
    """Prose refers to nothing."""
    with pytest.raises(InvalidValueError, match="refers to nothing"):
        Ref.parse("the order of 3 June")
    with pytest.raises(InvalidTypeError, match="read from text, not int"):
        Ref.parse(7)  # type: ignore[arg-type]  # refused here


def test_audiences_are_ordered() -> None:
    """From public to owner: each sees what the ones before it see."""
    assert AUDIENCES == ("public", "court", "party", "client", "firm", "owner")
    for rank, word in enumerate(AUDIENCES):
        label = Label(audience=word)
        admitted = tuple(other for other in AUDIENCES if label.admits(other))
        assert admitted == AUDIENCES[rank:]


@pytest.mark.parametrize("word", ["everybody", "", "Public", 5, None])
def test_what_is_no_audience_is_refused(word: Any) -> None:
    """Of a label, and of whoever asks."""
    with pytest.raises(InvalidValueError, match="public, court, party"):
        check_audience(word)
    with pytest.raises(InvalidValueError):
        Label(audience=word)
    with pytest.raises(InvalidValueError):
        Label(audience="firm").admits(word)


def test_a_label_with_an_end_needs_the_day() -> None:
    """From that day on it says nothing any more; before, it holds."""
    label = Label(audience="firm", until=DAY)
    assert not label.admits("public", on=DAY - timedelta(days=1))
    assert label.admits("public", on=DAY)
    with pytest.raises(InvalidValueError, match=f"ends on {DAY}") as caught:
        label.admits("public")
    assert caught.value.field == "on"
    with pytest.raises(InvalidTypeError, match="on needs a date, and"):
        label.admits("public", on=NOON)
    # Also whoever would be admitted at any time has to say the day.
    with pytest.raises(InvalidValueError):
        label.admits("owner")


_LABELS = st.none() | st.builds(
    Label,
    audience=st.sampled_from(AUDIENCES),
    until=st.none() | st.sampled_from([DAY, DAY + timedelta(days=1)]),
)


@given(_LABELS, _LABELS, st.sampled_from(AUDIENCES), st.integers(-1, 2))
def test_the_stricter_of_two_admits_nobody_that_either_refuses(
    one: Label | None, other: Label | None, audience: str, days: int
) -> None:
    """On any day, also when one of the two has ended, for each of them forbids."""
    found = stricter(one, other)
    if one is None or other is None:
        assert found == (other if one is None else one)
        return
    assert found is not None
    day = DAY + timedelta(days=days)
    both = one.admits(audience, on=day) and other.admits(audience, on=day)
    if found.admits(audience, on=day):
        assert both
    rank = AUDIENCES.index
    assert rank(found.audience) == max(rank(one.audience), rank(other.audience))
    # And it says no more than both as long as both last, or bar alike.
    alike = one.audience == other.audience or "public" in (one.audience, other.audience)
    if alike or (one.until is None and other.until is None):
        assert found.admits(audience, on=day) == both


@given(_LABELS, _LABELS, _LABELS, st.sampled_from(AUDIENCES), st.integers(-1, 2))
def test_a_label_that_ended_opens_nothing_that_the_kind_keeps(
    one: Label | None, other: Label | None, kind: Label | None, audience: str, days: int
) -> None:
    """What was said holds while it lasts, in the place of the kind's; then the kind."""
    kind = kind or PUBLIC
    found, day = borne(one, other, kind=kind), DAY + timedelta(days=days)
    said = [each for each in (one, other) if each is not None]
    if found.admits(audience, on=day):
        assert all(each.admits(audience, on=day) for each in said)
        lasting = [each for each in said if each.until is None or day < each.until]
        assert lasting or kind.admits(audience, on=day)
    if not said:
        assert found == kind


def test_ids_are_of_version_7_and_in_the_order_of_their_instants() -> None:
    """The first 48 bits are the milliseconds since 1970 (RFC 9562)."""
    first, second = uuid7(NOON), uuid7(NOON + timedelta(milliseconds=1))
    assert first < second
    made = UUID(first)
    assert (made.version, made.variant) == (7, "specified in RFC 4122")
    assert made.int >> 80 == int(NOON.timestamp() * 1000)
    assert len({uuid7(NOON) for _ in range(1000)}) == 1000
    assert UUID(uuid7(datetime(1960, 1, 1, tzinfo=UTC))).int >> 80 == 0


LINE = opened().log[0]
FILED = Filed(title="Complaint", happened_on=DAY)
UNKNOWN = UnknownEvent(kind="vanished", schema=1, happened=DAY, payload="{}")
RETRACTED = Retracted(event_id="e-1", ground="Because")
CORRECTED = Corrected(event_id="e-1", event=FILED, ground="Because")


@pytest.mark.parametrize(
    ("value", "changes", "words"),
    [
        (LINE, {"stream": "case roe"}, "stream is no id"),
        (LINE, {"number": 0}, "number needs a whole number"),
        (LINE, {"number": True}, "number needs a whole number"),
        (LINE, {"event_id": ""}, "event_id is no id"),
        (LINE, {"kind": "Case opened"}, "kind is no kind of an event"),
        (LINE, {"kind": "a/b/c"}, "kind is no kind of an event"),
        (LINE, {"kind": "a" * 101}, "kind is no kind of an event"),
        (LINE, {"schema": 0}, "schema needs a whole number"),
        (LINE, {"recorded_at": DAY}, "recorded_at needs a datetime with"),
        (LINE, {"recorded_at": datetime(2026, 6, 3)}, "recorded_at has no time zone"),
        (LINE, {"actor": " "}, "actor is empty"),
        (LINE, {"actor": None}, "actor needs a str"),
        (LINE, {"on_behalf_of": ""}, "on_behalf_of is empty"),
        (LINE, {"reason": ""}, "reason is empty"),
        (LINE, {"cause": "a b"}, "cause is no id"),
        (LINE, {"command_id": ""}, "command_id is no id"),
        (LINE, {"label": "firm"}, "label needs Label, not str"),
        (LINE, {"ancillary": 1}, "ancillary needs True or False"),
        (LINE, {"event": DAY}, "event needs an event, not date"),
        (LINE, {"event": Filed}, "event needs an event, not type"),
        (FILED, {"happened_on": NOON}, "happened_on needs a datetime.date"),
        (FILED, {"happened_on": date(1, 1, 1)}, "years from 1500 to 2999"),
        (FILED, {"happened_at": "noon"}, "happened_at needs a datetime with"),
        (
            FILED,
            {"happened_at": NOON + timedelta(days=1)},
            "happened_at is not on the day",
        ),
        (
            FILED,
            {"happened_at": NOON.replace(tzinfo=timezone(timedelta(microseconds=1)))},
            "off by part of a second",
        ),
        (UNKNOWN, {"kind": "Vanished"}, "kind is no kind"),
        (UNKNOWN, {"schema": "1"}, "schema needs a whole number"),
        (UNKNOWN, {"happened": "2026"}, "happened needs a datetime.date"),
        (UNKNOWN, {"happened": datetime(2026, 1, 1)}, "happened has no time zone"),
        (UNKNOWN, {"payload": ""}, "payload is empty"),
        (RETRACTED, {"ground": ""}, "ground is empty"),
        (RETRACTED, {"event_id": "a b"}, "event_id is no id"),
        (CORRECTED, {"event": RETRACTED}, "event needs an event, not Retracted"),
        (Label(audience="firm"), {"ground": "No word"}, "ground is no word"),
        (Label(audience="firm"), {"by_order": "order 7"}, "by_order needs Ref"),
        (Label(audience="firm"), {"until": NOON}, "until needs a datetime.date"),
    ],
)
def test_bad_values_are_refused(value: Any, changes: Any, words: str) -> None:
    """The field is named, with what would do; what stood there is not repeated."""
    with pytest.raises((InvalidTypeError, InvalidValueError), match=words) as caught:
        evolve(value, **changes)
    error: Any = caught.value
    assert error.field in changes
    assert error.value is None
    assert str(error).count(". ") >= 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"event": DAY}, "event needs Event, not date"),
        ({"event_id": "a b"}, "event_id is no id"),
        ({"cause": ""}, "cause is no id"),
        ({"label": "firm"}, "label needs Label"),
    ],
)
def test_a_bad_draft_is_refused(changes: Any, words: str) -> None:
    """Before anything is recorded."""
    given_: dict[str, Any] = {"event": FILED, **changes}
    with pytest.raises(LegalCaseError, match=words):
        Draft(given_.pop("event"), **given_)


def test_an_hour_counts_by_the_clock_of_the_court() -> None:
    """The day is that of the instant as it was given, not that of UTC."""
    late = datetime(2026, 6, 3, 23, tzinfo=PACIFIC)
    assert evolve(FILED, happened_at=late).happened == late
    assert FILED.happened == DAY


def test_a_line_knows_its_text_and_a_changed_copy_does_not() -> None:
    """A copy is another line, and was never written."""
    line = LINE.with_text('{"a": 1}', ("event.colour",))
    assert (line.text, line.unread) == ('{"a": 1}', ("event.colour",))
    assert line == LINE
    assert (LINE.text, LINE.unread) == (None, ())
    copied = evolve(line, number=2)
    assert (copied.text, copied.unread) == (None, ())
    assert line.happened == DAY
    corrected = evolve(line, kind="corrected", event=CORRECTED)
    assert corrected.happened is None


@frozen(kw_only=True)
class _Thing(Event):
    one: Any = field(default=None)


@pytest.mark.parametrize(
    ("check", "bad", "good"),
    [
        (checks.check_noun, ["", "A", "a/b/c", 5], ["event", "acme-legal/intake"]),
        (checks.check_word, ["", "A", "a/b", 5], ["judgment-entered"]),
        (checks.check_words, [["a"], ("A",), (5,), ("a", "a")], [(), ("a", "b")]),
        (checks.check_ids, ["a", ("a b",), ("a", "a")], [(), ("A_1",)]),
        (checks.check_some(checks.check_ids), [()], [("a",)]),
        (checks.check_count, [0, -1, 1.0, True, "1"], [1, 7]),
        (checks.check_truth, [0, None, "yes"], [True, False]),
        (checks.check_text, ["", " ", 5, "\ud800"], ["a", "\U0001f600"]),
        (checks.one_of(("a", "b")), ["c", None, 5], ["a"]),
        (checks.tuple_of(Ref), [[], (5,), Ref("a", "b")], [(), (Ref("a", "b"),)]),
        (checks.optional(checks.check_truth), [5], [None, True]),
        (checks.check_moment, ["2026", 5], [None, DAY, NOON]),
    ],
)
def test_a_check_takes_what_it_says_and_nothing_else(
    check: Any, bad: list[Any], good: list[Any]
) -> None:
    """Each names the field, and never what stood in it."""
    from attrs import fields

    attribute = fields(_Thing).one
    for value in good:
        check(None, attribute, value)
    for value in bad:
        with pytest.raises(
            (InvalidTypeError, InvalidValueError), match=r"^one "
        ) as said:
            check(None, attribute, value)
        error: Any = said.value
        assert (error.field, error.value) == ("one", None)


def test_nothing_that_was_written_is_in_a_repr() -> None:
    """Of a line, of what it corrects, and of what nobody knows."""
    event = Filed(title=CANARY, happened_on=DAY)
    line: Recorded = evolve(
        LINE, actor=CANARY, on_behalf_of=CANARY, reason=CANARY, event=event
    )
    values = [
        line,
        event,
        Corrected(event_id="e-1", event=event, ground=CANARY),
        Retracted(event_id="e-1", ground=CANARY),
        UnknownEvent(kind="x", schema=1, happened=None, payload=CANARY),
    ]
    assert [value for value in values if CANARY in repr(value)] == []
