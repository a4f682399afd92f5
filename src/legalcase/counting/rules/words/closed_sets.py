"""Closed sets: what the engine takes each word of a counting rule for.

A word that the schema allows and that is not listed here stops the rule from being
compiled: nothing is taken for "the other one". A test compares the two.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from legalcase.errors import InvalidValueError
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CLOSED_SETS", "Effect", "EndsOn", "Order", "meant"]


class Effect(NamedTuple):
    """What a recess does: whether time runs in it, and what it asks of a period.

    `moves`: a period that ends in it ends after it; `begun_inside`: only if it began
    in it too; `longer`: so much after its own end.
    """

    moves: bool = False
    begun_inside: bool = False
    longer: bool = False


class EndsOn(NamedTuple):
    """Whether a short period can end on a day that it leaves out.

    `plain`: one of plain days; `clear`: one of clear days, which lie before the last.
    """

    plain: bool = False
    clear: bool = False


class Order(NamedTuple):
    """When the time for service is added: before the count, or after a first roll.

    `as_one`: it is one period with that to which it is added.
    """

    adds_first: bool = False
    rolls_first: bool = False
    as_one: bool = False


#: The end of a period from which another runs: whether it is the one that was moved.
_ENDS: Final = MappingProxyType({"rolled end": True, "nominal end": False})
_FIRST: Final = MappingProxyType({"excluded": 1, "included": 0})
_DAYS: Final = MappingProxyType(
    {"every day": "day", "clear days": "clear day", "court days": "court day"}
)

_BEGIN: Final = MappingProxyType(
    {
        "as if served on the last day": 0,
        "as if served on the day after": 1,
        "raw end plus the rest": None,
    }
)
_SEES: Final = MappingProxyType({"raw end": False, "rolled end": True})
_ORDERS: Final = MappingProxyType(
    {
        "roll, add, roll": Order(rolls_first=True),
        "add, roll": Order(),
        "add, count, roll": Order(adds_first=True),
        "one period": Order(as_one=True),
    }
)

#: By table and key of the format: each word, and what it means to the engine.
CLOSED_SETS: Final[Mapping[tuple[str, str], Mapping[str, Any]]] = MappingProxyType(
    {
        # How many days after the event the first day that counts is.
        ("trigger_day", "is"): _FIRST,
        ("trigger_day", "before"): _FIRST,
        # Whether the first day that counts must be an open one.
        ("begins", "after"): {"next day": False, "next open day": True},
        ("begins", "before"): {"previous day": False, "previous open day": True},
        # To the next of what an event after the hour moves.
        ("trigger_day", "late"): {
            "next day": "day",
            "next court day": "court day",
            "next monday": "monday",
        },
        # Whether what happened on a closed day happened on the next court day.
        ("trigger_day", "from"): {"next court day": True, "the day itself": False},
        # The unit that a period in days is counted in.
        ("days", "after"): _DAYS,
        ("days", "before"): _DAYS,
        # As `add_months` calls the day where a month has no corresponding one.
        ("months", "end"): {
            "corresponding day, else last": "last",
            "corresponding day, else next": "next",
            # Before the day that corresponds to the first one that counts.
            "eve of the corresponding day": "eve",
        },
        # The sign of the direction in which a period can be short.
        ("short", "direction"): {"after": 1, "before": -1},
        # Whether a short period can end on a day that it leaves out; after clear days,
        # which lie between, the last day is none of them.
        ("short", "ends"): {
            "on a day that counts": EndsOn(),
            "on any day": EndsOn(plain=True, clear=True),
            "after clear days on any day": EndsOn(clear=True),
        },
        # Whether its days count, and a period that ends in it goes on.
        ("suspension", "effect"): {
            "not counted": Effect(),
            "a period that ends inside ends after": Effect(moves=True),
            "a period that begins and ends inside ends after": Effect(
                moves=True, begun_inside=True
            ),
        },
        # How long after the last day of a recess months begin that begin in it.
        ("suspension", "months"): _BEGIN,
        # Whether an end that the roll moved into a recess is looked at again.
        ("suspension", "sees"): _SEES,
        ("toll", "effect"): {
            "not counted": Effect(),
            "a period that ends inside ends after": Effect(moves=True),
            "a period that ends inside is longer": Effect(moves=True, longer=True),
        },
        ("toll", "months"): _BEGIN,
        ("toll", "sees"): _SEES,
        # The way in which the roll looks for an open day.
        ("roll", "to"): {"next open day": 1, "previous open day": -1, "stay": 0},
        # The bound of the periods that the roll moves.
        ("roll", "bound"): {"not later than": "not-later-than"},
        ("service", "order"): _ORDERS,
        ("distance", "order"): _ORDERS,
        # Whether what was served on a closed day was served on the next court day.
        ("extra_time", "from"): {"next court day": True, "the day itself": False},
        # On which court day after the day due something is accepted still.
        ("grace", "after"): {"1 court day": 1},
        # How many days more are added for service after the hour.
        ("extra_time", "late"): {"1 day more": 1},
        # What a method adds that the table does not list.
        ("others", "add"): {"nothing": 0},
        # Whether service after the hour, or that ends on a closed day, waits for a
        # court day.
        ("completion", "late"): {"next court day": True, "next day": False},
        ("completion", "then"): {"next court day": True, "as it falls": False},
        # Whether the hours of closed days are left out.
        ("hours", "count"): {"every hour": False, "hours of open days": True},
        # Whether hours that end on a closed day go on.
        ("hours", "roll"): {"same time next open day": True, "stay": False},
        # Whether such a day is closed, rather than moved from.
        ("inaccessible", "to"): {
            "first accessible open day": False,
            "a closed day": True,
        },
        ("extension_from", "from"): _ENDS,
        ("expiry", "from"): _ENDS,
    }
)


def meant(table: str, key: str, word: str) -> Any:  # noqa: ANN401 - of each set its own
    """Return what the engine takes a word for.

    Raises `InvalidValueError` for one that it does not know.
    """
    words = CLOSED_SETS[table, key]
    if word not in words:
        msg = (
            f"{shown(word)} is no word of {table}.{key}. It must be one of "
            f"{', '.join(map(shown, words))}."
        )
        raise InvalidValueError(msg, field=key, value=word)
    return words[word]
