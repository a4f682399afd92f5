"""Terms of deadlines as they are written: what cannot stand together in one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.dates import Period

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["OF_A_TERM", "badly_ended"]

#: What goes with a period, and with it into another version or out of it.
OF_A_TERM: Final = ("ends",)
#: What `service_extension` is where service lengthens nothing.
_NOTHING: Final = frozenset({"none", "notice only"})
_MEMBERS: Final = ("later_of", "earlier_of")


def badly_ended(table: Mapping[str, Any], path: str) -> Iterator[tuple[str, str]]:
    """Yield (path, what is wrong) of weekdays on which a deadline cannot end."""
    yield from _badly_ended(table, path, table["service_extension"])
    for index, dispute in enumerate(table.get("dispute", ())):
        for number, reading in enumerate(dispute["reading"]):
            where = f"{path}.dispute[{index}].reading[{number}]"
            extension = reading.get("service_extension", table["service_extension"])
            # The weekday stays, whatever else an answer puts in its place.
            said = {**reading, "direction": table.get("direction", "after")}
            if "ends" in table and not said.keys() & set(_MEMBERS):
                said = {"period": table["period"], **said, "ends": table["ends"]}
            yield from _badly_ended(said, where, extension)


def _badly_ended(
    table: Mapping[str, Any], path: str, extension: str
) -> Iterator[tuple[str, str]]:
    if "ends" in table:
        where = f"{path}.ends"
        if "if_moved" in table["ends"] and "at" not in table["ends"]:
            yield f"{where}.if_moved", "stands beside no hour (at). Take it out."
        if "period" not in table:
            yield where, "stands beside no period. Say it of the member that has one."
        elif Period.parse(table["period"]).unit == "hour":
            yield where, "follows a period in hours. Name a weekday after days."
        if table.get("direction") == "before":
            what = (
                "stands beside a period that is counted back: no law that was read "
                "says which weekday that is. Take it out."
            )
            yield where, what
        if extension not in _NOTHING:
            what = (
                f"stands beside the table of service {extension!r}: no law that was "
                "read says whether its days come before the weekday. Write 'none', or "
                "take it out."
            )
            yield where, what
    for key in _MEMBERS:
        for index, member in enumerate(table.get(key, ())):
            own = member.get("service_extension", extension)
            yield from _badly_ended(member, f"{path}.{key}[{index}]", own)
