"""Each rule by the cases that the comments to the Model Rules tell, and by others."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from conflict_cases import (
    DAY,
    EARLY,
    asked,
    case,
    entry,
    link,
    party,
    rules,
)
from house import ROOT
from legalcase.conflicts import RULES, Asked, ConflictIndex, check, rule_of
from legalcase.conflicts.classifying import Constellation, classified
from legalcase.conflicts.roles import OPPOSED
from legalcase.directory import Directory
from legalcase.errors import UnknownNameError
from legalcase.model import (
    BecameClient,
    CaseFile,
    CeasedAsClient,
    ClaimStated,
    ConflictReviewBegun,
    ConflictReviewCleared,
    CounselAppeared,
    Engaged,
    EngagementClosed,
    EngagementClosingBegun,
    EngagementDeclined,
    EngagementOpened,
    InquiryMade,
)

if TYPE_CHECKING:
    from legalcase.kernel import Event

WHO = Directory.of(
    entry("person:1", "Client One"),
    entry("person:2", "Other Two", link("spouse-of", "person:1")),
    entry("person:3", "Lawyer Three", link("counsel-at", "organization:9")),
    entry("person:4", "Neighbour Four"),
    entry("organization:5", "Developer Five Ltd"),
    entry("organization:9", "Former Firm LLP"),
    entry("agency:1", "Agency of Fishes"),
    entry("person:6", "Officer Six", link("employed-by", "agency:1")),
)


def engaged(*clients: str) -> tuple[Event, ...]:
    """We are engaged, and work has begun."""
    return (
        ConflictReviewBegun(review_id="r", happened_on=EARLY),
        ConflictReviewCleared(review_id="r", happened_on=EARLY),
        Engaged(client_ids=clients, happened_on=EARLY),
        EngagementOpened(happened_on=EARLY),
    )


CLOSED = (
    EngagementClosingBegun(happened_on=EARLY),
    EngagementClosed(happened_on=EARLY),
)


def ours(case_id: str, who: str, *more: Event, role: str = "plaintiff") -> CaseFile:
    """A case of a client of ours, against somebody else."""
    return case(
        case_id,
        party("us", role, who, is_client=True),
        party("them", "defendant" if role == "plaintiff" else "plaintiff", name="Nn"),
        *engaged("us"),
        *more,
    )


def test_the_businessman_and_his_spouse() -> None:
    """Comment [3] to Rule 1.9: who acted for him may not act for her in the divorce."""
    past = ours("m-311", "person:1", *CLOSED)
    found = asked([past], WHO, {"person:2": "client", "person:1": "adverse"})
    assert ("m-311", "former-client") in rules(found)
    (finding,) = (one for one in found.findings if one.rule == "former-client")
    assert finding.affected == ("person:1",)
    assert finding.authority.cite == "ABA Model Rule 1.9(a)"
    assert finding.of_rule.is_consentable
    assert not finding.of_rule.is_screenable


def test_the_shopping_center() -> None:
    """Comment [3] to Rule 1.9: permits for the developer then, its neighbours now."""
    past = ours("m-7", "organization:5", *CLOSED)
    found = asked([past], WHO, {"person:4": "client", "organization:5": "adverse"})
    assert rules(found) == [("m-7", "former-client")]


def test_common_clients_who_fall_out() -> None:
    """Comment [1] to Rule 1.9: none of them is represented against the others."""
    past = case(
        "m-8",
        party("a", "plaintiff", "person:1", is_client=True),
        party("b", "plaintiff", "person:4", is_client=True),
        *engaged("a", "b"),
        *CLOSED,
    )
    found = asked([past], WHO, {"person:1": "client", "person:4": "adverse"})
    assert rules(found) == [("m-8", "former-client")]


def test_a_client_as_a_witness() -> None:
    """Comment [6] to Rule 1.7: cross-examining a client is direct adversity."""
    found = asked([ours("m-1", "person:1")], WHO, {"person:1": "witness"})
    assert rules(found) == [("m-1", "direct-adversity")]


def test_competing_enterprises() -> None:
    """Comment [6] to Rule 1.7: two clients in unrelated litigation are no conflict."""
    cases = [ours("m-1", "person:1"), ours("m-2", "organization:5")]
    found = asked(cases, WHO, {"organization:5": "client"})
    assert rules(found) == []
    assert [one.case_id for one in found] == ["m-2"]


def test_a_client_is_sued_elsewhere() -> None:
    """Rule 1.7(a)(1): consent of each affected client, in writing."""
    found = asked(
        [ours("m-1", "person:1")], WHO, {"person:4": "client", "person:1": "adverse"}
    )
    first = found.findings[0]
    assert first.rule == "direct-adversity"
    assert first.state == "open"
    assert set(first.affected) == {"person:1", "person:4"}


def test_both_sides_of_one_proceeding() -> None:
    """Rule 1.7(b)(3): nobody can consent, and nobody is screened."""
    now = ours("m-1", "person:1")
    found = asked([now], WHO, {"person:1": "adverse"}, matter="m-1")
    (finding,) = found.findings
    assert (finding.rule, finding.state) == ("same-proceeding", "non-consentable")
    assert finding.affected == ()
    event = found.as_event(check_id="cc-1", by="lead")
    assert event.found[0].is_barred


def test_whom_our_client_sues_wants_to_be_a_client() -> None:
    """In the same case it is 1.7(b)(3), in another 1.7(a)(1)."""
    now = case(
        "m-1",
        party("us", "plaintiff", "person:1", is_client=True),
        party("them", "defendant", "person:4"),
        *engaged("us"),
        ClaimStated(
            claim_id="c",
            theory="contract",
            by=("us",),
            against=("them",),
            happened_on=EARLY,
        ),
    )
    same = asked([now], WHO, {"person:4": "client"}, matter="m-1")
    assert rules(same) == [("m-1", "same-proceeding")]
    other = asked([now], WHO, {"person:4": "client"})
    assert rules(other) == [("m-1", "direct-adversity")]
    assert set(other.findings[0].affected) == {"person:1", "person:4"}


def test_somebody_who_consulted_us() -> None:
    """Rule 1.18: an inquiry that was declined leaves duties."""
    inquiry = case(
        "q-1",
        party("asker", "plaintiff", "person:4"),
        InquiryMade(client_ids=("asker",), happened_on=EARLY),
        EngagementDeclined(happened_on=EARLY),
    )
    against = asked([inquiry], WHO, {"person:4": "adverse"})
    assert rules(against) == [("q-1", "prospective-client")]
    assert against.findings[0].of_rule.screening == "ABA Model Rule 1.18(d)(2)"
    beside = asked([inquiry], WHO, {"person:4": "witness"})
    assert rules(beside) == [("q-1", "prospective-client-information")]
    assert rules(asked([inquiry], WHO, {"person:4": "client"})) == []


def test_somebody_who_called_and_was_declined() -> None:
    """Rule 1.18 again: of most who ask there is a name, and no more."""
    called = InquiryMade(inquirer="Quentin Harrow", happened_on=EARLY)
    declined = case("q-2", called, EngagementDeclined(happened_on=EARLY))
    who = Asked(who="party:other", name="Harrow, Quentin", stance="adverse")
    (match,) = asked([declined], WHO, {}, people=[who])
    assert match.participation is not None
    assert match.participation.standings_on(DAY) == ("prospective-client",)
    assert match.participation.ref == f"inquiry:{declined.log[-2].event_id}"
    # It became a matter: who came of the call is not said, and the name is still found.
    matter = case("q-3", called, Engaged(without_review="appointed", happened_on=EARLY))
    (match,) = asked([matter], WHO, {}, people=[who])
    assert match.participation is not None
    assert match.participation.standings_on(DAY) == ("participant",)


def test_a_spouse_of_a_client() -> None:
    """Rule 1.7(a)(2): a candidate, with the path to the client."""
    found = asked([ours("m-1", "person:1")], WHO, {"person:2": "adverse"})
    assert rules(found) == [("m-1", "material-limitation")]
    (match,) = found
    assert [str(step) for step in match.path] == ["\u2013spouse-of\u2192 person:1"]


def test_a_lawyer_who_was_on_the_other_side() -> None:
    """Rules 1.9(a), 1.10(a)(2): who joins us is screened, and notice given."""
    now = ours(
        "m-1",
        "person:1",
        CounselAppeared(
            representation_id="rep",
            party_ids=("them",),
            counsel_id="person:3",
            firm_id="organization:9",
            happened_on=EARLY,
        ),
    )
    found = asked([now], WHO, {"person:3": "member"})
    assert rules(found) == [("m-1", "former-lawyer-client")]
    assert found.findings[0].of_rule.screening == "ABA Model Rule 1.10(a)(2)"
    assert found.findings[0].affected == ("m-1/party:them",)


def test_a_lawyer_whose_firm_was_on_the_other_side() -> None:
    """Rule 1.9(b): the client of the former firm, if the lawyer learned anything."""
    now = ours(
        "m-1",
        "person:1",
        CounselAppeared(
            representation_id="rep",
            party_ids=("them",),
            counsel="Somebody Else",
            firm_id="organization:9",
            happened_on=EARLY,
        ),
    )
    found = asked([now], WHO, {"person:3": "member"})
    assert rules(found) == [("m-1", "former-firm-client")]


def test_a_neutral_who_joins_us() -> None:
    """Rule 1.12: all parties consent, or the lawyer is screened."""
    mediated = ours("m-1", "person:1", party("med", "mediator", "person:4"))
    found = asked([mediated], WHO, {"person:4": "member"})
    assert rules(found) == [("m-1", "former-neutral")]
    assert found.findings[0].affected == ("person:1", "m-1/party:them")


def test_an_officer_who_joins_us() -> None:
    """Rule 1.11: a matter in which the agency of the lawyer took part."""
    before = ours("m-1", "person:1", party("ag", "agency", "agency:1"))
    found = asked([before], WHO, {"person:6": "member"})
    assert rules(found) == [("m-1", "government")]


def acting(firm_id: str | None, who: str = "person:6") -> CounselAppeared:
    """Counsel of the other side."""
    return CounselAppeared(
        representation_id="rep",
        party_ids=("them",),
        counsel_id=who,
        firm_id=firm_id,
        happened_on=EARLY,
    )


@pytest.mark.parametrize(
    ("firm_id", "rule"),
    [
        (None, "government"),
        ("agency:1", "government"),
        ("organization:9", "former-lawyer-client"),
    ],
)
@pytest.mark.parametrize("role", ["defendant", "prosecutor"])
def test_former_counsel_of_the_government(
    role: str, firm_id: str | None, rule: str
) -> None:
    """Rule 1.11(a), not 1.9(a): unless a firm that it retained acted for it."""
    before = case(
        "m-1",
        party("us", "accused", "person:1"),
        party("them", role, "agency:1"),
        acting(firm_id),
    )
    found = asked([before], WHO, {"person:6": "member"})
    (direct,) = [one for one in found.findings if not one.match.path]
    assert direct.rule == rule
    assert direct.affected == ("agency:1",)


def test_an_agency_is_the_government_in_whatever_role() -> None:
    """One that is sued, too."""
    before = ours("m-1", "person:1", party("ag", "defendant", "agency:1"))
    found = asked([before], WHO, {"person:6": "member"})
    assert ("m-1", "government") in rules(found)


def test_who_is_married_to_the_government_did_not_serve_it() -> None:
    """Nor is the firm of a spouse the lawyer's own."""
    directory = Directory.of(
        *WHO,
        entry("person:7", "Joiner Seven", link("spouse-of", "person:6")),
        entry("person:8", "Joiner Eight", link("spouse-of", "person:3")),
    )
    before = ours("m-1", "person:1", party("da", "prosecutor", "person:6"))
    found = asked([before], directory, {"person:7": "member"})
    assert rules(found) == [("m-1", "material-limitation")]
    theirs = ours("m-2", "person:1", acting("organization:9", who="person:4"))
    found = asked([theirs], directory, {"person:8": "member"})
    assert rules(found) == [("m-2", "material-limitation")]


def test_a_witness_is_no_party_whose_consent_is_asked() -> None:
    """Rule 1.12(a): all parties to the proceeding, and nobody besides."""
    mediated = ours(
        "m-1",
        "person:1",
        party("med", "mediator", "person:4"),
        party("w", "witness", "person:2"),
        party("x", "expert", "person:3"),
    )
    found = asked([mediated], WHO, {"person:4": "member"})
    assert found.findings[0].affected == ("person:1", "m-1/party:them")


def test_what_a_lawyer_has_at_stake() -> None:
    """Rule 1.7(a)(2): the spouse of one who joins is against our client."""
    now = case(
        "m-1",
        party("us", "plaintiff", "person:4", is_client=True),
        party("them", "defendant", "person:1"),
        *engaged("us"),
    )
    found = asked([now], WHO, {"person:2": "member"})
    assert rules(found) == [("m-1", "material-limitation")]


def test_an_unknown_role_is_looked_at_as_adverse() -> None:
    """Whoever says nothing of the role sees the worst of it."""
    index = ConflictIndex.of([ours("m-1", "person:1")], WHO)
    found = check(index, people=("person:1",), as_of=DAY)
    assert rules(found) == [("m-1", "direct-adversity")]


def test_a_client_who_ceased_is_a_former_one() -> None:
    """Also where nothing was ever said of an engagement; and the day decides."""
    left = case(
        "m-1",
        party("us", "plaintiff", "person:1"),
        BecameClient(party_id="us", happened_on=EARLY),
        CeasedAsClient(party_id="us", happened_on=DAY),
    )
    assert rules(asked([left], WHO, {"person:1": "adverse"})) == [
        ("m-1", "former-client")
    ]
    index = ConflictIndex.of([left], WHO)
    before = check(
        index, people=("person:1",), roles={"person:1": "adverse"}, as_of=EARLY
    )
    assert rules(before) == [("m-1", "direct-adversity")]


@pytest.mark.parametrize("code", RULES)
def test_the_table_of_rules(code: str) -> None:
    """Each has its authority; who is screened or consents, by which text."""
    rule = rule_of(code)
    assert rule.authority.cite.startswith("ABA Model Rule 1.")
    assert rule.authority.verified in {"text", "secondary"}
    assert bool(rule.consent_of) == bool(rule.consent_by)
    if rule.screening:
        assert rule.imputed


def test_a_rule_that_there_is_not() -> None:
    """The near ones are named."""
    with pytest.raises(UnknownNameError, match="former-client"):
        rule_of("former-clients")


def test_roles_that_stand_against_each_other_are_those_of_the_law() -> None:
    """The table here is that of the vocabulary."""
    file = ROOT / "src" / "legalcase" / "jurisdictions" / "vocabulary.toml"
    text = file.read_text(encoding="utf-8")
    table = tomllib.loads(text)["adverse"]
    assert {one: tuple(others) for one, others in table.items()} == dict(OPPOSED)


@pytest.mark.parametrize(
    ("stance", "standings", "said", "codes"),
    [
        ("adverse", "client", {}, "direct-adversity"),
        ("unknown", "client", {}, "direct-adversity"),
        ("adverse", "client", {"same_matter": True}, "same-proceeding"),
        ("client", "client adverse", {"same_matter": True}, "same-proceeding"),
        ("client", "client adverse", {}, ""),
        ("witness", "client", {}, "direct-adversity"),
        ("expert", "client", {}, "material-limitation"),
        ("counsel", "client", {}, "material-limitation"),
        ("neutral", "client", {}, "material-limitation"),
        ("other", "client", {}, "material-limitation"),
        ("adverse", "former-client", {}, "former-client"),
        ("witness", "former-client", {}, "former-client-information"),
        ("client", "former-client", {}, ""),
        ("adverse", "prospective-client", {}, "prospective-client"),
        ("other", "prospective-client", {}, "prospective-client-information"),
        ("client", "prospective-client", {}, ""),
        ("client", "adverse", {"live": True}, "direct-adversity"),
        (
            "client",
            "adverse",
            {"live": True, "same_matter": True},
            "same-proceeding",
        ),
        ("client", "adverse", {}, "material-limitation"),
        ("client", "witness", {"live": True}, "direct-adversity"),
        ("client", "witness", {}, ""),
        ("client", "witness", {"live": True, "same_matter": True}, ""),
        ("client", "expert", {"live": True}, "material-limitation"),
        ("client", "counsel", {"live": True}, "material-limitation"),
        ("client", "participant", {"live": True}, ""),
        ("adverse", "adverse", {"live": True}, ""),
        ("adverse", "client", {"direct": False}, "material-limitation"),
        ("client", "client", {"direct": False}, ""),
        ("adverse", "former-client", {"direct": False}, "former-client-information"),
        ("witness", "former-client", {"direct": False}, ""),
        (
            "adverse",
            "prospective-client",
            {"direct": False},
            "prospective-client-information",
        ),
        ("client", "adverse", {"direct": False, "live": True}, "material-limitation"),
        ("client", "counsel", {"direct": False, "live": True}, "material-limitation"),
        ("client", "adverse", {"direct": False}, ""),
        ("member", "counsel", {"for_others": True}, "former-lawyer-client"),
        ("member", "counsel", {"live": True}, ""),
        (
            "member",
            "counsel",
            {"for_others": True, "direct": False, "by_firm": True, "live": True},
            "former-firm-client",
        ),
        ("member", "neutral", {"live": True}, "former-neutral"),
        ("member", "government", {"direct": False}, "government"),
        ("member", "participant", {"live": True}, "material-limitation"),
        ("member", "client", {"direct": False, "live": True}, "material-limitation"),
        ("member", "witness", {"direct": False, "live": True}, ""),
    ],
)
def test_every_constellation(
    stance: str, standings: str, said: dict[str, bool], codes: str
) -> None:
    """What each is to us decides under which rules it is looked at."""
    given = {
        "direct": True,
        "same_matter": False,
        "live": False,
        "by_firm": False,
        "for_others": False,
        **said,
    }
    found = classified(
        Constellation(stance=stance, standings=tuple(standings.split()), **given)
    )
    assert " ".join(found) == codes
