"""display_name: who may be told who somebody is; the one way to a name."""

from __future__ import annotations

import ast
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import legalcase.directory as d
import legalcase.model as m
from case_files import after, joined, opened
from house import SOURCE
from legalcase.errors import InvalidValueError
from legalcase.kernel import Draft, Label
from legalcase.kernel.events.label import AUDIENCES
from legalcase.law.lawbook import Law
from people_samples import CANARY, DAY, LATER, agency, counsel, firm, person
from people_samples import after as known

LAW = Law.bundled()
FEDERAL = LAW.people_rules("us/cand")
BELOW = AUDIENCES[: AUDIENCES.index("firm")]


def party(**said: Any) -> m.Participant:
    """A party of the case "roe", known to the directory."""
    given: dict[str, Any] = {"name": None, "person": "person:roe", **said}
    file = after(opened(), joined("jane", "plaintiff", **given))
    return file.case.people.participants["jane"]


def told(who: Any, audience: str, *entries: d.Entry, **said: Any) -> str:
    """What an audience is told."""
    found = d.Directory.of(*entries)
    return m.display_name(who, audience=audience, directory=found, **said)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_invariant_07_what_the_directory_knows_is_for_the_firm(audience: str) -> None:
    """Others are told nothing, until a docket shows it."""
    full = f"Jane Roe {CANARY}"
    expected = "a person" if audience in BELOW else full
    assert told(party(), audience, person()) == expected
    shown = known(
        person(), d.NameOnDocket(case_id="roe", name="Roe, J.", happened_on=DAY)
    )
    expected = "Roe, J." if audience in BELOW else full
    assert told(party(), audience, shown) == expected
    # The docket of another case says nothing of this one.
    other = known(
        person(), d.NameOnDocket(case_id="doe", name="Roe, J.", happened_on=DAY)
    )
    assert told(party(), "public", other) == "a person"


@given(st.sampled_from(AUDIENCES), st.sampled_from(AUDIENCES), st.booleans())
def test_invariant_07_a_seal_holds_for_all_whom_it_does_not_admit(
    audience: str, seal: str, has_pseudonym: bool
) -> None:
    """They are told the name that the court put in its place, or none."""
    label = Label(audience=seal, ground="sealed")
    sealed = known(
        person(),
        d.NameOnDocket(case_id="roe", name=f"Jane Roe {CANARY}", happened_on=DAY),
        d.NameSealed(case_id="roe", label=label, happened_on=LATER),
    )
    if has_pseudonym:
        under = d.NameOnDocket(case_id="roe", name="Doe 1", happened_on=LATER)
        sealed = known(sealed, under)
    found = told(party(), audience, sealed, rules=FEDERAL)
    if label.admits(audience):
        assert found == f"Jane Roe {CANARY}"
    else:
        assert found == ("Doe 1" if has_pseudonym else "a person")
    assert CANARY in told(party(), "public", sealed, on=DAY)


@given(st.sampled_from(AUDIENCES), st.sampled_from(AUDIENCES))
def test_invariant_07_a_second_seal_tells_a_name_to_nobody(
    first: str, second: str
) -> None:
    """One that would is refused when it is recorded; `NameUnsealed` is there for it."""
    labels = [Label(audience=word, ground="sealed") for word in (first, second)]
    seals = [
        d.NameSealed(case_id="roe", label=label, happened_on=LATER) for label in labels
    ]
    sealed = known(person(), seals[0])
    if AUDIENCES.index(second) < AUDIENCES.index(first):
        with pytest.raises(InvalidValueError, match="Record NameUnsealed first"):
            known(sealed, seals[1])
        opened = d.NameUnsealed(case_id="roe", happened_on=LATER)
        sealed = known(sealed, opened)
    found = known(sealed, seals[1]).profile.on_docket("roe")
    assert found is not None
    assert found.seal == labels[1]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_invariant_07_minors_are_shown_by_initials_where_a_rule_says_so(
    audience: str,
) -> None:
    """To those who see filings (Fed. R. Civ. P. 5.2(a)(3)); elsewhere not."""
    docketed = d.NameOnDocket(case_id="roe", name=f"Jane Roe {CANARY}", happened_on=DAY)
    shown = known(d.Entry.of_log(person().log), docketed)
    minor = party(incapacity="minor")
    full = f"Jane Roe {CANARY}"
    expected = "J.R.C.4." if audience in ("public", "court", "party") else full
    assert told(minor, audience, shown, rules=FEDERAL) == expected
    assert told(minor, audience, shown) == full
    assert told(minor, audience, shown, rules=LAW.people_rules(None)) == full
    assert told(party(), audience, shown, rules=FEDERAL) == full
    # By her role alone; and no more when she came of age.
    by_role = m.Participant(
        party_id="jane",
        name=full,
        spells=minor.spells,
        held=(m.RoleHeld("minor", minor.spells[0]),),
    )
    assert told(by_role, "public", rules=FEDERAL) == "J.R.C.4."
    grown = after(
        opened(),
        joined("jane", "plaintiff", incapacity="minor"),
        m.IncapacityEnded(party_id="jane", happened_on=LATER),
    ).case.people.participants["jane"]
    before = LATER - timedelta(days=1)
    assert told(grown, "public", rules=FEDERAL, on=before) == "J.C.4."
    assert CANARY in told(grown, "public", rules=FEDERAL, on=LATER)
    assert CANARY in told(grown, "public", rules=FEDERAL)


def test_invariant_07_a_pseudonym_of_a_minor_stays_what_it_is() -> None:
    """What the court allowed is not shortened further."""
    under = d.NameOnDocket(case_id="roe", name="Doe 1", happened_on=DAY)
    minor = party(incapacity="minor")
    assert told(minor, "public", known(person(), under), rules=FEDERAL) == "Doe 1"


@pytest.mark.parametrize(
    ("entry_id", "kind", "expected"),
    [
        ("person:roe", "person", "a person"),
        ("organization:roe", "person", "an organization"),
        ("agency:roe", "person", "an agency"),
    ],
)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_whoever_was_erased_is_somebody(
    audience: str, entry_id: str, kind: str, expected: str
) -> None:
    """For everybody, the owner included, with a directory and without one."""
    who = party(person=entry_id, kind=kind)
    assert told(who, audience) == expected
    assert m.display_name(who, audience=audience) == expected
    gone = d.erase(d.Directory.of(person(), firm(), agency()), "person:roe")
    said = m.display_name(who, audience=audience, directory=gone)
    assert CANARY not in said


@given(st.sampled_from(AUDIENCES), st.sampled_from([None, *AUDIENCES]))
def test_a_name_of_the_case_is_told_to_whom_its_line_admits(
    audience: str, admitted: str | None
) -> None:
    """A case kept without a directory can have its names labelled."""
    label = None if admitted is None else Label(audience=admitted)
    line = Draft(joined("jane", "plaintiff"), label=label)
    who = after(opened(), line).case.people.participants["jane"]
    is_told = label is None or label.admits(audience)
    expected = f"jane {CANARY}" if is_told else "a person"
    assert m.display_name(who, audience=audience) == expected


def test_counsel_stands_in_the_record_for_everybody() -> None:
    """By the directory or by the text; erased, it is a person."""
    said: dict[str, Any] = {"party_ids": ("jane",), "happened_on": DAY}
    file = after(
        opened(),
        joined("jane", "plaintiff"),
        m.CounselAppeared(representation_id="one", counsel_id="person:doe", **said),
        m.CounselAppeared(representation_id="two", counsel="M. Doe", **said),
    )
    one, two = file.case.people.representations
    assert told(one, "public", counsel()) == f"Mary Doe {CANARY}"
    assert (told(one, "public"), told(two, "public")) == ("a person", "M. Doe")


def test_an_audience_is_one_of_six() -> None:
    """Another is refused, and none is assumed."""
    with pytest.raises(InvalidValueError, match="is no audience"):
        m.display_name(party(), audience="everybody")


def test_invariant_07_no_other_code_reads_the_name_of_a_participant() -> None:
    """Outside the room, nothing takes the field: what shows a name asks for it."""
    fields = {"name", "counsel"}
    found = [
        (path.name, node.lineno)
        for path in sorted(SOURCE.rglob("*.py"))
        if path.parent.name != "people"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.For) and "participants" in ast.unparse(node.iter)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Attribute) and inner.attr in fields
    ]
    assert found == []
    assert CANARY not in repr(party(person=None, name=f"Roe {CANARY}"))
