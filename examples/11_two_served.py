"""A claim in England and Wales, served on two defendants on different days.

All facts are invented; a judgment that states both dates was not looked for. The law is
that of the Civil Procedure Rules as entered: when service is deemed (CPR 6.14), the
acknowledgment of service (10.3), the defence (15.4). Each defendant has dates of their
own, and one service turns out to be a day later.
"""

from datetime import date
from zoneinfo import ZoneInfo

from desk import Desk, feed

import legalcase as lc
from legalcase.kernel import Draft, Ref
from legalcase.model import (
    CaseFile,
    CaseOpened,
    DeadlineMooted,
    FactEstablished,
    Filed,
    PartyJoined,
    Served,
)
from legalcase.oversight import control_sheet, health
from legalcase.testing import FixedIds

law = lc.Law.bundled()
LONDON = ZoneInfo("Europe/London")
#: What the law gives too, and is not wanted here.
DECLINED = {
    "gb-eaw/cpr/10.3(1)(a)": "the particulars came with the claim form",
    "gb-eaw/cpr/15.11(1)-unacknowledged": "the stay of a claim that nobody pursues",
    "gb-eaw/cpr/15.11(1)-acknowledged": "the stay of a claim that nobody pursues",
}
desk = Desk(law=law, zone=LONDON, for_=("roe", "acme", "doe"), declined=DECLINED)


def deemed(posted: date, method: str) -> date:
    """Return the day on which a claim form is deemed served, and print why."""
    served = lc.served_on(posted, method, under="gb-eaw/cpr", paper="claim-form")
    print(f"\n{posted}, by {method}: deemed served on {served.due}")
    return served.due


day = date(2026, 3, 2)
file = CaseFile.open(
    CaseOpened(
        caption="Roe v Acme Ltd and Doe",
        court="gb-eaw/high-court",
        number="KB-2026-000001",
        proceeding="civil",
        happened_on=day,
    ),
    case_id="roe-v-acme",
    ids=FixedIds("line-"),
    **desk.by(day),
)
file = file.record(
    PartyJoined(
        party_id="roe", name="Richard Roe", roles=("claimant",), happened_on=day
    ),
    PartyJoined(
        party_id="acme",
        name="Acme Ltd",
        kind="organization",
        roles=("defendant",),
        happened_on=day,
    ),
    PartyJoined(party_id="doe", name="Jane Doe", roles=("defendant",), happened_on=day),
    FactEstablished(fact="claim-form-served-out", answer="no", happened_on=day),
    Draft(
        Filed(
            title="Claim form",
            triggers=("claim-form-issued",),
            by=("roe",),
            happened_on=day,
        ),
        event_id="claim",
    ),
    **desk.by(day),
)
file = desk.keep(file, day, "the claim form is issued")

# Each posting or delivery is a step (CPR 7.5(1)); service is deemed on the second
# business day after it (6.14), and recorded when that day has come.
for party, sent_on, method in (
    ("acme", date(2026, 3, 12), "mail"),
    ("doe", date(2026, 3, 20), "personal"),
):
    step = Ref("event", f"step-{party}")
    served_on = deemed(sent_on, method)
    file = file.record(
        Draft(
            Served(
                title="Claim form and particulars sent",
                triggers=("claim-form-step-completed",),
                method=method,
                by=("roe",),
                on=(party,),
                about=(Ref("event", "claim"),),
                happened_on=sent_on,
            ),
            event_id=step.id,
        ),
        **desk.by(sent_on),
    )
    for row in desk.due(file).of_rule("gb-eaw/cpr/7.5(1)"):
        print(f"  {row.rule} is {row.state}.", *row.questions)
    file = desk.met(file, sent_on)
    file = file.record(
        Draft(
            Served(
                title="Claim form and particulars",
                triggers=("claim-form-served", "particulars-served"),
                method=method,
                by=("roe",),
                on=(party,),
                about=(Ref("event", "claim"), step),
                happened_on=served_on,
            ),
            event_id=f"service-{party}",
        ),
        **desk.by(served_on),
    )
    file = desk.keep(file, served_on, f"served on {party}")
    if party == "acme":
        # The certificate of service says that it was posted a day later.
        day = date(2026, 3, 18)
        file = file.correct(
            step.id,
            happened_on=date(2026, 3, 13),
            ground="certificate of service read",
            **desk.by(day),
        )
        file = file.correct(
            "service-acme",
            happened_on=deemed(date(2026, 3, 13), method),
            ground="certificate of service read",
            **desk.by(day),
        )
        file = desk.move(file, day, "posted on the 13th")

# 31 March: Acme acknowledges service. The shorter time for its defence falls.
day = date(2026, 3, 31)
file = file.record(
    Filed(
        title="Acknowledgment of service",
        triggers=("acknowledgment-filed",),
        by=("acme",),
        about=(Ref("event", "service-acme"),),
        happened_on=day,
    ),
    **desk.by(day),
)
file = desk.met(file, day)
file = file.record(
    DeadlineMooted(
        deadline_id="15.4(1)(a)-acme",
        ground="an acknowledgment was filed",
        happened_on=day,
    ),
    **desk.by(day),
)
file = desk.keep(file, day, "new since the acknowledgment")
print()
print(control_sheet([file], on=day, zone="Europe/London"))

# 8 April: the time of Doe is over, and she has done nothing.
print()
print(health(file, on=date(2026, 4, 8), law=law))

# 14 April: Acme's defence, on the last day.
day = date(2026, 4, 14)
file = file.record(
    Filed(
        title="Defence",
        triggers=("answer-filed",),
        by=("acme",),
        about=(Ref("event", "service-acme"),),
        happened_on=day,
    ),
    **desk.by(day),
)
file = desk.met(file, day)

print("\nWhat became of each")
for one in file.case.deadlines:
    print(f"  {file.case.dates(one.deadline_id).due} {one.deadline_id}: {one.state}")
feed(file, audience="firm")
