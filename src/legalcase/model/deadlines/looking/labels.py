"""Who may see a deadline on which nobody put a label."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.kernel.events.label import PUBLIC, Label, stricter
from legalcase.model.deadlines.basis import Computed
from legalcase.model.deadlines.terms import OWN
from legalcase.model.docket.facet import DOCKET
from legalcase.model.hearings.facet import HEARINGS

if TYPE_CHECKING:
    from legalcase.kernel.folding.folded import Folded
    from legalcase.model.deadlines.basis import Anchor
    from legalcase.model.deadlines.terms import DeadlineTerms

__all__ = ["PLANNED", "label_of", "label_with_anchors"]

#: What we plan for ourselves is ours, unless somebody says otherwise.
PLANNED: Final = Label(audience="firm", ground="work-product")


def label_of(terms: DeadlineTerms) -> Label:
    """Return who may see it by its kind: all may know when a paper is due in court."""
    return PLANNED if terms.sort in OWN else PUBLIC


def label_with_anchors(terms: DeadlineTerms, before: Folded) -> Label:
    """Return the same, no wider than of that from which it runs.

    That an offer is to be answered by some day tells that there is one.
    """
    label = label_of(terms)
    if isinstance(terms.basis, Computed):
        for anchor in terms.basis.anchors:
            found = _label_of_anchor(anchor, before)
            label = stricter(label, found) or label
    return label


def _label_of_anchor(anchor: Anchor, before: Folded) -> Label | None:
    if anchor.of.noun == "hearing":
        hearing = before[HEARINGS].find(anchor.of.id)
        return None if hearing is None else hearing.label
    if anchor.of.noun == "event":
        entry = before[DOCKET].find(anchor.of.id)
        return None if entry is None else entry.label
    return None
