"""A case of the demo: its docket, what was computed, and the case made from both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from legalcase.cli.demo.docket_answers import DocketAnswer
from legalcase.cli.demo.docket_files import Docket
from legalcase.counting.argument.explain import say_day
from legalcase.dates import own_day
from legalcase.model.case import Case
from legalcase.model.case_file import CaseFile

if TYPE_CHECKING:
    from legalcase.model.agenda import AgendaItem

__all__ = ["DemoCase", "became_of", "due_of", "remarks"]

_END_OF_DAY: Final = "23:59:59"
_SEEN: Final = {
    "text": "text read",
    "secondary": "an account read",
    "recall": "from memory",
    "derived": "derived",
}


@frozen(kw_only=True)
class DemoCase:
    """What the demo knows of a case; `case` is as it was read back from the store."""

    docket: Docket
    answers: tuple[DocketAnswer, ...]
    case: Case
    file: CaseFile

    @property
    def where(self) -> str:
        """The number, and the court as the docket names it."""
        return f"{self.docket.court_name}, {self.docket.number}"

    def items(self) -> tuple[AgendaItem, ...]:
        """Return the deadlines in the order in which the docket asks for them."""
        by_id = {item.deadline.deadline_id: item for item in self.case.agenda().items}
        return tuple(by_id[answer.question.id] for answer in self.answers)

    def deadline_rows(self) -> tuple[tuple[str, str, str, str], ...]:
        """Return (what, due, safe, what became of it) of each deadline."""
        rows = []
        for item in self.items():
            safe = item.dates.safe
            same = safe is None or safe == item.dates.due
            rows.append(
                (
                    item.deadline.title,
                    due_of(item),
                    "the same" if same or safe is None else say_day(safe),
                    became_of(self.case, item),
                )
            )
        return tuple(rows)

    def event_rows(self) -> tuple[tuple[str, str, str], ...]:
        """Return (date, what happened, how it is known) of each event."""
        rows = []
        for event in self.docket.events:
            hour = "" if event.at is None else f" {event.at:%H:%M}"
            cite = self.docket.source(event.source).cite
            known = f"{cite} ({_SEEN[event.seen]})"
            rows.append((f"{say_day(event.on)}{hour}", event.text, known))
        return tuple(rows)

    def notices(self) -> tuple[str, ...]:
        """Return the notices of all its computations, each once."""
        texts = (n.text for a in self.answers for n in a.computation.notices)
        return tuple(dict.fromkeys(texts))


def remarks(answer: DocketAnswer) -> str:
    """Return what there is to say about a deadline besides its explanation."""
    question = answer.question
    said = []
    if question.hour is not None:
        said.append(f"The order fixed the hour as well: {question.hour:%H:%M}.")
    if question.says:
        said.append(f"{question.says} ({question.cite})")
    if whence := answer.whence():
        said.append(whence)
    return " ".join(said)


def due_of(item: AgendaItem) -> str:
    """Say when a deadline is due, with the hour where it is not the day's end."""
    due, due_at = item.dates.due, item.dates.due_at
    if due is None:
        return "not running"
    is_other = due_at is None or own_day(due_at) != due
    if due_at is None or is_other or due_at.strftime("%H:%M:%S") == _END_OF_DAY:
        return say_day(due)
    return f"{say_day(due)} {due_at:%H:%M}"


def became_of(case: Case, item: AgendaItem) -> str:
    """Say what became of a deadline, as far as is known."""
    deadline = item.deadline
    if deadline.met is not None:
        how = deadline.state.replace("-", " ")
        return f"{how}, {say_day(deadline.met.on)}"
    if deadline.extended_by is not None:
        due = case.dates(deadline.extended_by).due
        return "extended" if due is None else f"extended to {say_day(due)}"
    return "not known"
