"""The dispute that a text has which is silent on periods counted back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from attrs import evolve

from legalcase.authority import Dispute, DisputedReading, cited
from legalcase.counting.rules.words.silent import AS_FORWARD, SILENT, silence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.counting.rules.counting_rule import RuleVersion

__all__ = ["SILENT_BACK", "with_silence"]

#: The id of the dispute, by which callers choose its reading.
SILENT_BACK: Final = "silent-back"
_QUESTION: Final = (
    "The text does not say where a period counted back ends whose last day is closed: "
    "does it end on the open day before?"
)
_STAYS: Final = {"to": "stay"}
_ONE_DAY: Final = timedelta(days=1)


def with_silence(
    disputes: tuple[Dispute, ...], versions: tuple[RuleVersion, ...], prefix: str
) -> tuple[Dispute, ...]:
    """Return the disputes of a rule, with one for each time in which it is silent.

    Those of a base, or of a rule that local rules change, are made anew: what is laid
    over it can end the silence.
    """
    others = [one for one in disputes if not one.id.startswith(SILENT_BACK)]
    return (*others, *_silences(versions, prefix))


def _silences(versions: tuple[RuleVersion, ...], prefix: str) -> Iterator[Dispute]:
    runs: list[list[int]] = []
    for index, version in enumerate(versions):
        rolls = version.data.get("roll", {})
        # Where nothing moves forward, the version is refused when it is compiled.
        if rolls.get("before") == SILENT and rolls.get("after", _STAYS)["to"] != "stay":
            if runs and runs[-1][-1] == index - 1:
                runs[-1].append(index)
            else:
                runs.append([index])
    for number, run in enumerate(runs, start=1):
        newest, after = versions[run[-1]], run[-1] + 1
        clause = cited(prefix, silence(newest.data["roll"]["after"]["cite"]))
        authority = evolve(newest.authority, cite=clause)
        yield Dispute(
            id=SILENT_BACK if number == 1 else f"{SILENT_BACK}-{number}",
            kind="law",
            question=_QUESTION,
            adopted="yes",
            authority=authority,
            readings=(
                DisputedReading(
                    name="no: on the open day after it",
                    authority=authority,
                    change={"roll": {"before": AS_FORWARD}},
                ),
            ),
            first=versions[run[0]].first if run[0] else None,
            last=versions[after].first - _ONE_DAY if after < len(versions) else None,
        )
