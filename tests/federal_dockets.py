"""The dockets of two federal cases: a civil action, and a prosecution."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from attrs import evolve

import legalcase.model as m
from clerk_cases import LAW, filed, judged, ordered, served
from legalcase.kernel import Ref

__all__ = ["CIVIL", "CRIMINAL", "DEFENDED", "D", "hearing_set", "moment"]

D = date.fromisoformat


def moment(day: str) -> datetime:
    """Ten in the morning in New York, or at nine."""
    return datetime.combine(D(day), time(14), tzinfo=UTC)


def hearing_set(
    kind: str, at: str, on: str, of: tuple[str, ...] = (), about: tuple[Ref, ...] = ()
) -> m.HearingSet:
    """A hearing of a kind was set."""
    return m.HearingSet.of_kind(
        kind,
        LAW,
        hearing_id=kind,
        title=kind,
        hearing_at=moment(at),
        of=of,
        about=about,
        happened_on=D(on),
    )


def _held(kind: str, on: str) -> m.HearingHeld:
    return m.HearingHeld(hearing_id=kind, happened_on=D(on))


def _known(fact: str, answer: str, on: str) -> m.FactEstablished:
    return m.FactEstablished(fact=fact, answer=answer, happened_on=D(on))


#: Roe against Acme, which was served and moved, and Doe, which waived service.
CIVIL: dict[str, tuple[Any, ...]] = {
    "2025-05-12": (
        m.InquiryMade(client_ids=("roe",), happened_on=D("2025-05-05")),
        m.ConflictReviewBegun(review_id="c", happened_on=D("2025-05-05")),
        m.ConflictReviewCleared(
            review_id="c", cleared_as="no-conflict", happened_on=D("2025-05-09")
        ),
        m.Engaged(client_ids=("roe",), scope="all", happened_on=D("2025-05-12")),
    ),
    "2025-06-16": (
        filed("complaint", "complaint-filed action-commenced", "2025-06-16", "roe"),
    ),
    "2025-07-03": (
        served(
            "summons",
            "summons-served complaint-served",
            "2025-07-01",
            how="personal",
            about="complaint",
        ),
        served(
            "request",
            "waiver-request-sent",
            "2025-07-03",
            on="doe",
            how="mail",
            about="complaint",
        ),
        _known("request-sent-abroad", "no", "2025-07-03"),
        _known("defendant-is-the-united-states", "no", "2025-07-03"),
    ),
    "2025-07-28": (
        served(
            "motion",
            "rule-12-motion-served defendant-appeared",
            "2025-07-22",
            by="acme",
            on="roe",
            about="summons",
        ),
        served(
            "waived",
            "waiver-of-service-returned",
            "2025-07-25",
            by="doe",
            on="roe",
            how="mail",
            about="request",
        ),
        filed("waiver", "waiver-of-service-filed", "2025-07-28", "roe", "request"),
    ),
    "2025-08-18": (
        ordered("denied", "order-entered", "2025-08-15", about="motion"),
        served(
            "notice",
            "court-action-noticed",
            "2025-08-15",
            by="",
            on="roe acme",
            about="motion",
        ),
        hearing_set("scheduling-conference", "2025-09-19", "2025-08-18"),
    ),
    "2025-08-29": (
        served(
            "conferred",
            "discovery-conference",
            "2025-08-25",
            by="roe acme doe",
            on="",
            how=None,
            about="hearing:scheduling-conference",
        ),
        served(
            "answer",
            "answer-served responsive-pleading-served own-answer-served "
            "own-pleading-served",
            "2025-08-27",
            by="acme",
            on="roe",
            about="summons notice",
        ),
        served(
            "doe-answer",
            "answer-served responsive-pleading-served own-answer-served "
            "own-pleading-served last-pleading-served",
            "2025-08-29",
            by="doe",
            on="roe",
            about="request",
        ),
    ),
    "2025-09-22": (
        filed("plan", "discovery-plan-filed", "2025-09-05", "roe", "conferred"),
        served(
            "ours",
            "initial-disclosures-served",
            "2025-09-08",
            "roe",
            "acme doe",
            about="conferred",
        ),
        served(
            "theirs",
            "initial-disclosures-served",
            "2025-09-08",
            "acme",
            "roe doe",
            about="conferred",
        ),
        _held("scheduling-conference", "2025-09-19"),
        ordered(
            "order",
            "scheduling-order-entered",
            "2025-09-19",
            about="summons motion",
        ),
        hearing_set("trial-jury", "2026-06-15", "2025-09-19"),
        _known("united-states-is-a-party", "no", "2025-09-19"),
    ),
    "2025-11-20": (
        served("r-1", "interrogatories-served", "2025-11-10", "roe", "acme"),
        served("r-2", "interrogatories-served", "2025-11-20", "acme", "roe"),
    ),
    "2026-04-06": (
        served(
            "answers",
            "discovery-response-served",
            "2025-12-19",
            "roe",
            "acme",
            about="r-2",
        ),
        ordered("closed", "discovery-closed", "2026-03-31"),
        served("offer", "offer-of-judgment-served", "2026-04-06", "acme", "roe"),
    ),
    "2026-05-14": (
        served("pd-1", "pretrial-disclosures-served", "2026-05-13", "roe", "acme doe"),
        served("pd-2", "pretrial-disclosures-served", "2026-05-14", "acme", "roe doe"),
    ),
    "2026-06-23": (
        _held("trial-jury", "2026-06-15"),
        judged("judgment", "2026-06-22"),
    ),
    "2026-07-21": (
        filed("appeal", "notice-of-appeal-filed", "2026-07-20", "acme", "judgment"),
    ),
}

#: United States against Pat, who is in custody, on two counts.
CRIMINAL: dict[str, tuple[Any, ...]] = {
    "2026-03-06": (
        filed("complaint", "criminal-complaint-filed", "2026-03-05", "usa"),
        filed("arrest", "arrested-or-summoned", "2026-03-06", "usa", "complaint"),
        hearing_set("initial-appearance", "2026-03-06", "2026-03-06"),
        _held("initial-appearance", "2026-03-06"),
        filed("detention", "detention-motion-made", "2026-03-06", "usa"),
        hearing_set(
            "detention",
            "2026-03-11",
            "2026-03-06",
            about=(Ref("hearing", "initial-appearance"),),
        ),
        _known("detained", "yes", "2026-03-06"),
        _known("continued-for-the-defendant", "no", "2026-03-06"),
    ),
    "2026-03-18": (
        _held("detention", "2026-03-11"),
        filed("indictment", "indictment-filed", "2026-03-17", "usa"),
        *(
            m.Charged(
                charge_id=f"count-{number}",
                of="pat",
                statute=statute,
                sequence=number,
                severity="felony",
                happened_on=D("2026-03-17"),
            )
            for number, statute in ((1, "18 U.S.C. 371"), (2, "18 U.S.C. 1343"))
        ),
        hearing_set("arraignment", "2026-03-24", "2026-03-18", ("pat",)),
    ),
    "2026-04-10": (
        _held("arraignment", "2026-03-24"),
        hearing_set("trial-jury", "2026-06-08", "2026-03-24"),
        ordered("motions", "pretrial-motions-due", "2026-05-01"),
        served("demand", "alibi-notice-requested", "2026-04-01", "usa", "pat"),
        served(
            "alibi", "alibi-notice-served", "2026-04-10", "pat", "usa", about="demand"
        ),
    ),
    "2026-05-04": (
        filed("suppress", "pretrial-motion-filed", "2026-04-30", "pat", "motions"),
        hearing_set("suppression", "2026-05-18", "2026-05-04"),
    ),
    "2026-06-15": (
        _held("suppression", "2026-05-18"),
        _held("trial-jury", "2026-06-08"),
        ordered("verdict", "guilty-verdict", "2026-06-12"),
        ordered("discharge", "jury-discharged", "2026-06-12"),
        hearing_set("sentencing", "2026-09-15", "2026-06-12"),
    ),
    "2026-08-12": (
        served(
            "report",
            "presentence-report-received",
            "2026-08-11",
            by="",
            on="pat usa",
        ),
    ),
    "2026-09-18": (
        _held("sentencing", "2026-09-15"),
        judged("judgment", "2026-09-17"),
    ),
}

#: The same as the other side has it: engaged by Acme, once it was served.
DEFENDED = {
    day: tuple(
        evolve(one, client_ids=("acme",)) if hasattr(one, "client_ids") else one
        for one in events
    )
    for day, events in CIVIL.items()
}
