"""A clerk's quarter: what came, what went, what waits, and whether trials were held.

A small court, invented, of two judges and a third who began in July. Each case is a
line of a table; what the lines say is recorded, as a clerk would day by day, and
counted by the published definitions. The third quarter of 2026 is reported; then a
mistake of September comes out, and the report says what it did, and what it says now.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from legalcase.dates import DateRange
from legalcase.kernel import Retracted
from legalcase.measures import (
    age_of_pending,
    backlog,
    clearance,
    overload,
    reconciliation,
    time_standard,
    time_to_disposition,
    trial_date_certainty,
)
from legalcase.model import (
    Case,
    CaseDisposed,
    CaseFile,
    CaseOpened,
    CaseReactivated,
    CaseReopened,
    CaseStayed,
    HearingContinued,
    HearingHeld,
    HearingSet,
    JudgeAssigned,
    PartyJoined,
)

if TYPE_CHECKING:
    from legalcase.kernel import Event

#: Number, sort, judge, day of filing, and what happened when. "done" as to some
#: defendants names them; "set" and "put-off" are followed by the day of the trial.
TABLE = """
101 civil    A 2024-11-04 set 2026-02-02 2026-05-11;
     put-off 2026-05-04 2026-07-13; held 2026-07-13; done 2026-07-17
102 civil    A 2025-01-13 stay 2025-03-03; back 2026-03-02; done 2026-08-03
103 civil    A 2025-02-10
104 civil    A 2025-05-05 done 2026-07-27
105 civil    A 2025-08-18 set 2026-03-02 2026-08-17; held 2026-08-17;
     done 2026-08-19
106 civil    A 2025-10-06 done 2026-04-13; reopen 2026-07-06; done 2026-09-21
107 civil    A 2025-12-01 done 2026-09-28
108 civil    A 2026-02-02 stay 2026-07-20
109 civil    A 2026-03-16 done 2026-07-08
110 civil    A 2026-04-20
111 civil    A 2026-06-08 done 2026-09-14
112 civil    A 2026-07-06
113 civil    A 2026-07-20 done 2026-08-31
114 civil    A 2026-08-10
115 civil    A 2026-09-08
201 civil    B 2024-09-09
202 civil    B 2025-03-17 set 2026-01-12 2026-04-06;
     put-off 2026-03-30 2026-06-08; put-off 2026-06-01 2026-09-14;
     held 2026-09-14; done 2026-09-18
203 civil    B 2025-06-23 done 2026-07-13
204 civil    B 2025-09-15 done 2026-08-10
205 civil    B 2025-11-10 stay 2026-01-12; back 2026-08-03
206 civil    B 2026-01-26 done 2026-08-24
207 civil    B 2026-03-02 done 2026-07-02
208 civil    B 2026-05-11
209 civil    B 2026-07-13
210 civil    B 2026-08-24 stay 2026-09-21
211 civil    B 2026-09-28
301 civil    C 2026-07-27 done 2026-09-30
302 civil    C 2026-08-17
303 civil    C 2026-09-14
401 criminal A 2026-02-23 doe roe; done 2026-07-14 doe;
     set 2026-04-06 2026-08-04; held 2026-08-04; done 2026-08-06 roe
402 criminal B 2026-05-04 doe; done 2026-09-09 doe
403 criminal B 2026-08-31 doe poe roe; stay 2026-09-15 poe
"""

Q3 = DateRange(date(2026, 7, 1), date(2026, 10, 1))
#: When it was all recorded, and when the mistake came out.
REPORTED = datetime(2026, 10, 2, 9, tzinfo=UTC)
CORRECTED = datetime(2026, 10, 16, 9, tzinfo=UTC)


def by(at: datetime = REPORTED) -> dict[str, Any]:
    """Who records, and when."""
    return {"by": "clerk", "at": at}


def told(step: str) -> list[Event]:
    """What a step of the table says, as events."""
    what, *rest = step.split()
    if what in ("doe", "poe", "roe"):
        return []
    on = date.fromisoformat(rest[0])
    if what in ("set", "put-off"):
        year, month, day = map(int, rest[1].split("-"))
        at = datetime(year, month, day, 16, tzinfo=UTC)
        if what == "put-off":
            return [HearingContinued(hearing_id="trial", to_at=at, happened_on=on)]
        setting = HearingSet(
            hearing_id="trial",
            title="Trial",
            kind="trial-bench",
            triggers=("trial",),
            hearing_at=at,
            happened_on=on,
        )
        return [setting]
    of = tuple(rest[1:])
    events: dict[str, Event] = {
        "done": CaseDisposed(disposition="settlement", of=of, happened_on=on),
        "stay": CaseStayed(ground="bankruptcy", of=of, happened_on=on),
        "back": CaseReactivated(of=of, happened_on=on),
        "reopen": CaseReopened(ground="relief from judgment", happened_on=on),
        "held": HearingHeld(hearing_id="trial", happened_on=on),
    }
    return [events[what]]


def recorded(line: str) -> CaseFile:
    """The file of a case: a line of the table."""
    number, sort, judge, filed, *rest = line.split(maxsplit=4)
    day = date.fromisoformat(filed)
    steps = [step.strip() for step in "".join(rest).split(";") if step.strip()]
    opened = CaseOpened(
        caption=f"No. {number}",
        court="us/cand",
        number=number,
        proceeding=sort,
        happened_on=day,
    )
    names = steps[0].split() if sort == "criminal" else []
    file = CaseFile.open(opened, case_id=number, **by())
    return file.record(
        JudgeAssigned(judge=f"Judge {judge}", happened_on=day),
        *(
            PartyJoined(party_id=name, name=name, roles=("defendant",), happened_on=day)
            for name in names
        ),
        *(event for step in steps for event in told(step)),
        **by(),
    )


lines = TABLE.replace("\n    ", "").strip().splitlines()
files = {file.case.case_id: file for file in map(recorded, lines)}
cases = [file.case for file in files.values()]
civil = [case for case in cases if case.caseload.proceeding == "civil"]

# What came and what went. A defendant counts as one; a case that is stayed goes out,
# and comes in when the stay is lifted.
print(clearance(cases, during=Q3, by="category"))

# The summary of the State Court Guide: what is pending at the end is what was pending
# at the beginning and came, less what went. It is looked up, and counted: both agree.
print()
print(reconciliation(cases, during=Q3))

# How long the civil cases took that ended, by the Model Time Standards; those that were
# reopened stand apart.
standard = time_standard("us/model/civil/general-civil")
print()
timing = time_to_disposition(civil, during=Q3, standard=standard)
print(timing)
for tier in timing.tiers:
    print(
        f"{tier.percent} % within {tier.days} days: {'met' if tier.met else 'not met'}"
    )

# How old those are that wait, and which are older than the last tier allows.
print()
print(age_of_pending(civil, as_of=Q3.last))
print()
late = backlog(civil, as_of=Q3.last, standard=standard)
print(late)
for one in late.older:
    print(f"{one.unit_id}, filed on {one.since}: {one.days} days")

# Whether trials are held when they are set.
print()
print(trial_date_certainty(cases, during=Q3))

# What waits beyond what can be finished if no case should take over a year on average.
print()
print(overload(cases, during=Q3, limit_months=12))

# By judge. The third has few cases, and is withheld; alone it could be told from the
# total, so the next in size is withheld with it. There is no score, and no ranking.
print()
print(clearance(cases, during=Q3, by="judge"))

# In October somebody sees that no. 107 did not end on 28 September: that was 208. The
# line is retracted, the other case gets its own; and both reports can be had.
wrong = files["107"].log[-1]
again = files["107"].correct(
    Retracted(event_id=wrong.event_id, ground="entered in the wrong case"),
    **by(CORRECTED),
)
right = files["208"].record(
    CaseDisposed(disposition="settlement", happened_on=date(2026, 9, 28)),
    **by(CORRECTED),
)
now = {**files, "107": again, "208": right}
then = [Case.from_events(file.log, known_at=REPORTED) for file in now.values()]
print("\nThe median of days, as it was reported and as it is now:")
for known in (then, [file.case for file in now.values()]):
    some = [case for case in known if case.caseload.proceeding == "civil"]
    print(time_to_disposition(some, during=Q3).median)
