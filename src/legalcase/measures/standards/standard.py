"""TimeStandard: how soon which share of the cases of a sort should be over."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from legalcase.authority import Authority
from legalcase.declared import tables_of
from legalcase.errors import (
    DeclarationError,
    InvalidTypeError,
    InvalidValueError,
    LegalCaseError,
    UnknownNameError,
)
from legalcase.plain_data import PlainData
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable

__all__ = [
    "TimeStandard",
    "as_standard",
    "read_time_standards",
    "time_standard",
    "time_standards",
]

_FORMAT: Final = 1
_TOP: Final = ("format", "source", "standard")
_SOURCE: Final = ("cite", "verified", "source")
_STANDARD: Final = ("id", "title", "tiers", "counts_from")
_ALL: Final = 100
_FILING: Final = "filing"


@frozen(kw_only=True)
class TimeStandard(PlainData):
    """A time standard: tiers of (percent, days), each within more days than the last.

    `counts_from` says from what the days run where that is not the filing. What an
    age is compared with is the last tier (`days`): no case of that share should be
    older.
    """

    standard_id: str
    title: str
    tiers: tuple[tuple[int, int], ...]
    counts_from: str = _FILING
    authority: Authority

    def __attrs_post_init__(self) -> None:
        """Refuse tiers that are none, or out of order."""
        known = (0, 0)
        for tier in self.tiers or ((0, 0),):
            share, days = tier
            is_whole = type(share) is int and type(days) is int
            if not is_whole or not (known[0] < share <= _ALL and known[1] < days):
                msg = (
                    f"The tier {shown(tier)} of {shown(self.standard_id)} follows "
                    "nothing. Give (percent, days) in rising order: (75, 180), (90, "
                    "365)."
                )
                raise InvalidValueError(msg, field="tiers", value=tier)
            known = (share, days)

    @property
    def days(self) -> int:
        """The days of the last tier."""
        return self.tiers[-1][1]


@cache
def time_standards() -> Mapping[str, TimeStandard]:
    """Return the standards that come with the package, by their ids."""
    tables = files("legalcase.measures.standards").joinpath("tables")
    found = [one for text in _texts(tables) for one in read_time_standards(text)]
    return MappingProxyType({one.standard_id: one for one in found})


def time_standard(standard_id: str) -> TimeStandard:
    """Return a standard that comes with the package; raises `UnknownNameError`."""
    known = time_standards()
    found = known.get(standard_id)
    if found is None:
        hint = "See time_standards(), or read your own: read_time_standards(text)."
        noun = "time standard"
        raise UnknownNameError.of(noun, str(standard_id), known, hint)
    return found


def as_standard(given: Any) -> TimeStandard:  # noqa: ANN401 - refused here
    """Return a standard, or that of an id, which runs from the filing.

    Raises `InvalidTypeError` for neither, `InvalidValueError` for one that runs from
    something else: from what, no log says.
    """
    found = time_standard(given) if isinstance(given, str) else given
    if isinstance(found, TimeStandard):
        if found.counts_from != _FILING:
            msg = (
                f"{found.standard_id!r} runs from {found.counts_from}, and cases are "
                "timed from their filing. Pass a TimeStandard of your own that does."
            )
            raise InvalidValueError(msg, field="standard", value=found.standard_id)
        return found
    msg = (
        f"standard needs a TimeStandard or its id, not {type(given).__name__}. Pass "
        "'us/model/civil/general-civil', say."
    )
    raise InvalidTypeError(msg, field="standard", value=None)


def _texts(folder: Traversable) -> Iterator[str]:
    for each in sorted(folder.iterdir(), key=lambda one: one.name):
        if each.is_dir():
            yield from _texts(each)
        elif each.name.endswith(".toml"):
            yield each.read_text("utf-8")


def read_time_standards(text: str) -> tuple[TimeStandard, ...]:
    """Return the standards that are written in TOML, as the bundled ones are.

    Raises `DeclarationError`, with what is wrong and where.
    """
    raw = tables_of(text)
    problems = list(_strange(raw))
    if problems:
        raise DeclarationError.of(problems)
    try:
        authority = _authority(raw["source"])
        found = tuple(_standard(one, authority) for one in raw["standard"])
    except (LegalCaseError, KeyError, TypeError, ValueError) as error:
        what = f"lacks {error}." if isinstance(error, KeyError) else str(error)
        raise DeclarationError.of([("$", what)]) from None
    names = [one.standard_id for one in found]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        what = f"the id {shown(twice[0])} is there twice. Give each its own."
        raise DeclarationError.of([("$.standard", what)])
    return found


def _strange(raw: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Return what has no place in such a text."""
    yield from _keys(raw, "$", _TOP)
    if raw.get("format") != _FORMAT:
        yield "$.format", f"must be {_FORMAT}. Write format = {_FORMAT}."
    source = raw.get("source")
    if not isinstance(source, dict):
        yield "$.source", "is missing. Write [source] with cite and verified."
    else:
        yield from _keys(source, "$.source", _SOURCE)
    rows = raw.get("standard")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        yield "$.standard", "is no list of tables. Write [[standard]] for each."
        return
    for number, row in enumerate(rows):
        yield from _keys(row, f"$.standard[{number}]", _STANDARD)


def _keys(
    raw: dict[str, Any], where: str, known: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    for key in raw:
        if key not in known:
            yield f"{where}.{key}", f"is no key here. Use {', '.join(known)}."


def _authority(raw: dict[str, Any]) -> Authority:
    verified = raw["verified"]
    return Authority(
        cite=raw["cite"],
        verified=verified["how"],
        verified_on=verified.get("on"),
        source=raw.get("source"),
    )


def _standard(raw: dict[str, Any], authority: Authority) -> TimeStandard:
    return TimeStandard(
        standard_id=raw["id"],
        title=raw["title"],
        tiers=tuple((tier["percent"], tier["days"]) for tier in raw["tiers"]),
        counts_from=raw.get("counts_from", _FILING),
        authority=authority,
    )
