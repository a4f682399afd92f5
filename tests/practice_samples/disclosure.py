"""Samples of duties to disclose, of what was disclosed, and what was kept back."""

from __future__ import annotations

from datetime import date

from case_files import CANARY, DAY
from legalcase.kernel import Label, Ref
from legalcase.practice import (
    DisclosureDutyEnded,
    DisclosureMade,
    DisclosureObjected,
    DisclosureOwed,
    DisclosureReceived,
    DisclosureSupplemented,
    DisclosureWaived,
    DisclosureWithheld,
    WithholdingEnded,
    disclosure_kind,
)

FIRM = Label(audience="firm", ground="work-product")
#: The line that opened the case: what a service would be.
LINE = Ref("event", "e-1")

EVENTS = (
    DisclosureOwed(
        duty_id="prelim",
        kind="us-ca/fam/2104",
        authority=f"Cal. Fam. Code § 2104 {CANARY}",
        arose="order",
        owed_by="roe",
        owed_to=("acme",),
        items=("declaration", "tax-returns"),
        deadline_id="reply",
        is_continuing=True,
        waivable=("mutual", "order"),
        waiver_needs=("us-ca/fam/2103",),
        of=LINE,
        label=FIRM,
        happened_on=DAY,
    ),
    DisclosureOwed(
        duty_id="final",
        kind="us-ca/fam/2105",
        authority=f"Cal. Fam. Code § 2105 {CANARY}",
        owed_by="acme",
        owed_to=("roe",),
        items=("declaration",),
        due_on=date(2026, 6, 10),
        happened_on=DAY,
    ),
    DisclosureMade(
        duty_id="prelim",
        items=("declaration",),
        by_event=LINE,
        documents=("signed",),
        is_complete=False,
        happened_on=DAY,
    ),
    DisclosureReceived(
        duty_id="prelim",
        items=("declaration",),
        documents=("signed",),
        happened_on=DAY,
    ),
    DisclosureSupplemented(
        duty_id="prelim",
        items=("declaration",),
        way="produced",
        by_event=LINE,
        documents=("signed",),
        happened_on=DAY,
    ),
    DisclosureObjected(
        duty_id="prelim",
        items=("tax-returns",),
        ground=f"Too many {CANARY}",
        by_event=LINE,
        happened_on=DAY,
    ),
    DisclosureWaived(
        duty_id="final",
        items=("declaration",),
        way="mutual",
        by=("roe", "acme"),
        authority=f"Cal. Fam. Code § 2105(d) {CANARY}",
        form="FL-144",
        in_document="signed",
        by_event=LINE,
        happened_on=DAY,
    ),
    DisclosureWithheld(
        withholding_id="letters",
        duty_id="prelim",
        item="tax-returns",
        claim="attorney-client",
        sort="letters",
        dated_on=date(2025, 3, 1),
        document_id="signed",
        described=f"Letters to counsel {CANARY}",
        label=FIRM,
        happened_on=DAY,
    ),
    WithholdingEnded(
        withholding_id="letters", way="overruled", by_event=LINE, happened_on=DAY
    ),
    DisclosureDutyEnded(
        duty_id="final",
        ground=f"Dismissed {CANARY}",
        by_event=LINE,
        happened_on=DAY,
    ),
)
_KIND = disclosure_kind("us-ca/fam/2105")
VALUES = (_KIND, _KIND.items[0], _KIND.waivers[0])
