"""One value of every type that the package exports, for the tests that ask all.

Whoever exports a new class adds it here; a test names those that are missing.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from legalcase import errors as module

# Classes of the faces that are no values, by full name, each with the reason.
NOT_VALUES: dict[str, str] = {}


def samples() -> dict[str, Any]:
    """A value of each exported class, by a name that tells it from the others."""
    return {}


def errors() -> dict[str, Exception]:
    """An instance of each class of `legalcase.errors`, with all its attributes."""
    day = date(2036, 1, 2)
    horizon = (date(1986, 1, 1), date(2035, 12, 31))
    value = {"field": "service", "value": "pigeon"}
    problem = ("us/frcp.toml", "$.version[0].roll", "unknown key 'rol'")
    case = {"case_id": "case-1"}
    bounds = dict(zip(("first", "last"), horizon, strict=True))
    found = [
        module.LegalCaseError("Refused. Try again.", anything=1),
        module.CalendarOutOfBoundsError.of("us", day, *horizon),
        module.CaseExistsError("Stored already. Choose another id.", **case),
        module.CaseNotFoundError("Not stored. Check the id.", **case),
        module.ConflictingInputError("Both were given. Give one.", **value),
        module.DecodeError("Does not fit. See the problems.", problems=(problem[1:],)),
        module.ExtensionBarredError(
            "Barred. Ask for something else.",
            deadline="us/frcp/59(e)",
            barred_by="6(b)",
        ),
        module.IllegalTransitionError(
            "Closed already. Reopen it first.",
            subject="case-1",
            state="closed",
            step="close",
        ),
        module.InvalidPeriodError("Zero days. Give one or more.", **value),
        module.InvalidTypeError("A datetime. Give a date.", **value),
        module.InvalidValueError("No such thing. Give another.", **value),
        module.LawError.of([problem, problem]),
        module.MissingInputError("No court. Name one.", **value),
        module.OutOfBoundsError(
            "Outside. Look inside.", subject="us", asked=day, **bounds
        ),
        module.PeriodNotRunningError(
            "Not running. Wait.", deadline="us/frap/4(a)(4)", waits_for=("order",)
        ),
        module.RoleNotFilledError("No state. Name it.", role="forum", rule="us/frcp"),
        module.RuleNotInForceError.of("us/frcp", day, *horizon),
        module.SchemaTooNewError("Too new. Upgrade.", found=9, known=1, problems=()),
        module.StaleCaseError("Saved. Load again.", expected=1, found=2, **case),
        module.StorageError("The disk is full. Make room."),
        module.TooManyReadingsError("Too many. Choose some.", count=600, limit=512),
        module.UnknownEventError("Unknown. Upgrade.", kind="vanished"),
        module.UnknownNameError.of("court", "cadn", ["cand", "nysd"]),
        module.UnknownTagError("Unknown. Upgrade.", tag="x", problems=()),
        module.UnsupportedQuestionError("No hours here. Give days.", **value),
    ]
    return {type(error).__name__: error for error in found}
