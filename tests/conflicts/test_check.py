"""A check: who is found, by what evidence, over which path; what is refused."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from case_files import CANARY
from conflict_cases import (
    AT,
    DAY,
    EARLY,
    alias,
    asked,
    case,
    entry,
    link,
    mark,
    party,
    rules,
)
from legalcase.codec.log.lines import line_of, line_text
from legalcase.conflicts import Asked, ConflictIndex, as_seen_by, check, matched
from legalcase.directory import Directory, NameOnDocket
from legalcase.errors import (
    ConflictingInputError,
    InvalidTypeError,
    InvalidValueError,
    MissingInputError,
    UnknownNameError,
)
from legalcase.model import (
    CaseFile,
    CounselAppeared,
    EngagementDeclined,
    InquiryMade,
    Model,
    PartyLeft,
)
from legalcase.practice import MODEL, ProblemRaised

WHO = Directory.of(
    entry("person:1", "Client One", alias("Klara Eins"), mark("tax", "77")),
    entry("person:2", "Quite Other"),
    entry("person:3", "Third Name", mark("tax", "77")),
    entry("organization:1", "Mother Ltd", link("parent-company-of", "organization:2")),
    entry("organization:2", "Daughter Ltd", link("succeeded-by", "organization:3")),
    entry("organization:3", "Heir Ltd", link("same-as", "organization:4")),
    entry("organization:4", "Inheritrix Ltd"),
    entry(
        "person:5",
        "Worker Five",
        link("employed-by", "organization:1", until_on=date(2021, 1, 1)),
    ),
)


def ours(case_id: str, who: str, **said: Any) -> CaseFile:
    """A case of a client of ours."""
    return case(case_id, party("us", "plaintiff", who, is_client=True, **said))


def test_an_identifier_is_as_good_as_an_id() -> None:
    """Two entries that bear one number: certain, and told apart from an id."""
    found = asked([ours("m-1", "person:1")], WHO, {"person:3": "adverse"})
    (match,) = found
    assert match.evidence.method == "identifier"
    assert str(match.evidence) == "by tax"
    assert rules(found) == [("m-1", "direct-adversity")]
    by_number = Asked(name="Nobody Known", identifiers=(("tax", "77"),))
    again = asked([ours("m-1", "person:1")], WHO, {}, people=(by_number,))
    assert [one.evidence.entry for one in again] == ["person:1"]


def test_every_name_is_looked_at() -> None:
    """Aliases, names on dockets, names of cases; of whom an id is asked, its own."""
    docketed = NameOnDocket(case_id="m-9", name="Initials K. E.", happened_on=EARLY)
    one = entry("person:1", "Client One", alias("Klara Eins"), docketed)
    people = Directory.of(one)
    cases = [ours("m-1", "person:1")]
    for name in ("clara eins", "One, Client", "Initials K. E."):
        found = asked(cases, people, {name: "adverse"})
        assert rules(found) == [("m-1", "same-person-review")], name
        (match,) = found
        assert match.if_same == ("direct-adversity",)
        assert not match.evidence.is_certain
    named = case("m-2", party("w", "witness", name="Klara Eyns"))
    found = asked([named], people, {"person:1": "client"})
    assert [one.case_id for one in found] == ["m-2"]
    assert found.matches[0].evidence.asked == "Klara Eins"


def test_a_like_name_in_no_matter_is_listed() -> None:
    """Without a finding: nothing is to be settled."""
    found = asked([], WHO, {"Kwite Other": "adverse"})
    (match,) = found
    assert (match.case_id, match.evidence.entry) == (None, "person:2")
    assert found.findings == ()
    assert "none" in str(found)


def test_paths_have_a_bound_and_end_in_a_role() -> None:
    """Parent, daughter, heir: an heir is looked at as the same, for a step."""
    cases = [ours("m-1", "organization:4")]
    roles = {"organization:1": "adverse"}
    assert len(asked(cases, WHO, roles, depth=1)) == 0
    (match,) = asked(cases, WHO, roles, depth=2)
    assert [step.relation for step in match.path] == [
        "parent-company-of",
        "succeeded-by",
        "same-as",
    ]
    assert match.way.startswith("organization:1 \u2013parent-company-of\u2192 org")
    assert match.way.endswith("\u2192 organization:4 \u2192 plaintiff in m-1")
    assert match.rules == ("material-limitation",)
    heir = asked(cases, WHO, {"organization:2": "adverse"}, depth=1)
    assert rules(heir) == [("m-1", "direct-adversity")]


def test_a_relation_that_is_over_counts_and_says_so() -> None:
    """One that had not begun does not."""
    cases = [ours("m-1", "organization:1")]
    (match,) = asked(cases, WHO, {"person:5": "adverse"}, depth=1)
    assert "until 2021-01-01" in match.way
    index = ConflictIndex.of(cases, WHO)
    before = check(index, people=("person:5",), as_of=date(2019, 1, 1), depth=1)
    assert before.matches == ()


def test_all_matches_are_listed_whatever_the_role() -> None:
    """Also those of which no rule speaks, and those who have left."""
    cases = [
        ours("m-1", "person:2"),
        case("m-2", party("x", "witness", "person:2")),
        case(
            "m-3",
            party("x", "defendant", "person:2"),
            PartyLeft(party_id="x", happened_on=DAY),
        ),
        case(
            "m-4",
            party("x", "defendant", "person:1"),
            CounselAppeared(
                representation_id="r",
                party_ids=("x",),
                counsel_id="person:2",
                happened_on=EARLY,
            ),
        ),
    ]
    found = asked(cases, WHO, {"person:2": "expert"})
    assert {one.case_id for one in found} == {"m-1", "m-2", "m-3", "m-4"}
    assert "listed; no rule of the table" in str(found)
    ends = {one.case_id: one.participation for one in found}
    assert ends["m-3"] is not None
    assert (ends["m-3"].from_on, ends["m-3"].until_on) == (EARLY, DAY)


def test_somebody_who_joined_again_as_another_is_found_by_both() -> None:
    """The id of before stands in the case."""
    again = case(
        "m-1",
        party("x", "defendant", "person:1"),
        PartyLeft(party_id="x", happened_on=date(2021, 1, 1)),
        party("x", "defendant", "person:2", happened_on=date(2022, 1, 1)),
    )
    for who in ("person:1", "person:2"):
        assert len(asked([again], WHO, {who: "client"})) == 1, who


def test_what_was_not_searched_is_said() -> None:
    """Names alone, ids that are gone, rooms that are not there, nobody who asked."""
    raised = ProblemRaised(
        problem_id="p", text="X", owner="o", severity="minor", happened_on=EARLY
    )
    core = case("m-1", party("x", "witness"), party("y", "witness", "person:404"))
    core = core.record(raised, by="clerk", at=AT)
    texts = [line_text(line, MODEL) for line in core.log]
    lines = [line_of(text, Model.core()) for text in texts]
    bare = CaseFile.of_log(lines, model=Model.core())
    inquiry = case(
        "m-2",
        InquiryMade(inquirer=f"Somebody {CANARY}", happened_on=EARLY),
        EngagementDeclined(happened_on=EARLY),
    )
    unsaid = case(
        "m-3", InquiryMade(happened_on=EARLY), EngagementDeclined(happened_on=EARLY)
    )
    found = asked([bare, inquiry, unsaid], WHO, {"person:1": "client"})
    assert {(one.what, one.where) for one in found.unsearched} == {
        ("unread-kinds", "case:m-1"),
        ("names-only", "case:m-1"),
        ("not-in-directory", "case:m-1"),
        ("names-only", "case:m-2"),
        ("nobody-named", "case:m-3"),
    }
    assert "who asked us, where nothing says who that is" in str(found)
    assert CANARY not in str(found)
    event = found.as_event(check_id="cc", by="lead", on=EARLY)
    assert event.happened_on == EARLY
    assert "names-only" in event.unsearched


def test_it_never_says_that_there_is_no_conflict() -> None:
    """Nothing found is said as that, with where it was looked."""
    found = asked([], WHO, {"person:2": "adverse"})
    text = " ".join(str(found).split())
    assert "Searched 0 cases at the position that the check has" in text
    assert "0 matched, in 0 matters; 0 to be looked at." in text
    assert "A person decides." in text
    assert "no conflict" not in text


def test_what_it_gives() -> None:
    """80 columns, escaped HTML, rows; ids that stay; no name in a repr."""
    cases = [
        ours("m-1", "person:2"),
        case("m-2", party("x", "witness", name=f"<b>Quite {CANARY}</b>")),
    ]
    roles = {f"Quite {CANARY}": "adverse", "person:2": "adverse"}
    found = asked(cases, WHO, roles)
    assert max(map(len, str(found).splitlines())) <= 80
    html = found._repr_html_()
    assert "<b>" not in html
    assert "&lt;b&gt;" in html
    row = next(one for one in found.to_rows() if one["matter"] == "m-2")
    assert row["name_found"] == f"<b>Quite {CANARY}</b>"
    assert CANARY not in repr(found) + repr(found.matches) + repr(found.findings)
    assert found.ids == asked(cases, WHO, roles).ids
    assert found[found.ids[0]] is found.findings[0]
    with pytest.raises(UnknownNameError):
        found["cf-none"]
    made = ConflictIndex.of(cases, WHO)
    assert repr(made) == "<ConflictIndex of 2 cases, 2 participations>"
    assert repr(made.book) == "<NameBook of 10>"


@pytest.mark.parametrize(
    ("said", "error", "what"),
    [
        ({"people": "person:1"}, InvalidTypeError, "needs several, not one str"),
        ({"people": 7}, InvalidTypeError, "needs several ids, names or Asked"),
        ({"people": (7,)}, InvalidTypeError, "people has a int"),
        ({"people": ()}, MissingInputError, "people is empty"),
        ({"people": ("person:1",) * 2}, InvalidValueError, "names somebody twice"),
        ({"people": ("person:99",)}, UnknownNameError, "person:99"),
        ({"roles": {"person:2": "client"}}, InvalidValueError, "of whom it is not"),
        ({"roles": {"person:1": "enemy"}}, InvalidValueError, "stance"),
        ({"depth": 7}, InvalidValueError, "from 0 to 6"),
        ({"depth": True}, InvalidValueError, "from 0 to 6"),
        ({"threshold": 0}, InvalidValueError, "above 0, up to 100"),
        ({"threshold": "80"}, InvalidValueError, "above 0, up to 100"),
        ({"as_of": "2026-06-03"}, InvalidTypeError, "as_of"),
    ],
)
def test_what_cannot_be_asked(
    said: dict[str, Any], error: type[Exception], what: str
) -> None:
    """Two sentences: what is wrong, and what to do."""
    given_: dict[str, Any] = {"people": ("person:1",), "as_of": DAY, **said}
    with pytest.raises(error, match=what):
        check(ConflictIndex.of([], WHO), **given_)


def test_a_stance_stands_once() -> None:
    """In roles, or in what is asked; and somebody has to be asked about."""
    index = ConflictIndex.of([], WHO)
    with pytest.raises(ConflictingInputError, match="Say it once"):
        check(
            index,
            people=(Asked(who="person:1", stance="client"),),
            roles={"person:1": "adverse"},
            as_of=DAY,
        )
    with pytest.raises(MissingInputError, match="Nobody is asked about"):
        Asked(stance="client")
    with pytest.raises(InvalidTypeError, match="needs pairs"):
        Asked(name="X", identifiers=("tax",))  # type: ignore[arg-type]  # refused
    with pytest.raises(InvalidTypeError, match="index needs a ConflictIndex"):
        check([], people=("person:1",), as_of=DAY)  # type: ignore[arg-type]  # refused


def test_an_index_is_made_of_cases_each_once() -> None:
    """Files or cases; what is none is refused."""
    file = case("m-1")
    steps: list[int] = []
    index = ConflictIndex.of([file.case], WHO, progress=steps.append)
    assert (index.case_ids, steps) == (("m-1",), [1])
    with pytest.raises(InvalidValueError, match="is there twice"):
        ConflictIndex.of([file, file], WHO)
    with pytest.raises(InvalidTypeError, match="not str"):
        ConflictIndex.of(["m-1"], WHO)  # type: ignore[list-item]  # refused
    with pytest.raises(InvalidTypeError, match="directory needs"):
        ConflictIndex.of([file], None)  # type: ignore[arg-type]  # refused


def test_a_sealed_name_of_who_is_asked_does_not_leave() -> None:
    """Behind a wall also of whom it was asked, if that one is hidden."""
    cases = [case("m-1", party("x", "witness", name="Client Onne"))]
    found = asked(cases, WHO, {"person:1": "adverse"})
    assert len(found) == 1
    told = as_seen_by(found, lambda stream: stream != "person:1")
    assert (told.matches, told.cases) == ((), None)
    assert told.hidden is not None
    assert as_seen_by(found, lambda _: True, cases=1).hidden is None


def test_the_role_decides_nothing_of_who_is_found() -> None:
    """Whatever somebody is said to be, the same are listed."""
    cases = [ours("m-1", "person:1"), case("m-2", party("x", "expert", "person:1"))]
    every = {
        stance: {one.case_id for one in asked(cases, WHO, {"person:1": stance})}
        for stance in ("client", "adverse", "witness", "expert", "other", "member")
    }
    assert set(map(frozenset, every.values())) == {frozenset({"m-1", "m-2"})}


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    """No text is refused; both ways are the same; itself is found."""
    there, back = matched(one, other, threshold=1), matched(other, one, threshold=1)
    assert (there is None) == (back is None)
    if there is not None and back is not None:
        assert 1 <= there.score <= 100
        assert there.score == pytest.approx(back.score)
    same = matched(one, one)
    assert same is not None or not any(each.isalnum() for each in one)


def test_a_matter_that_is_not_there_is_refused() -> None:
    """Misspelt, nobody would stand on both sides of it, and nothing be barred."""
    file = case("m-live", party("us", "plaintiff", "person:1", is_client=True))
    directory = Directory.of(entry("person:1", "Client One"))
    roles = {"person:1": "adverse"}
    with pytest.raises(UnknownNameError, match="Did you mean 'm-live'"):
        asked([file], directory, roles, matter="m-liv")
    with pytest.raises(InvalidTypeError, match="needs the id of a case, not int"):
        asked([file], directory, roles, matter=5)
    loose = asked([file], directory, roles, matter="m-liv", strict=False)
    assert [one.rule for one in loose.findings] == ["direct-adversity"]
    right = asked([file], directory, roles, matter="m-live")
    assert [one.rule for one in right.findings] == ["same-proceeding"]


def test_roles_are_a_mapping() -> None:
    """One word for all is none."""
    directory = Directory.of(entry("person:1", "Client One"))
    index = ConflictIndex.of([], directory)
    with pytest.raises(InvalidTypeError, match="roles needs a mapping, not str"):
        check(index, people=("person:1",), roles="adverse", as_of=DAY)  # type: ignore[arg-type]  # refused
