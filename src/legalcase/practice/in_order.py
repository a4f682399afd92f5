"""NotBefore: refuse, when it is recorded, a step that lies before its beginning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from legalcase.errors import InvalidValueError

if TYPE_CHECKING:
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded

__all__ = ["NotBefore"]


@frozen(kw_only=True)
class NotBefore:
    """A check of new lines: none lies before the day on which its thing began.

    `within` is the register of the state, or empty where that is one; `named_by` the
    field of the event that has the id, `since` that of the thing which has the day. A
    log that is read is not asked: what was recorded once stays readable.
    """

    within: str = ""
    named_by: str
    since: str

    def __call__(self, state: Any, event: Any, _: Recorded, __: Folded) -> None:  # noqa: ANN401 - of any room
        """Refuse such a line; raises `InvalidValueError`."""
        register = getattr(state, self.within) if self.within else state
        day = getattr(register[getattr(event, self.named_by)], self.since)
        if event.happened_on < day:
            msg = (
                f"{type(event).__name__} would have happened on {event.happened_on}, "
                f"before what it follows began on {day}. Check happened_on, or correct "
                "the line that says when it began."
            )
            raise InvalidValueError(msg, field="happened_on", value=event.happened_on)
