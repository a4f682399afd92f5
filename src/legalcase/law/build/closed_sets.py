"""Closed sets of deadlines, calendars and provenance: what each word becomes.

Those of counting rules stand beside the engine that reads them.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from legalcase.calendars.entries.falls import WEEKDAYS
from legalcase.calendars.entries.observance import OBSERVED

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CLOSED_SETS", "meant"]

_YES: Final = MappingProxyType({"yes": True})
_DIRECTIONS: Final = MappingProxyType({"after": "after", "before": "before"})
_KINDS: Final = MappingProxyType({"law": "law", "fact": "fact"})
_HOW: Final = MappingProxyType({how: how for how in ("text", "secondary", "recall")})

_BOUNDS: Final = MappingProxyType(
    {"not later than": "not-later-than", "not earlier than": "not-earlier-than"}
)

#: Whether the first and the last day that is stated for an exclusion counts.
_FIRST_COUNTS: Final = MappingProxyType({"the day itself": False, "the next day": True})
_LAST_COUNTS: Final = MappingProxyType(
    {"the day itself": False, "the day before": True}
)

#: By table and key of the format: each word, and what the value made of it holds.
CLOSED_SETS: Final[Mapping[tuple[str, str], Mapping[str, Any]]] = MappingProxyType(
    {
        ("jurisdiction", "bare_courts"): _YES,
        ("verified", "how"): _HOW,
        ("verified_in_part", "how"): _HOW,
        ("verified_from", "how"): _HOW,
        ("source", "how"): _HOW,
        ("rule", "base_cites"): {"own": True},
        ("dispute", "kind"): _KINDS,
        ("deadline_dispute", "kind"): _KINDS,
        ("calendar_dispute", "kind"): {"law": "law"},
        ("calendar", "base_observance"): {"own": True},
        ("calendar", "base_cites"): {"own": True},
        ("calendar", "base_incomplete"): {"own": True},
        ("calendar", "only_a_base"): _YES,
        ("weekend", "days"): {day: n for n, day in enumerate(WEEKDAYS)},
        **{("observance", day): OBSERVED for day in WEEKDAYS},
        ("calendar_example", "open"): {"yes": True, "no": False},
        ("deadline", "direction"): _DIRECTIONS,
        ("deadline", "bound"): _BOUNDS,
        ("deadline_version", "bound"): _BOUNDS,
        ("deadline_version", "direction"): _DIRECTIONS,
        ("deadline_version", "applies"): {"cases commenced on or after": True},
        ("deadline", "after_disposition"): _YES,
        ("deadline", "in_state_court"): _YES,
        ("counts_from", "unsaid"): {"no": False},
        ("ends", "which"): {"next after": True, "on or after": False},
        ("ends", "if_moved"): {"the whole day": True},
        ("restart", "several"): {"the last decided": True},
        ("restart", "for"): {"what is left": True},
        ("stay", "effect"): {"yes": "yes", "no": "no", "by order": "by-order"},
        ("expiry_trigger", "as"): {"rolled": "rolled", "nominal": "nominal"},
        ("event_trigger", "setting"): {"first": "first"},
        ("member", "direction"): _DIRECTIONS,
        ("member", "optional"): _YES,
        ("deadline_reading", "restarts"): {"no": False},
        ("exclusion", "from"): _FIRST_COUNTS,
        ("exclusion", "through"): _LAST_COUNTS,
        ("exclusion", "needs"): {
            "nothing": "nothing",
            "an order": "order",
            "a finding": "finding",
        },
        ("exclusion", "beyond"): {"never": False, "if shown to be reasonable": True},
        ("exclusion", "joined"): _YES,
        ("clock", "begins"): {"with the event": False, "at the end of its year": True},
        ("clock", "bound"): _BOUNDS,
        ("clock", "late"): {"still counts": True, "comes too late": False},
        ("clock_start", "optional"): _YES,
        ("first_day", "is"): {"excluded": "excluded"},
        ("clock_waiver", "effect"): {"none": "none", "in writing": "written"},
        ("clock_reading", "from"): _FIRST_COUNTS,
        ("clock_reading", "excluded"): {"no": False},
        ("example_exclusion", "order"): _YES,
        ("example_exclusion", "finding"): _YES,
        ("example_exclusion", "reasonable"): _YES,
    }
)


def meant(table: str, key: str, word: str) -> Any:
    """Return what a word of a closed set becomes; a `LookupError` for another."""
    return CLOSED_SETS[table, key][word]
