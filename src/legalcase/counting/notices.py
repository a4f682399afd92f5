"""Notices: what the reader of a count must know besides the date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.authority import weakest
from legalcase.counting.findings import Notice
from legalcase.counting.form import form_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.authority import Authority
    from legalcase.counting.engine import Outcome
    from legalcase.counting.form import Form
    from legalcase.counting.question import Question
    from legalcase.counting.settings import ClosedSpec
    from legalcase.counting.work import Background

__all__ = ["closures_of", "notices_of", "verification_notice"]


def notices_of(
    question: Question,
    background: Background,
    authorities: Iterable[tuple[str, Authority]],
) -> tuple[Notice, ...]:
    """Return what the reader of a count must know, the gravest first."""
    form = form_of(question, question.chosen)
    found = list(background.notices())
    found += _unfilled(form)
    found += _inaccessible_notice(form)
    for _, calendar in form.venue.calendars:
        incomplete = calendar.definition.incomplete
        if incomplete:
            found.append(Notice(code="calendar-incomplete", text=incomplete))
    if form.question.service is not None and not form.question.served:
        found += _service_notices(form)
    notice = verification_notice(authorities)
    if notice is not None:
        found.append(notice)
    return tuple(dict.fromkeys(found))


def closures_of(
    question: Question, outcome: Outcome
) -> Iterable[tuple[str, Authority]]:
    """Yield the authority of each closure that a count passed over."""
    named = {
        (day.toordinal(), name)
        for *_, closures in outcome.steps
        for day, name in closures
    }
    for _, calendar in form_of(question, question.chosen).venue.calendars:
        entries = calendar.entries()
        for ordinal, name in sorted(named):
            for entry, _, authority in entries.get(ordinal, ()):
                if entry == name:
                    yield f"{name} in {calendar.id}", authority


def _unfilled(form: Form) -> list[Notice]:
    """Name the roles that the rule needs and nobody filled, counting forward."""
    roles = dict.fromkeys(
        role for spec in _looked_at(form) for role in form.venue.closed(spec).unfilled
    )
    if not roles:
        return []
    missing = "forum=" if form.venue.courts else "court= or forum="
    text = (
        f"No calendar was given for {', '.join(roles)}: its holidays were not "
        f"considered, so the date may be earlier than need be. Give {missing}."
    )
    return [Notice(code="role-not-filled", text=text)]


def _looked_at(form: Form) -> Iterator[ClosedSpec]:
    """Yield which days a count took for closed, at each of its stages."""
    question, settings = form.question, form.settings
    period, short, extra = question.period, settings.short, form.extra
    if not question.served:
        yield form.roll.closed
        days = period.number * (7 if period.unit == "week" else 1)
        in_days = period.unit in {"day", "clear day", "week"}
        if short is not None and in_days and short.covers(days):
            yield short.skip
    in_court_days = (
        question.served
        or form.deemed is not None
        or period.unit == "court day"
        or (extra is not None and extra.unit == "court day")
    )
    if in_court_days and settings.court_closed is not None:
        yield settings.court_closed


def _inaccessible_notice(form: Form) -> list[Notice]:
    """Say that days of which the rule does not speak were given, and did nothing."""
    settings = form.settings
    acts = settings.inaccessible_acts | settings.closing_acts
    if not form.question.inaccessible or form.act in acts:
        return []
    spoken = "does not speak of them"
    if acts:
        spoken = f"speaks of them only for the act {' or '.join(sorted(acts))}"
    text = (
        "Days on which the clerk's office was inaccessible were given and change "
        f"nothing: {form.question.rule.id} {spoken}."
    )
    return [Notice(code="inaccessible-not-considered", text=text)]


def _service_notices(form: Form) -> list[Notice]:
    question, settings = form.question, form.settings
    table = question.table or settings.table_for(question.sign)
    if table == "notice only":
        text = (
            f"Service by {question.service} was given, and adds nothing: the period "
            "runs from notice or from an order, not from service. Some would add days."
        )
        return [Notice(code="service-notice-only", text=text)]
    is_completed = any(question.service in m for m in settings.completion.values())
    if table == "none":
        text = (
            f"Service by {question.service} was given, and adds nothing: service does "
            "not lengthen this period."
        )
        if is_completed and question.sign > 0:
            text += " It can be complete only later: ask served_on() for that day."
        return [Notice(code="service-adds-nothing", text=text)]
    papers = [
        paper
        for paper, methods in settings.completion.items()
        if question.service in methods and paper in {"any", question.paper}
    ]
    # Counted back, the trigger is a hearing or the like, and nothing that was served.
    if papers and question.sign > 0:
        text = (
            "The trigger date is taken as the day on which service was complete. If it "
            "is the day of posting or sending, ask served_on() first."
        )
        return [Notice(code="service-completion", text=text)]
    return []


def verification_notice(
    authorities: Iterable[tuple[str, Authority]],
) -> Notice | None:
    """Return the notice of what was least well verified, if any was not read."""
    by_how: dict[str, list[str]] = {}
    for name, authority in authorities:
        by_how.setdefault(authority.verified, []).append(name)
    how = weakest(set(by_how))
    if how is None or how == "text":
        return None
    names = ", ".join(dict.fromkeys(by_how[how]))
    meaning = {
        "secondary": "entered from an account of the law, not from its text",
        "recall": "entered from memory; nobody has read the text for it",
    }[how]
    text = f"Check before you rely on it: {names}: {meaning}."
    return Notice(code=f"verified-{how}", text=text)
