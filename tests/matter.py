"""Events of the life of a matter: engagement, stage, records; plain, one a kind."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

import legalcase.model as m
from case_files import DAY
from case_samples import stage_table

if TYPE_CHECKING:
    from collections.abc import Callable

#: Every review and every record that is gone has an id of its own.
_NEW = count(1)

_ON: dict[str, Any] = {"happened_on": DAY}

#: A plain event by its kind, for a thing of this id.
MATTER: dict[str, Callable[[str], Any]] = {
    "inquiry-made": lambda _: m.InquiryMade(**_ON),
    "conflict-review-begun": lambda _: m.ConflictReviewBegun(
        review_id=f"review-{next(_NEW)}", **_ON
    ),
    "conflict-review-cleared": lambda name: m.ConflictReviewCleared(
        review_id=name, **_ON
    ),
    "engaged": lambda _: m.Engaged(**_ON),
    "engagement-terms-changed": lambda _: m.EngagementTermsChanged(scope="All", **_ON),
    "engagement-declined": lambda _: m.EngagementDeclined(**_ON),
    "engagement-opened": lambda _: m.EngagementOpened(**_ON),
    "engagement-put-on-hold": lambda _: m.EngagementPutOnHold(**_ON),
    "engagement-resumed": lambda _: m.EngagementResumed(**_ON),
    "engagement-closing-begun": lambda _: m.EngagementClosingBegun(**_ON),
    "engagement-closed": lambda _: m.EngagementClosed(**_ON),
    "engagement-reopened": lambda _: m.EngagementReopened(**_ON),
    "stage-table-adopted": lambda _: m.StageTableAdopted(table=stage_table(), **_ON),
    "legal-hold-acknowledged": lambda name: m.LegalHoldAcknowledged(
        hold_id=name, custodian_id="doe", **_ON
    ),
    "custodians-added": lambda name: m.CustodiansAdded(
        hold_id=name, custodian_ids=("doe",), **_ON
    ),
    "legal-hold-released": lambda name: m.LegalHoldReleased(hold_id=name, **_ON),
    "record-destroyed": lambda _: m.RecordDestroyed(
        item_id=f"box-{next(_NEW)}",
        authority="Schedule",
        approved_by="A. Partner",
        **_ON,
    ),
    "record-lost": lambda _: m.RecordLost(item_id=f"box-{next(_NEW)}", **_ON),
}
