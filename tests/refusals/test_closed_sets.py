"""An option with a closed set of words refuses every other, whoever asks."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

import legalcase as lc
from house import SOURCE
from legalcase.authority import HOW
from legalcase.calendars.closures import KINDS
from legalcase.dates import Period
from legalcase.errors import LegalCaseError
from legalcase.ical import to_ical
from legalcase.kernel import Label, Ref
from legalcase.kernel.events.label import AUDIENCES
from legalcase.law.book.vocabulary import words_of
from legalcase.model import Agreed, DeadlineTerms, Derived, Ordered, PartyJoined
from legalcase.model.deadlines.basis import BOUNDS, DIRECTIONS
from legalcase.model.deadlines.terms import KINDS as DEADLINES
from legalcase.model.deadlines.terms import STAYS
from legalcase.model.people.state import PARTY_KINDS
from one_case import case_of

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = date(2026, 6, 3)
LAW = lc.Law.bundled()
AGENDA = case_of().agenda()
ORDERED = Ordered(due=DAY, authority="O")


def asked(**options: Any) -> lc.Computation:
    """A deadline with those options."""
    return lc.compute("us/frcp/33(b)(2)", after=DAY, court="cand", **options)


#: Each option, and a word that it takes ("" where that depends on the others).
OPTIONS: dict[str, tuple[Callable[[Any], object], str]] = {
    "Authority.verified": (lambda w: lc.Authority(cite="x", verified=w), HOW[0]),
    "Computation.explain.form": (lambda w: asked().explain(w), "html"),
    "CourtCalendar.with_closure.kind": (
        lambda w: lc.calendar("us").with_closure(DAY, "flood", w, authority="O. 1"),
        "office-closed",
    ),
    "Law.court": (LAW.court, "us/cand"),
    "Law.courts": (LAW.courts, "us"),
    "Law.names": (LAW.names, "rule"),
    "Law.packs": (LAW.packs, "us"),
    "Period.unit": (lambda w: Period(3, w), "day"),
    "compute.act": (lambda w: asked(act=w), "serve"),
    "compute.calendar": (lambda w: asked(calendar=w), "us"),
    "compute.facts.answer": (
        lambda w: lc.compute(
            "us/frap/4(a)(1)(A)", after=DAY, facts={"united-states-is-a-party": w}
        ),
        "yes",
    ),
    "compute.forum": (lambda w: asked(forum=w), "us-ca"),
    "compute.local_rules": (lambda w: asked(local_rules=w), "none"),
    "compute.nature": (lambda w: asked(nature=w), "ordinary"),
    "compute.paper": (lambda w: asked(paper=w), "other"),
    "compute.readings": (lambda w: asked(readings={str(w): "no"}), ""),
    "compute.readings.answer": (
        lambda w: asked(readings={"mail-order": w}, service="mail"),
        "no: add, roll",
    ),
    "compute.service": (lambda w: asked(service=w), "mail"),
    "compute.service_extension": (
        lambda w: asked(service="mail", service_extension=w),
        "general",
    ),
    "compute.under": (lambda w: lc.compute("3 days", after=DAY, under=w), ""),
    "find_rules.act": (lambda w: lc.find_rules(act=w), "file"),
    "find_rules.met_by": (lambda w: lc.find_rules(met_by=w), "answer-served"),
    "find_rules.owed_by": (lambda w: lc.find_rules(owed_by=w), "served"),
    "find_rules.proceedings": (lambda w: lc.find_rules(proceedings=w), "civil"),
    "find_rules.jurisdiction": (lambda w: lc.find_rules(jurisdiction=w), "us"),
    "find_rules.trigger": (lambda w: lc.find_rules(trigger=w), "judgment-entered"),
    "audience of a label": (lambda w: Label(audience=w), AUDIENCES[1]),
    "audience that is admitted": (Label(audience="firm").admits, "client"),
    "bound of an order": (
        lambda w: Ordered(due=DAY, authority="O", bound=w),
        BOUNDS[1],
    ),
    "bound of an agreement": (
        lambda w: Agreed(due=DAY, authority="A", bound=w),
        BOUNDS[1],
    ),
    "direction of what follows": (
        lambda w: Derived(follows=Ref("hearing", "h"), direction=w),
        DIRECTIONS[1],
    ),
    "kind of a deadline": (
        lambda w: DeadlineTerms(title="T", basis=ORDERED, kind=w),
        DEADLINES[1],
    ),
    "what a stay does": (
        lambda w: DeadlineTerms(title="T", basis=ORDERED, stayed_by_stay=w),
        STAYS[1],
    ),
    "kind of a party": (
        lambda w: PartyJoined(
            party_id="p", name="P", kind=w, roles=("plaintiff",), happened_on=DAY
        ),
        PARTY_KINDS[1],
    ),
    "served_on.method": (
        lambda w: lc.served_on(DAY, w, under="gb-eaw/cpr"),
        "email",
    ),
    "to_ical.audience": (lambda w: to_ical(AGENDA, name="N", audience=w), "firm"),
    "to_ical.cancelled": (lambda w: to_ical(AGENDA, name="N", cancelled=w), "drop"),
    "to_ical.detail": (lambda w: to_ical(AGENDA, name="N", detail=w), "busy"),
}


#: Names and words of the law: of these, capitals and blanks around them do not matter.
OF_THE_LAW = (
    *("Law.court", "compute.act", "compute.calendar", "compute.forum"),
    *(
        "compute.facts.answer",
        "compute.nature",
        "compute.paper",
        "compute.service",
        "served_on.method",
    ),
    *("find_rules.act", "find_rules.jurisdiction", "find_rules.trigger"),
    *("find_rules.met_by", "find_rules.owed_by", "find_rules.proceedings"),
)


@pytest.mark.parametrize("option", OPTIONS)
def test_a_word_that_is_none_is_refused(option: str) -> None:
    """A slip, other capitals, blanks, nothing, and things that are no words."""
    ask, word = OPTIONS[option]
    wrong: list[object] = ["typo", "", f"{word}s", 7, ["full"], ("skip",)]
    wrong += [{"a": 1}, b"full", True]
    if option not in OF_THE_LAW:
        wrong += [f" {word}", word.upper() if word else "TYPO"]
    for each in wrong:
        with pytest.raises(LegalCaseError):
            ask(each)


@pytest.mark.parametrize("option", [name for name, (_, w) in OPTIONS.items() if w])
def test_a_word_that_is_one_is_taken(option: str) -> None:
    """So that it is for the word that the others are refused."""
    ask, word = OPTIONS[option]
    ask(word)


def test_every_literal_of_the_face_is_asked() -> None:
    """Whoever adds an option with fixed words adds it above."""
    pattern = re.compile(r"(\w+): Literal\[")
    found = {
        name
        for path in SOURCE.rglob("*.py")
        for name in pattern.findall(path.read_text(encoding="utf-8"))
    }
    asked_for = {option.rpartition(".")[2] for option in OPTIONS}
    assert found
    assert found - asked_for == set()


@pytest.mark.parametrize("width", [0, -1, "80", 80.0, True, None])
def test_a_width_is_a_number_of_columns(width: Any) -> None:
    """Of one or more."""
    with pytest.raises(LegalCaseError, match="no width in columns"):
        asked().explain(width=width)
    assert asked().explain(width=1)


def test_the_kinds_of_closures_are_those_of_the_vocabulary() -> None:
    """The calendars cannot read it: they stand below the law."""
    assert words_of(LAW)["kind"] == KINDS
