"""Lasting: how long hearings are taken to last, which the caller has to say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final, Self

from attrs import field, frozen

from legalcase.dates import own_day
from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.near import either
from legalcase.shown import shown

if TYPE_CHECKING:
    from legalcase.model.hearings.state import Hearing

__all__ = ["LASTING", "Lasting"]

#: What can be said of all hearings in a word.
LASTING: Final = ("instant", "half-day", "day")
_NOON: Final = 12
_NOTHING: Final = timedelta()
_ADVICE: Final = (
    "Pass 'instant', 'half-day', 'day', a timedelta, or a timedelta for each kind of "
    "hearing: {'trial-jury': timedelta(hours=8)}."
)


def _check_length(value: object, name: str = "lasts") -> timedelta:
    if not isinstance(value, timedelta):
        msg = f"{name} needs a timedelta, not {type(value).__name__}. {_ADVICE}"
        raise InvalidTypeError(msg, field="lasts", value=None)
    if value <= _NOTHING:
        msg = (
            f"{name} says that a hearing lasts {value}, which is no time. Pass "
            "timedelta(hours=2), say, or 'instant'."
        )
        raise InvalidValueError(msg, field="lasts", value=str(value))
    return value


@frozen
class Lasting:
    """How long hearings are taken to last: no log says it.

    `word` is one of `LASTING`, or empty; `length` that of all, `lengths` those by kind.
    """

    word: str = ""
    length: timedelta | None = None
    lengths: tuple[tuple[str, timedelta], ...] = field(default=())

    @classmethod
    def of(cls, given: Any) -> Self:  # noqa: ANN401 - refused here
        """Return what was given; raises `InvalidTypeError` or `InvalidValueError`."""
        if isinstance(given, timedelta):
            return cls(length=_check_length(given))
        if isinstance(given, Mapping):
            found = []
            for kind, length in given.items():
                if not isinstance(kind, str):
                    msg = (
                        f"lasts has a length for a {type(kind).__name__}. Pass each by "
                        "the word for its kind of hearing: 'trial-jury'."
                    )
                    raise InvalidTypeError(msg, field="lasts", value=None)
                found.append((kind, _check_length(length, f"lasts[{shown(kind)}]")))
            return cls(lengths=tuple(found))
        if not isinstance(given, str):
            msg = f"lasts needs a word or a time, not {type(given).__name__}. {_ADVICE}"
            raise InvalidTypeError(msg, field="lasts", value=None)
        if given not in LASTING:
            msg = (
                f"{shown(given)} says nothing of how long hearings last. Use "
                f"{either(LASTING)}, a timedelta, or one for each kind."
            )
            raise InvalidValueError(msg, field="lasts", value=given)
        return cls(word=given)

    def knows(self, hearing: Hearing) -> bool:
        """Tell whether it says how long a hearing lasts: other than that it begins."""
        return self.length_of(hearing) is not None or self.word in {"half-day", "day"}

    def length_of(self, hearing: Hearing) -> timedelta | None:
        """Return how long a hearing lasts; ``None`` where only its beginning counts."""
        if self.length is not None:
            return self.length
        return next((each for kind, each in self.lengths if kind == hearing.kind), None)

    def span(self, hearing: Hearing) -> tuple[datetime, datetime]:
        """Return from when until when a hearing takes whoever is there, in UTC.

        Halves of days, and days, are those of the clock that the hearing bears: where
        the clocks are set at night, they have other lengths.
        """
        at = hearing.at
        if self.word not in {"half-day", "day"}:
            begins = at.astimezone(UTC)
            # Added in UTC: by a clock that is set back, two hours would be three.
            return begins, begins + (self.length_of(hearing) or _NOTHING)
        day = own_day(at)
        midnight, noon, night = (
            datetime.combine(each, hour, at.tzinfo).astimezone(UTC)
            for each, hour in ((day, time()), (day, time(_NOON)), (_next(day), time()))
        )
        if self.word == "day":
            return midnight, night
        return (noon, night) if at.hour >= _NOON else (midnight, noon)

    @property
    def said(self) -> str:
        """How overlap is decided, in a sentence without its end."""
        if self.word == "instant":
            return "two hearings meet if they begin at the same instant"
        if self.word:
            part = "half of a day" if self.word == "half-day" else "day"
            return f"a hearing takes the {part} of its court in which it begins"
        if self.length is not None:
            return f"each hearing is taken to last {_spoken(self.length)}"
        each = ", ".join(f"{kind} {_spoken(one)}" for kind, one in self.lengths)
        return f"hearings are taken to last, by kind: {each or 'none is given'}"


def _next(day: date) -> date:
    return day + timedelta(days=1)


def _spoken(length: timedelta) -> str:
    minutes, seconds = divmod(int(length.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}" + (f":{seconds:02}" if seconds else "")
