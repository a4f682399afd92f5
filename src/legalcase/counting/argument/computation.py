"""Computation: a deadline as an argument: inputs, steps, readings, conclusion."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final, Literal

from attrs import field, frozen

from legalcase.counting.engine.steps import Source, Step
from legalcase.errors import (
    InvalidValueError,
    MissingInputError,
    PeriodNotRunningError,
)
from legalcase.plain_data import PlainData, plain
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from legalcase.authority import Authority
    from legalcase.counting.argument.backing import Backing
    from legalcase.counting.argument.findings import Notice, Reading
    from legalcase.counting.argument.quotation import Quoting
    from legalcase.counting.engine.inputs import Inputs
    from legalcase.counting.engine.steps import Outcome, RawStep

__all__ = ["Computation"]

#: What a computation is, by name: the rest follows from it.
_IDENTITY: Final = (
    "inputs",
    "sources",
    "outcome",
    "bound",
    "parts",
    "waits_for",
    "barred_by",
)


#: What is made when it is asked for, and until then can be left out: see `Later`.
_EMPTY: Final = frozenset({"_inputs", "_readings", "_notices", "_instant"})
_LEFT_OUT: Final = _EMPTY.union(_IDENTITY[1:])


@frozen(kw_only=True, repr=False, eq=False)
class Computation(PlainData):
    """When something is due, and why.

    Equality and the stored form are the inputs, the sources (ids, versions and
    editions) and the outcome, which is ``None`` while the period is not running; text
    is rendered only when read. Readings,
    notices and the instant are made when first asked for, and kept.
    """

    sources: tuple[Source, ...]
    outcome: Outcome | None
    bound: str
    parts: tuple[Computation, ...] = ()
    waits_for: tuple[str, ...] = ()
    barred_by: str | None = None
    _inputs: Inputs | None = field(default=None, alias="inputs")
    _backing: Backing | None = field(default=None, alias="backing")
    _readings: tuple[Reading, ...] | None = field(default=None, alias="readings")
    _notices: tuple[Notice, ...] | None = field(default=None, alias="notices")
    _instant: tuple[datetime | None] | None = field(default=None, alias="instant")
    #: (due, nominal) where they are at hand without the steps.
    _ends: tuple[date, date] | None = field(default=None, init=False, eq=False)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever was left out
        """Return what a computation was made without, from the walk to its end."""
        if name in _LEFT_OUT:
            self._make(name)
            return object.__getattribute__(self, name)
        msg = f"{type(self).__name__!r} object has no attribute {name!r}"
        raise AttributeError(msg)

    def _make(self, name: str) -> None:
        """Fill what was left out: what costs nothing by itself, else all the rest.

        Of two threads that find it left out, one can do so after the other has made
        it: whoever reads such a member reads it once, and returns what was read.
        """
        if name in _EMPTY:
            object.__setattr__(self, name, None)
            return
        whole = self._backing.whole()  # type: ignore[union-attr]  # what left it out stands behind it
        for each in _IDENTITY[1:]:
            object.__setattr__(self, each, getattr(whole, each))

    def __repr__(self) -> str:
        """Return the subject and the date."""
        if self.outcome is None:
            return f"<Computation {self.subject!r} not running>"
        return f"<Computation {self.subject!r} due {self.due} ({self.bound})>"

    def __getstate__(self) -> dict[str, Any]:
        """Pickle the value; what could be asked later is made now."""
        state = {name: getattr(self, name) for name in _IDENTITY}
        state["_inputs"] = state.pop("inputs")
        state["_backing"] = None
        state["_readings"] = self.readings
        state["_notices"] = self.notices
        state["_instant"] = (self.due_at,)
        return state

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Restore the value."""
        for name, value in {**state, "_ends": None}.items():
            object.__setattr__(self, name, value)

    def __eq__(self, other: object) -> bool:
        """Compare inputs, sources, steps and result."""
        if not isinstance(other, Computation):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in _IDENTITY)

    def __hash__(self) -> int:
        """Hash inputs, sources, steps and result."""
        return hash(tuple(getattr(self, name) for name in _IDENTITY))

    @property
    def inputs(self) -> Inputs:
        """What was asked."""
        found = self._inputs
        if found is None:
            if self._backing is None:
                msg = "A computation needs its inputs. Take one that compute() made."
                raise MissingInputError(msg, field="inputs", value=None)
            found = self._backing.inputs()
            object.__setattr__(self, "_inputs", found)
        return found

    @property
    def subject(self) -> str:
        """The deadline's id, or the period, from when it was counted, and the rule."""
        inputs = self.inputs
        if inputs.deadline is not None:
            return inputs.deadline
        from legalcase.counting.argument.explain import say_asked

        return f"{say_asked(inputs)} under {inputs.rule}"

    @property
    def steps(self) -> tuple[Step, ...]:
        """The stages that acted, each beginning where the one before it ended."""
        return tuple(Step(*step) for step in self.trace)

    @property
    def trace(self) -> tuple[RawStep, ...]:
        """The steps as the engine left them: plain tuples."""
        return () if self.outcome is None else self.outcome.steps

    @property
    def is_running(self) -> bool:
        """Whether there is a date at all."""
        return self._ends is not None or self.outcome is not None

    @property
    def is_provisional(self) -> bool:
        """Whether an event is still to come that can change the date.

        A part waits for it, or the date from which this one runs.
        """
        return any(
            not part.is_running or part.is_provisional for part in self.parts
        ) or (self.is_running and bool(self.waits_for))

    @property
    def due(self) -> date:
        """The due date, local to the court, in the reading that the data adopts.

        Raises `PeriodNotRunningError` where an event has stopped the period, or its
        trigger is still to come.
        """
        if self._ends is not None:
            return self._ends[0]
        if self.outcome is None:
            raise self._not_running()
        due = self.outcome.due
        return due.date() if isinstance(due, datetime) else due

    @property
    def nominal(self) -> date:
        """The last day as counted, before it was moved off a closed day."""
        if self._ends is not None:
            return self._ends[1]
        if self.outcome is None:
            raise self._not_running()
        end = self.outcome.nominal
        return end.date() if isinstance(end, datetime) else end

    @property
    def due_at(self) -> datetime | None:
        """The last instant, aware, where it is determined (always for hours)."""
        known = self._instant
        if known is None:
            instant = self._backing.instant() if self._backing is not None else None
            known = (instant,)
            object.__setattr__(self, "_instant", known)
        return known[0]

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What is due under other answers to disputed questions, where it differs."""
        found = self._readings
        if found is None:
            found = self._backing.readings() if self._backing is not None else ()
            object.__setattr__(self, "_readings", found)
        return found

    @property
    def links(self) -> int:
        """How many computations led here, each running from the last one's end."""
        own: int = getattr(self._backing, "links", 0)
        return max([own, *(part.links for part in self.parts)])

    def runs_from(self) -> Mapping[str, Computation]:
        """Return the computations that were given as triggers, by trigger word.

        The word is ``""`` where there is only one trigger to be given. Nothing once it
        was stored: then the days alone are known.
        """
        return self._backing.runs_from() if self._backing is not None else {}

    def nominal_readings(self) -> tuple[Reading, ...]:
        """Return the readings of the last day as counted, for what runs from that.

        Each `due` is the day before the roll; of a computation that was stored, the
        due date itself, which is all that is known.
        """
        if self._backing is None:
            return self.readings
        return self._backing.readings("nominal")

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What the reader must know besides the date."""
        found = self._notices
        if found is None:
            found = self._backing.notices() if self._backing is not None else ()
            object.__setattr__(self, "_notices", found)
        return found

    def authorities(self) -> Iterable[tuple[str, Authority]]:
        """Yield (name, authority) of what it rests on; nothing once it was stored."""
        return self._backing.authorities() if self._backing is not None else ()

    @property
    def safe(self) -> date:
        """The date for a calendar: right under every reading.

        The earliest of all readings for a "not later than", the latest for a "not
        earlier than". A period that is not running has one if it runs under another
        answer, and else raises `PeriodNotRunningError`. Where nothing can be counted
        under another answer to a question of law, no day is safe, and
        `ReadingNotCountedError` says why; an answer to a question of fact that cannot
        be counted is left out, and a notice says so.
        """
        readings = self._readings
        if readings is None:
            ends = self._ends
            if ends is not None:
                # What has its ends at hand may know this without any reading.
                safe: date | None = self._backing.safe(ends[0])  # type: ignore[union-attr]  # it gives ends
                if safe is not None:
                    return safe
            readings = self.readings
        if not readings:
            return self.due
        dates = [reading.due for reading in readings]
        if self.is_running:
            dates.append(self.due)
        return max(dates) if self.bound == "not-earlier-than" else min(dates)

    def explain(
        self,
        form: Literal["text", "markdown", "html"] = "text",
        *,
        width: int = 80,
        words: bool = False,
        law: Quoting | None = None,
    ) -> str:
        """Return the steps with their authorities, the readings and the notices.

        `form` is ``"text"`` (of at most `width` columns), ``"markdown"`` or ``"html"``.
        With `words`, the operative words of the law stand under each step, as `law` has
        them: they are not stored with a result. Raises `InvalidValueError` where that
        law is of another edition than the one that computed it, and
        `MissingInputError` without one.
        """
        from legalcase.counting.argument import explain

        if type(width) is not int or width < 1:
            msg = f"{width!r} is no width in columns. Give a whole number: 80, say."
            raise InvalidValueError(msg, field="width", value=width)
        quoted = None
        if words:
            if law is None:
                msg = "Words are quoted from a law. Give law= the one that computed it."
                raise MissingInputError(msg, field="law", value=None)
            quoted = law.quoted_in(self)
        if form == "text":
            return explain.as_text(self, width, quoted)
        for name, render in (
            ("markdown", explain.as_markdown),
            ("html", explain.as_html),
        ):
            if form == name:
                return render(self, quoted)
        msg = f"{shown(form)} is no form. Ask for 'text', 'markdown' or 'html'."
        raise InvalidValueError(msg, field="form", value=form)

    def to_dict(self) -> dict[str, Any]:
        """Return the computation as plain JSON types: the dates, then the argument.

        What a name means is said of the member of that name. `due`, `due_at` and
        `nominal` are ``None`` while the period is not running, and `safe` unless it
        runs under another answer.
        """
        runs = dict.fromkeys(("due", "safe", "nominal", "due_at"), self.is_running)
        runs["safe"] |= bool(self.readings)
        others = ("is_running", "is_provisional", "waits_for", "barred_by", "inputs")
        lists = ("steps", "readings", "notices", "sources", "parts")
        return {
            "subject": self.subject,
            "title": self.inputs.title or None,
            "bound": self.bound,
            **{
                name: plain(getattr(self, name)) if is_known else None
                for name, is_known in runs.items()
            },
            **{name: plain(getattr(self, name)) for name in (*others, *lists)},
        }

    def _repr_html_(self) -> str:
        return self.explain("html")

    def __str__(self) -> str:
        """Return the explanation as text."""
        return self.explain()

    def _not_running(self) -> PeriodNotRunningError:
        waits = " or ".join(self.waits_for) or "its trigger"
        msg = (
            f"{self.subject} has no due date: the period is not running. It waits for "
            f"{waits}; give that date when it is known."
        )
        return PeriodNotRunningError(
            msg, deadline=self.subject, waits_for=self.waits_for
        )
