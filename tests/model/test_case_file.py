"""What one works with: acts that are whole, corrections, and what nobody saved yet."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

import legalcase as lc
import legalcase.model as m
from case_files import CANARY, DAY, NOON, after, computation, joined, opened, set_
from legalcase.errors import (
    ConflictingInputError,
    CorrectionRefusedError,
    IllegalTransitionError,
    InvalidTypeError,
    InvalidValueError,
    LegalCaseError,
    MissingInputError,
    UnknownNameError,
)
from legalcase.kernel import (
    Corrected,
    Draft,
    Label,
    Recorded,
    Ref,
    Retracted,
    UnknownEvent,
    uuid7,
)

if TYPE_CHECKING:
    from legalcase.model import CaseFile

LATER = NOON + timedelta(days=10)
FILED = m.Filed(title=f"Complaint {CANARY}", happened_on=DAY)
SERVED = m.Served(title="Summons", method="personal", on=("acme",), happened_on=DAY)
BY: dict[str, Any] = {"by": "clerk", "at": LATER}


def served() -> CaseFile:
    """A case with a service, and a deadline that was computed from it."""
    anchor = m.Anchor("summons-served", Ref("event", "served"))
    basis = m.Computed(computation=computation(), anchors=(anchor,))
    return after(
        opened(), joined("acme"), Draft(SERVED, event_id="served"), set_(basis=basis)
    )


def test_an_act_is_in_its_lines() -> None:
    """Who, when, for whom, why, because of what, by which command, for whose eyes."""
    file = opened().record(
        Draft(FILED, event_id="f", label=Label(audience="court")),
        Draft(m.OrderEntered(title="Order", happened_on=DAY), cause="f"),
        by="clerk",
        at=LATER,
        on_behalf_of="lawyer",
        reason="He asked",
        cause="e-1",
        command_id="c-1",
    )
    first, second = file.log[1:]
    assert (first.number, first.event_id, first.kind) == (2, "f", "filed")
    assert (second.number, second.event_id) == (3, "e-2")
    assert (first.cause, second.cause) == ("e-1", "f")
    assert first.label == Label(audience="court")
    for line in (first, second):
        assert (line.stream, line.schema, line.ancillary) == ("case:roe", 1, False)
        assert (line.actor, line.on_behalf_of, line.reason) == (
            "clerk",
            "lawyer",
            "He asked",
        )
        assert (line.recorded_at, line.command_id) == (LATER, "c-1")
    assert file.line("f") == first
    with pytest.raises(UnknownNameError, match="no event 'x'"):
        file.line("x")


def test_an_act_is_whole_or_not_at_all() -> None:
    """Later events of it build on the earlier ones, and fall with any."""
    file = opened().record(joined("acme"), evolve(SERVED), by="clerk", at=NOON)
    assert [line.number for line in file.pending] == [1, 2, 3]
    with pytest.raises(UnknownNameError):
        opened().record(evolve(SERVED), joined("acme"), by="clerk", at=NOON)


def test_an_act_of_nothing_leaves_the_file_as_it_was() -> None:
    """As of a schedule with nothing new; who and when have to be right all the same."""
    file = opened()
    assert file.record(by="clerk", at=NOON) is file
    with pytest.raises(LegalCaseError):
        file.record(by="", at=NOON)
    with pytest.raises(LegalCaseError):
        file.record(by="clerk", at=NOON.replace(tzinfo=None))


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (5, "an event, not int"),
        (m.Filed, "an event, not type"),
        (
            UnknownEvent(kind="x", schema=1, happened=DAY, payload="{}"),
            "not an event of an unknown kind",
        ),
        (set_().terms, "an event, not DeadlineTerms"),
    ],
)
def test_only_what_happened_is_recorded(event: Any, words: str) -> None:
    """No term, no class, and nothing of which nobody knows what it is."""
    with pytest.raises(InvalidTypeError, match=words):
        opened().record(event, by="clerk", at=NOON)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"by": ""}, "by is empty"),
        ({"at": datetime(2026, 6, 3)}, "^at has no time zone"),
        ({"at": DAY}, "^at needs a datetime with a time zone, not date"),
        ({"at": "2026-06-03"}, "^at needs a datetime with a time zone, not str"),
        ({"law": lc}, r"^law= needs a Law, not module. Pass legalcase.Law.bundled\(\)"),
        ({"cause": "nobody"}, "no event 'nobody'"),
        ({"command_id": "a b"}, "command_id is no id"),
        ({"reason": ""}, "reason is empty"),
    ],
)
def test_who_records_and_when_is_checked(said: Any, words: str) -> None:
    """By the names of the arguments, whoever makes the ids of the lines."""
    for file in (opened(), evolve(opened(), ids=uuid7)):
        with pytest.raises(LegalCaseError, match=words):
            file.record(FILED, **{"by": "clerk", "at": NOON, **said})


def test_an_id_made_of_chance_is_no_answer_to_one_that_was_chosen() -> None:
    """It is one to an id that was copied, and lost a character."""
    file = m.CaseFile.open(
        m.CaseOpened(caption="Doe", happened_on=DAY), case_id="doe", by="c", at=NOON
    )
    with pytest.raises(UnknownNameError, match=r"no event 'served'. See line.event_id"):
        file.correct("served", method="mail", ground="read", **BY)
    with pytest.raises(UnknownNameError, match=r"no event 'served'. The log knows"):
        file.record(FILED, cause="served", **BY)
    first = file.log[0].event_id
    typo = first[:-1] + ("0" if first[-1] != "0" else "1")
    with pytest.raises(UnknownNameError, match=f"Did you mean '{first}'"):
        file.correct(typo, method="mail", ground="read", **BY)


def test_what_has_not_happened_yet_is_not_recorded() -> None:
    """A year mistyped, mostly; by the clock of another zone it can be tomorrow."""
    tomorrow = evolve(FILED, happened_on=DAY + timedelta(days=1))
    assert opened().record(tomorrow, by="clerk", at=NOON).case.version == 2
    future = evolve(FILED, happened_on=DAY + timedelta(days=2))
    with pytest.raises(InvalidValueError, match="after it was recorded") as caught:
        opened().record(future, by="clerk", at=NOON)
    assert caught.value.field == "happened_on"
    with pytest.raises(InvalidValueError, match="after it was recorded"):
        m.CaseFile.open(
            m.CaseOpened(caption="Roe", happened_on=DAY + timedelta(days=2)),
            case_id="roe",
            by="clerk",
            at=NOON,
        )
    # Nor as a correction of what has.
    file = after(opened(), Draft(FILED, event_id="f"))
    with pytest.raises(InvalidValueError, match="after it was recorded"):
        file.correct("f", happened_on=DAY.replace(year=2062), ground="typo", **BY)
    # A log that is read is what it is.
    first = opened().log[0]
    event: Any = first.event
    line = evolve(first, event=evolve(event, happened_on=DAY.replace(year=2062)))
    assert m.Case.from_events([line]).caseload.opened_on.year == 2062


def test_the_same_command_twice_records_once() -> None:
    """Also after something else; the same id with other events is refused."""
    said: dict[str, Any] = {"by": "clerk", "at": NOON, "command_id": "c-1"}
    once = opened().record(FILED, **said)
    assert once.record(FILED, **said) == once
    later = after(once, joined("acme"))
    assert later.record(Draft(FILED), **said) == later
    for other in ((SERVED,), (FILED, FILED), (evolve(FILED, title="Answer"),)):
        with pytest.raises(ConflictingInputError, match="with other events"):
            later.record(*other, **said)
    assert later.record(FILED, by="clerk", at=NOON).case.version == 4


def test_words_are_checked_where_a_law_is_given() -> None:
    """Its vocabulary; without a law, only how they are spelt."""
    law = lc.Law.bundled()
    wrong = evolve(SERVED, method="pigeon-post", on=())
    assert opened().record(wrong, by="clerk", at=NOON).case.version == 2
    with pytest.raises(InvalidValueError, match="pigeon-post"):
        opened().record(wrong, by="clerk", at=NOON, law=law)
    right = evolve(wrong, method="mail")
    assert opened().record(right, by="c", at=NOON, law=law).case.version == 2
    file = after(opened(), wrong, evolve(FILED, triggers=("complaint-filed",)))
    (found,) = m.lint(file, law)
    assert (found.number, found.field, found.word) == (2, "method", "pigeon-post")
    (event_id,) = (line.event_id for line in file.log if line.kind == "served")
    mended = file.correct(event_id, method="mail", ground="misread", **BY)
    assert m.lint(mended, law) == ()


def test_a_correction_names_a_line_and_the_fields_that_change() -> None:
    """It stays where it is, and what was anchored on it needs review because of it."""
    file = after(served(), confirmed())
    after_it = file.correct("served", method="mail", ground="proof read", **BY)
    assert after_it.case.docket["served"].method == "mail"
    assert [entry.event_id for entry in after_it.case.docket] == ["served"]
    line = after_it.log[-1]
    assert (line.kind, line.number, line.recorded_at) == ("corrected", 6, LATER)
    deadline = after_it.case.deadlines["answers"]
    assert deadline.review.state is m.ReviewState.NEEDS_REVIEW
    assert deadline.review.because == (line.event_id,)
    # Whoever stands by it again has seen the correction.
    again = after(after_it, confirmed()).case.deadlines["answers"]
    assert again.review.state is m.ReviewState.CONFIRMED
    assert again.review.because == ()
    # And the one that rests on nothing corrected needs no review.
    other = file.correct("e-2", name="Acme Inc.", ground="typo", **BY)
    assert other.case.people.participants["acme"].name == "Acme Inc."
    assert (
        other.case.deadlines["answers"].review == file.case.deadlines["answers"].review
    )


def confirmed(name: str = "answers") -> m.DeadlineConfirmed:
    """Somebody stands by a deadline."""
    return m.DeadlineConfirmed(deadline_id=name, confirmed_by="lawyer", happened_on=DAY)


def test_a_correction_of_the_setting_itself_needs_review() -> None:
    """Its terms are other ones now."""
    file = after(opened(), Draft(set_(), event_id="set"), confirmed())
    terms = evolve(set_().terms, critical=True)
    file = file.correct("set", terms=terms, ground="it is critical", **BY)
    deadline = file.case.deadlines["answers"]
    assert deadline.terms.critical
    assert deadline.review.state is m.ReviewState.NEEDS_REVIEW


def test_the_last_correction_holds_and_one_after_a_retraction_restores() -> None:
    """Corrections name the line, never each other."""
    file = served()
    for method in ("mail", "electronic"):
        file = file.correct("served", method=method, ground="read anew", **BY)
    assert file.case.docket["served"].method == "electronic"
    # Another correction starts from what holds now.
    file = file.correct("served", title="Summons and complaint", ground="typo", **BY)
    assert file.case.docket["served"].method == "electronic"
    free = after(opened(), Draft(FILED, event_id="f"))
    gone = free.retract("f", ground="of another case", **BY)
    assert list(gone.case.docket) == []
    back = gone.correct(Corrected(event_id="f", event=FILED, ground="it was"), **BY)
    assert [entry.event_id for entry in back.case.docket] == ["f"]


def test_a_line_can_be_refused_by_what_was_corrected_before_it() -> None:
    """All that cannot follow is listed at once, and nothing is recorded."""
    file = after(served(), confirmed())
    before = file.log
    with pytest.raises(CorrectionRefusedError) as caught:
        file.retract("served", ground="never served", **BY)
    error = caught.value
    assert [(number, kind) for number, _, kind, _ in error.refused] == [
        (4, "deadline-set"),
        (5, "deadline-confirmed"),
    ]
    assert "no event 'served'" in error.refused[0][3]
    assert "line 4, deadline-set" in str(error)
    assert "2 later lines" in str(error)
    assert CANARY not in str(error)
    assert file.log == before
    # Dealt with in the same call, it holds.
    ids = ("served", before[3].event_id, before[4].event_id)
    clean = file.retract(*ids, ground="never served", **BY)
    assert (len(clean.case.docket), len(clean.case.deadlines)) == (0, 0)
    assert len(clean.log) == len(before) + 3


@pytest.mark.parametrize(
    ("correct", "error", "words"),
    [
        (lambda f: f.correct(**BY), MissingInputError, "nothing to correct"),
        (lambda f: f.correct("served", method="mail", **BY), MissingInputError, "why"),
        (lambda f: f.correct("served", ground="x", **BY), MissingInputError, "nothing"),
        (
            lambda f: f.correct("served", ground="x", metod="mail", **BY),
            InvalidValueError,
            "Served has no field 'metod'",
        ),
        (
            lambda f: f.correct("served", ground="x", method=5, **BY),
            InvalidTypeError,
            "method needs a str",
        ),
        (
            lambda f: f.correct("nobody", ground="x", method="mail", **BY),
            UnknownNameError,
            "no event 'nobody'",
        ),
        (
            lambda f: f.correct(
                Retracted(event_id="served", ground="x"), ground="y", **BY
            ),
            ConflictingInputError,
            "Leave them out beside Corrected",
        ),
        (
            lambda f: f.correct(
                Corrected(event_id="served", event=FILED, ground="x"), **BY
            ),
            InvalidTypeError,
            "another kind cannot stand",
        ),
        (
            lambda f: f.correct("e-2", ground="x", party_id="b", **BY),
            InvalidValueError,
            "party_id names what line 2 brought",
        ),
        (lambda f: f.retract("e-1", ground="x", **BY), InvalidValueError, "first line"),
        (lambda f: f.retract("served", ground="", **BY), InvalidValueError, "is empty"),
    ],
)
def test_what_cannot_be_a_correction_is_refused(
    correct: Any, error: type[Exception], words: str
) -> None:
    """With what would be one."""
    with pytest.raises(error, match=words):
        correct(served())


def test_a_correction_is_no_line_to_be_corrected() -> None:
    """Nor is a line of a kind, or with fields, that this program does not know."""
    file = served().correct("served", method="mail", ground="read", **BY)
    correction = file.log[-1].event_id
    with pytest.raises(InvalidValueError, match="is a correction itself"):
        file.retract(correction, ground="x", **BY)
    with pytest.raises(InvalidValueError, match="is a correction itself"):
        file.correct(correction, ground="x", method="mail", **BY)
    unknown = UnknownEvent(kind="acme-legal/x", schema=1, happened=DAY, payload="{}")
    line = evolve(
        file.log[-1],
        number=6,
        event=unknown,
        kind=unknown.kind,
        event_id="u",
        ancillary=True,
    )
    strange = m.CaseFile.of_log([*file.log, line])
    with pytest.raises(InvalidValueError, match=r"does not know.*has its room"):
        strange.retract("u", ground="x", **BY)
    known = [each.with_text("{}", ("event.colour",)) for each in served().log]
    with pytest.raises(InvalidValueError, match="would lose them"):
        m.CaseFile.of_log(known).correct("served", method="mail", ground="x", **BY)


def test_the_day_of_an_hour_is_corrected_with_it() -> None:
    """The hour of another day says nothing, and is forgotten unless it is given."""
    filed = Draft(evolve(FILED, happened_at=NOON), event_id="f")
    file = after(opened(), filed)
    day = DAY + timedelta(days=2)
    moved = file.correct("f", happened_on=day, ground="typo", **BY)
    assert moved.case.docket["f"].happened == day
    at = NOON + timedelta(days=2)
    both = file.correct("f", happened_on=day, happened_at=at, ground="typo", **BY)
    assert both.case.docket["f"].happened == at


def test_the_opening_is_corrected_like_any_line() -> None:
    """It cannot go, but it can have been mistyped."""
    file = opened().correct("e-1", caption="Doe v. Acme", ground="typo", **BY)
    assert file.case.caption == "Doe v. Acme"


def test_as_it_was_known_and_as_it_was() -> None:
    """By instant, by number, and by day; each leaves the file as it is."""
    file = served().correct("served", method="mail", ground="read", **BY)
    assert file.as_of(known_at=NOON).docket["served"].method == "personal"
    assert file.as_of(known_at=4).docket["served"].method == "personal"
    assert file.as_of(known_at=LATER) == file.case
    moved = file.correct("served", happened_on=DAY + timedelta(5), ground="x", **BY)
    then = moved.as_of(true_on=DAY)
    assert len(then.docket) == 0
    assert [one.kind for one in then.set_aside] == ["deadline-set"]
    assert moved.case.set_aside == ()


def test_what_is_assumed_is_looked_at_and_never_saved() -> None:
    """It may lie in the future; the file itself does not change."""
    file = served()
    trial = m.CaseStayed(ground="What if", happened_on=DAY + timedelta(days=900))
    what_if = file.assuming(trial)
    assert what_if.case.status is m.CaseStatus.INACTIVE
    assert what_if.is_assumed
    assert not file.is_assumed
    assert "assumed" in repr(what_if)
    assert what_if.assuming(m.CaseReactivated(happened_on=DAY)).is_assumed
    assert after(what_if, FILED).is_assumed
    assert what_if.correct("served", method="mail", ground="x", **BY).is_assumed
    assert what_if.log[-1].actor == "assumption"
    with pytest.raises(IllegalTransitionError):
        file.assuming(m.CaseClosed(happened_on=DAY))
    # Not by the back door either.
    with pytest.raises(InvalidValueError, match="assumes"):
        what_if.saved()
    with pytest.raises(InvalidValueError, match="assumes"):
        what_if.rebased(file)
    with pytest.raises(InvalidValueError, match="assumes"):
        file.rebased(what_if)


def test_why_not_answers_and_records_nothing() -> None:
    """``None`` where it could be recorded."""
    file = opened()
    assert file.why_not(FILED, by="clerk", at=NOON) is None
    why = file.why_not(m.CaseClosed(happened_on=DAY), by="clerk", at=NOON)
    assert why is not None
    assert "only these follow: CaseDisposed" in why
    both = file.why_not(joined("a"), joined("a"), by="clerk", at=NOON)
    assert both is not None
    assert file.case.version == 1


def test_what_is_saved_and_what_is_not() -> None:
    """A store takes what is pending; afterwards nothing is."""
    file = opened()
    assert (file.base, len(file.pending)) == (0, 1)
    saved = file.saved()
    assert (saved.base, saved.pending, saved.case) == (1, (), file.case)
    more = after(saved, FILED)
    assert (more.base, [line.number for line in more.pending]) == (1, [2])
    assert more.log == (*saved.log, *more.pending)
    assert repr(more) == "<CaseFile of <Case 'roe' version 2, active>, 1 pending>"
    read = m.CaseFile.of_log(more.log)
    assert (read.base, read.pending) == (2, ())
    new = m.CaseFile.of_log(more.log, saved=False)
    assert (new.base, len(new.pending)) == (0, 2)


def two() -> tuple[CaseFile, CaseFile]:
    """Two people who load the same case and go on by themselves."""
    log = served().log
    return m.CaseFile.of_log(log), m.CaseFile.of_log(log)


def test_who_saved_too_late_goes_on_from_what_is_there() -> None:
    """The lines keep their ids, so that references hold, and get new numbers."""
    mine, theirs = two()
    mine = mine.record(
        Draft(FILED, event_id="f"),
        m.EntryStruck(entry_id="f", happened_on=DAY),
        by="me",
        at=LATER,
    )
    theirs = after(theirs, m.OrderEntered(title="Order", happened_on=DAY)).saved()
    both = mine.rebased(theirs)
    assert [line.number for line in both.pending] == [6, 7]
    assert [line.event_id for line in both.pending] == [
        line.event_id for line in mine.pending
    ]
    assert both.base == 5
    assert both.case == m.Case.from_events(both.log)
    assert [line.actor for line in both.pending] == ["me", "me"]


def test_what_cannot_follow_any_more_is_refused() -> None:
    """Somebody else was faster; or it is another case altogether."""
    mine, theirs = two()
    struck = m.EntryStruck(entry_id="served", happened_on=DAY)
    mine, theirs = after(mine, struck), after(theirs, struck).saved()
    with pytest.raises(IllegalTransitionError, match="does not stand any more"):
        mine.rebased(theirs)
    other = m.CaseFile.open(
        m.CaseOpened(caption="Doe", happened_on=DAY), case_id="doe", by="c", at=NOON
    )
    with pytest.raises(InvalidValueError, match="different cases"):
        mine.rebased(other)


def test_corrections_of_one_act_are_rebased_as_one() -> None:
    """Each alone could not follow; together they can."""
    mine, theirs = two()
    setting = mine.log[3].event_id
    mine = mine.retract("served", setting, ground="of another case", **BY)
    theirs = after(theirs, FILED).saved()
    both = mine.rebased(theirs)
    assert len(both.case.deadlines) == 0
    assert [line.number for line in both.pending] == [6, 7]
    # Where somebody has built on what is retracted here, it is refused, all at once.
    later = after(theirs, confirmed()).saved()
    with pytest.raises(CorrectionRefusedError) as caught:
        mine.rebased(later)
    assert [row[2] for row in caught.value.refused] == ["deadline-confirmed"]


def test_a_command_that_the_newer_file_has_is_not_there_twice() -> None:
    """Somebody tried again elsewhere: the same id, the same events."""
    mine, theirs = two()
    said: dict[str, Any] = {"by": "clerk", "at": LATER, "command_id": "c-1"}
    mine = mine.record(FILED, **said)
    theirs = theirs.record(FILED, **said).saved()
    assert mine.rebased(theirs).pending == ()
    mine = after(mine, SERVED)
    assert [line.kind for line in mine.rebased(theirs).pending] == ["served"]
    other, _ = two()
    other = other.record(evolve(FILED, title="Answer"), **said)
    with pytest.raises(ConflictingInputError, match="with other events"):
        other.rebased(theirs)


def test_ids_are_given_once_and_by_whoever_records() -> None:
    """A draft's own id, or a new one; one that is taken is refused."""
    file = after(opened(), Draft(FILED, event_id="f"))
    with pytest.raises(InvalidValueError, match="The event 'f' is there already"):
        after(file, Draft(FILED, event_id="f"))
    line: Recorded = m.CaseFile.open(
        m.CaseOpened(caption="Doe", happened_on=DAY), case_id="doe", by="c", at=NOON
    ).log[0]
    assert len(line.event_id) == 36
    assert line.stream == "case:doe"
    for wrong in ("a b", "", 5):
        with pytest.raises(LegalCaseError):
            m.CaseFile.open(
                m.CaseOpened(caption="Doe", happened_on=DAY),
                case_id=wrong,  # type: ignore[arg-type]  # refused here
                by="c",
                at=NOON,
            )


def test_the_words_of_a_correction_are_checked_by_a_law() -> None:
    """As those of a line that is recorded."""
    law = lc.Law.bundled()
    file = served()
    with pytest.raises(InvalidValueError, match="'personnal'"):
        file.correct("served", method="personnal", ground="G", law=law, **BY)
    right = file.correct("served", method="mail", ground="G", law=law, **BY)
    assert right.case.docket["served"].method == "mail"
