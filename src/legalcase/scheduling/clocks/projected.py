"""projected_clocks: when the statutory clocks of a case run out, as of a day."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from attrs import field, frozen

from legalcase.authority import Authority
from legalcase.dates import as_date
from legalcase.errors import LegalCaseError
from legalcase.kernel.checks import check_asked
from legalcase.kernel.events.label import Label, stricter
from legalcase.plain_data import PlainData
from legalcase.scheduling.clocks.of_case import clock_of

if TYPE_CHECKING:
    from legalcase.law.lawbook import Law
    from legalcase.model.case import Case
    from legalcase.model.clocks.state import CaseClock, Clocks, ExcludedTime
    from legalcase.scheduling.clocks.clock import StatutoryClock

__all__ = ["ProjectedClock", "projected_clocks"]


@frozen(kw_only=True)
class ProjectedClock(PlainData):
    """A clock of a case with its last day, as of the day `on`.

    `adopted` is the last day (of a minimum, the first) under what is adopted, `shown`
    that which is right under every reading; both as if what is open ended on `on`:
    `state` is ``"stands-still"`` then, and else ``"running"``, or ``"ended"``.
    `questions` are (day, question, answer, authority) of each reading that gives
    another. `of` is the party whose clock it is, `rule` and `authority` are the law's.
    Where that cannot count the clock, there is no day, and `why_not` names the error.
    `revision` never goes back, whatever changes the days.
    """

    clock_id: str
    rule: str
    title: str
    of: str | None = None
    on: date
    adopted: date | None = None
    shown: date | None = None
    bound: str = "not-later-than"
    state: str
    questions: tuple[tuple[date, str, str, str], ...] = ()
    authority: Authority | None = field(default=None, repr=False)
    label: Label
    revision: int
    changed_at: datetime | None = None
    why_not: str | None = None

    @property
    def said(self) -> str:
        """For whom, by which authority, and what is open, in the words of the law."""
        said = [] if self.of is None else [f"clock of {self.of}"]
        if self.authority is not None:
            said.append(str(self.authority))
        if self.why_not is not None:
            said.append(f"cannot be counted by this law ({self.why_not})")
        if self.state == "stands-still":
            said.append(f"stands still: the day if what is open ended on {self.on}")
        said += [
            f"{day} if: {question} {answer} ({authority})"
            for day, question, answer, authority in self.questions
        ]
        return "; ".join(said)


def projected_clocks(
    case: Case, law: Law, *, on: date, ended: bool = False
) -> tuple[ProjectedClock, ...]:
    """Return the clocks of a case that run, with their last days as of a day.

    With `ended`, also those that ended. One whose place another has taken is over with
    it. Raises `InvalidTypeError` for what is no case, law or day.
    """
    check_asked(case, "case", "clocks", "case_id")
    check_asked(law, "law", "clock")
    as_date(on, "on")
    room = case.clocks
    return tuple(
        _projected(case, law, kept, on)
        for kept in room.clocks
        if ended
        or (kept.state == "running" and room.successor_of(kept.clock_id) is None)
    )


def _projected(case: Case, law: Law, kept: CaseClock, on: date) -> ProjectedClock:
    room = case.clocks
    is_over = kept.state != "running" or room.successor_of(kept.clock_id) is not None
    revision, changed_at, label = _changed(room, kept)
    try:
        clock = clock_of(case, law, kept.clock_id)
    except LegalCaseError as error:
        return ProjectedClock(
            clock_id=kept.clock_id,
            rule=kept.rule,
            title=kept.rule,
            of=kept.of,
            on=on,
            state="ended" if is_over else "running",
            label=label,
            revision=revision,
            changed_at=changed_at,
            why_not=type(error).__name__,
        )
    adopted, is_still = _adopted(clock, on)
    return ProjectedClock(
        clock_id=kept.clock_id,
        rule=clock.rule.id,
        title=clock.rule.title,
        of=kept.of,
        on=on,
        adopted=adopted,
        shown=clock.safe(on=on),
        bound=clock.rule.bound,
        state="ended" if is_over else "stands-still" if is_still else "running",
        questions=tuple(
            (one.last_on, *answer)
            for one in clock.readings(on=on)
            if one.last_on != adopted
            for answer in one.answers
        ),
        authority=clock.rule.authority,
        label=label,
        # The day can move without a line, while something is open.
        revision=revision + max(0, (on - clock.start_on).days),
        changed_at=changed_at,
    )


def _adopted(clock: StatutoryClock, on: date) -> tuple[date, bool]:
    """Return the day under what is adopted, and whether the clock stands still."""
    standing = clock.standing(on=on)
    if clock.rule.bound == "not-earlier-than":
        first = clock.first_day()
        return first or standing.if_running_on, first is None
    return standing.if_running_on, not standing.is_running


def _changed(room: Clocks, kept: CaseClock) -> tuple[int, datetime | None, Label]:
    """Return when what a clock rests on was changed last, and who may see it.

    The day tells of what is excluded, too: the strictest label of all holds.
    """
    parts: list[CaseClock | ExcludedTime] = [kept, *room.exclusions_of(kept.clock_id)]
    for joinder in room.joinders:
        if kept.clock_id in joinder.clock_ids:
            for other in joinder.clock_ids:
                parts += [room.clocks[other], *room.exclusions_of(other)]
    label = kept.label
    for part in parts:
        label = stricter(label, part.label) or label
    latest = max(parts, key=lambda part: part.revision)
    return latest.revision, latest.changed_at, label
