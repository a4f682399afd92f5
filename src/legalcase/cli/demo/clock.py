"""When the demo runs: now, or at the instant that `SOURCE_DATE_EPOCH` names."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from attrs import frozen

from legalcase.storage.system_clock import SystemClock

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import NoReturn

    from legalcase.ports import Clock

__all__ = ["clock_of"]

_NAME: Final = "SOURCE_DATE_EPOCH"

#: The last second of the year 9999, after which there are no dates in Python.
_LAST: Final = int(datetime.max.replace(tzinfo=UTC, microsecond=0).timestamp())


@frozen(kw_only=True)
class _Stopped:
    """Tells one instant for ever; see `legalcase.ports.Clock`."""

    instant: datetime

    def now(self) -> datetime:
        return self.instant


def clock_of(environ: Mapping[str, str], refuse: Callable[[str], NoReturn]) -> Clock:
    """Return the clock of this run: with `SOURCE_DATE_EPOCH` it stands still.

    The variable holds seconds since 1970 in UTC, as whoever builds reproducibly sets
    it: two runs then write the same bytes. A value that is no such number is refused.
    """
    text = environ.get(_NAME)
    if text is None:
        return SystemClock()
    # only digits, and not more than can be read: `int` also takes signs and blanks
    digits = text.isascii() and text.isdigit() and len(text) <= len(str(_LAST))
    if not digits or int(text) > _LAST:
        refuse(
            f"{_NAME} is {text!r}: that is no number of seconds since 1970, or it lies "
            f"after the year 9999. Set it as in {_NAME}=1767225600, or unset it"
        )
    return _Stopped(instant=datetime.fromtimestamp(int(text), UTC))
