"""Checks: what is asked of a case, as a value to which anybody can add."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import evolve, frozen

from legalcase.errors import InvalidTypeError, InvalidValueError, UnknownNameError
from legalcase.near import near_to
from legalcase.oversight.findings.check import Check
from legalcase.oversight.findings.core import CORE

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Checks", "check_checks"]


@frozen(repr=False)
class Checks:
    """Several checks, as a value: `with_` gives others, and changes nothing.

    They are asked in the order of their codes.
    """

    _checks: tuple[Check, ...] = ()

    @classmethod
    def core(cls) -> Self:
        """Return the checks of this package."""
        return cls().with_(*CORE)

    def with_(self, *checks: Any) -> Self:  # noqa: ANN401 - Check; refused here
        """Return these checks and more; raises `InvalidValueError` for a code twice."""
        found = {one.code: one for one in self._checks}
        for one in checks:
            if not isinstance(one, Check):
                msg = (
                    f"A check is a Check, not a {type(one).__name__}. Pass "
                    "Check(code=…, what=…, severity=…, find=…)."
                )
                raise InvalidTypeError(msg, field="checks", value=None)
            if one.code in found:
                msg = (
                    f"There is a check {one.code!r} already. Give it another code, or "
                    f"leave that one out first: checks.without({one.code!r})."
                )
                raise InvalidValueError(msg, field="checks", value=one.code)
            found[one.code] = one
        return evolve(self, checks=tuple(found[code] for code in sorted(found)))

    def without(self, *codes: str) -> Self:
        """Return the checks without some; raises `UnknownNameError`."""
        for code in codes:
            _ = self[code]
        return evolve(
            self, checks=tuple(one for one in self._checks if one.code not in codes)
        )

    def __getitem__(self, code: str) -> Check:
        """Return the check of a code; raises `UnknownNameError`."""
        for one in self._checks:
            if one.code == code:
                return one
        codes = [one.code for one in self._checks]
        noun, hint = "check", "See list(checks)."
        raise UnknownNameError.of(noun, str(code), near_to(str(code), codes), hint)

    def __iter__(self) -> Iterator[Check]:
        """Give the checks in the order of their codes."""
        return iter(self._checks)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._checks)

    def __repr__(self) -> str:
        """Return their number."""
        return f"<Checks: {len(self)}>"

    def __str__(self) -> str:
        """Return codes, severities and what they find, a line each."""
        return "\n".join(f"{one.code}  {one.severity}  {one.what}" for one in self)


def check_checks(value: object) -> Checks:
    """Return what is a value of `Checks`; refuse the rest."""
    if isinstance(value, Checks):
        return value
    msg = (
        f"checks needs Checks, not {type(value).__name__}. Pass "
        "Checks.core().with_(my_check)."
    )
    raise InvalidTypeError(msg, field="checks", value=None)
