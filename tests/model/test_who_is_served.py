"""Who must be served, and what is wrong with the people of a case."""

from __future__ import annotations

from datetime import timedelta
from itertools import product
from typing import Any

import pytest
from attrs import evolve

import legalcase.directory as d
import legalcase.model as m
from case_files import after, joined, opened
from legalcase.errors import (
    ConflictingInputError,
    IllegalTransitionError,
    InvalidValueError,
    MissingInputError,
    UnknownNameError,
)
from legalcase.law.lawbook import Law
from people_samples import CANARY, DAY, LATER, counsel, firm, person
from people_samples import after as known

LAW = Law.bundled()
COURT = "us/cand"


def appeared(*party_ids: str, rep: str = "lead", **said: Any) -> m.CounselAppeared:
    """Counsel of the directory, for parties."""
    given: dict[str, Any] = {"counsel_id": "person:doe", "happened_on": DAY, **said}
    return m.CounselAppeared(
        representation_id=rep, party_ids=party_ids or ("acme",), **given
    )


def listed(*events: Any, on: Any = DAY, court: str | None = COURT, **said: Any) -> Any:
    """The service list of a case after events."""
    case = after(opened(court=court), *events).case
    return m.service_list(case, LAW, on=on, **said)


def test_a_party_with_a_lawyer_is_served_through_it() -> None:
    """Fed. R. Civ. P. 5(b)(1): on all its lawyers of record, at their addresses."""
    directory = d.Directory.of(counsel(), firm())
    found = listed(
        joined("acme"),
        appeared(),
        appeared(
            rep="local", counsel_id=None, counsel="L. Local", capacity="co-counsel"
        ),
        directory=directory,
    )
    row = found["acme"]
    assert (row.how, row.authority) == ("counsel", "Fed. R. Civ. P. 5(b)(1)")
    assert [(one.what, one.id) for one in row.through] == [
        ("counsel", "lead"),
        ("counsel", "local"),
    ]
    assert row.through[0].addresses == (("email", "doe@example.org"),)
    assert row.through[0].name == f"Mary Doe {CANARY}"
    assert found.served == (row,)


def test_in_another_court_nobody_guesses() -> None:
    """Where no rule is entered, both are shown, and a person decides."""
    for court in (LAW.courts("us-ca")[0].id, None):
        row = listed(joined("acme"), appeared(), court=court)["acme"]
        assert (row.how, row.authority) == ("open", None)
        assert [one.what for one in row.through] == ["counsel", "party"]
        assert "no rule on service" in row.note
        row = listed(joined("acme"), court=court)["acme"]
        assert (row.how, [one.what for one in row.through]) == ("open", ["party"])
    appeal = listed(joined("acme", "appellee"), appeared(), court="us/ca9")["acme"]
    assert (appeal.how, appeal.authority) == ("counsel", "Fed. R. App. P. 25(b)")


def test_a_party_without_a_lawyer_is_served_itself() -> None:
    """At its own address; one that never appeared, with what has to be looked at."""
    at = d.AddressGiven(address_id="p", sort="post", text="1 Road", happened_on=DAY)
    directory = d.Directory.of(known(person(), at))
    jane = joined("jane", "plaintiff", name=None, person="person:roe")
    pro_se = m.AppearedProSe(party_id="jane", happened_on=DAY)
    row = listed(jane, pro_se, directory=directory)["jane"]
    assert (row.how, row.authority, row.note) == (
        "party",
        "Fed. R. Civ. P. 5(a)(1)",
        "",
    )
    assert row.through[0].addresses == (("post", "1 Road"),)
    row = listed(jane, directory=directory)["jane"]
    assert (row.how, "5(a)(2)" in row.note) == ("party", True)
    # With the name that may not be told, the address is not told either.
    row = listed(jane, pro_se, directory=directory, audience="court")["jane"]
    assert (row.name, row.through[0].addresses) == ("a person", ())


def test_who_is_no_party_is_told_apart() -> None:
    """Witness and expert are not served; whether a parent is a party, a person says."""
    found = listed(
        joined("w", "witness"),
        joined("e", "expert", for_parties=("w",)),
        joined("p", "parent"),
        joined("x", "witness", "defendant"),
        joined("us", "plaintiff", is_client=True),
        by=("us",),
    )
    assert [(row.party_id, row.how) for row in found] == [
        ("w", "no-party"),
        ("e", "no-party"),
        ("p", "open"),
        ("x", "party"),
        ("us", "serves"),
    ]
    with pytest.raises(UnknownNameError):
        found["nobody"]
    with pytest.raises(UnknownNameError):
        listed(joined("w", "witness"), by=("v",))


def test_who_has_left_or_not_come_is_not_there() -> None:
    """On each day those who take part on it."""
    events = (
        joined("a"),
        joined("b", happened_on=LATER),
        m.PartyLeft(party_id="a", happened_on=LATER),
    )
    assert [row.party_id for row in listed(*events)] == ["a"]
    assert [row.party_id for row in listed(*events, on=LATER)] == ["b"]


@pytest.mark.parametrize(
    ("capacity", "how"),
    [("lead", "counsel"), ("standby", "open"), ("limited-scope", "open")],
)
def test_counsel_beside_a_party_decides_nothing(capacity: str, how: str) -> None:
    """Standby counsel does not act for the party: a person decides."""
    row = listed(joined("acme"), appeared(capacity=capacity))["acme"]
    assert row.how == how


@pytest.mark.parametrize("status", ["suspended", "inactive", "disbarred"])
def test_counsel_who_may_not_act_is_not_served(status: str) -> None:
    """And a finding says so, until it is reinstated or another takes its place."""
    barred = m.CounselSuspended(
        representation_id="lead", status=status, happened_on=LATER
    )
    events = (joined("acme"), appeared(), barred)
    row = listed(*events, on=LATER)["acme"]
    assert (row.how, [one.what for one in row.through]) == ("open", ["party"])
    assert listed(*events)["acme"].how == "counsel"
    case = after(opened(court=COURT), *events).case
    (finding,) = m.people_findings(case, LAW, on=LATER)
    assert (finding.code, finding.parties) == ("counsel-barred", ("acme",))
    again = m.CounselReinstated(representation_id="lead", happened_on=LATER)
    assert listed(*events, again, on=LATER)["acme"].how == "counsel"
    other = m.CounselSubstituted(
        representation_id="lead",
        successor_id="new",
        counsel="N. New",
        happened_on=LATER,
    )
    row = listed(*events, other, on=LATER)["acme"]
    assert [one.id for one in row.through] == ["new"]


def test_representation_ends_for_each_party_in_its_own_way() -> None:
    """Withdrawn, dismissed, substituted, or because the party left."""
    file = after(
        opened(),
        *(joined(name) for name in "abcd"),
        appeared(*"abcd", firm_id="organization:firm"),
        m.CounselWithdrew(
            representation_id="lead", party_ids=("a",), happened_on=LATER
        ),
        m.CounselTerminated(
            representation_id="lead", party_ids=("b",), happened_on=LATER
        ),
        m.CounselSubstituted(
            representation_id="lead",
            successor_id="new",
            counsel="N. New",
            party_ids=("c",),
            happened_on=LATER,
        ),
        m.PartyLeft(party_id="d", happened_on=LATER),
    )
    lead, new = file.case.people.representations
    assert [one.ended_as for one in lead.parties] == [
        "withdrawn",
        "terminated",
        "substituted",
        "party-left",
    ]
    assert (lead.status, new.status, new.party_ids) == ("ended", "active", ("c",))
    assert (lead.capacity, new.capacity, lead.firm_id, new.firm_id) == (
        "lead",
        "lead",
        "organization:firm",
        None,
    )
    with pytest.raises(IllegalTransitionError, match="is ended"):
        after(file, m.CounselSuspended(representation_id="lead", happened_on=LATER))


def test_pro_se_ends_when_counsel_appears() -> None:
    """But not with standby counsel; who is represented cannot act alone."""
    alone = m.AppearedProSe(party_id="acme", happened_on=DAY)
    file = after(opened(), joined("acme"), alone)
    standby = after(file, appeared(capacity="standby", happened_on=LATER))
    assert standby.case.people.participants["acme"].is_pro_se_on(LATER)
    full = after(standby, appeared(rep="full", happened_on=LATER))
    acme = full.case.people.participants["acme"]
    assert acme.is_pro_se_on(LATER - timedelta(days=1))
    assert not acme.is_pro_se_on(LATER)
    with pytest.raises(IllegalTransitionError, match="represented"):
        after(full, m.AppearedProSe(party_id="acme", happened_on=LATER))
    with pytest.raises(IllegalTransitionError, match="so already"):
        after(file, alone)


ACTING = ("guardian-ad-litem", "next-friend", "guardian", "conservator")


@pytest.mark.parametrize("why", ["minor", "incapacitated"])
def test_invariant_05_somebody_acts_for_a_minor_or_it_is_a_finding(why: str) -> None:
    """Fed. R. Civ. P. 17(c): for this party, on that day, and no counsel instead."""
    ana = joined("ana", "plaintiff", incapacity=why)

    def codes(*events: Any, on: Any = DAY, court: str | None = COURT) -> Any:
        case = after(opened(court=court), ana, *events).case
        return [
            (one.code, one.authority) for one in m.people_findings(case, LAW, on=on)
        ]

    open_ = [("no-representative", "Fed. R. Civ. P. 17(c)")]
    assert codes() == open_
    assert codes(court=None) == [("no-representative", None)]
    assert codes(appeared("ana")) == open_
    for role in ACTING:
        assert codes(joined("gal", role, for_parties=("ana",))) == []
    assert codes(joined("gal", "guardian-ad-litem")) == open_
    assert codes(joined("i", "interpreter", for_parties=("ana",))) == open_
    gone = m.PartyLeft(party_id="gal", happened_on=LATER)
    acting = joined("gal", "next-friend", for_parties=("ana",))
    assert codes(acting, gone) == []
    assert codes(acting, gone, on=LATER) == open_
    able = m.IncapacityEnded(party_id="ana", happened_on=LATER)
    assert codes(able) == open_
    assert codes(able, on=LATER) == []


def test_invariant_05_a_witness_needs_nobody() -> None:
    """Only who is a party, or may be one; and who becomes incapacitated later."""
    case = after(opened(court=COURT), joined("w", "witness", incapacity="minor")).case
    assert m.people_findings(case, LAW, on=DAY) == ()
    found = m.IncapacityFound(
        party_id="p", incapacity="incapacitated", happened_on=LATER
    )
    case = after(opened(court=COURT), joined("p", "parent"), found).case
    assert m.people_findings(case, LAW, on=DAY) == ()
    assert len(m.people_findings(case, LAW, on=LATER)) == 1
    row = m.service_list(case, LAW, on=LATER)["p"]
    assert row.how == "open"
    ana = joined("ana", "plaintiff", incapacity="minor")
    gal = joined("gal", "guardian-ad-litem", for_parties=("ana",))
    row = listed(ana, gal)["ana"]
    assert (row.how, [one.what for one in row.through]) == (
        "open",
        ["representative", "party"],
    )


def test_invariant_06_clients_on_two_sides_are_a_finding() -> None:
    """Of all pairs of roles: those that are adverse by definition, never others."""
    roles = (
        "plaintiff",
        "defendant",
        "intervenor",
        "witness",
        "petitioner",
        "respondent",
    )
    for one, other in product(roles, repeat=2):
        case = after(
            opened(),
            joined("a", one, is_client=True),
            joined("b", other, is_client=True),
        ).case
        found = m.people_findings(case, LAW, on=DAY)
        assert bool(found) == (other in LAW.adverse(one)), (one, other)
        for each in found:
            assert (each.code, each.parties) == ("clients-adverse", ("a", "b"))
            assert each.authority == "ABA Model Rule 1.7(b)(3)"


def test_invariant_06_who_is_our_client_changes_and_is_dated() -> None:
    """On joining, later, no more: each from its day on."""
    file = after(
        opened(),
        joined("a", "plaintiff", is_client=True),
        joined("b"),
        m.BecameClient(party_id="b", happened_on=LATER),
    )
    assert [one.party_id for one in file.case.people.clients] == ["a", "b"]
    assert m.people_findings(file.case, LAW, on=DAY) == ()
    assert len(m.people_findings(file.case, LAW, on=LATER)) == 1
    over = m.CeasedAsClient(party_id="a", happened_on=LATER)
    file = after(file, over)
    assert [one.party_id for one in file.case.people.clients] == ["b"]
    assert m.people_findings(file.case, LAW, on=LATER) == ()
    with pytest.raises(IllegalTransitionError, match="no client of ours"):
        after(file, over)
    with pytest.raises(IllegalTransitionError, match="our client"):
        after(file, m.BecameClient(party_id="b", happened_on=LATER))


def test_ids_that_the_directory_lacks_are_found() -> None:
    """Erased, or never entered."""
    case = after(opened(), joined("a", name=None, person="person:roe")).case
    (found,) = m.people_findings(case, LAW, on=DAY, directory=d.Directory.of())
    assert found.code == "not-in-directory"
    have = d.Directory.of(person())
    assert m.people_findings(case, LAW, on=DAY, directory=have) == ()


@pytest.mark.parametrize("kind", ["party", "counsel", "judge"])
def test_somebody_is_named_in_one_way(kind: str) -> None:
    """By the id of the directory, or by a text: one of the two."""
    made: dict[str, Any] = {
        "party": lambda **k: m.PartyJoined(
            party_id="a", roles=("defendant",), happened_on=DAY, **k
        ),
        "counsel": lambda **k: m.CounselAppeared(
            representation_id="r", party_ids=("a",), happened_on=DAY, **k
        ),
        "judge": lambda **k: m.JudgeAssigned(happened_on=DAY, **k),
    }
    names = {
        "party": ("person", "name"),
        "counsel": ("counsel_id", "counsel"),
        "judge": ("judge_id", "judge"),
    }[kind]
    with pytest.raises(MissingInputError, match="Give one of the two"):
        made[kind]()
    with pytest.raises(ConflictingInputError, match="both"):
        made[kind](**dict.fromkeys(names, "person:x"))
    for name in names:
        assert getattr(made[kind](**{name: "person:x"}), name) == "person:x"


def test_the_judges_of_a_case_have_a_history() -> None:
    """Reassigned, referred to a magistrate judge, a panel; none follows to a court."""
    day = [DAY + timedelta(days=10 * n) for n in range(6)]
    file = after(
        opened(court=COURT),
        m.JudgeAssigned(judge="Chen", happened_on=day[0]),
        m.JudgeAssigned(judge_id="person:m", function="referred", happened_on=day[1]),
        m.JudgeAssigned(judge="Roe", happened_on=day[2]),
        m.JudgeRelieved(function="referred", judge_id="person:m", happened_on=day[3]),
        *(
            m.JudgeAssigned(judge=name, function="panel", happened_on=day[4])
            for name in "ABC"
        ),
        m.JudgeRelieved(function="panel", judge="B", happened_on=day[5]),
    )
    caseload = file.case.caseload

    def bench(on: Any) -> list[tuple[str, str | None]]:
        return [(s.function, s.judge or s.judge_id) for s in caseload.bench_on(on)]

    assert bench(day[0]) == [("assigned", "Chen")]
    assert bench(day[1]) == [("assigned", "Chen"), ("referred", "person:m")]
    assert bench(day[2]) == [("referred", "person:m"), ("assigned", "Roe")]
    assert bench(day[3]) == [("assigned", "Roe")]
    assert [name for _, name in bench(day[4])] == ["Roe", "A", "B", "C"]
    assert [name for _, name in bench(day[5])] == ["Roe", "A", "C"]
    assert caseload.judge == "Roe"
    with pytest.raises(IllegalTransitionError, match="No such judge"):
        after(file, m.JudgeRelieved(function="referred", happened_on=day[5]))
    moved = m.CaseTransferred(court="us/nysd", happened_on=day[5])
    assert after(file, moved).case.caseload.bench_on(day[5]) == ()


def test_the_list_is_shown_and_says_no_name_in_its_repr() -> None:
    """As a table of text and of HTML."""
    found = listed(joined("acme"), appeared(), directory=d.Directory.of(counsel()))
    assert "doe@example.org" in str(found)
    assert "5(b)(1)" in str(found)
    assert "<table" in found._repr_html_()
    assert CANARY not in repr(found) + "".join(map(repr, found))
    assert repr(found) == "<ServiceList on 2026-06-03: 1 to be served, 0 open>"
    with pytest.raises(InvalidValueError, match="no audience"):
        listed(joined("acme"), audience="all")


BEFORE = DAY - timedelta(days=1)
FOUND = m.IncapacityFound(party_id="acme", incapacity="minor", happened_on=LATER)
OVER = m.IncapacityEnded(party_id="acme", happened_on=LATER)
OURS = m.BecameClient(party_id="acme", happened_on=LATER)
GONE = m.CeasedAsClient(party_id="acme", happened_on=LATER)


@pytest.mark.parametrize(
    ("before", "event", "why"),
    [
        ((FOUND,), FOUND, "is minor"),
        ((FOUND, OVER), evolve(FOUND, happened_on=DAY), "minor until"),
        ((), OVER, "able to act"),
        ((FOUND,), evolve(OVER, happened_on=DAY), "minor since"),
        ((), evolve(FOUND, happened_on=BEFORE), "in the case since"),
        ((OURS, GONE), evolve(OURS, happened_on=DAY), "our client until"),
        ((OURS,), evolve(GONE, happened_on=DAY), "our client since"),
        (
            (
                appeared(),
                m.CounselSuspended(representation_id="lead", happened_on=LATER),
            ),
            m.CounselReinstated(representation_id="lead", happened_on=DAY),
            "is suspended since",
        ),
        (
            (appeared(),),
            m.CounselReinstated(representation_id="lead", happened_on=DAY),
            "CounselReinstated cannot follow",
        ),
    ],
)
def test_what_cannot_follow_is_refused(
    before: tuple[Any, ...], event: Any, why: str
) -> None:
    """Twice, before its beginning, or of what is not so."""
    file = after(opened(), joined("acme"), *before)
    with pytest.raises(IllegalTransitionError, match=why):
        after(file, event)


def test_who_joins_again_goes_on_as_it_was() -> None:
    """Still a minor; ours only if that is said again."""
    minor = joined("acme", incapacity="minor", is_client=True)
    left = m.PartyLeft(party_id="acme", happened_on=LATER)
    again = joined("acme", incapacity="minor", happened_on=LATER)
    acme = after(opened(), minor, left, again).case.people.participants["acme"]
    assert len(acme.incapacities) == 1
    assert (acme.is_client, acme.is_client_on(DAY), acme.is_client_on(LATER)) == (
        False,
        True,
        False,
    )
    grown = m.IncapacityEnded(party_id="acme", happened_on=LATER)
    acme = after(opened(), minor, left, grown, again).case.people.participants["acme"]
    assert [one.spell.from_on for one in acme.incapacities] == [DAY, LATER]
