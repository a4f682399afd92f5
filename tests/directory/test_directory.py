"""The directory: streams of people, what is known of them and since when."""

from __future__ import annotations

import pickle
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import legalcase.directory as d
from case_files import opened
from legalcase.errors import (
    CorrectionRefusedError,
    IllegalTransitionError,
    InvalidTypeError,
    InvalidValueError,
    LegalCaseError,
    MissingInputError,
    UnknownNameError,
)
from legalcase.kernel import Label
from people_samples import (
    AT,
    CANARY,
    DAY,
    LATER,
    NOON,
    after,
    agency,
    counsel,
    entry,
    firm,
    person,
)

SEAL = Label(audience="court", ground="sealed")


@pytest.mark.parametrize(
    ("parts", "written", "initials"),
    [
        ({"given": "Jane", "family": "Roe"}, "Jane Roe", "J.R."),
        (
            {"given": "Jane Mary", "particle": "van", "family": "Roe", "suffix": "Jr."},
            "Jane Mary van Roe, Jr.",
            "J.M.V.R.",
        ),
        ({"title": "Dr.", "family": "Doe-Roe"}, "Dr. Doe-Roe", "D.R."),
        ({"full": "ROE, Jane", "given": "Jane", "family": "Roe"}, "ROE, Jane", "J.R."),
        ({"full": "J.R."}, "J.R.", "J.R."),
        ({"full": "Acme, Inc."}, "Acme, Inc.", "A.I."),
    ],
)
def test_a_name_is_written_and_shortened(
    parts: dict[str, str], written: str, initials: str
) -> None:
    """As it is written, or from its parts; initials of given and family names."""
    name = d.Name(**parts)
    assert (name.written, name.initials) == (written, initials)
    assert not any(part in repr(name) for part in parts.values())


def test_a_name_calls_somebody() -> None:
    """A title alone is none."""
    with pytest.raises(MissingInputError, match="neither full="):
        d.Name(title="Dr.")


def test_entries_are_of_three_kinds() -> None:
    """Each opened by its own event, and no other opens one."""
    assert [one.entry_id for one in (person(), firm(), agency())] == [
        "person:roe",
        "organization:firm",
        "agency:office",
    ]
    with pytest.raises(InvalidTypeError, match="begins with one of PersonAdded"):
        entry(d.NameChanged(name=d.Name(full="Roe"), happened_on=DAY), "person:roe")
    with pytest.raises(InvalidValueError, match="no id for a person"):
        entry(d.PersonAdded(name=d.Name(full="Roe"), happened_on=DAY), "roe")
    with pytest.raises(InvalidValueError, match="cannot follow"):
        after(person(), d.PersonAdded(name=d.Name(full="Roe"), happened_on=DAY))
    assert CANARY not in f"{person()!r} {person().profile!r} {counsel().log!r}"


def test_names_change_with_their_days() -> None:
    """What somebody was called on a day is still known, and never overlaps."""
    married = d.NameChanged(name=d.Name(given="Jane", family="Doe"), happened_on=LATER)
    one = after(person(), married)
    assert one.name.family == "Doe"
    assert one.profile.name_on(LATER - timedelta(days=1)).family == f"Roe {CANARY}"
    assert one.profile.name_on(LATER).family == "Doe"
    assert one.as_of(true_on=DAY).name.family == f"Roe {CANARY}"
    with pytest.raises(InvalidValueError, match="cannot change on"):
        after(one, d.NameChanged(name=d.Name(full="X"), happened_on=DAY))


def test_addresses_and_links_hold_for_a_time() -> None:
    """From the day on which they were given until they ended, exclusive."""
    one = after(counsel(), d.AddressEnded(address_id="mail", happened_on=LATER))
    assert one.profile.addresses_on(DAY, "email")[0].text == "doe@example.org"
    assert one.profile.addresses_on(LATER) == ()
    with pytest.raises(IllegalTransitionError, match="cannot end again"):
        after(one, d.AddressEnded(address_id="mail", happened_on=LATER))
    with pytest.raises(UnknownNameError):
        after(one, d.AddressEnded(address_id="post", happened_on=LATER))
    directory = d.Directory.of(one, firm())
    (link,) = directory.links_of("organization:firm", on=DAY)
    assert (link.relation, link.to) == ("has-counsel", "person:doe")
    gone = after(one, d.LinkEnded(link_id="at", happened_on=LATER))
    assert directory.with_(gone).links_of("organization:firm", on=LATER) == ()


def test_every_relation_has_an_inverse() -> None:
    """Of which it is the inverse, between the same two kinds."""
    for name, relation in d.RELATIONS.items():
        other = d.RELATIONS[relation.inverse]
        assert other.inverse == name
        assert (other.of, other.to) == (relation.to, relation.of)


@pytest.mark.parametrize(
    ("one", "relation", "to"),
    [
        (person(), "spouse-of", "person:roe"),
        (person(), "spouse-of", "organization:firm"),
        (person(), "parent-company-of", "organization:firm"),
        (firm(), "spouse-of", "person:roe"),
    ],
)
def test_a_relation_is_between_those_who_can_have_it(
    one: d.Entry, relation: str, to: str
) -> None:
    """Nobody is related to itself, and no firm has a spouse."""
    made = d.LinkMade(link_id="l", relation=relation, to=to, happened_on=DAY)
    with pytest.raises(InvalidValueError, match="cannot be"):
        after(one, made)


@pytest.mark.parametrize("to", ["roe", "person:", "case:roe", "Jane Roe"])
def test_an_id_says_of_what_it_is(to: str) -> None:
    """Another is refused, and not repeated: it may be a name."""
    with pytest.raises(InvalidValueError) as caught:
        d.LinkMade(link_id="l", relation="spouse-of", to=to, happened_on=DAY)
    assert to not in str(caught.value).replace("person:7", "")


def test_an_admission_has_a_history() -> None:
    """Suspended, reinstated; on each day it stands somewhere."""
    change = d.StandingChanged(
        admission_id="bar", status="suspended", happened_on=LATER
    )
    one = after(counsel(), change)
    (bar,) = one.profile.admissions
    assert bar.status == "suspended"
    assert bar.status_on(DAY - timedelta(days=1)) is None
    assert bar.status_on(DAY) == "active"
    assert bar.status_on(LATER) == "suspended"
    with pytest.raises(IllegalTransitionError, match="is suspended already"):
        after(one, change)
    with pytest.raises(InvalidValueError, match="no person"):
        after(firm(), d.Admitted(admission_id="b", jurisdiction="us", happened_on=DAY))


def test_somebody_is_found_by_a_number_or_a_name() -> None:
    """In the register of an issuer, at the bar; by an older name or an alias, too."""
    number = d.IdentifierGiven(
        sort="register", value="HRB 1", issuer="de", happened_on=DAY
    )
    alias = d.AliasAdded(name=d.Name(full="Dœ Größe"), happened_on=DAY)
    directory = d.Directory.of(counsel(), after(firm(), number, alias))
    (found,) = directory.by_identifier("register", "HRB 1")
    assert found.entry_id == "organization:firm"
    assert directory.by_identifier("register", "HRB 1", issuer="at") == ()
    assert directory.by_identifier("bar", "123456", issuer="us-ca")[0].noun == "person"
    assert [one.entry_id for one in directory.named("doe")] == [
        "person:doe",
        "organization:firm",
    ]
    assert [one.entry_id for one in directory.named("GRÖSSE")] == ["organization:firm"]
    with pytest.raises(InvalidValueError, match="is empty"):
        directory.named(" ")
    with pytest.raises(InvalidValueError, match="already"):
        after(directory["organization:firm"], number)
    ended = d.IdentifierEnded(
        sort="register", value="HRB 1", issuer="de", happened_on=LATER
    )
    over = after(directory["organization:firm"], ended)
    assert over.profile.identifiers[0].spell.until_on == LATER
    with pytest.raises(InvalidValueError, match="no such identifier"):
        after(over, ended)


def test_a_directory_is_a_value() -> None:
    """Adding and erasing make another; ids are found or refused with what is near."""
    one = person()
    directory = d.Directory.of(one)
    more = directory.with_(firm())
    assert (len(directory), len(more)) == (1, 2)
    assert more.ids() == ("person:roe", "organization:firm")
    assert directory.find("person:doe") is None
    assert "person:roe" in directory
    with pytest.raises(UnknownNameError, match="Did you mean 'person:roe'"):
        directory["person:reo"]
    with pytest.raises(InvalidValueError, match="there twice"):
        d.Directory.of(one, one)
    wrong: Any = "person:roe"
    with pytest.raises(InvalidTypeError, match="made of entries"):
        directory.with_(wrong)
    assert d.erase(more, "person:roe").ids() == ("organization:firm",)
    with pytest.raises(UnknownNameError):
        d.erase(more, "person:doe")
    assert repr(more) == "<Directory of 2>"
    assert pickle.loads(pickle.dumps(more)) == more


def test_an_entry_is_corrected_as_a_case_is() -> None:
    """By the id of a line; what could not have followed then is refused at once."""
    one = counsel()
    first = one.log[0].event_id
    right = one.correct(
        first,
        name=d.Name(given="Maria", family="Doe"),
        ground="typed wrong",
        by="clerk",
        at=AT,
    )
    assert right.name.given == "Maria"
    assert (right.version, right.base, len(right.pending)) == (5, 0, 5)
    bar = next(line.event_id for line in one.log if line.kind == "admitted")
    changed = after(
        one,
        d.StandingChanged(admission_id="bar", status="inactive", happened_on=LATER),
    )
    with pytest.raises(CorrectionRefusedError):
        changed.retract(bar, ground="never", by="clerk", at=AT)
    assert one.retract(bar, ground="never", by="clerk", at=AT).profile.admissions == ()
    saved = one.saved()
    assert (saved.base, saved.pending) == (4, ())
    assert d.Entry.of_log(saved.log).profile == one.profile


def test_who_stands_on_a_docket_is_part_of_the_person() -> None:
    """The name of a case, since a day; a seal takes away what stood there."""
    one = after(
        person(),
        d.NameOnDocket(case_id="case-1", name="Jane Roe", happened_on=DAY),
        d.NameSealed(case_id="case-1", label=SEAL, happened_on=LATER),
        d.NameOnDocket(case_id="case-1", name="Doe 1", happened_on=LATER),
    )
    profile = one.profile
    first, now = profile.on_docket("case-1", DAY), profile.on_docket("case-1")
    assert first is not None
    assert now is not None
    assert (first.name, first.seal) == ("Jane Roe", None)
    assert (now.name, now.seal) == ("Doe 1", SEAL)
    assert profile.on_docket("case-2") is None
    assert profile.on_docket("case-1", DAY - timedelta(days=1)) is None
    with pytest.raises(InvalidValueError, match="is not sealed"):
        after(person(), d.NameUnsealed(case_id="case-1", happened_on=DAY))
    found = after(one, d.NameUnsealed(case_id="case-1", happened_on=LATER))
    now = found.profile.on_docket("case-1")
    assert now is not None
    assert (now.name, now.seal) == ("Doe 1", None)


@pytest.mark.parametrize(
    ("before", "event"),
    [
        (
            d.StandingChanged(admission_id="bar", status="inactive", happened_on=LATER),
            d.StandingChanged(admission_id="bar", status="active", happened_on=DAY),
        ),
        (
            d.NameOnDocket(case_id="c", name="Doe", happened_on=LATER),
            d.NameOnDocket(case_id="c", name="Roe", happened_on=DAY),
        ),
        (
            d.AliasAdded(name=d.Name(full="X"), happened_on=LATER),
            d.AddressEnded(address_id="mail", happened_on=DAY - timedelta(days=1)),
        ),
    ],
)
def test_nothing_changes_before_it_began(before: Any, event: Any) -> None:
    """A day that lies before is refused, and a correction is the way."""
    with pytest.raises(InvalidValueError, match="Check the day"):
        after(counsel(), before, event)


def test_an_entry_says_what_it_lacks() -> None:
    """No event, no correction, no line, a stream of a case."""
    one = person()
    with pytest.raises(MissingInputError):
        one.record(by="clerk", at=AT)
    with pytest.raises(MissingInputError):
        one.correct(by="clerk", at=AT)
    with pytest.raises(InvalidValueError, match="no line"):
        d.Entry.of_log(())
    with pytest.raises(InvalidValueError, match="no stream of the directory"):
        d.Entry.of_log(opened().log)
    assert one.line(one.log[0].event_id) == one.log[0]


def test_what_we_know_of_people_is_ours() -> None:
    """Every kind has a label; what a docket or a register shows is public."""
    public = {
        row.kind
        for model in d.MODELS.values()
        for row in model.rows()
        if row.label is None or row.label.admits("public")
    }
    assert public == {"admitted", "standing-changed", "name-on-docket"}


def test_lines_that_still_name_somebody_are_found() -> None:
    """In any text of any line, in any spelling; the answer has ids alone."""
    texts = ("Ask Zoë  Größe", "ask ZOE GROSSE", "nobody")
    log = after(
        firm(),
        *(
            d.AddressGiven(address_id=f"a-{n}", sort="post", text=text, happened_on=DAY)
            for n, text in enumerate(texts)
        ),
    ).log
    found = d.lines_naming([log, person().log], ["Zoë Größe"])
    assert [one.number for one in found] == [2, 3]
    assert "zo" not in repr(found).casefold()
    by = firm().record(
        d.AliasAdded(name=d.Name(full="DD"), happened_on=DAY), by="Zoë Größe", at=AT
    )
    assert [one.number for one in d.lines_naming([by.log], ("zoe grosse",))] == [2]
    with pytest.raises(InvalidValueError):
        d.lines_naming([log], [" "])
    with pytest.raises(InvalidTypeError, match="several names"):
        d.lines_naming([log], "Roe")


_DAYS = st.integers(0, 50).map(lambda number: DAY + timedelta(days=number))
_EVENTS = st.one_of(
    st.builds(d.NameChanged, name=st.just(d.Name(full="X")), happened_on=_DAYS),
    st.builds(
        d.StandingChanged,
        admission_id=st.just("bar"),
        status=st.sampled_from(["active", "suspended", "resigned"]),
        happened_on=_DAYS,
    ),
    st.builds(
        d.NameOnDocket, case_id=st.just("c"), name=st.just("X"), happened_on=_DAYS
    ),
    st.builds(
        d.NameSealed, case_id=st.just("c"), label=st.just(SEAL), happened_on=_DAYS
    ),
    st.builds(d.AddressEnded, address_id=st.just("mail"), happened_on=_DAYS),
    st.builds(d.LinkEnded, link_id=st.just("at"), happened_on=_DAYS),
)


@given(st.lists(_EVENTS, max_size=10))
def test_times_are_half_open_and_in_a_row(events: list[Any]) -> None:
    """Whatever happens, on no day two names, two states, or two names on a docket."""
    one = counsel()
    for event in events:
        try:
            one = after(one, event)
        except LegalCaseError:
            continue
    profile = one.profile
    rows = (
        [held.spell for held in profile.names],
        [spell for _, spell in profile.admissions[0].history],
        [docketed.spell for docketed in profile.docket_names],
    )
    for spells in rows:
        for earlier, later in pairwise(spells):
            assert earlier.until_on is not None
            assert earlier.from_on <= earlier.until_on <= later.from_on
        assert all(spell.until_on is None for spell in spells[-1:])
    assert d.Entry.of_log(one.log).profile == profile
    assert NOON < AT
