"""A claim on the fast track, worked by its playbook: the docket, and what it gives."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any

from attrs import evolve

import legalcase as lc
import legalcase.model as m
from clerk_cases import BY, LAW, d, filed, judged, ordered, record, served
from legalcase.kernel import Ref
from legalcase.plans import Plan, Playbooks, plan
from legalcase.practice import MODEL
from legalcase.scheduling import Proposals

if TYPE_CHECKING:
    from legalcase.plans import PlanRow

__all__ = [
    "DOCKET",
    "SIDES",
    "TRIAL",
    "brought_up",
    "by_order",
    "moved_to",
    "opened",
    "row_of",
    "snapshot",
    "told",
    "until",
]

#: The playbook of each side, and who is ours.
SIDES = {
    "claimant": (Playbooks.bundled()["gb-eaw/fast-track-claim"], "roe"),
    "defendant": (Playbooks.bundled()["gb-eaw/fast-track-defence"], "acme"),
}
ROLES = {"fee-earner": "u-1", "supervisor": "u-2", "support": "u-3", "advocate": "u-4"}
TRIAL = "10-12"
#: What the court directed, and by which word on the docket each is done.
DIRECTED = {
    "disclosure": ("05-18", "disclosure-list-served"),
    "witness-statements": ("06-29", "witness-statements-served"),
    "expert-report": ("07-27", "expert-reports-served"),
}


def _at(day: str) -> datetime:
    return datetime.combine(d(day), time(10), tzinfo=UTC)


def _known(fact: str, answer: str, day: str) -> m.FactEstablished:
    return m.FactEstablished(fact=fact, answer=answer, happened_on=d(day))


def _listed(day: str) -> m.HearingSet:
    return m.HearingSet(
        hearing_id="trial",
        kind="trial-bench",
        title="Trial",
        triggers=("trial",),
        hearing_at=_at(TRIAL),
        happened_on=d(day),
    )


#: What happened, a day at a time; the claimant is Roe.
DOCKET: dict[str, tuple[Any, ...]] = {
    "2025-11-10": (
        served("lbc", "letter-before-claim-received", "2025-11-10", how=None),
    ),
    "01-12": (filed("issue", "claim-form-issued", "01-12", by="roe"),),
    "02-02": (
        served("step", "claim-form-step-completed", "01-29", about="issue"),
        served("cf", "claim-form-served particulars-served", "02-02", about="issue"),
    ),
    "02-10": (filed("aos", "acknowledgment-filed", "02-10", by="acme", about="cf"),),
    "02-27": (filed("def", "answer-filed", "02-27", by="acme", about="cf"),),
    "03-10": (
        served("npa", "proposed-allocation-served", "03-10", by="", on="roe acme"),
        _known("small-claims-track", "no", "03-10"),
    ),
    "04-02": (
        filed("dq", "directions-questionnaire-filed", "04-02", by="roe", about="npa"),
        filed("reply", "defence-reply-filed", "04-02", by="roe", about="def"),
    ),
    "04-20": (
        ordered("alloc", "allocation-notified", "04-20", about="npa"),
        _known("fast-track", "yes", "04-20"),
        _listed("04-20"),
    ),
    "06-10": (
        served("offer", "part-36-offer-made", "06-10", by="acme", on="roe"),
        served("list", "disclosure-list-served", "05-15", on="acme", about="alloc"),
        served("theirs", "disclosure-list-served", "05-18", by="acme", on="roe"),
    ),
    "07-27": (
        served("own-expert", "expert-reports-served", "07-24", on="acme"),
        served("expert", "expert-reports-served", "07-27", by="acme", on="roe"),
    ),
    "08-10": (
        filed("pcl", "pre-trial-check-list-filed", "08-10", by="roe", about="alloc"),
    ),
    "10-14": (
        m.HearingHeld(hearing_id="trial", happened_on=d("10-12")),
        judged("j", "10-14"),
        ordered("dec", "decision", "10-14"),
    ),
    "10-30": (
        served("n", "notice-of-commencement-served", "10-20", about="j"),
        served("pod", "points-of-dispute-served", "10-30", "acme", "roe", about="n"),
    ),
}


def opened(side: str) -> Any:
    """The case on the day of intake, its plan adopted."""
    day = d("2025-11-03")
    playbook, _ = SIDES[side]
    first = m.CaseOpened(
        caption="Roe v. Acme",
        court="gb-eaw/county-court",
        number="1",
        proceeding="civil",
        happened_on=day,
    )
    file = m.CaseFile.open(first, case_id="roe", law=LAW, model=MODEL, **BY)
    file = record(
        file,
        *(
            m.PartyJoined(
                party_id=name,
                name=name.capitalize(),
                roles=(role,),
                is_client=role == side,
                happened_on=day,
            )
            for name, role in (("roe", "claimant"), ("acme", "defendant"))
        ),
    )
    made = Plan.of(playbook, file, LAW, roles=ROLES, on=day)
    return record(file, *made.events())


def brought_up(file: Any, *events: Any, on: str) -> Any:
    """The case in which more happened: what moves or falls, and then its plan."""
    if events:
        file = record(file, *events)
    moves = evolve(lc.reschedule(file, LAW), new=Proposals()).events(on=d(on))
    if moves:
        file = record(file, *moves)
    new = plan(file, LAW, on=d(on)).events()
    return record(file, *new) if new else file


def by_order(file: Any, item: str, day: str, word: str, whose: str) -> Any:
    """The case with the date of a direction: a deadline, which its task follows."""
    row = row_of(plan(file, LAW), item)
    terms = m.DeadlineTerms(
        title="As directed",
        basis=m.Ordered(due=d(day), order=Ref("event", "alloc")),
        owed_by=(whose,),
        met_by=(word,),
    )
    follows = m.Derived(follows=Ref("deadline", item))
    return record(
        file,
        m.DeadlineSet(deadline_id=item, terms=terms, happened_on=d("04-21")),
        m.TaskRescheduled(
            task_id=str(row.task_id), moves_with=follows, happened_on=d("04-21")
        ),
    )


def until(last: str, side: str = "claimant") -> Any:
    """The case up to a day of the docket, as one of its sides has it."""
    file = opened(side)
    for day, events in DOCKET.items():
        file = brought_up(file, *events, on=day)
        if day == "04-20":
            for item, (due, word) in DIRECTED.items():
                file = by_order(file, item, due, word, SIDES[side][1])
        if day == last:
            return file
    raise AssertionError(last)


def moved_to(file: Any, day: str) -> Any:
    """The case, its trial on another day."""
    to = m.HearingContinued(hearing_id="trial", to_at=_at(day), happened_on=d("05-01"))
    return brought_up(file, to, on="05-01")


def row_of(made: Plan, item: str) -> PlanRow:
    """The one row of an item."""
    (row,) = made.of_item(item)
    return row


def told(row: PlanRow) -> str:
    """An item of a plan in words that show no id made of a digest."""
    rule = "" if row.scheduled is None else f" [{row.scheduled.rule}]"
    whose = f" ({' '.join(row.of)})" if row.of else ""
    return f"{row.item_id}{rule}{whose}"


def snapshot(file: Any, on: str) -> list[list[str | None]]:
    """Each item, where it stands, its day, our own days ahead, its authority."""
    return [
        [
            told(row),
            row.state,
            None if row.shown is None else str(row.shown),
            " ".join(str(one.shown) for one in row.lead_times if one.shown),
            row.item.authority.cite,
        ]
        for row in plan(file, LAW, on=d(on))
    ]
