"""handover: everything that goes from one person to another, and the events for it."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from legalcase.counting.argument.explain import say_day
from legalcase.dates import as_date
from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.kernel.events.ref import Ref
from legalcase.markup import Table
from legalcase.model.deadlines.events import DeadlineReassigned
from legalcase.model.tasks.events import TaskReassigned
from legalcase.oversight.seen import case_of, check_inside, is_admitted, is_same
from legalcase.plain_data import PlainData
from legalcase.practice.team.events import HandoverAccepted, HandoverProposed
from legalcase.practice.team.facet import TEAM
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.kernel.events.event import Event
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile

__all__ = ["HandedOver", "HandoverPlan", "handover"]


#: Begins the reference to a duty.
_DUTY: Final = "practice/assignment:"


@frozen(kw_only=True)
class HandedOver(PlainData):
    """One thing that goes over: what it is, when it is due, and as what it was held.

    `title` is empty where its label does not admit the audience.
    """

    ref: str
    title: str | None = field(default=None, repr=False)
    day: date | None = None
    held_as: str


@frozen(kw_only=True, repr=False)
class HandoverPlan(PlainData):
    """What goes from one to another on a day: the inventory that the successor accepts.

    Nothing is recorded by it. `events` proposes it; once the successor has seen the
    list, `accepted` has what is recorded then.
    """

    handover_id: str
    predecessor: str = field(repr=False)
    successor: str = field(repr=False)
    from_on: date
    reason: str = field(repr=False)
    items: tuple[HandedOver, ...]

    def __repr__(self) -> str:
        """Return id, day and how much goes over."""
        return f"<HandoverPlan {self.handover_id!r} on {self.from_on}: {len(self)}>"

    def __iter__(self) -> Iterator[HandedOver]:
        """Give what goes over, by day."""
        return iter(self.items)

    def __len__(self) -> int:
        """Return how many things go over."""
        return len(self.items)

    def events(self, *, on: date) -> tuple[HandoverProposed, ...]:
        """Return what proposes the handover, on a day."""
        return (
            HandoverProposed(
                handover_id=self.handover_id,
                predecessor=self.predecessor,
                successor=self.successor,
                from_on=self.from_on,
                inventory=tuple(Ref.parse(one) for one in _listed(self.items)),
                reason=self.reason,
                happened_on=as_date(on, "on"),
            ),
        )

    def accepted(self, case: Case | CaseFile, *, on: date) -> tuple[Event, ...]:
        """Return what is recorded when the successor accepts, on a day.

        The duties go over by the acceptance; each open deadline and task is given to
        the successor by an event of its own. Raises `UnknownNameError` where the
        handover was not proposed, and `InvalidValueError` where something came up
        since: the inventory has to be what was looked at.
        """
        case = case_of(case)
        kept = case[TEAM].handovers[self.handover_id]
        items = _inventory(case, self.predecessor, self.from_on, "owner")
        now = set(_listed(items))
        since = sorted(now - set(kept.inventory))
        if since:
            msg = (
                f"Since the handover {self.handover_id!r} was proposed, {len(since)} "
                f"came up that it does not list: {', '.join(since)}. Propose it anew."
            )
            raise InvalidValueError(msg, field="case", value=None)
        day = as_date(on, "on")
        found: list[Event] = [
            HandoverAccepted(
                handover_id=self.handover_id,
                accepted_by=self.successor,
                happened_on=day,
            )
        ]
        for ref in _listed(items):
            found += self._given(case, ref, day)
        return tuple(found)

    def _given(self, case: Case, ref: str, day: date) -> Iterator[Event]:
        noun, _, name = ref.partition(":")
        if noun == "deadline":
            terms = case.deadlines[name].terms
            owner = self._new(terms.owner)
            backup = self._new(terms.backup)
            yield DeadlineReassigned(
                deadline_id=name,
                owner=owner or self.successor,
                backup=None if is_same(backup, owner or "") else backup,
                happened_on=day,
            )
        elif noun == "task":
            task = case.tasks[name]
            people = tuple(
                dict.fromkeys(self._new(each) or "" for each in task.responsible)
            )
            yield TaskReassigned(
                task_id=name,
                accountable=self._new(task.accountable) or self.successor,
                responsible=people,
                happened_on=day,
            )

    def _new(self, person: str | None) -> str | None:
        if person is None:
            return None
        return self.successor if is_same(person, self.predecessor) else person

    def _table(self) -> Table:
        table = Table(
            f"To hand over on {say_day(self.from_on)}, {self.predecessor} to "
            f"{self.successor}",
            ("when", "what", "held as", "id"),
        )
        held: dict[str, list[str]] = {}
        for one in self.items:
            held.setdefault(one.ref, []).append(one.held_as)
        for one in {each.ref: each for each in self.items}.values():
            # A duty is no thing with a date, and goes over by the acceptance itself.
            is_duty = one.ref.startswith(_DUTY)
            day = "" if is_duty else "no date"
            table.add(
                day if one.day is None else say_day(one.day),
                one.title or one.ref,
                "duty" if is_duty else ", ".join(held[one.ref]),
                "" if is_duty else one.ref,
            )
        return table

    def __str__(self) -> str:
        """Return the inventory as a table of text."""
        return self._table().text()

    def _repr_html_(self) -> str:
        return self._table().html()


def _listed(items: Iterable[HandedOver]) -> tuple[str, ...]:
    """What of it the log knows by an id; duties go over by the acceptance itself."""
    refs = (one.ref for one in items if not one.ref.startswith(_DUTY))
    return tuple(dict.fromkeys(refs))


def _inventory(
    case: Case, person: str, day: date, audience: str
) -> tuple[HandedOver, ...]:
    """Return what somebody has in a case, by day; duties are those of that day."""
    found = (
        *_deadlines(case, person, audience),
        *_tasks(case, person, audience),
        *_duties(case, person, day),
    )
    return tuple(
        sorted(found, key=lambda one: (one.day or date.max, one.ref, one.held_as))
    )


def _deadlines(case: Case, person: str, audience: str) -> Iterator[HandedOver]:
    for item in case.agenda().items:
        deadline = item.deadline
        if not deadline.is_open:
            continue
        may_see = is_admitted(deadline.label, audience)
        for word, name in (
            ("owner", deadline.terms.owner),
            ("backup", deadline.terms.backup),
        ):
            if is_same(name, person):
                yield HandedOver(
                    ref=f"deadline:{deadline.deadline_id}",
                    title=deadline.terms.title if may_see else None,
                    day=item.dates.shown,
                    held_as=word,
                )


def _tasks(case: Case, person: str, audience: str) -> Iterator[HandedOver]:
    days = {one.task.task_id: one.dates.shown for one in case.agenda().open_tasks}
    for task in case.tasks:
        if not task.is_open:
            continue
        held: list[Any] = [("accountable", task.accountable)]
        held += [("responsible", each) for each in task.responsible]
        for word, name in held:
            if is_same(name, person):
                yield HandedOver(
                    ref=f"task:{task.task_id}",
                    title=task.title if is_admitted(task.label, audience) else None,
                    day=days.get(task.task_id),
                    held_as=word,
                )


def _duties(case: Case, person: str, day: date) -> Iterator[HandedOver]:
    """Give the duties that the acceptance moves: those that run on that day."""
    for duty in case[TEAM].on(day):
        if is_same(duty.person, person):
            area = f" for {duty.area}" if duty.area else ""
            yield HandedOver(
                ref=f"{_DUTY}{duty.assignment_id}",
                title=f"{duty.duty}{area}",
                held_as=duty.duty,
            )


def handover(
    case: Case | CaseFile,
    *,
    from_: str,
    to: str,
    on: date,
    reason: str,
    audience: str = "firm",
) -> HandoverPlan:
    """Return what a person has in a case, to go to another on a day.

    That is each open deadline whose owner or backup it is, each open task for which it
    answers or which it does, and its duties in the team on that day. `reason` is kept
    in the log. `audience` is ``"firm"`` or ``"owner"``: titles that it may not see are
    left out. Raises `InvalidValueError` where the person has nothing in the case, and
    for an audience outside the firm, and
    `InvalidTypeError` for a case that was read without the room `practice.TEAM`.
    """
    case = case_of(case)
    day = as_date(on, "on")
    for name, given in (("from_", from_), ("to", to), ("reason", reason)):
        said: object = given
        if not isinstance(said, str) or not said.strip():
            msg = (
                f"{name} needs text, not {shown(given)}. Pass it as the log is to say."
            )
            raise InvalidTypeError(msg, field=name, value=None)
    if is_same(from_, to):
        msg = "from_ and to are the same. Name the one who takes over."
        raise InvalidValueError(msg, field="to", value=None)
    check_inside(audience, "What somebody has in a case")
    items = _inventory(case, from_, day, audience)
    if not items:
        msg = (
            "Nothing in the case is of the person named by from_: no open deadline, "
            "task or duty. Check the name as it stands in the case."
        )
        raise InvalidValueError(msg, field="from_", value=None)
    known = "\n".join((case.case_id, from_, to, str(day), *(one.ref for one in items)))
    return HandoverPlan(
        handover_id=f"handover-{sha256(known.encode()).hexdigest()[:12]}",
        predecessor=from_,
        successor=to,
        from_on=day,
        reason=reason,
        items=items,
    )
