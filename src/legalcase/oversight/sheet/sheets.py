"""control_sheet: what was recorded on a day about deadlines, for whoever checks it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from legalcase.authority import Authority
from legalcase.counting.argument.explain import say_day
from legalcase.dates import as_date, by_clock_of, day_at_court, zone_named
from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.kernel.checks import check_asked
from legalcase.kernel.needed import needs
from legalcase.model.case import Case
from legalcase.model.case_file import CaseFile
from legalcase.model.deadlines.state import ReviewState
from legalcase.oversight.authorities import BGH_CONTROL
from legalcase.oversight.seen import is_admitted, is_inside, name_of
from legalcase.oversight.sheet.clocks import SheetClock, clocks_at_end
from legalcase.oversight.sheet.lines import SheetEntry, lines_of_day
from legalcase.oversight.sheet.page import sheet_html, sheet_text
from legalcase.plain_data import PlainData
from legalcase.shown import shown
from legalcase.zones import is_instant, is_of_a_place, place_meant

if TYPE_CHECKING:
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.law.lawbook import Law

__all__ = ["ControlSheet", "control_sheet"]


@frozen(kw_only=True, repr=False)
class ControlSheet(PlainData):
    """What was recorded on the day `on`, by the clock of `zone`, about deadlines.

    `entries` has each line of the day that is about a deadline, once: set, changed,
    confirmed, extended, met, vacated, corrected. `effects` is what lines of the day did
    to deadlines that they do not name: a stay stops them, a hearing that moves takes
    them along. `unconfirmed` are the critical deadlines by which nobody stood when
    that day was over, each with the line that set it; `clocks` the statutory clocks
    that ran then, where the law was passed. `authority` says who asks for such a sheet.
    """

    on: date
    zone: str
    cases: int
    entries: tuple[SheetEntry, ...] = ()
    effects: tuple[SheetEntry, ...] = ()
    unconfirmed: tuple[SheetEntry, ...] = ()
    clocks: tuple[SheetClock, ...] = ()
    authority: Authority = BGH_CONTROL

    def __repr__(self) -> str:
        """Return day, clock and how much there is, and not what it is."""
        return (
            f"<ControlSheet of {self.on} ({self.zone}): {len(self.entries)} entries, "
            f"{len(self.unconfirmed)} critical unconfirmed>"
        )

    @property
    def title(self) -> str:
        """Day, clock and the number of cases."""
        noun = "case" if self.cases == 1 else "cases"
        return (
            f"Control sheet of {say_day(self.on)}, by the clock of {self.zone}: "
            f"{self.cases} {noun}"
        )

    def of(self, what: str) -> tuple[SheetEntry, ...]:
        """Return the entries of one word: ``sheet.of("set")``."""
        return tuple(entry for entry in self.entries if entry.what == what)

    def to_rows(self) -> list[dict[str, Any]]:
        """Return a row of plain JSON types for each entry, effect and unconfirmed one.

        `group` is ``"entry"``, ``"effect"``, ``"unconfirmed"`` or ``"clock"``.
        """
        groups: tuple[tuple[str, tuple[SheetEntry | SheetClock, ...]], ...] = (
            ("entry", self.entries),
            ("effect", self.effects),
            ("unconfirmed", self.unconfirmed),
            ("clock", self.clocks),
        )
        return [
            {"group": group, **entry.to_dict()}
            for group, entries in groups
            for entry in entries
        ]

    def __str__(self) -> str:
        """Return the sheet as text to print and sign, 80 columns wide."""
        return sheet_text(self)

    def _repr_html_(self) -> str:
        return sheet_html(self)


@needs(
    on="of which day is it asked? Pass on=date(…), today's, say.",
    zone="by which clock does the day begin and end? Pass 'Europe/Berlin', say.",
)
def control_sheet(
    files: Iterable[CaseFile],
    *,
    on: date,
    zone: str,
    audience: str = "firm",
    law: Law | None = None,
) -> ControlSheet:
    """Return what was recorded about deadlines on a day, in the logs of several cases.

    It needs the files, since a case does not know who recorded what. A line is of the
    day on which it was recorded by the clock of `zone`, the name of a place's zone
    (``"Europe/Berlin"``) or ``"UTC"``. What a line says is shown as it was known after
    it; `wrong` tells which entries were corrected since. `audience` is ``"firm"`` or
    ``"owner"``: titles and grounds that it may not see are left out. With `law`, the
    statutory clocks that ran when the day was over are on it, with their last days.

    Raises `InvalidTypeError` for a case without its log, `InvalidValueError` for a
    file that comes twice, a zone that is none, and an audience outside the firm.
    """
    looked_at = _files(files)
    day = as_date(on, "on")
    _check_zone(zone)
    if not is_inside(audience):
        msg = (
            f"A control sheet is a paper of the firm, and not for {audience!r}. Pass "
            "audience='firm' or 'owner', or ask for the agenda."
        )
        raise InvalidValueError(msg, field="audience", value=audience)
    entries: list[SheetEntry] = []
    effects: list[SheetEntry] = []
    unconfirmed: list[SheetEntry] = []
    clocks: list[SheetClock] = []
    if law is not None:
        check_asked(law, "law", "clock")
    for file in looked_at:
        numbers = frozenset(line.number for line in file.log if _day(line, zone) == day)
        if numbers:
            own, others = lines_of_day(file, numbers, audience)
            entries += own
            effects += others
        then = _at_the_end_of(file, day, zone)
        if then is None:
            continue
        unconfirmed += _unconfirmed(file, then, audience)
        if law is not None:
            clocks += clocks_at_end(then, law, on=day, audience=audience)
    return ControlSheet(
        on=day,
        zone=zone,
        cases=len(looked_at),
        entries=_in_order(entries, zone),
        effects=_in_order(effects, zone),
        unconfirmed=tuple(
            sorted(
                _in_order(unconfirmed, zone),
                key=lambda entry: (entry.now or date.max, entry.case_id),
            )
        ),
        clocks=tuple(
            sorted(
                clocks,
                key=lambda one: (one.now or date.max, one.case_id, one.clock_id),
            )
        ),
    )


def _check_zone(zone: object) -> None:
    if not isinstance(zone, str):
        msg = (
            f"zone needs the name of a time zone, not {type(zone).__name__}. Pass "
            "'Europe/Berlin', say: the day begins and ends by that clock."
        )
        raise InvalidTypeError(msg, field="zone", value=None)
    if not is_of_a_place(zone) and not is_instant(zone):
        msg = (
            f"{shown(zone)} is the clock of no place: an abbreviation leaves open "
            f"whether it is summer time. Pass {place_meant(zone)!r}, say."
        )
        raise InvalidValueError(msg, field="zone", value=zone)
    zone_named(zone)


def _files(files: Any) -> tuple[CaseFile, ...]:  # noqa: ANN401 - refused here
    if isinstance(files, CaseFile | Case) or not isinstance(files, Iterable):
        msg = (
            f"files needs several files of cases, not one {type(files).__name__}. Pass "
            "a list: [file]."
        )
        raise InvalidTypeError(msg, field="files", value=None)
    found: dict[str, CaseFile] = {}
    for one in files:
        if not isinstance(one, CaseFile):
            msg = (
                f"A control sheet needs the log of each case, and a "
                f"{type(one).__name__} has none. Pass CaseFile.of_log(log), or what a "
                "store loads."
            )
            raise InvalidTypeError(msg, field="files", value=None)
        name = one.case.case_id
        if name in found:
            msg = (
                f"The file of case {name!r} is there twice, and each of its lines "
                "would be. Pass each file once."
            )
            raise InvalidValueError(msg, field="files", value=name)
        found[name] = one
    return tuple(found.values())


def _day(line: Recorded, zone: str) -> date:
    return day_at_court(line.recorded_at, (zone,))


def _unconfirmed(file: CaseFile, then: Case, audience: str) -> list[SheetEntry]:
    """Return the critical deadlines by which nobody stood when a day was over."""
    found = []
    around = then.around()
    for deadline in around.deadlines:
        if not (deadline.is_open and deadline.terms.critical):
            continue
        if deadline.review.state is ReviewState.CONFIRMED:
            continue
        line = file.line(deadline.set_event)
        found.append(
            SheetEntry(
                case_id=file.case.case_id,
                called=name_of(file.case, audience),
                number=line.number,
                event_id=line.event_id,
                what="unconfirmed",
                deadline_id=deadline.deadline_id,
                title=deadline.title if is_admitted(deadline.label, audience) else None,
                now=then.dates(deadline.deadline_id).shown,
                state=deadline.state,
                critical=True,
                by=deadline.set_by,
                on_behalf_of=line.on_behalf_of,
                recorded_at=line.recorded_at,
            )
        )
    return found


def _at_the_end_of(file: CaseFile, day: date, zone: str) -> Case | None:
    """Return the case as it was known when a day was over; ``None`` before it was."""
    late = [line for line in file.log if _day(line, zone) > day]
    if not late:
        return file.case
    last = late[0].number - 1
    return file.as_of(known_at=last) if last else None


def _in_order(entries: list[SheetEntry], zone: str) -> tuple[SheetEntry, ...]:
    """Return entries by when they were recorded, told by the clock of the zone."""
    local = (
        evolve(entry, recorded_at=_local(entry.recorded_at, zone)) for entry in entries
    )
    return tuple(
        sorted(
            local,
            key=lambda entry: (
                entry.recorded_at,
                entry.case_id,
                entry.number,
                entry.deadline_id,
            ),
        )
    )


def _local(moment: datetime, zone: str) -> datetime:
    return by_clock_of(moment, zone)
