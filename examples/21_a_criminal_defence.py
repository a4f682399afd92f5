"""A criminal defence: two defendants, a telephone, two witnesses, and a day in March.

United States v. Roe and Doe, before a federal court in California. Roe is ours and in
custody, Doe has counsel of his own and is free. Invented, all of it; "investigator",
"laboratory", "neighbor" and "expert" are whoever does or is that.
"""

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from desk import Desk, feed

import legalcase as lc
import legalcase.practice as p
from legalcase.kernel import Draft, Label, Ref
from legalcase.model import (
    CaseFile,
    CaseOpened,
    Charged,
    ClockEvent,
    ClocksJoined,
    ClockStarted,
    CounselAppeared,
    FactEstablished,
    Filed,
    HearingContinued,
    HearingHeld,
    HearingNeedMet,
    HearingNeedStated,
    HearingSet,
    OrderEntered,
    PartyJoined,
    PleaEntered,
    StageEntered,
    StageTableAdopted,
)
from legalcase.model.documents.content import digest_of
from legalcase.oversight import clashes, disclosed, disclosure, health, unmet_needs
from legalcase.procedure import stage_table
from legalcase.scheduling.clocks import clock_of, propose_exclusions
from legalcase.testing import FixedIds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.kernel import Event

PACIFIC = ZoneInfo("America/Los_Angeles")
law = lc.Law.bundled()
desk = Desk(law=law, zone=PACIFIC, for_=("roe",), declined={})
RULE = "us/18-usc/3161(c)(1)"
PROTECTED = Label(audience="owner", ground="privacy")
MARCH = (date(2026, 3, 16), date(2026, 4, 3))
#: How long we take hearings to last: no docket says it.
LASTS = {"trial-jury": timedelta(hours=8), "sentencing": timedelta(hours=1)}


def at(day: date, hour: int) -> datetime:
    """Return an instant by the clock of the court."""
    return datetime.combine(day, time(hour), PACIFIC)


def stands(file: CaseFile, day: date) -> None:
    """Print where each defendant stands: counsel, custody, stage, clock."""
    for party in ("roe", "doe"):
        counsel = [one.counsel for one in file.case.people.counsel_for(party, day)]
        held = [one.answer for one in file.case.facts if party in one.of]
        clock = clock_of(file.case, law, f"{party}-70")
        now = clock.standing(on=day)
        last = now.last_on or f"{now.if_running_on} if it ran again"
        print(
            f"  {party}: counsel {', '.join(map(str, counsel))}; "
            f"detained {', '.join(held) or 'not said'}; {file.case.stage_of(party)}"
        )
        print(
            f"    {now.elapsed} days, {now.excluded} excluded, {now.counted} count; "
            f"last day {last}; safe {clock.safe(on=day)}"
        )


def told(file: CaseFile, day: date) -> None:
    """Print what is wrong with evidence and witnesses, the worst first."""
    mine = ("custody", "subpoena", "transport", "witness")
    for one in health(file, on=day, law=law).findings:
        if one.code.startswith(mine):
            print(f"  {one.severity} {one.code}: {one.text}")


def opened(case_id: str, caption: str, number: str, day: date) -> CaseFile:
    """Open a case before the court, with the government in it."""
    file = CaseFile.open(
        CaseOpened(
            caption=caption,
            court="us/cand",
            number=number,
            proceeding="criminal",
            happened_on=day,
        ),
        case_id=case_id,
        ids=FixedIds("line-"),
        model=p.MODEL,
        **desk.by(day),
    )
    government = PartyJoined(
        party_id="government",
        name="United States",
        kind="agency",
        roles=("prosecutor",),
        happened_on=day,
    )
    return file.record(government, **desk.by(day))


def defendant(party: str, name: str, counsel: str, *, ours: bool) -> "Iterable[Event]":
    """Give a defendant, and whoever appeared for them."""
    yield PartyJoined(
        party_id=party,
        name=name,
        roles=("defendant",),
        is_client=ours,
        happened_on=INDICTED,
    )
    yield CounselAppeared(
        representation_id=f"for-{party}",
        party_ids=(party,),
        counsel=counsel,
        capacity="appointed" if ours else "retained",
        happened_on=INDICTED,
    )


# Monday, 12 January 2026: indicted together, both on one count, Roe on another.
INDICTED = date(2026, 1, 12)
file = opened("us-v-roe", "United States v. Roe and Doe", "3:26-cr-00012", INDICTED)
file = file.record(
    *defendant("roe", "R. Roe", "A. Partner", ours=True),
    *defendant("doe", "J. Doe", "C. Counsel", ours=False),
    Draft(
        Filed(
            title="Indictment",
            triggers=("indictment-filed",),
            by=("government",),
            number="1",
            happened_on=INDICTED,
        ),
        event_id="indictment",
    ),
    *(
        Charged(
            charge_id=f"{number}-{of}",
            of=of,
            statute=statute,
            sequence=number,
            severity="felony",
            instrument=Ref("event", "indictment"),
            happened_on=INDICTED,
        )
        for number, of, statute in (
            (1, "roe", "18 U.S.C. 371"),
            (1, "doe", "18 U.S.C. 371"),
            (2, "roe", "18 U.S.C. 1343"),
        )
    ),
    *(
        FactEstablished(
            fact="detained",
            answer=answer,
            of=(of,),
            ground="the order on release",
            happened_on=INDICTED,
        )
        for of, answer in (("roe", "yes"), ("doe", "no"))
    ),
    StageTableAdopted(
        table=stage_table("us/criminal"), at="arraignment", happened_on=INDICTED
    ),
    **desk.by(INDICTED),
)

# Roe appears that day, Doe three weeks later; each has a clock of 70 days, and a stage.
for party, appeared in (("roe", INDICTED), ("doe", date(2026, 2, 2))):
    file = file.record(
        ClockStarted(
            clock_id=f"{party}-70",
            rule=RULE,
            starts=(
                ClockEvent(event="indictment-filed", on=INDICTED),
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
            hearing_at=at(appeared, 14),
            of=(party,),
            happened_on=appeared,
        ),
        HearingHeld(hearing_id=f"arraignment-{party}", happened_on=appeared),
        PleaEntered(
            counts=tuple(one.charge_id for one in file.case.charges if one.of == party),
            plea="not-guilty",
            happened_on=appeared,
        ),
        StageEntered(to="discovery-and-motions", of=(party,), happened_on=appeared),
        **desk.by(appeared),
    )

# Tuesday, 3 February: tried together, on 23 March: the last day that is safe for Roe.
day = date(2026, 2, 3)
order = Ref("event", "order-9")
trial_on = date(2026, 3, 23)
file = file.record(
    Draft(
        OrderEntered(title="Scheduling order", number="9", happened_on=day),
        event_id=order.id,
    ),
    ClocksJoined(
        clock_ids=("roe-70", "doe-70"),
        from_on=INDICTED,
        by_order=order,
        happened_on=day,
    ),
    HearingSet.of_kind(
        "trial-jury",
        law,
        hearing_id="trial",
        title="Jury trial",
        hearing_at=at(trial_on, 9),
        courtroom="5",
        judge="the district judge",
        happened_on=day,
    ),
    **desk.by(day),
)
print(f"{day}: set for trial")
stands(file, day)

# The government owes what is favorable by the order of the first day (Rule 5(f)), by
# our request what Rule 16 names: of that, objects, reports, experts, until the 13th.
file = file.record(
    Draft(
        OrderEntered(title="Order on disclosure", number="3", happened_on=INDICTED),
        event_id="order-3",
    ),
    Draft(
        Filed(title="Request under Rule 16", by=("roe",), number="10", happened_on=day),
        event_id="request",
    ),
    p.disclosure_kind("us/brady").arises(
        duty_id="brady",
        by="government",
        to=("roe", "doe"),
        on=INDICTED,
        arose="order",
        of=Ref("event", "order-3"),
    ),
    p.disclosure_kind("us/frcrp/16(a)").arises(
        duty_id="rule-16",
        by="government",
        to=("roe",),
        on=day,
        items=("documents-and-objects", "reports", "experts"),
        due_on=date(2026, 2, 13),
        arose="request",
        of=Ref("event", "request"),
    ),
    **desk.by(day),
)

# Monday, the 9th: the telephone, or rather the government's image of it, comes, and a
# copy is made to work on. It goes to the laboratory, and back.
# That is an object which the government has produced (16(a)(1)(E)).
image = digest_of(b"the image of the telephone, as the government made it")
other = digest_of(b"the same, after it was mounted without a write blocker")
day = date(2026, 2, 9)
back_on = date(2026, 2, 19)
file = file.record(
    p.DisclosureMade(
        duty_id="rule-16",
        items=("documents-and-objects",),
        way="produced",
        happened_on=day,
    ),
    p.EvidenceReceived(
        item_id="image",
        number="D-4",
        description="image of the telephone",
        kind="digital",
        taken_by="investigator",
        from_party="government",
        seal="S-118",
        digest=image,
        happened_on=day,
    ),
    p.EvidenceCollected(
        item_id="working-copy",
        number="D-4a",
        description="copy of the image",
        kind="digital",
        taken_by="investigator",
        copy_of="image",
        seal="S-119",
        digest=image,
        happened_on=day,
    ),
    p.CustodyTransferred(
        item_id="working-copy",
        handed_by="investigator",
        handed_to="laboratory",
        purpose="messages of May",
        authorization="A. Partner, in writing",
        seal="S-119",
        digest_before=image,
        digest_after=image,
        happened_on=date(2026, 2, 11),
    ),
    Draft(
        p.CustodyTransferred(
            item_id="working-copy",
            handed_by="laboratory",
            handed_to="investigator",
            purpose="done",
            authorization="A. Partner, in writing",
            digest_before=other,
            digest_after=other,
            happened_on=back_on,
        ),
        event_id="came-back",
    ),
    **desk.by(back_on),
)
print(f"\n{back_on}: it came back, and is not what it was")
told(file, back_on)
print()
print(p.custody(file, "working-copy"))

# Friday, the 20th: the laboratory looks into its log. What it did there becomes known,
# takes its place in the chain, and is explained; the image itself was never touched.
day = date(2026, 2, 20)
file = file.record(
    Draft(
        p.EvidenceHandled(
            item_id="working-copy",
            action="accessed",
            handled_by="laboratory",
            purpose="to look for messages",
            digest_before=image,
            digest_after=other,
            happened_on=date(2026, 2, 13),
        ),
        event_id="mounted",
    ),
    p.CustodyExplained(
        item_id="working-copy",
        link="mounted",
        explanation="mounted without a write blocker; a new copy is made of the image",
        explained_by="laboratory",
        happened_on=day,
    ),
    **desk.by(day),
)
print(f"\n{day}: the laboratory explains")
print(p.custody(file, "working-copy"))
print(f"\nThe image itself: {p.custody(file, 'image').verdict}")
told(file, day)

print()
print(disclosed(file, duty="rule-16"))
print()
print(disclosure(file).outstanding(on=day))

# Monday, the 23rd: a motion to keep the messages out. Time stops until it is decided.
day = date(2026, 2, 23)
file = file.record(
    Draft(
        Filed(
            title="Motion to suppress",
            triggers=("motion-filed",),
            by=("roe",),
            number="14",
            happened_on=day,
        ),
        event_id="suppress",
    ),
    **desk.by(day),
)
file = file.record(*propose_exclusions(file.case, law, "roe-70").events, **desk.by(day))

# Monday, 2 March: two witnesses. The neighbor is afraid, and speaks Spanish; the expert
# is abroad on the first day of the trial. Nobody has found the neighbor yet.
day = date(2026, 3, 2)
file = file.record(
    p.WitnessNamed(
        witness_id="neighbor",
        name="N. Neighbor",
        called_by=("roe",),
        topics="who used the telephone in May",
        language="es",
        conditions="must not meet the others in the hall",
        label=PROTECTED,
        happened_on=day,
    ),
    p.WitnessNamed(
        witness_id="expert",
        name="E. Expert",
        called_by=("roe",),
        kind="expert",
        topics="what an image shows, and what it does not",
        happened_on=day,
    ),
    p.AvailabilityStated(
        availability_id="abroad",
        witness_id="expert",
        is_available=False,
        from_on=date(2026, 3, 20),
        until_on=date(2026, 3, 25),
        stated_by="the expert, by mail",
        happened_on=day,
    ),
    *(
        p.SubpoenaIssued(
            subpoena_id=f"for-{name}",
            witness_id=name,
            hearing_id="trial",
            happened_on=day,
        )
        for name in ("neighbor", "expert")
    ),
    p.SubpoenaServed(
        subpoena_id="for-expert",
        served_by="investigator",
        is_fee_tendered=True,
        happened_on=date(2026, 3, 4),
    ),
    p.SubpoenaReturnedUnserved(
        subpoena_id="for-neighbor", ground="moved away", happened_on=date(2026, 3, 9)
    ),
    p.WitnessOrderSet(
        hearing_id="trial", witness_ids=("neighbor", "expert"), happened_on=day
    ),
    **desk.by(date(2026, 3, 9)),
)

# Another case of the same lawyer, before another judge of the same court.
poe = opened("us-v-poe", "United States v. Poe", "3:25-cr-00301", INDICTED)
poe = poe.record(
    *defendant("poe", "P. Poe", "A. Partner", ours=True),
    HearingSet.of_kind(
        "sentencing",
        law,
        hearing_id="sentencing",
        title="Sentencing",
        hearing_at=at(trial_on, 14),
        courtroom="3",
        judge="another judge",
        happened_on=date(2026, 2, 17),
    ),
    **desk.by(date(2026, 2, 17)),
)

# Monday, the 9th, two weeks before the trial: what is wrong, what lacks, what meets.
day = date(2026, 3, 9)
print(f"\n{day}: two weeks before the trial")
told(file, day)
print()
print(unmet_needs([file, poe], on=day, until=MARCH[1], audience="owner"))
print()
print(clashes([file, poe], during=MARCH, lasts=LASTS))

# Thursday, the 12th: the sentencing is put off, the expert flies back before the trial,
# the neighbor is found and served, and what the trial needs is stated and seen to.
day = date(2026, 3, 12)
poe = poe.record(
    HearingContinued(
        hearing_id="sentencing",
        to_at=at(date(2026, 4, 2), 14),
        requested_by=("poe",),
        ground="counsel is in trial",
        happened_on=day,
    ),
    **desk.by(day),
)
file = file.record(
    p.AvailabilityWithdrawn(
        availability_id="abroad",
        ground="flies back on the 21st",
        happened_on=day,
    ),
    p.SubpoenaServed(
        subpoena_id="for-neighbor",
        served_by="investigator",
        is_fee_tendered=True,
        happened_on=day,
    ),
    *(
        HearingNeedStated(
            need_id=kind,
            hearing_id="trial",
            kind=kind,
            for_parties=parties,
            language=language,
            label=label,
            happened_on=day,
        )
        for kind, parties, language, label in (
            ("transport", ("roe",), None, None),
            ("interpreter", (), "es", PROTECTED),
            ("equipment", (), None, None),
        )
    ),
    **desk.by(day),
)
print(f"\n{day}: stated, and not yet seen to")
print(unmet_needs([file, poe], on=day, until=MARCH[1]))
file = file.record(
    *(
        HearingNeedMet(need_id=kind, met_by=who, happened_on=date(2026, 3, 16))
        for kind, who in (
            ("transport", "the marshal"),
            ("interpreter", "I. Interpreter"),
            ("equipment", "the clerk of the court"),
        )
    ),
    **desk.by(date(2026, 3, 16)),
)

# Monday, the 16th: the motion is denied, and time runs again. Nothing lacks, nothing
# meets; the last day has moved by the 22 days that do not count.
day = date(2026, 3, 16)
file = file.record(
    Draft(
        OrderEntered(
            title="Order denying the motion to suppress",
            number="21",
            triggers=("motion-decided",),
            about=(Ref("event", "suppress"),),
            happened_on=day,
        ),
        event_id="denied",
    ),
    **desk.by(day),
)
file = file.record(*propose_exclusions(file.case, law, "roe-70").events, **desk.by(day))
print(f"\n{day}: a week before the trial")
print(unmet_needs([file, poe], on=day, until=MARCH[1], audience="owner"))
print()
print(clashes([file, poe], during=MARCH, lasts=LASTS))
stands(file, day)

# Monday, the 23rd: the trial. The image is an exhibit, the working copy is none.
file = file.record(
    p.ExhibitMarked(
        exhibit_id="a",
        mark="Defense A",
        item_id="image",
        by_party="roe",
        happened_on=day,
    ),
    p.ExhibitOffered(exhibit_id="a", hearing_id="trial", happened_on=trial_on),
    p.ExhibitAdmitted(exhibit_id="a", happened_on=trial_on),
    *(
        p.WitnessTestified(witness_id=name, hearing_id="trial", happened_on=trial_on)
        for name in ("neighbor", "expert")
    ),
    *(
        p.SubpoenaComplied(subpoena_id=f"for-{name}", happened_on=trial_on)
        for name in ("neighbor", "expert")
    ),
    HearingHeld(hearing_id="trial", present=("roe", "doe"), happened_on=trial_on),
    StageEntered(to="trial", of=("roe", "doe"), happened_on=trial_on),
    **desk.by(trial_on),
)
shown = file.case[p.EVIDENCE].exhibits["a"]
heard = [one.witness_id for one in file.case[p.WITNESSES].witnesses if one.testified_at]
print(f"\n{trial_on}: exhibit {shown.exhibit_id} is {shown.state}")
print(f"Heard: {', '.join(heard)}; each of the two is at {file.case.stage_of('doe')}")
feed(file)
