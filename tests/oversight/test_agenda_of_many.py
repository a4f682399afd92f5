"""The agenda of several cases: what is due, day by day, as an audience may see it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

import case_samples as samples
import legalcase as lc
from legalcase.dates import DateRange, Period
from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.kernel import Label, Ref
from legalcase.kernel.events.label import AUDIENCES
from legalcase.model import (
    DeadlineConfirmed,
    DeadlineExtended,
    DeadlineVacated,
    Derived,
    HearingContinued,
    HearingSet,
    HearingVacated,
    Ordered,
)
from legalcase.oversight import agenda
from one_case import DAY, PACIFIC, case_of, deadline_set, file_of

JULY = (date(2026, 7, 1), date(2026, 7, 31))
SEALED = Label(audience="court", ground="sealed")


PRINTED = """
Agenda, Wed 2026-07-01 to Fri 2026-07-31: 2 overdue, 3 deadlines, 1 hearing, 1
without a date, in 2 cases
date            case         what                id           also
Sat 2026-06-20  Roe v. Acme  Reply brief         doe/reply    OVERDUE; proposed
Thu 2026-06-25  Roe v. Acme  Wait for it         doe/wait     OVERDUE; proposed
Thu 2026-07-02  Roe v. Acme  Draft ready         roe/draft    proposed
Thu 2026-07-09  Roe v. Acme  First brief         doe/first    proposed
                Roe v. Acme  Answer              roe/answers  critical; owner A.
                                                              Lawyer
                Roe v. Acme  Case management     roe/cmc      at 09:30;
                             conference                       Courtroom 1
no date         Roe v. Acme  Trial               roe/trial    continued; put off
                                                              without a date
"""


def ordered(deadline_id: str, due: date, **said: Any) -> Any:
    """A deadline that an order sets."""
    return deadline_set(deadline_id, Ordered(due=due, authority="Order"), **said)


def hearing(day: date, hour: int = 9, hearing_id: str = "cmc", **said: Any) -> Any:
    """A hearing in California."""
    at = datetime(day.year, day.month, day.day, hour, 30, tzinfo=PACIFIC)
    given = {"title": "Case management conference", **said}
    return HearingSet(hearing_id=hearing_id, hearing_at=at, happened_on=DAY, **given)


def two_cases() -> list[Any]:
    """A file and a case, with something overdue, due, to attend and undated."""
    answers = lc.compute("us/frcp/33(b)(2)", after=DAY, court="cand", service="mail")
    roe = file_of(
        deadline_set("answers", answers, critical=True, owner="A. Lawyer"),
        deadline_set(
            "draft",
            Derived(follows=Ref("deadline", "answers"), period=Period.parse("7 days")),
            title="Draft ready",
        ),
        DeadlineConfirmed(
            deadline_id="answers", confirmed_by="B. Partner", happened_on=DAY
        ),
        hearing(date(2026, 7, 9), place="Courtroom 1"),
        hearing(date(2026, 7, 20), hearing_id="trial", title="Trial"),
        HearingContinued(hearing_id="trial", happened_on=DAY),
        case_id="roe",
    )
    doe = case_of(
        ordered("reply", date(2026, 6, 20), title="Reply brief"),
        ordered("wait", date(2026, 6, 25), title="Wait for it"),
        ordered("gone", date(2026, 7, 2)),
        DeadlineVacated(deadline_id="gone", ground="Mistake", happened_on=DAY),
        ordered("first", date(2026, 7, 9), title="First brief"),
        hearing(date(2026, 7, 2), hearing_id="off"),
        HearingVacated(hearing_id="off", happened_on=DAY),
        case_id="doe",
        number=None,
    )
    return [roe, doe]


def test_what_is_printed() -> None:
    """To the letter: overdue first, each day once, and what has no date last."""
    assert str(agenda(two_cases(), between=JULY)) == PRINTED.strip()


def test_it_is_that_of_each_case_together() -> None:
    """No second mechanism: the dates are those of `Case.agenda()`."""
    roe, doe = two_cases()
    diary = agenda([roe, doe], between=(date.min, date(9999, 12, 30)))
    shown = {(entry.case_id, entry.item_id): entry.day for entry in diary.entries}
    wanted = {
        (case.case_id, item.deadline.deadline_id): item.dates.shown
        for case in (roe.case, doe)
        for item in case.agenda().open
    }
    assert {key: day for key, day in shown.items() if key[1] != "cmc"} == wanted
    assert diary.overdue == ()


def test_overdue_is_before_the_day_that_is_named() -> None:
    """Left out, it is the first one; what is overdue stands nowhere else."""
    late = agenda(two_cases(), between=JULY, on=date(2026, 7, 10))
    ids = [entry.item_id for entry in late.overdue]
    assert ids == ["reply", "wait", "draft", "first", "answers", "cmc"]
    assert late.entries == ()
    assert agenda(two_cases(), between=JULY, on=DAY).overdue == ()


def test_the_first_and_the_last_day_are_among_them() -> None:
    """The days before and after are not; what is due today is not overdue."""
    days = [date(2026, 6, 30), *JULY, date(2026, 8, 1)]
    case = case_of(*(ordered(f"d{n}", day) for n, day in enumerate(days)))
    diary = agenda([case], between=JULY)
    assert [entry.item_id for entry in diary.entries] == ["d1", "d2"]
    assert [entry.item_id for entry in diary.overdue] == ["d0"]
    exclusive = agenda([case], between=DateRange(*JULY))
    assert [entry.item_id for entry in exclusive.entries] == ["d1"]


def test_a_period_that_only_waits_is_never_overdue() -> None:
    """Whoever may not act before a day has not missed it."""
    wait = deadline_set(
        "wait", Ordered(due=DAY, authority="O", bound="not-earlier-than")
    )
    case = case_of(wait)
    assert agenda([case], between=JULY).groups() == ()
    entry = agenda([case], between=(DAY, DAY)).entries[0]
    assert entry.bound == "not-earlier-than"
    assert "not before that day" in str(agenda([case], between=(DAY, DAY)))


def test_days_and_one_day() -> None:
    """Each day that has something, once, with all that it has."""
    diary = agenda(two_cases(), between=DateRange(date(2026, 7, 1), date(2026, 7, 10)))
    days = dict(diary.days())
    assert list(days) == [date(2026, 7, 2), date(2026, 7, 9)]
    assert diary.on_day(date(2026, 7, 9)) == days[date(2026, 7, 9)]
    assert diary.on_day(date(2026, 7, 3)) == ()
    with pytest.raises(InvalidTypeError):
        diary.on_day("2026-07-03")  # type: ignore[arg-type]  # refused


def test_rows_have_what_is_shown() -> None:
    """In the same order, as plain types."""
    diary = agenda(two_cases(), between=JULY)
    rows = diary.to_rows()
    assert [row["group"] for row in rows] == [
        *("overdue", "overdue"),
        *("day",) * 4,
        "undated",
    ]
    answers = next(row for row in rows if row["item_id"] == "answers")
    assert answers["day"] == "2026-07-09"
    assert answers["owner"] == "A. Lawyer"
    assert answers["critical"] is True


def test_an_hour_that_ends_the_day_early_is_said() -> None:
    """A deadline by noon is no deadline by the end of the day."""
    noon = datetime(2026, 7, 9, 12, tzinfo=PACIFIC)
    case = case_of(
        deadline_set("a", Ordered(due=noon.date(), due_at=noon, authority="O"))
    )
    diary = agenda([case], between=JULY)
    assert diary.entries[0].at == noon
    assert "until 12:00" in str(diary)


def test_a_month_is_a_grid_with_closed_days() -> None:
    """The number of entries stands beside the day, closed days in brackets."""
    month = agenda(two_cases(), between=JULY).month(2026, 7, lc.calendar("us"))
    lines = str(month).splitlines()
    assert lines[:4] == [
        "Agenda, July 2026",
        "Mon    Tue    Wed    Thu    Fri    Sat    Sun",
        "              1      2*1    [3]    [4]    [5]",
        "6      7      8      9*3    10     [11]   [12]",
    ]
    html = month._repr_html_()
    assert "Independence Day" in html
    assert "09:30" in html
    assert "First brief" in html
    june = agenda(two_cases(), between=JULY).month(2026, 6)
    assert [entry.item_id for entry in june.entries] == ["reply", "wait"]
    empty = agenda([], between=JULY).month(2026, 7)
    assert len(str(empty).splitlines()) == 7


@pytest.mark.parametrize(("year", "month"), [(2026, 13), (0, 1), ("2026", 7)])
def test_what_is_no_month_is_refused(year: Any, month: int) -> None:
    """With the error of the grid."""
    with pytest.raises((InvalidTypeError, InvalidValueError)):
        agenda([], between=JULY).month(year, month)


def test_nothing_is_said_to_be_nothing() -> None:
    """And no table without rows."""
    empty = agenda([], between=JULY)
    assert str(empty).endswith("in 0 cases\nNothing is open on these days.")
    assert "Nothing is open" in empty._repr_html_()
    assert agenda([], between=(DAY, DAY)).title.startswith("Agenda, Wed 2026-06-03: ")


def test_an_extended_deadline_is_there_once() -> None:
    """By its successor, and no more by itself."""
    case = case_of(
        ordered("a", date(2026, 7, 2)),
        DeadlineExtended(
            deadline_id="a",
            successor_id="b",
            basis=Ordered(due=date(2026, 7, 9), authority="O"),
            authority="O",
            happened_on=DAY,
        ),
    )
    assert [e.item_id for e in agenda([case], between=JULY).entries] == ["b"]


def texts() -> list[Any]:
    """A case in which everything that people wrote has a canary."""
    return [
        case_of(
            ordered(
                "by-label",
                date(2026, 7, 2),
                title="canary-court",
                owner="canary-does",
                label=SEALED,
            ),
            ordered(
                "private",
                date(2026, 7, 2),
                title="canary-client",
                label=Label(audience="client", ground="privileged"),
            ),
            deadline_set(
                "own",
                Derived(follows=Ref("deadline", "private")),
                title="canary-firm",
            ),
            ordered(
                "of-owner",
                date(2026, 7, 3),
                title="canary-of-owner",
                label=Label(audience="owner"),
            ),
            hearing(
                date(2026, 7, 2),
                title="canary-hearing",
                place="canary-place",
                label=SEALED,
            ),
            ordered("plain", date(2026, 7, 4), title="canary-plain"),
        )
    ]


#: From which audience on a text is told.
TOLD = {
    "canary-court": "court",
    "canary-hearing": "court",
    "canary-place": "court",
    "canary-plain": "court",
    "canary-client": "client",
    "canary-firm": "firm",
    "canary-does": "firm",
    "canary-of-owner": "owner",
    "Roe v. Acme": "client",
}


@pytest.mark.parametrize("audience", AUDIENCES)
def test_invariant_26_an_agenda_says_what_its_audience_may_see(audience: str) -> None:
    """In text, HTML, rows and the month; the public is told no title at all."""
    diary = agenda(texts(), between=JULY, audience=audience)
    assert len(diary.entries) == 6
    month = diary.month(2026, 7)
    said = (
        f"{diary} {diary._repr_html_()} {diary.to_rows()} {diary.to_dict()} {month} "
        f"{month._repr_html_()}"
    )
    rank = AUDIENCES.index(audience)
    for text, least in TOLD.items():
        assert (text in said) == (rank >= AUDIENCES.index(least)), (text, audience)
    hidden = [entry for entry in diary.entries if entry.is_reference]
    assert all(entry.item_id is None for entry in hidden)
    assert "canary" not in repr(diary) + repr(diary.entries) + repr(month)
    if audience == "public":
        assert "canary" not in said
        assert {entry.what for entry in diary.entries} == {"Deadline", "Hearing"}


def test_invariant_26_the_public_is_told_nothing_that_people_wrote() -> None:
    """Of a case with a canary in every text of it."""
    diary = agenda(
        [samples.file()], between=(DAY, date(2026, 8, 31)), audience="public"
    )
    assert len(diary.entries) + len(diary.undated) > 1
    said = f"{diary} {diary._repr_html_()} {diary.to_rows()} {diary.month(2026, 7)}"
    assert samples.CANARY not in said


def test_outsiders_are_not_told_how_we_stand_by_a_date() -> None:
    """That it is unconfirmed, or critical, is our own business."""
    case = case_of(ordered("a", date(2026, 7, 2), critical=True))
    (entry,) = agenda([case], between=JULY, audience="client").entries
    assert (entry.state, entry.critical, entry.remarks) == ("open", False, "")


def test_a_label_that_ends_still_holds() -> None:
    """A page outlives the day on which it was made."""
    label = Label(audience="firm", ground="privileged", until=date(2026, 6, 4))
    case = case_of(ordered("a", date(2026, 7, 2), title="canary", label=label))
    assert "canary" not in str(agenda([case], between=JULY, audience="party"))


def test_what_is_written_into_a_case_steers_no_page() -> None:
    """Markup is shown as it was written."""
    case = case_of(ordered("a", date(2026, 7, 2), title="<script>x</script>\x1b[2J"))
    diary = agenda([case], between=JULY)
    assert "<script>" not in diary._repr_html_() + diary.month(2026, 7)._repr_html_()
    assert "\x1b" not in str(diary)


@pytest.mark.parametrize(
    "cases",
    [case_of(), file_of(), 7, [7], None, ["roe"]],
    ids=["case", "file", "number", "of-numbers", "none", "of-ids"],
)
def test_what_is_no_list_of_cases_is_refused(cases: Any) -> None:
    """One case alone has an agenda of its own."""
    with pytest.raises(InvalidTypeError, match="cases needs"):
        agenda(cases, between=JULY)


def test_a_case_that_comes_twice_is_refused() -> None:
    """It would be counted twice, whether as a case or as a file."""
    with pytest.raises(InvalidValueError, match="twice"):
        agenda([case_of(), file_of()], between=JULY)


@pytest.mark.parametrize(
    "between",
    [
        date(2026, 7, 1),
        (date(2026, 7, 1),),
        (datetime(2026, 7, 1, tzinfo=UTC), date(2026, 7, 2)),
        ("2026-07-01", "2026-07-02"),
    ],
)
def test_what_are_no_days_is_refused(between: Any) -> None:
    """A first and a last day, or a range."""
    with pytest.raises(InvalidTypeError):
        agenda([], between=between)


def test_days_the_wrong_way_round_are_refused() -> None:
    """And so is an audience that there is none."""
    with pytest.raises(InvalidValueError):
        agenda([], between=(date(2026, 7, 2), date(2026, 7, 1)))
    with pytest.raises(InvalidValueError):
        agenda([], between=JULY, audience="everybody")
