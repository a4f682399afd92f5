"""One value of every type that the package exports, for the tests that ask all.

Whoever exports a new class adds it here; a test names those that are missing.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from access_samples import NOT_STORED as NO_POLICY_IS_STORED
from access_samples import access_samples
from case_samples import NOT_VALUES as NO_VALUES_OF_CASES
from case_samples import case_samples
from conflict_samples import NOT_STORED as NO_CHECK_IS_STORED
from conflict_samples import conflict_samples
from interop_samples import NOT_STORED as NOT_STORED_OF_INTEROP
from interop_samples import interop_samples
from legalcase import errors as module
from legalcase.batch import ErrorMeaning
from legalcase.calendars.entries.openings import Opening
from legalcase.catalogue.counts_from import CountsFrom
from legalcase.catalogue.deadline_rule import Extension
from legalcase.catalogue.period_case import PeriodCase
from legalcase.catalogue.terms import Condition, Restart
from legalcase.catalogue.variant import Variant
from legalcase.certificates import certify, verify
from legalcase.counting.argument.quotation import Quotation
from legalcase.counting.rules.venue import Venue
from legalcase.dates import Period
from legalcase.kernel import Label
from legalcase.law.lawbook import Law
from legalcase.scheduling.clocks import (
    Lengthening,
    ProjectedClock,
    ProposedExclusions,
    StatutoryClock,
)
from measure_samples import NOT_STORED as NO_MEASURE_IS_STORED
from measure_samples import measure_samples
from oversight_samples import NOT_STORED as NO_ANSWER_IS_STORED
from oversight_samples import oversight_samples
from people_samples import directory_samples
from plan_question_samples import NOT_STORED as NOT_STORED_OF_PLANS
from plan_question_samples import plan_question_samples
from plan_samples import NOT_STORED as NO_PLAN_IS_STORED
from plan_samples import NOT_VALUES as NO_VALUES_OF_PLANS
from plan_samples import plan_samples
from practice_samples import practice_samples
from schedule_samples import schedule_samples

# Classes of the faces that are no values, by full name, each with the reason.
NOT_VALUES: dict[str, str] = {
    **NO_VALUES_OF_CASES,
    **NO_VALUES_OF_PLANS,
    "legalcase.batch.changes.Changes": "columns of another library: its are compared",
    "legalcase.batch.engines.batch_question.BatchQuestion": "a function for workers",
    "legalcase.batch.prepared.PreparedQuestion": "it keeps what can be computed anew",
    "legalcase.batch.tables.DueTable": "columns of another library: its are compared",
    "legalcase.conflicts.corpus.index.ConflictIndex": (
        "all of a store, made anew of it; compared by nobody"
    ),
    "legalcase.counting.rules.counting_rule.RuleVersion": (
        "a part of a rule, which is compared whole"
    ),
    "legalcase.kept.Kept": "it keeps what can be worked out anew",
    "legalcase.markup.Table": "a builder: rows are added until it is rendered",
    "legalcase.plain_data.PlainData": "what results have in common: none is made of it",
    "legalcase.ports.queries.Query": "a base of classes, without a value of its own",
    "legalcase.sealed.Sealed": "a base of classes, without a value of its own",
    "legalcase.sealed.SealedTable": "a part of a rule, which is compared whole",
}

_CLOCKS = {
    "legalcase.catalogue.clock_rule": (
        "part of the law, which is read by its id",
        (
            "ClockDispute",
            "ClockExtension",
            "ClockReading",
            "ClockRule",
            "ClockStart",
            "ExclusionRule",
        ),
    ),
    "legalcase.model.clocks.state": (
        "it is what a log has made",
        ("CaseClock", "Clocks", "ExcludedTime", "Joinder"),
    ),
    "legalcase.scheduling.clocks.clock": (
        "made anew of the case and the law",
        ("StatutoryClock",),
    ),
    "legalcase.scheduling.clocks.exclusion": (
        "a part of such a clock",
        ("Exclusion", "Lengthening"),
    ),
    "legalcase.scheduling.clocks.effect": ("an answer, given anew", ("Effect",)),
    "legalcase.scheduling.clocks.projected": (
        "an answer, given anew when asked",
        ("ProjectedClock",),
    ),
    "legalcase.scheduling.clocks.propose": (
        "an answer, given anew when asked",
        ("ProposedExclusions",),
    ),
    "legalcase.scheduling.clocks.standing": (
        "an answer, given anew when asked",
        ("ClockAnswer", "ClockStanding", "DayRange"),
    ),
}

# Values that are sent to other processes, but not stored, each with the reason.
NOT_STORED: dict[str, str] = {
    **NO_POLICY_IS_STORED,
    **NO_ANSWER_IS_STORED,
    **NO_MEASURE_IS_STORED,
    **NOT_STORED_OF_PLANS,
    **NO_CHECK_IS_STORED,
    **NO_PLAN_IS_STORED,
    **NOT_STORED_OF_INTEROP,
    **{
        f"{module}.{name}": reason
        for module, (reason, names) in _CLOCKS.items()
        for name in names
    },
    "legalcase.batch.codes.ErrorMeaning": "a part of a table",
    "legalcase.certificates.certificate.Certificate": "it has a document of its own",
    "legalcase.certificates.verifying.Verification": "an answer, given anew when asked",
    "legalcase.counting.argument.quotation.Quotation": "it stands in the law's files",
    "legalcase.law.lawbook.Law": (
        "it names folders of one machine; its parts are stored"
    ),
    "legalcase.model.case.Case": "it is what its log has made of it",
    "legalcase.model.case_file.CaseFile": "its log is stored",
    "legalcase.kernel.register.Register": "it is what a log has made",
    "legalcase.kernel.events.ref.Ref": "it is part of an event, as its text",
    "legalcase.kernel.lines.recorded.Draft": "the line that it becomes is stored",
    "legalcase.kernel.rooms.facet.Attempt": "it asks what can be recorded",
    "legalcase.kernel.folding.folded.Folded": "it is what a log has made",
    "legalcase.kernel.folding.folded.SetAside": "it tells of a line that is stored",
    "legalcase.model.possible.Possibilities": "an answer, given anew when asked",
    "legalcase.model.possible.Possible": "an answer, given anew when asked",
    "legalcase.model.linking.CaseLinks": "an answer, given anew when asked",
    "legalcase.model.linking.LinkFinding": "a part of such an answer",
    "legalcase.model.linking.Linked": "a part of such an answer",
    **{
        f"legalcase.model.{name}": "an answer, given anew when asked"
        for name in (
            "docket.service.ServiceShown",
            "documents.asking.Duplicate",
            "documents.asking.MissingDocument",
            "documents.asking.Place",
            "documents.asking.RequiredDocument",
        )
    },
    "legalcase.model.holding.HoldNaming": "an answer, given anew when asked",
    "legalcase.model.linting.Misword": "an answer, given anew when asked",
    "legalcase.model.people.findings.PeopleFinding": "an answer, given anew when asked",
    "legalcase.model.people.service.ServedThrough": "an answer, given anew when asked",
    "legalcase.model.people.service.ServiceList": "an answer, given anew when asked",
    "legalcase.model.people.service.ServiceRow": "an answer, given anew when asked",
    "legalcase.directory.directory.Directory": "its entries are stored",
    "legalcase.directory.entry.Entry": "its log is stored",
    "legalcase.directory.relations.Relation": "a row of a table of a program",
    "legalcase.directory.texts.LineNaming": "an answer, given anew when asked",
    "legalcase.model.facts.state.EstablishedFact": "it is what a log has made",
    "legalcase.model.proposals.state.Declined": "it is what a log has made",
    "legalcase.model.fields.state.Fields": "it is what a log has made",
    "legalcase.model.fields.state.FieldValue": "it is what a log has made",
    "legalcase.model.fields.state.FieldChange": "it is what a log has made",
    "legalcase.scheduling.moving.diff.Diff": "an answer, given anew when asked",
    "legalcase.scheduling.moving.diff.Diffs": "an answer, given anew when asked",
    "legalcase.scheduling.moving.diff.Moved": "an answer, given anew when asked",
    "legalcase.scheduling.moving.diff.Pinned": "an answer, given anew when asked",
    "legalcase.scheduling.moving.diff.Void": "an answer, given anew when asked",
    "legalcase.scheduling.proposals.Proposals": "an answer, given anew when asked",
    "legalcase.scheduling.row.Because": "an answer, given anew when asked",
    "legalcase.scheduling.row.Done": "an answer, given anew when asked",
    "legalcase.scheduling.row.ScheduleNotice": "an answer, given anew when asked",
    "legalcase.scheduling.row.ScheduledDeadline": "an answer, given anew when asked",
    "legalcase.scheduling.scheduled.Schedule": "an answer, given anew when asked",
    "legalcase.ports.keys.WrappedKey": "plain already: a text and bytes",
    "legalcase.ports.rows.Head": "plain already: a text, a number, a text",
    "legalcase.ports.rows.LineRow": "plain already: a text, a number, a text",
    "legalcase.ports.rows.Committed": "plain already: a text, two numbers",
    "legalcase.ports.rows.DueRow": "an answer, given anew when asked",
    "legalcase.ports.rows.CaseRow": "an answer, given anew when asked",
    "legalcase.ports.rows.ProjectedRow": "an answer, given anew when asked",
    "legalcase.ports.rows.Page": "an answer, given anew when asked",
    "legalcase.ports.rows.Fault": "an answer, given anew when asked",
    "legalcase.ports.queries.CaseQuery": "a question, asked in its program",
    "legalcase.ports.queries.DueQuery": "a question, asked in its program",
    "legalcase.ports.queries.LineQuery": "a question, asked in its program",
    "legalcase.ports.queries.ProjectionQuery": "a question, asked in its program",
    "legalcase.ports.queries.AppendCondition": "a question, asked in its program",
}


def law_samples() -> dict[str, Any]:
    """A value of each exported class that the law is made of, mostly real ones."""
    law = Law.bundled()
    calendar = law.calendar("us").with_closure(
        date(2026, 7, 10), "flood", kind="office-closed", authority="Gen. Order 14"
    )
    definition = calendar.definition
    rule, deadline = law.counting_rule("us/frcp"), law.deadline("us/frcp/33(b)(2)")
    term = deadline.current.term
    dispute = rule.disputes[0]
    values: list[Any] = [
        law,
        calendar,
        definition,
        definition.holidays[0],
        definition.observance,
        definition.closures[0],
        law.calendar("us-ca/legal-holidays").definition.gaps[0],
        Opening(
            on=date(2026, 2, 14),
            name="worked for 16 February",
            authority=definition.authority,
        ),
        calendar.month(2026, 7),
        rule,
        dispute,
        dispute.readings[0],
        deadline,
        deadline.current,
        term,
        term.trigger,
        Restart(
            on="motion-filed",
            until="order-entered",
            cite="4(a)(4)(A)",
            within=("us/frcp/59(e)",),
            not_before="judgment-entered",
        ),
        PeriodCase(period=Period(28, "day"), cite="2.108(A)(2)", methods=("mail",)),
        CountsFrom(papers=("motion-filed",), hearings=("motion",), cite="6(c)(1)"),
        Condition(event="motion-filed", within=("us/frcp/59(e)",), cite="4(a)(3)"),
        Variant(period=term.period, trigger=term.trigger, restarts=False),
        Extension(court="good cause", cite="6(b)(1)"),
        law.court("cand"),
        ErrorMeaning(1, "no-date", "The row has no date."),
        Quotation(cite="§ 188(2) BGB", text="…", english="…", first=date(1900, 1, 1)),
        Venue(
            calendars=(("court", calendar), ("forum-state", law.calendar("us-ca"))),
            zones=("America/Los_Angeles",),
            cut_offs=(("filing", "16:30"),),
            courts=("us/cand", "us/ca9"),
            forum="us-ca",
        ),
    ]
    asked = law.compute("us/frcp/59(e)", after=date(2026, 6, 3), court="cand")
    values += [certify(asked, law), verify(certify(asked, law), law)]
    values += clock_samples(law)
    return {type(value).__name__: value for value in values}


def clock_samples(law: Law) -> list[Any]:
    """A value of each class of which a clock is made, or that it answers with."""
    rule = law.clock("us/18-usc/3161(c)(1)")
    day = date(2026, 3, 2)
    clock = (
        StatutoryClock.of_rule(rule, {"indictment-filed": day, "first-appearance": day})
        .excluding("(h)(6)", date(2026, 3, 9), date(2026, 3, 20), by="event:order")
        .excluding("(h)(7)", date(2026, 3, 16), finding=True)
    )
    on = date(2026, 4, 1)
    return [
        rule,
        rule.starts[0],
        rule.exclusions[0],
        rule.disputes[0],
        rule.disputes[0].readings[0],
        law.clock("us/18-usc/3161(b)").extensions[0],
        clock,
        clock.exclusions[0],
        Lengthening(days=30, cite="18 U.S.C. § 3161(b)"),
        clock.effects()[0],
        clock.standing(on=on),
        clock.ranges(on=on)[0],
        clock.readings(on=on)[0],
        ProposedExclusions(events=(), questions=("Who filed event:1?",)),
        ProjectedClock(
            clock_id="doe-70",
            rule=rule.id,
            title=rule.title,
            of="doe",
            on=on,
            adopted=clock.last_day(on=on),
            shown=clock.safe(on=on),
            state="stands-still",
            questions=((day, "Is it?", "it is not", "Nobody v. Nobody"),),
            authority=rule.authority,
            label=Label(audience="firm"),
            revision=7,
        ),
    ]


def samples() -> dict[str, Any]:
    """A value of each exported class, by a name that tells it from the others.

    They are frozen, and made once: the dictionary alone is the caller's own.
    """
    return dict(_made())


@cache
def _made() -> dict[str, Any]:
    return {
        **access_samples(),
        **law_samples(),
        **case_samples(),
        **measure_samples(),
        **conflict_samples(),
        **oversight_samples(),
        **interop_samples(),
        **directory_samples(),
        **schedule_samples(),
        **plan_question_samples(),
        **plan_samples(),
        **practice_samples(),
    }


def errors() -> dict[str, Exception]:
    """An instance of each class of `legalcase.errors`, with all its attributes."""
    day = date(2036, 1, 2)
    horizon = (date(1986, 1, 1), date(2035, 12, 31))
    value = {"field": "service", "value": "pigeon"}
    problem = ("us/frcp.toml", "$.version[0].roll", "unknown key 'rol'")
    case = {"case_id": "case-1"}
    bounds = dict(zip(("first", "last"), horizon, strict=True))
    found = [
        module.LegalCaseError("Refused. Try again.", anything=1),
        module.CalendarOutOfBoundsError.of("us", day, *horizon),
        module.CorrectionRefusedError.of(
            [(4, "e4", "deadline-set", "There is no event 'e3'.")]
        ),
        module.CaseExistsError("Stored already. Choose another id.", **case),
        module.CaseNotFoundError("Not stored. Check the id.", **case),
        module.ConflictingInputError("Both were given. Give one.", **value),
        module.DeclarationError.of([problem[1:]]),
        module.PlaybookError.of([problem]),
        module.ImportRefusedError.of([problem[1:]]),
        module.DecodeError("Does not fit. See the problems.", problems=(problem[1:],)),
        module.ExtensionBarredError(
            "Barred. Ask for something else.",
            deadline="us/frcp/59(e)",
            barred_by="6(b)",
        ),
        module.IllegalTransitionError(
            "Closed already. Reopen it first.",
            subject="case-1",
            state="closed",
            step="close",
        ),
        module.InvalidPeriodError("Zero days. Give one or more.", **value),
        module.InvalidTypeError("A datetime. Give a date.", **value),
        module.InvalidValueError("No such thing. Give another.", **value),
        module.LawError.of([problem, problem]),
        module.MissingExtraError.of("crypto", "Sealing lines", "cryptography"),
        module.MissingInputError("No court. Name one.", **value),
        module.OutOfBoundsError(
            "Outside. Look inside.", subject="us", asked=day, **bounds
        ),
        module.PeriodNotRunningError(
            "Not running. Wait.", deadline="us/frap/4(a)(4)", waits_for=("order",)
        ),
        module.ReadingNotCountedError(
            "No day is safe. Name the state.", question="Q?", choice="no"
        ),
        module.RoleNotFilledError("No state. Name it.", role="forum", rule="us/frcp"),
        module.RuleNotInForceError.of("us/frcp", day, *horizon),
        module.SchemaTooNewError("Too new. Upgrade.", found=9, known=1, problems=()),
        module.ConflictError("Others were first. Look again."),
        module.StaleCaseError("Saved. Load again.", expected=1, found=2, **case),
        module.StorageError("The disk is full. Make room."),
        module.TooManyReadingsError("Too many. Choose some.", count=600, limit=512),
        module.UnknownEventError("Unknown. Upgrade.", kind="vanished"),
        module.UnknownNameError.of("court", "cadn", ["cand", "nysd"]),
        module.UnknownTagError("Unknown. Upgrade.", tag="x", problems=()),
        module.UnsupportedQuestionError("No hours here. Give days.", **value),
        module.UnusedInputError("It asks for none. Leave it out.", **value),
    ]
    return {type(error).__name__: error for error in found}
