"""The days of two federal cases, worked out by hand: nothing here knows the engine.

Only the standard library, the rules as they read, and the legal holidays of 5 U.S.C.
6103 that these days can meet.
"""

from __future__ import annotations

from datetime import date, timedelta

__all__ = ["civil_for_the_defendant", "civil_for_the_plaintiff", "criminal"]

D = date.fromisoformat
CIVIL_TRIAL, CRIMINAL_TRIAL = D("2026-06-15"), D("2026-06-08")
#: How many days ahead of it ours are, and each of the days that an item has.
Days = tuple[tuple[int, ...], tuple[date, ...]]

HOLIDAYS = {
    *(D("2025-07-04"), D("2025-09-01"), D("2025-10-13"), D("2025-11-11")),
    *(D("2025-11-27"), D("2025-12-25"), D("2026-01-01"), D("2026-01-19")),
    *(D("2026-02-16"), D("2026-05-25"), D("2026-06-19"), D("2026-07-03")),
    *(D("2026-09-07"), D("2026-10-12"), D("2026-11-11"), D("2026-11-26")),
    *(D("2026-12-25"), D("2027-05-31"), D("2027-06-18"), D("2029-05-28")),
}


def is_open(day: date) -> bool:
    """Whether it is no Saturday, Sunday or legal holiday."""
    return day.weekday() < 5 and day not in HOLIDAYS


def some(day: date, count: int) -> date:
    """So many days on, or back: a policy of our own."""
    return day + timedelta(days=count)


def until_open(day: date) -> date:
    """Rule 6(a)(1)(C), 45(a)(1)(C): the next day that is none of these."""
    while not is_open(day):
        day += timedelta(days=1)
    return day


def after(start: date, count: int) -> date:
    """Rule 6(a)(1), 45(a)(1), 26(a)(1): every day counts, and the last must be open."""
    return until_open(some(start, count))


def back(start: date, count: int) -> date:
    """Rule 6(a)(5): counting backward, the day before that is none of these."""
    day = some(start, -count)
    while not is_open(day):
        day -= timedelta(days=1)
    return day


def court_days(start: date, count: int) -> date:
    """18 U.S.C. 3142(f): without any intermediate Saturday, Sunday or legal holiday."""
    day = start
    while count:
        day += timedelta(days=1)
        count -= is_open(day)
    return day


def one(day: date, *ahead: int) -> Days:
    """A day, and ours ahead of it."""
    return ahead, (day,)


def _civil(trial: date) -> dict[str, Days]:
    """What both sides have."""
    served, moved, ruled = D("2025-07-01"), D("2025-07-22"), D("2025-08-15")
    last_pleading = D("2025-08-29")
    conferred, conference = D("2025-08-25"), D("2025-09-19")
    closed, offered = D("2026-03-31"), D("2026-04-06")
    judgment = D("2026-06-22")
    disclosed = back(trial, 30)
    appeal = after(judgment, 30)
    experts = back(trial, 90)
    return {
        "jury-demand": one(after(last_pleading, 14), 7),
        "confer": one(back(conference, 21), 14),
        "discovery-plan": one(after(conferred, 14), 5),
        "initial-disclosures": one(after(conferred, 14), 7, 2),
        "their-initial-disclosures": one(after(conferred, 14)),
        "scheduling-conference": one(conference, 7),
        "scheduling-order": ((), (after(moved, 60), after(served, 90))),
        "diarise-order": one(some(conference, 1)),
        "requests": one(some(conferred, 14)),
        "supplement": one(some(trial, -45)),
        "retain-experts": one(some(experts, -90)),
        "experts": one(experts, 30, 7),
        "their-experts": one(experts),
        "summary-judgment": one(after(closed, 30), 21, 7),
        "settlement-authority": one(some(trial, -60)),
        "pretrial-disclosures": one(disclosed, 14, 3),
        "motions-in-limine": one(some(trial, -28)),
        "trial-subpoenas": one(some(trial, -30)),
        "jury-instructions": one(some(trial, -14)),
        "exhibits": one(some(trial, -14)),
        "prepare-witnesses": one(some(trial, -14)),
        "trial-brief": one(some(trial, -7)),
        "trial": one(trial, 30, 7),
        "judgment-motion": one(some(trial, -1)),
        "check-judgment": one(some(judgment, 2)),
        "renewed-judgment-motion": one(after(judgment, 28), 14, 3),
        "amend-findings": one(after(judgment, 28), 14, 3),
        "new-trial": one(after(judgment, 28), 14, 3),
        "alter-judgment": one(after(judgment, 28), 14, 3),
        "fees": one(after(judgment, 14), 5),
        "stay-ends": one(appeal, 7),
        "advise-on-appeal": one(some(judgment, 7)),
        "appeal": one(appeal, 14, 3),
        "more-time-to-appeal": ((), (after(appeal, 30), after(judgment, 180))),
        "relief": one(D("2027-06-22"), 60),
        "accept": one(after(offered, 14)),
        "answer-after-motion": one(after(ruled, 14), 5, 2),
        "answer": one(after(served, 21), 10, 2),
    }


def civil_for_the_plaintiff(trial: date = CIVIL_TRIAL) -> dict[str, Days]:
    """The days of the plaintiff: what it owes, and what the defendants do."""
    found = _civil(trial)
    filed, served, requested = D("2025-06-16"), D("2025-07-01"), D("2025-07-03")
    moved, ruled, doe_answered = D("2025-07-22"), D("2025-08-15"), D("2025-08-29")
    disclosed = (D("2026-05-13"), D("2026-05-14"))
    accept, appeal = found.pop("accept"), found["appeal"][1][0]
    for name in ("answer", "answer-after-motion"):
        del found[name]
    return found | {
        "their-waiver": one(after(requested, 30), 3),
        "serve": one(after(filed, 90), 45, 14),
        "serve-each": one(some(filed, 30)),
        "proof-of-service": one(some(served, 7)),
        "their-answer 12(a)(1)(A)(i)": one(after(served, 21)),
        "their-answer 12(a)(1)(A)(ii)": one(after(requested, 60)),
        "their-answer 12(a)(4)(A)": one(after(ruled, 14)),
        "amend-once": ((7,), (after(moved, 21), after(doe_answered, 21))),
        "our-responses": one(after(D("2025-11-20"), 30), 14, 3),
        "their-responses": one(after(D("2025-11-10"), 30)),
        "their-offer": one(accept[1][0], 10, 3),
        "pretrial-objections": one(after(disclosed[1], 14), 5),
        "their-pretrial-disclosures": (
            (),
            (back(trial, 30), *(after(day, 14) for day in disclosed)),
        ),
        "enforce": one(some(appeal, 1)),
        "cross-appeal": one(max(after(D("2026-07-20"), 14), appeal), 7, 2),
    }


def civil_for_the_defendant(trial: date = CIVIL_TRIAL) -> dict[str, Days]:
    """The days of the defendant that was served and moved."""
    found = _civil(trial)
    served, answered = D("2025-07-01"), D("2025-08-27")
    disclosed = (D("2026-05-13"), D("2026-05-14"))
    accept, appeal = found.pop("accept"), found["appeal"][1][0]
    return found | {
        "check-service": one(some(served, 2)),
        "defenses": one(some(after(served, 21), -7)),
        "third-party": one(after(answered, 14), 5),
        "amend-once": one(after(answered, 21), 7),
        "our-responses": one(after(D("2025-11-10"), 30), 14, 3),
        "their-responses": one(after(D("2025-11-20"), 30)),
        "offer-of-judgment": one(back(trial, 14), 21),
        "their-acceptance": accept,
        "pretrial-objections": one(after(disclosed[0], 14), 5),
        "their-pretrial-disclosures": (
            (),
            (back(trial, 30), *(after(day, 14) for day in disclosed)),
        ),
        "stay-by-bond": one(some(appeal, -10)),
    }


def criminal(trial: date = CRIMINAL_TRIAL) -> dict[str, Days]:
    """The days of the defendant in a criminal case, who is in custody."""
    appeared, detention = D("2026-03-06"), D("2026-03-11")
    indicted, arraigned = D("2026-03-17"), D("2026-03-24")
    motions, demanded, alibi = D("2026-05-01"), D("2026-04-01"), D("2026-04-10")
    verdict, sentence = D("2026-06-12"), D("2026-09-15")
    reported, judgment = D("2026-08-11"), D("2026-09-17")
    return {
        "initial-appearance": one(appeared),
        "brady-order": one(some(appeared, 2)),
        "detention-hearing-day": one(court_days(appeared, 3)),
        "release-package": one(some(detention, -1)),
        "detention-hearing": one(detention, 1),
        "review-detention": one(some(detention, 7)),
        "jail-visit": one(some(appeared, 3)),
        "preliminary-hearing-day": one(after(appeared, 14)),
        "count-analysis": one(some(indicted, 10)),
        "arraignment": one(arraigned, 1),
        "speedy-trial-check": one(some(trial, -14)),
        "discovery-conference": one(after(arraigned, 14), 5),
        "rule-16-request": one(some(arraigned, 3)),
        "evidence-review": one(some(motions, -21)),
        "other-acts-notice": one(some(trial, -28)),
        "pretrial-motions": one(motions, 14, 3),
        "motion-hearing": one(D("2026-05-18"), 7, 2),
        "alibi-notice": one(after(demanded, 14), 7, 2),
        "their-alibi-witnesses": one(min(after(alibi, 14), back(trial, 14))),
        "mental-condition-notice": one(motions, 14),
        "public-authority-notice": one(motions, 14),
        "plea-advice": one(some(trial, -45)),
        "subpoenas": one(some(trial, -30)),
        "bring-the-detained": one(some(trial, -30)),
        "client-in-custody": one(some(trial, -7)),
        "motions-in-limine": one(some(trial, -21)),
        "trial-papers": one(some(trial, -14)),
        "prepare-client": one(some(trial, -10)),
        "trial": one(trial, 30, 7),
        "acquittal-motion": one(after(verdict, 14), 7, 2),
        "new-trial": one(after(verdict, 14), 7, 2),
        "arrest-of-judgment": one(after(verdict, 14), 7),
        "new-evidence": one(until_open(D("2029-06-12")), 90),
        "presentence-interview": one(some(verdict, 3)),
        "mitigation": one(some(sentence, -28)),
        "report-day": one(back(sentence, 35)),
        "report-objections": one(after(reported, 14), 7, 2),
        "report-addendum": one(back(sentence, 7)),
        "sentencing-memorandum": one(some(sentence, -7)),
        "sentencing": one(sentence, 14, 3),
        "financial-affidavit": one(some(sentence, -60)),
        "correct-sentence": one(after(sentence, 14), 10),
        "advise-on-appeal": one(some(judgment, 2)),
        "appeal": one(after(judgment, 14), 7, 2),
        "their-appeal": one(after(judgment, 30)),
        "substantial-assistance": one(D("2027-09-15")),
    }
