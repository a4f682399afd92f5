"""The log of an entry, as if no line spoke of what is hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from guarding_samples import AT, DAY
from legalcase.directory import (
    AddressGiven,
    Entry,
    LinkEnded,
    LinkMade,
    NameOnDocket,
    NameSealed,
)
from legalcase.kernel import Draft, Label, UnknownEvent
from legalcase.storage.guarding.views import seen_of
from people_samples import person

if TYPE_CHECKING:
    from legalcase.kernel import Recorded

HIDDEN = {"case:walled", "person:walled"}


def is_seen(stream: str) -> bool:
    """Whether somebody may know of a stream."""
    return stream not in HIDDEN


def docket(case_id: str, name: str = "R.") -> NameOnDocket:
    """That it stands on a docket."""
    return NameOnDocket(case_id=case_id, name=name, happened_on=DAY)


def link(link_id: str, to: str) -> LinkMade:
    """That it has a relation to somebody."""
    return LinkMade(link_id=link_id, relation="spouse-of", to=to, happened_on=DAY)


def entry(*events: Any) -> Entry:
    """Somebody after events, whose ids are ``"1"``, ``"2"`` …."""
    drafts = [
        one if isinstance(one, Draft) else Draft(one, event_id=str(number))
        for number, one in enumerate(events, 1)
    ]
    return person().record(*drafts, by="clerk", at=AT)


def left(log: tuple[Recorded, ...]) -> list[str]:
    """The ids of the lines that are seen, which make an entry of their own."""
    view = seen_of(log, is_seen)
    numbers = [line.number for line in view.lines]
    assert numbers == list(range(1, len(numbers) + 1))
    by_number = {line.number: line.event_id for line in log}
    assert {by_number[old]: new for old, new in view.numbers.items()} == {
        line.event_id: line.number for line in view.lines
    }
    seen = Entry.of_log(view.lines)
    assert "walled" not in repr(
        [seen.profile.docket_names, seen.profile.links, seen.profile.addresses]
    )
    return [line.event_id for line in view.lines[1:]]


def test_what_speaks_of_nothing_hidden_is_the_log_itself() -> None:
    """Line for line, the very same."""
    log = entry(docket("seen"), link("l", "person:doe")).log
    view = seen_of(log, is_seen)
    assert all(one is other for one, other in zip(view.lines, log, strict=True))
    assert view.numbers == {1: 1, 2: 2, 3: 3}


def test_each_line_that_speaks_of_it_is_left_out() -> None:
    """A name on its docket, a seal there, a relation."""
    address = AddressGiven(address_id="a", sort="post", text="x", happened_on=DAY)
    log = entry(
        docket("walled"),
        docket("seen"),
        NameSealed(case_id="walled", label=Label(audience="court"), happened_on=DAY),
        link("l", "person:walled"),
        address,
    ).log
    assert left(log) == ["2", "5"]


def test_a_relation_ends_with_its_beginning() -> None:
    """What ends a relation of which nothing is seen is not seen, and no other's."""
    log = entry(
        link("l", "person:walled"),
        link("m", "person:doe"),
        LinkEnded(link_id="l", happened_on=DAY),
        LinkEnded(link_id="m", happened_on=DAY),
    ).log
    assert left(log) == ["2", "4"]


def test_what_a_correction_says_is_hidden_with_what_it_corrects() -> None:
    """By what it said, and by what it should have said, and when it was taken back."""
    one = entry(docket("seen"), docket("walled"), docket("other"))
    for changed in (
        one.correct("1", ground="wrong", case_id="walled", by="clerk", at=AT),
        one.retract("2", ground="wrong", by="clerk", at=AT),
    ):
        again = changed.record(Draft(docket("seen", "S."), event_id="9"), by="c", at=AT)
        expected = (
            ["3", "9"] if changed.log[-1].kind == "corrected" else ["1", "3", "9"]
        )
        assert left(again.log) == expected
    seen = one.correct("1", ground="wrong", name="T.", by="clerk", at=AT)
    assert left(seen.log) == ["1", "3", seen.log[-1].event_id]
    moved = entry(link("l", "person:doe"), LinkEnded(link_id="l", happened_on=DAY))
    moved = moved.correct("1", ground="wrong", to="person:walled", by="clerk", at=AT)
    assert left(moved.log) == []


def test_what_came_because_of_a_hidden_line_says_so_no_more() -> None:
    """A cause that is not seen is named by nobody."""
    log = entry(
        docket("seen"),
        docket("walled"),
        Draft(docket("other"), event_id="3", cause="2"),
        Draft(docket("third"), event_id="4", cause="1"),
    ).log
    assert left(log) == ["1", "3", "4"]
    assert [line.cause for line in seen_of(log, is_seen).lines] == [
        None,
        None,
        None,
        "1",
    ]


def test_of_what_an_unknown_line_speaks_nobody_can_tell() -> None:
    """So it is left out, also where everything that is known is seen."""
    log = entry(docket("seen")).log
    strange = UnknownEvent(kind="later/kind", schema=1, happened=DAY, payload="{}")
    more = evolve(
        log[-1],
        number=3,
        event_id="3",
        kind="later/kind",
        ancillary=True,
        event=strange,
    )
    assert [one.event_id for one in seen_of((*log, more), is_seen).lines[1:]] == ["1"]
