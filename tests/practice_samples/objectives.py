"""Samples of what can happen to the objectives and the scope of a case."""

from __future__ import annotations

from case_files import CANARY, DAY
from legalcase.kernel import Label, Ref
from legalcase.practice import (
    ObjectiveChanged,
    ObjectiveDropped,
    ObjectiveMet,
    ObjectiveReopened,
    ObjectiveSet,
    ScopeAgreed,
    ScopeChanged,
    ScopeTerms,
)

TERMS = ScopeTerms(
    included=("pleadings", "motions"),
    excluded=("appeal",),
    agreed_with=("roe",),
    document=Ref("deadline", "reply"),
    reasonable=f"Another firm does appeals {CANARY}",
    consent=Ref("task", "draft"),
)
EVENTS = (
    ObjectiveSet(
        objective_id="stay-in-the-flat",
        statement=f"Keep the flat {CANARY}",
        test=f"No judgment for possession {CANARY}",
        owner=f"lead {CANARY}",
        agreed_with=("roe",),
        label=Label(audience="owner", ground="privileged"),
        happened_on=DAY,
    ),
    ObjectiveChanged(
        objective_id="stay-in-the-flat",
        statement=f"Time to move {CANARY}",
        test=f"Ninety days {CANARY}",
        owner=f"partner {CANARY}",
        agreed_with=("roe",),
        happened_on=DAY,
    ),
    ObjectiveMet(
        objective_id="stay-in-the-flat",
        evidence=(Ref("deadline", "reply"),),
        how=f"Stipulated {CANARY}",
        happened_on=DAY,
    ),
    ObjectiveReopened(
        objective_id="stay-in-the-flat", ground=f"Set aside {CANARY}", happened_on=DAY
    ),
    ObjectiveDropped(
        objective_id="stay-in-the-flat",
        ground=f"Moved out {CANARY}",
        agreed_with=("roe",),
        happened_on=DAY,
    ),
    ScopeAgreed(
        scope_id="roe",
        terms=TERMS,
        label=Label(audience="owner", ground="privileged"),
        happened_on=DAY,
    ),
    ScopeChanged(
        scope_id="roe", terms=TERMS, ground=f"Asked again {CANARY}", happened_on=DAY
    ),
)
VALUES = (TERMS,)
