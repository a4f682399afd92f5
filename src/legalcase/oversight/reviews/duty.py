"""Duty: one thing that a case has to comply with, and what is found of it."""

from __future__ import annotations

from typing import Any, Final

from attrs import field, frozen

from legalcase.authority import Authority
from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.kernel.checks import check_text, check_word

__all__ = ["ComplianceCheck", "Complied"]

#: It is met; it is not; it does not apply here; nothing recorded says.
STATES: Final = ("pass", "fail", "not-applicable", "not-known")


@frozen(kw_only=True)
class Complied:
    """What a check found: a state, why, and the ids that show it.

    `state` is ``"pass"``, ``"fail"``, ``"not-applicable"`` or ``"not-known"``; each
    but a pass has to say why. `why` says nothing that was written into the case.
    """

    state: str
    why: str = ""
    evidence: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse another state, a pass without evidence, the rest without a reason."""
        if self.state not in STATES:
            msg = f"A state is {' or '.join(STATES)}, not {self.state!r}. Use one."
            raise InvalidValueError(msg, field="state", value=self.state)
        if self.state == "pass" and not self.evidence:
            msg = "A pass has no evidence. Name the ids that show it."
            raise InvalidValueError(msg, field="evidence", value=None)
        if self.state != "pass" and not self.why:
            msg = f"The state {self.state!r} has no reason. Say why."
            raise InvalidValueError(msg, field="why", value=None)


def _check_call(_: object, attribute: Any, value: object) -> None:  # noqa: ANN401 - of attrs
    if not callable(value):
        msg = (
            f"{attribute.name} needs a function, not {type(value).__name__}. Pass one "
            "that takes (case, law, day) and gives Complied."
        )
        raise InvalidTypeError(msg, field=attribute.name, value=None)


@frozen(kw_only=True)
class ComplianceCheck:
    """One duty: its code, what it asks, by which authority, and how it is looked up.

    `ask` takes the case, the law (or ``None``) and the day, and gives `Complied`.
    """

    code: str = field(validator=check_word)
    what: str = field(validator=check_text)
    authority: Authority | None = None
    ask: Any = field(repr=False, validator=_check_call)
