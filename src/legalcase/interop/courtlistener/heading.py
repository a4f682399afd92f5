"""What a docket says of its case: name, court, number, day, judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from legalcase.dates import own_day
from legalcase.errors import LegalCaseError, MissingInputError
from legalcase.model.caseload.events import CaseOpened, JudgeAssigned

if TYPE_CHECKING:
    from datetime import date, datetime

    from legalcase.courts.bench import Court
    from legalcase.interop.courtlistener.source import Place
    from legalcase.law.lawbook import Law

__all__ = ["Head", "head_of"]


@frozen(kw_only=True)
class Head:
    """What the docket itself says: for the first event, and for all others."""

    number: int | None
    opened_on: date
    court: Court | None
    opened: CaseOpened
    judge: str | None = field(repr=False)

    def judge_assigned(self, top: Place, at: datetime) -> JudgeAssigned:
        """Return who has the case, as of the day on which the source was read."""
        top.source.assume(
            top.at("assigned_to_str"),
            "the source does not say since when the judge has the case: entered as of "
            f"{own_day(at)}, when it was read",
        )
        return JudgeAssigned(judge=self.judge or "", happened_on=own_day(at))

    @property
    def reason(self) -> str:
        """What the lines give as the reason for which they were recorded."""
        number = "" if self.number is None else f" {self.number}"
        return f"CourtListener docket{number}"


def head_of(
    top: Place, *, law: Law, at: datetime, opened_on: date | None, is_new: bool
) -> Head:
    """Return what the docket says; of a case that `is_new`, the first event says it.

    Raises `MissingInputError` if it has no name or no day.
    """
    caption_key = next(
        (key for key in ("case_name_full", "case_name") if top.text(key)),
        "case_name_short",
    )
    caption = top.text(caption_key)
    filed_on = top.day("date_filed")
    opened_on = filed_on or opened_on
    number, judge = top.text("docket_number"), top.text("assigned_to_str")
    court = _court(top, law)
    if not top.source.is_sound:
        # Read on, to find the other problems too; nothing is recorded.
        caption, opened_on = caption or "?", opened_on or own_day(at)
    if caption is None or opened_on is None:
        what = "name" if caption is None else "day of filing"
        advice = (
            "Pass what /dockets/ID/ has, which is not what a search has."
            if caption is None
            else "Pass opened_on=date(…), the day on which the case was opened."
        )
        msg = f"The docket has no {what}. {advice}"
        raise MissingInputError(msg, field="docket", value=None)
    if is_new:
        top.use(caption_key, "date_filed", "docket_number", "assigned_to_str")
        if caption_key == "case_name_full":
            top.source.pass_over(top.at("case_name"), "the full name is the caption")
        if court is not None:
            top.use("court_id")
    if top.value.get("blocked"):
        top.leave(
            "blocked",
            "the service hides this docket from search engines, mostly because "
            "somebody asked for it: see that what leaves the house does not name them",
        )
    if top.value.get("date_terminated") is not None:
        top.leave(
            "date_terminated",
            "it says that the court closed its docket and not how, and it is not taken "
            "back when the court reopens: record CaseDisposed(disposition=…)",
        )
    return Head(
        number=top.id_of("id"),
        opened_on=opened_on,
        court=court,
        opened=CaseOpened(
            caption=caption,
            court=None if court is None else court.id,
            number=number,
            happened_on=opened_on,
        ),
        judge=judge,
    )


def _court(top: Place, law: Law) -> Court | None:
    """Return the court, whose id or alias is the service's after the jurisdiction's.

    The federal courts are looked at first; those of the States are many files.
    """
    found = top.text("court_id")
    if found is None:
        return None
    states = (name for name in law.jurisdictions() if name.startswith("us-"))
    for place in ("us", *states):
        court = _by_id(law, place).get(f"{place}/{found}")
        if court is not None:
            return court
    top.leave("court_id", "the law at hand has no court of this id")
    return None


def _by_id(law: Law, place: str) -> dict[str, Court]:
    try:
        known = law.courts(place)
    except LegalCaseError:
        return {}
    return {name: court for court in known for name in (court.id, *court.aliases)}
