"""Duty: one thing that a case has to comply with, and what is found of it."""

from __future__ import annotations

from typing import Any, Final

from attrs import field, frozen

from legalcase.authority import Authority
from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.kernel.checks import check_text, check_word, tuple_of

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
    `of_courts` are beginnings of the ids of the courts for which the authority speaks
    (``"us/"``): it is not cited in a case of another court. Left out, it is in all.
    """

    code: str = field(validator=check_word)
    what: str = field(validator=check_text)
    authority: Authority | None = None
    of_courts: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    ask: Any = field(repr=False, validator=_check_call)

    def authority_in(self, court: str | None) -> Authority | None:
        """Return the authority, if it speaks for a court, or if there is none yet."""
        if court is None or not self.of_courts or court.startswith(self.of_courts):
            return self.authority
        return None
