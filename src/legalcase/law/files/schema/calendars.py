"""The schema of calendars, and of disputes, which all files have alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.sealed import sealed

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CALENDARS", "DISPUTE", "READING"]

_OBSERVED: Final = (
    "one:none|previous day|next day|next free weekday|previous free weekday|"
    "monday before|monday after"
)
_WEEKDAYS: Final = "list:one:monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_DISPUTE: Final = {
    "id": "id",
    "kind": "one:law|fact",
    "question": "text",
    "adopted": "text",
    "cite?": "text",
    "words?": "quoted",
    "asks?": "asks",
    "from?": "date",
    "through?": "date",
    "settled?": "list:table:settled",
    "verified?": "table:verified",
}
_READING: Final = {
    "name": "text",
    "cite?": "text",
    "words?": "quoted",
    "verified?": "table:verified",
}

_CALENDARS: Final[dict[str, dict[str, str]]] = {
    "calendar": {
        "id": "id",
        "name": "text",
        "horizon": "table:range",
        "cite": "text",
        "words?": "quoted",
        "verified": "table:verified",
        "closed_by": "some:word:kind",
        "weekend?": "weekend",
        "based_on?": "text",
        "base_observance?": "one:own",
        "base_cites?": "one:own",
        "base_incomplete?": "one:own",
        "only_a_base?": "one:yes",
        "without?": "list:text",
        "incomplete?": "incomplete",
        "observance?": "table:observance",
    },
    "gap": {
        "text": "text",
        "from?": "date",
        "through?": "date",
        "windows?": "some:table:window",
        "falls?": "falls",
    },
    "weekend": {
        "from?": "date",
        "days": _WEEKDAYS,
        "cite?": "text",
        "words?": "quoted",
        "verified?": "table:verified",
    },
    "range": {"from": "date", "through": "date"},
    "observance": {
        "saturday?": _OBSERVED,
        "sunday?": _OBSERVED,
        "monday?": _OBSERVED,
        "tuesday?": _OBSERVED,
        "wednesday?": _OBSERVED,
        "thursday?": _OBSERVED,
        "friday?": _OBSERVED,
        "kinds?": "some:word:kind",
        "cite?": "text",
        "words?": "quoted",
        "verified?": "table:verified",
    },
    "holiday": {
        "id": "id",
        "name": "text",
        "falls?": "falls",
        "to?": "falls",
        "on?": "gazetted",
        "days?": "count",
        "covers?": "table:range",
        "windows?": "some:table:window",
        "kind?": "word:kind",
        "kinds?": "some:word:kind",
        "from?": "date",
        "through?": "date",
        "every?": "table:every",
        "not_in?": "list:int",
        "observance?": "table:observance",
        "cite?": "text",
        "words?": "quoted",
        "verified?": "table:verified",
    },
    "gazetted": {
        "on": "date",
        "through?": "date",
        "cite?": "text",
        "words?": "quoted",
        "verified?": "table:verified",
    },
    "every": {"years": "count", "since": "int"},
    "closure": {
        "id?": "id",
        "on": "date",
        "through?": "date",
        "name": "text",
        "kind?": "word:kind",
        "kinds?": "some:word:kind",
        "cite": "text",
        "words?": "quoted",
        "verified?": "table:verified",
    },
    "opening": {
        "id?": "id",
        "on": "some:date",
        "name": "text",
        "cite": "text",
        "words?": "quoted",
        "verified?": "table:verified",
    },
    "calendar_example": {
        "on": "date",
        "open": "one:yes|no",
        "name?": "text",
        "source": "text",
    },
    "calendar_dispute": {
        **{key: kind for key, kind in _DISPUTE.items() if key != "asks?"},
        "kind": "one:law",
        "reading": "some:table:calendar_reading",
    },
    "calendar_reading": {
        **_READING,
        "observance?": "table:observance",
        "without?": "list:text",
        "counted_as?": "table:counted_as",
    },
}

#: What a dispute says, wherever it stands; and what each answer to it says.
DISPUTE: Final[Mapping[str, str]] = sealed(_DISPUTE)
READING: Final[Mapping[str, str]] = sealed(_READING)
CALENDARS: Final[Mapping[str, Mapping[str, str]]] = sealed(_CALENDARS)
