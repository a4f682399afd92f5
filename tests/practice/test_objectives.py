"""What a case is for, and what we agreed to do in it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from legalcase.errors import (
    ConflictingInputError,
    IllegalTransitionError,
    InvalidValueError,
    MissingInputError,
    UnknownNameError,
)
from legalcase.kernel import Ref
from legalcase.practice import (
    AREAS,
    OBJECTIVES,
    ObjectiveChanged,
    ObjectiveDropped,
    ObjectiveMet,
    ObjectiveReopened,
    Objectives,
    ObjectiveSet,
    ScopeAgreed,
    ScopeChanged,
    ScopeTerms,
)
from practice_samples import DAY, NOON, stage

if TYPE_CHECKING:
    from legalcase.kernel import Event

ON: dict[str, Any] = {"happened_on": DAY}
LATER = date(2026, 6, 20)
SOON = NOON + timedelta(days=30)
SET = ObjectiveSet(
    objective_id="stay",
    statement="Keep the flat",
    test="No judgment for possession",
    owner="lead",
    agreed_with=("roe",),
    **ON,
)


def after(*events: Event) -> Objectives:
    """The room after some events."""
    return stage().record(*events, by="lead", at=SOON).case[OBJECTIVES]


def terms(**given: Any) -> ScopeTerms:
    """Terms agreed with our client."""
    return ScopeTerms(**{"included": ("pleadings",), "agreed_with": ("roe",), **given})


def test_an_objective_has_an_owner_and_a_test() -> None:
    """And says who agreed to it; without anybody it is what we propose."""
    one = after(SET).objectives["stay"]
    assert (one.owner, one.test) == ("lead", "No judgment for possession")
    assert one.is_open
    assert one.is_agreed
    proposed = ObjectiveSet(
        objective_id="fees", statement="Fees", test="An award", owner="lead", **ON
    )
    assert not after(proposed).objectives["fees"].is_agreed


def test_what_changed_has_to_be_agreed_anew() -> None:
    """The objectives are the client's; who sees to them is ours to say."""
    other = ObjectiveChanged(objective_id="stay", owner="partner", **ON)
    assert after(SET, other).objectives["stay"].agreed_with == ("roe",)
    wider = ObjectiveChanged(objective_id="stay", test="And no arrears", **ON)
    assert after(SET, wider).objectives["stay"].agreed_with == ()
    again = ObjectiveChanged(objective_id="stay", agreed_with=("roe",), **ON)
    one = after(SET, wider, again).objectives["stay"]
    assert (one.test, one.agreed_with) == ("And no arrears", ("roe",))


def test_what_is_met_has_something_that_shows_it() -> None:
    """And what was reversed is open again, without it."""
    met = ObjectiveMet(
        objective_id="stay",
        evidence=(Ref("deadline", "reply"),),
        happened_on=LATER,
    )
    one = after(SET, met).objectives["stay"]
    assert (str(one.state), one.evidence) == ("met", ("deadline:reply",))
    assert (one.set_on, one.since_on) == (DAY, LATER)
    again = ObjectiveReopened(objective_id="stay", ground="Reversed", **ON)
    one = after(SET, met, again).objectives["stay"]
    assert one.is_open
    assert (one.evidence, one.ground) == ((), "Reversed")
    assert after(SET, met).open == ()
    with pytest.raises(MissingInputError, match="shows"):
        ObjectiveMet(objective_id="stay", **ON)


def test_what_is_over_does_not_change() -> None:
    """Until it is reopened."""
    dropped = ObjectiveDropped(objective_id="stay", ground="Moved out", **ON)
    other = ObjectiveChanged(objective_id="stay", owner="partner", **ON)
    with pytest.raises(IllegalTransitionError, match="ObjectiveReopened"):
        after(SET, dropped, other)
    with pytest.raises(MissingInputError, match="changes nothing"):
        ObjectiveChanged(objective_id="stay", **ON)


def test_only_a_client_of_ours_agrees() -> None:
    """Neither the opponent nor somebody unknown."""
    for given in (
        ObjectiveSet(
            objective_id="o",
            statement="S",
            test="T",
            owner="lead",
            agreed_with=("acme",),
            **ON,
        ),
        ScopeAgreed(scope_id="s", terms=terms(agreed_with=("acme",)), **ON),
    ):
        with pytest.raises(InvalidValueError, match="no client of ours"):
            after(given)
    with pytest.raises(UnknownNameError, match="nobody"):
        after(ScopeAgreed(scope_id="s", terms=terms(agreed_with=("nobody",)), **ON))


def test_a_scope_says_of_each_area_what_was_agreed() -> None:
    """Of what stands in neither list, nothing was."""
    state = after(ScopeAgreed(scope_id="s", terms=terms(excluded=("appeal",)), **ON))
    assert [state.says(one) for one in ("pleadings", "appeal", "trial")] == [
        "included",
        "excluded",
        "unsaid",
    ]
    assert Objectives().says("appeal") is None
    with pytest.raises(InvalidValueError, match="client-care"):
        state.says("gardening")


def test_a_limit_asks_for_consent_and_a_reason() -> None:
    """ABA Model Rule 1.2(c); what limits nothing asks for neither."""
    assert terms().missing == ()
    assert terms(excluded=("appeal",)).missing == ("consent", "reasonable")
    full = terms(
        excluded=("appeal",), consent=Ref("document", "d"), reasonable="A small case"
    )
    assert full.missing == ()


def test_areas_are_those_of_the_list() -> None:
    """And none is on both sides."""
    with pytest.raises(InvalidValueError, match="hearing-preparation"):
        terms(included=("gardening",))
    with pytest.raises(ConflictingInputError, match="appeal"):
        terms(included=("appeal", "trial"), excluded=("appeal",))
    with pytest.raises(InvalidValueError, match="empty"):
        terms(included=())
    assert terms(included=AREAS).says("costs") == "included"


def test_a_changed_scope_keeps_what_was_before() -> None:
    """With the day and the ground."""
    changed = ScopeChanged(
        scope_id="s",
        terms=terms(included=("pleadings", "appeal")),
        ground="The client asked",
        happened_on=LATER,
    )
    state = after(
        ScopeAgreed(scope_id="s", terms=terms(excluded=("appeal",)), **ON), changed
    )
    scope = state.scopes["s"]
    assert scope.agreed_on == LATER
    assert [one.terms.says("appeal") for one in scope.versions] == [
        "excluded",
        "included",
    ]
    assert scope.versions[1].ground == "The client asked"
    assert state.says("appeal") == "included"


def test_a_client_may_see_them() -> None:
    """And nobody of the other side."""
    state = after(SET, ScopeAgreed(scope_id="s", terms=terms(), **ON))
    for label in (state.objectives["stay"].label, state.scopes["s"].label):
        assert label.admits("client")
        assert not label.admits("party")
