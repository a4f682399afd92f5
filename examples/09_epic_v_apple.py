"""Epic Games v. Apple: from the complaint to the cross-appeal, as a firm keeps it.

What happened, and when, is of the public docket (N.D. Cal. No. 4:20-cv-05640-YGR): how
each fact is known stands in src/legalcase/cli/demo/dockets/epic-v-apple.toml, and
here where it is from elsewhere. Chosen are: that somebody keeps both sides' dates; who
records and confirms, and when; the mistake about the method of service; the trial of
the what-if; and the words of the law that each paper gets. All dates that are printed
are computed.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from desk import Desk, feed

import legalcase as lc
from legalcase.kernel import Draft, Ref
from legalcase.model import (
    CaseFile,
    CaseOpened,
    DeadlineMooted,
    DeadlineSet,
    DeadlineStayed,
    DeadlineTerms,
    FactEstablished,
    Filed,
    HearingContinued,
    HearingHeld,
    HearingSet,
    JudgmentEntered,
    Ordered,
    OrderEntered,
    PartyJoined,
    RoleTaken,
    Served,
)
from legalcase.oversight import control_sheet, health
from legalcase.testing import FixedIds

law = lc.Law.bundled()
BOTH = ("epic", "apple")
PACIFIC = ZoneInfo("America/Los_Angeles")


#: What the law gives too, and nobody here wants; the grounds are chosen, but for that
#: of the experts (accounts of the order) and of the United States (the caption).
DECLINED = {
    "us/frcp/12(f)(2)": "nothing is to be struck",
    "us/frcp/14(a)(1)": "nobody else is to be brought in",
    "us/frcp/15(a)(1)(B)": "nothing is to be amended",
    "us/frcp/26(a)(2)(D)(i)": "the order has dates of its own for the experts",
    "us/frcp/26(a)(3)(B)": "the order before trial has dates of its own for these",
    "us/frcp/54(d)(2)(B)": "nobody moves for fees",
    "us/frcp/60(c)(1)": "no ground for relief is known",
    "us/frcp/62(a)": "of interest to whoever enforces",
    "us/frap/4(a)(1)(B)": "the United States is no party",
    "us/frap/4(a)(5)(A)(i)": "no extension is needed",
    "us/frap/4(a)(6)": "notice of the judgment was received",
}


desk = Desk(law=law, zone=PACIFIC, for_=BOTH, declined=DECLINED)


# 13 August 2020: the complaint (Document 1).
day = date(2020, 8, 13)
file = CaseFile.open(
    CaseOpened(
        caption="Epic Games, Inc. v. Apple Inc.",
        court="us/cand",
        number="4:20-cv-05640-YGR",
        proceeding="civil",
        happened_on=day,
    ),
    case_id="epic-v-apple",
    ids=FixedIds("line-"),
    **desk.by(day),
)
file = file.record(
    PartyJoined(
        party_id="epic",
        name="Epic Games, Inc.",
        kind="organization",
        roles=("plaintiff",),
        happened_on=day,
    ),
    PartyJoined(
        party_id="apple",
        name="Apple Inc.",
        kind="organization",
        roles=("defendant",),
        happened_on=day,
    ),
    Draft(
        Filed(
            title="Complaint for injunctive relief",
            triggers=("complaint-filed",),
            by=("epic",),
            number="1",
            happened_on=day,
        ),
        event_id="complaint",
    ),
    **desk.by(day),
)
file = desk.keep(file, day, "the complaint is filed")

# 8 September: Apple's answer and counterclaims (Document 66). By mail, says the clerk,
# which is our mistake. How Apple was served is not known; that it was, it does not
# dispute, so that the time for it falls.
day = date(2020, 9, 8)
file = file.record(
    RoleTaken(party_id="apple", roles=("counterclaimant",), happened_on=day),
    RoleTaken(party_id="epic", roles=("counter-defendant",), happened_on=day),
    Draft(
        Served(
            title="Answer and counterclaims",
            triggers=(
                "answer-served",
                "own-answer-served",
                "responsive-pleading-served",
                "counterclaim-served",
            ),
            method="mail",
            by=("apple",),
            on=("epic",),
            about=(Ref("event", "complaint"),),
            happened_on=day,
        ),
        event_id="counterclaims",
    ),
    DeadlineMooted(
        deadline_id="4(m)-epic", ground="Apple has answered", happened_on=day
    ),
    **desk.by(day),
)
file = desk.keep(file, day, "answered, with counterclaims")

# The stamp is read: through the court's system, so that no days are added (6(d)).
day = date(2020, 9, 10)
file = file.correct(
    "counterclaims",
    method="electronic",
    ground="stamp read: 5(b)(2)(E)",
    **desk.by(day),
)
file = desk.move(file, day, "the service was electronic")
print(control_sheet([file], on=day, zone="America/Los_Angeles"))

# 29 September: Epic answers the counterclaims (Document 106), on the last day.
day = date(2020, 9, 29)
file = file.record(
    Served(
        title="Answer to the counterclaims",
        triggers=("answer-served",),
        method="electronic",
        by=("epic",),
        on=("apple",),
        about=(Ref("event", "counterclaims"),),
        happened_on=day,
    ),
    **desk.by(day),
)
file = desk.met(file, day)

# On 28 September the judge spoke of July 2021; the order of 6 or 7 October set a bench
# trial for 3 May, at 8:30 (accounts: fosspatents.com of 7 October 2020 for the hour,
# gameluster.com and massivelyop.com of 8 October for July). It set dates of its own for
# the experts, which are not known here: in earnest theirs would be declined.
day = date(2020, 10, 7)
file = file.record(
    HearingSet.of_kind(
        "trial-bench",
        law,
        hearing_id="trial",
        title="Bench trial",
        hearing_at=datetime(2021, 5, 3, 8, 30, tzinfo=PACIFIC),
        happened_on=day,
    ),
    **desk.by(day),
)
file = desk.keep(file, day, "the trial is set")

# What others may see of it: that the days are taken, and not for what.
feed(file)

# What if it had been July after all? The day is chosen, and nothing of it can be saved.
july = HearingContinued(
    hearing_id="trial",
    to_at=datetime(2021, 7, 12, 8, 30, tzinfo=PACIFIC),
    happened_on=day,
)
print(f"\nWhat if: July\n{lc.reschedule(file.assuming(july), law, for_=BOTH)}")

# 10 September 2021: after the trial, an injunction that takes effect in ninety days
# (Document 813), and the judgment. From the first no rule runs: it names its own time.
day = date(2021, 9, 10)
effective = lc.compute("90 days", after=day, under="us/frcp", court="us/cand")
file = file.record(
    HearingHeld(hearing_id="trial", happened_on=date(2021, 5, 3)),
    *(
        DeadlineMooted(
            deadline_id=f"68(a)-offer-{party}", ground="tried", happened_on=day
        )
        for party in BOTH
    ),
    Draft(
        OrderEntered(title="Permanent injunction", number="813", happened_on=day),
        event_id="injunction",
    ),
    DeadlineSet(
        deadline_id="injunction",
        terms=DeadlineTerms(
            title="The injunction takes effect",
            basis=Ordered(due=effective.due, order=Ref("event", "injunction")),
            owed_by=("apple",),
            owner="associate",
        ),
        happened_on=day,
    ),
    FactEstablished(fact="united-states-is-a-party", answer="no", happened_on=day),
    Draft(
        JudgmentEntered(
            title="Judgment", triggers=("judgment-entered",), happened_on=day
        ),
        event_id="judgment",
    ),
    **desk.by(day),
)
print(f"\nThe injunction takes effect on {file.case.dates('injunction').due}")
file = desk.keep(file, day, "judgment")

# 12 September, a Sunday: Epic appeals. 8 October: so does Apple.
judgment = (Ref("event", "judgment"),)
day = date(2021, 9, 12)
file = file.record(
    Draft(
        Filed(
            title="Notice of appeal",
            triggers=("notice-of-appeal-filed",),
            by=("epic",),
            about=judgment,
            happened_on=day,
        ),
        event_id="epic-notice",
    ),
    **desk.by(day),
)
file = desk.met(file, day)
file = desk.keep(file, day, "Epic has appealed")
computed = desk.due(file).of_rule("us/frap/4(a)(3)")[0].computation
if computed is not None:
    print("  the later of", " and ".join(str(part.due) for part in computed.parts))

day = date(2021, 10, 8)
file = file.record(
    Draft(
        Filed(
            title="Notice of cross-appeal",
            triggers=("cross-appeal-filed",),
            by=("apple",),
            about=judgment,
            happened_on=day,
        ),
        event_id="apple-notice",
    ),
    **desk.by(day),
)
file = desk.met(file, day)
print(health(file, on=day, law=law))

# 8 December, the day before: the court of appeals stays the injunction in part
# (9th Cir. Nos. 21-16506, 21-16695, Docket Entry 27).
day = date(2021, 12, 8)
file = file.record(
    Draft(OrderEntered(title="Order staying it", happened_on=day), event_id="stay"),
    DeadlineStayed(deadline_id="injunction", ground="9th Cir.", happened_on=day),
    **desk.by(day),
)
print("\nWhat became of each")
for one in file.case.deadlines:
    when = file.case.dates(one.deadline_id).due or "no date now"
    print(f"  {when} {one.deadline_id}: {one.state}")
