"""United States v. Tinklenberg: 287 days, of which 69 count; and two who are joined.

The first case is real (W.D. Mich. No. 1:05-CR-239; 579 F.3d 589 (6th Cir. 2009); 563
U.S. 647 (2011)). Read: the beginnings of the order of 14 August 2006 and of the opinion
of the Sixth Circuit, and accounts of the opinion of the Supreme Court. From them are:
indictment and counts, the first appearance, the motions of 2 November and 29 March, the
order of 23 March, that three motions were made from 1 to 11 August, the refusal to
dismiss, the trial, and the sums 287, 218, 69 and 78. Chosen, so that the sums hold:
that what 29 March began ended on 3 June, when the second motion of August was made, and
when the first two were decided. The time of the transport to the examination, on which
the Supreme Court decided for him in the end, is not laid out.

He had no codefendant. The second case, of Roe and Doe, is invented.
"""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from desk import Desk, feed

import legalcase as lc
from legalcase.kernel import Draft, Ref
from legalcase.model import (
    CaseFile,
    CaseOpened,
    CaseSevered,
    Charged,
    ClockEnded,
    ClockEvent,
    ClockSevered,
    ClocksJoined,
    ClockStarted,
    DeadlineSet,
    DeadlineTerms,
    ExclusionEnded,
    ExclusionRecorded,
    ExclusionSetAside,
    Filed,
    HearingHeld,
    HearingSet,
    Ordered,
    OrderEntered,
    PartyJoined,
    PleaEntered,
    StageEntered,
    StageTableAdopted,
)
from legalcase.oversight import control_sheet, health
from legalcase.procedure import stage_table
from legalcase.scheduling.clocks import clock_of, propose_exclusions
from legalcase.testing import FixedIds

law = lc.Law.bundled()
desk = Desk(law=law, zone=ZoneInfo("America/Detroit"), for_=None, declined={})
RULE = "us/18-usc/3161(c)(1)"


def stands(file: CaseFile, clock_id: str, day: date) -> None:
    """Print how a clock stands: elapsed, excluded, counted, last day."""
    clock = clock_of(file.case, law, clock_id)
    now = clock.standing(on=day)
    last = now.last_on or f"none yet, {now.if_running_on} if it ran again"
    print(
        f"  {day} {clock_id}: {now.elapsed} days, {now.excluded} excluded, "
        f"{now.counted} count; last day {last}"
    )


# 20 October 2005: the indictment, in three counts.
day = date(2005, 10, 20)
file = CaseFile.open(
    CaseOpened(
        caption="United States v. Tinklenberg",
        court="us/miwd",
        number="1:05-CR-239",
        proceeding="criminal",
        happened_on=day,
    ),
    case_id="tinklenberg",
    ids=FixedIds("line-"),
    **desk.by(day),
)
file = file.record(
    PartyJoined(
        party_id="government",
        name="United States",
        kind="agency",
        roles=("prosecutor",),
        happened_on=day,
    ),
    PartyJoined(
        party_id="tinklenberg",
        name="Jason Louis Tinklenberg",
        roles=("defendant",),
        happened_on=day,
    ),
    Draft(
        Filed(
            title="Indictment",
            triggers=("indictment-filed",),
            by=("government",),
            happened_on=day,
        ),
        event_id="indictment",
    ),
    *(
        Charged(
            charge_id=f"count-{number}",
            of="tinklenberg",
            statute=statute,
            sequence=number,
            severity="felony",
            instrument=Ref("event", "indictment"),
            happened_on=day,
        )
        for number, statute in enumerate(
            ("18 U.S.C. 922(g)", "21 U.S.C. 843", "21 U.S.C. 843"), start=1
        )
    ),
    StageTableAdopted(
        table=stage_table("us/criminal"),
        at="preliminary-or-indictment",
        happened_on=day,
    ),
    **desk.by(day),
)
# The court is not entered, and it is said so; the criminal rules begin in Dec. 2009.
for notice in desk.due(file).notices:
    print(notice)

# The order of 14 August 2006 prints 11 October as the day of the first appearance,
# before the indictment. The Sixth Circuit has 31 October, and only that fits the count
# of one day until 2 November in the order itself.
day = date(2005, 10, 31)
file = file.record(
    Draft(
        ClockStarted(
            clock_id="trial-70",
            rule=RULE,
            starts=(
                ClockEvent(event="indictment-filed", on=date(2005, 10, 20)),
                ClockEvent(event="first-appearance", on=date(2005, 10, 11)),
            ),
            of="tinklenberg",
            happened_on=day,
        ),
        event_id="clock",
    ),
    **desk.by(day),
)
print("\nThe clock, as the order prints the appearance, and as it was")
stands(file, "trial-70", day)
file = file.correct(
    "clock",
    starts=(
        ClockEvent(event="indictment-filed", on=date(2005, 10, 20)),
        ClockEvent(event="first-appearance", on=day),
    ),
    ground="579 F.3d 589: the appearance was on 31 October",
    **desk.by(day),
)
stands(file, "trial-70", day)

# 2 November: his counsel asks for an examination, before any arraignment; granted that
# day. 23 March 2006: competent. 29 March: an examination of his own.
examined = date(2005, 11, 2)
day = date(2006, 3, 23)
file = file.record(
    ExclusionRecorded(
        exclusion_id="competency",
        clock_ids=("trial-70",),
        basis="(h)(1)(A)",
        from_on=examined,
        happened_on=examined,
    ),
    StageEntered(to="suspended", skips="to be examined", happened_on=examined),
    **desk.by(examined),
)
print("\nExaminations")
stands(file, "trial-70", examined)
file = file.record(
    ExclusionEnded(exclusion_id="competency", until_on=day, happened_on=day),
    StageEntered(to="arraignment", happened_on=day),
    **desk.by(day),
)
stands(file, "trial-70", date(2006, 3, 28))
day = date(2006, 3, 29)
file = file.record(
    ExclusionRecorded(
        exclusion_id="own-examination",
        clock_ids=("trial-70",),
        basis="(h)(1)(A)",
        from_on=day,
        until_on=date(2006, 6, 3),
        happened_on=date(2006, 6, 3),
    ),
    **desk.by(date(2006, 6, 3)),
)

# August: three motions. What the docket says of them is proposed, and recorded.
for name, who, filed_on, decided_on in (
    ("deposition", "government", date(2006, 8, 1), date(2006, 8, 2)),
    ("firearms", "government", date(2006, 8, 8), date(2006, 8, 10)),
    ("dismissal", "tinklenberg", date(2006, 8, 11), date(2006, 8, 14)),
):
    file = file.record(
        Draft(
            Filed(
                title=f"Motion: {name}",
                triggers=("motion-filed",),
                by=(who,),
                happened_on=filed_on,
            ),
            event_id=name,
        ),
        OrderEntered(
            title=f"Order: {name}",
            triggers=("motion-decided",),
            about=(Ref("event", name),),
            happened_on=decided_on,
        ),
        **desk.by(decided_on),
    )
proposed = propose_exclusions(file.case, law, "trial-70")

# 14 August 2006: the trial begins, on the day on which dismissal was refused.
day = date(2006, 8, 14)
file = file.record(
    *proposed.events,
    HearingSet.of_kind(
        "trial-jury",
        law,
        hearing_id="trial",
        title="Jury trial",
        hearing_at=datetime(2006, 8, 14, 9, tzinfo=desk.zone),
        happened_on=day,
    ),
    HearingHeld(hearing_id="trial", happened_on=day),
    StageEntered(to="trial", happened_on=day),
    ClockEnded(clock_id="trial-70", how="done", happened_on=day),
    **desk.by(day),
)
print("\nExcluded")
for one in file.case.clocks.exclusions_of("trial-70"):
    print(f"  {one.basis} {one.from_on} to {one.until_on}: {one.exclusion_id}")
print(
    "\nAs the District Court counted, and as the Sixth Circuit did, without the motions"
)
stands(file, "trial-70", day)
without = file.assuming(
    *(
        ExclusionSetAside(exclusion_id=f"trial-70:{name}", happened_on=day)
        for name in ("deposition", "firearms", "dismissal")
    )
)
stands(without, "trial-70", day)
print(clock_of(file.case, law, "trial-70").timeline(on=day))

# The second case, invented: Roe appears on the day of the indictment, Doe four weeks
# later. What one count charges against both is charged against each.
coast = Desk(law=law, zone=ZoneInfo("America/Los_Angeles"), for_=("roe",), declined={})
day = date(2026, 1, 12)
two = CaseFile.open(
    CaseOpened(
        caption="United States v. Roe and Doe",
        court="us/cand",
        number="3:26-cr-00012",
        proceeding="criminal",
        happened_on=day,
    ),
    case_id="roe-and-doe",
    ids=FixedIds("line-"),
    **coast.by(day),
)
two = two.record(
    PartyJoined(
        party_id="government",
        name="United States",
        kind="agency",
        roles=("prosecutor",),
        happened_on=day,
    ),
    PartyJoined(
        party_id="roe",
        name="Richard Roe",
        roles=("defendant",),
        is_client=True,
        happened_on=day,
    ),
    PartyJoined(party_id="doe", name="Jane Doe", roles=("defendant",), happened_on=day),
    *(
        Charged(
            charge_id=f"{number}-{of}",
            of=of,
            statute=statute,
            sequence=number,
            severity="felony",
            happened_on=day,
        )
        for number, of, statute in (
            (1, "roe", "18 U.S.C. 371"),
            (1, "doe", "18 U.S.C. 371"),
            (2, "roe", "18 U.S.C. 1343"),
        )
    ),
    StageTableAdopted(
        table=stage_table("us/criminal"), at="arraignment", happened_on=day
    ),
    **coast.by(day),
)
for party, appeared in (("roe", day), ("doe", date(2026, 2, 9))):
    two = two.record(
        ClockStarted(
            clock_id=f"{party}-70",
            rule=RULE,
            starts=(
                ClockEvent(event="indictment-filed", on=day),
                ClockEvent(event="first-appearance", on=appeared),
            ),
            of=party,
            happened_on=appeared,
        ),
        HearingSet(
            hearing_id=f"arraignment-{party}",
            title="Arraignment",
            kind="arraignment",
            triggers=("arraignment",),
            hearing_at=datetime.combine(appeared, time(14), tzinfo=coast.zone),
            of=(party,),
            happened_on=appeared,
        ),
        HearingHeld(hearing_id=f"arraignment-{party}", happened_on=appeared),
        PleaEntered(
            counts=tuple(one.charge_id for one in two.case.charges if one.of == party),
            plea="not-guilty",
            happened_on=appeared,
        ),
        StageEntered(to="discovery-and-motions", of=(party,), happened_on=appeared),
        **coast.by(appeared),
    )

# An order joins them for trial, and names a date for Roe: neither counted nor moved.
day = date(2026, 2, 10)
order = Ref("event", "order-9")
two = two.record(
    Draft(OrderEntered(title="Order", number="9", happened_on=day), event_id=order.id),
    ClocksJoined(
        clock_ids=("roe-70", "doe-70"),
        from_on=date(2026, 1, 12),
        by_order=order,
        happened_on=day,
    ),
    DeadlineSet(
        deadline_id="limine",
        terms=DeadlineTerms(
            title="Motions in limine",
            basis=Ordered(due=date(2026, 4, 24), order=order),
            owed_by=("roe",),
            critical=True,
            owner="associate",
        ),
        happened_on=day,
    ),
    **coast.by(day),
)
print(control_sheet([two], on=day, zone="America/Los_Angeles"))
two = coast.confirm(two, day)


def both(file: CaseFile, day: date, heading: str) -> None:
    """Print how both clocks stand, and where each defendant is."""
    print(f"\n{day}: {heading}")
    for party in ("roe", "doe"):
        stands(file, f"{party}-70", day)
        clock = clock_of(file.case, law, f"{party}-70")
        print(f"    safe {clock.safe(on=day)}; stage {file.case.stage_of(party)}")
        for basis in sorted({one.rule.id for one in clock.effects(on=day)}):
            print(f"    some of it is excluded on {basis}")


both(two, day, "joined")

# 2 March: Doe moves to be tried alone. The delay is Roe's too while they are joined, if
# it is reasonable; the safe date leaves it out.
day = date(2026, 3, 2)
two = two.record(
    Draft(
        Filed(
            title="Motion to sever",
            triggers=("motion-filed",),
            by=("doe",),
            happened_on=day,
        ),
        event_id="sever",
    ),
    **coast.by(day),
)
two = two.record(*propose_exclusions(two.case, law, "doe-70").events, **coast.by(day))
both(two, day, "Doe has moved")

# 20 March: severed. Doe goes on in a case of her own; what was Roe's delay remains so.
day = date(2026, 3, 20)
severance = Ref("event", "order-14")
two = two.record(
    Draft(
        OrderEntered(
            title="Order granting severance",
            number="14",
            triggers=("motion-decided",),
            about=(Ref("event", "sever"),),
            happened_on=day,
        ),
        event_id=severance.id,
    ),
    ClockSevered(clock_id="doe-70", until_on=day, by_order=severance, happened_on=day),
    **coast.by(day),
)
two = two.record(*propose_exclusions(two.case, law, "doe-70").events, **coast.by(day))
two = two.record(
    CaseSevered(
        of=("doe",), into="united-states-v-doe", by_order=severance, happened_on=day
    ),
    **coast.by(day),
)
day = date(2026, 4, 1)
both(two, day, "severed")
for charge in two.case.charges:
    print(f"  count {charge.sequence} against {charge.of}: {charge.state}")
# What a severance does to the counts is not assumed: here it links the two cases.
print(
    "  severed into:", *(name for one in two.case.caseload.links for name in one.cases)
)
# If the delay that came from Doe is not reasonable, the seventy days of Roe are over.
print(health(two, on=day, law=law))
feed(two, audience="firm")
