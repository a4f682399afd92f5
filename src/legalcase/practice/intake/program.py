"""AidProgram: whom a program may help, its ceilings by day, and its codes."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, frozen

from legalcase.authority import Authority
from legalcase.dates import as_date
from legalcase.errors import (
    CalendarOutOfBoundsError,
    InvalidValueError,
    UnknownNameError,
)
from legalcase.near import near_to
from legalcase.plain_data import PlainData
from legalcase.practice.declaring import texts_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = [
    "AidProgram",
    "Closing",
    "Guideline",
    "LegalProblem",
    "StatusRule",
    "aid_program",
]

_PERCENT: Final = 100
#: When the texts and the accounts of them were read.
_READ_ON: Final = date(2026, 11, 29)


@frozen(kw_only=True)
class Guideline(PlainData):
    """Poverty guidelines from a day on, for an area: dollars a year, by household.

    `household` begins with one person; each person beyond adds `each_further`.
    """

    year: int
    from_on: date
    area: str
    household: tuple[int, ...]
    each_further: int

    def of(self, size: int) -> int:
        """Return the guideline for a household of so many."""
        known = len(self.household)
        if size <= known:
            return self.household[size - 1]
        return self.household[-1] + (size - known) * self.each_further


@frozen(kw_only=True)
class StatusRule(PlainData):
    """A status of citizenship or immigration that a program may help, and for what.

    `related_only` says, where that is so, that help is for related matters alone.
    """

    id: str
    title: str
    related_only: str | None = None
    authority: Authority


@frozen(kw_only=True)
class Closing(PlainData):
    """A category in which a service is closed: code, name, what it means."""

    code: str
    name: str
    service: str
    meaning: str
    authority: Authority


@frozen(kw_only=True)
class LegalProblem(PlainData):
    """A code of legal problems: name and group."""

    code: str
    name: str
    group: str


@frozen(kw_only=True, repr=False)
class AidProgram(PlainData):
    """A program of legal aid, as its texts and the policy of a recipient have it.

    `income_percent` of the guidelines is the ceiling, `assets_most` the recipient's
    limit in dollars, ``None`` where it has not been given; `last` is the last day for
    which the figures were looked up.
    """

    id: str
    edition: str
    title: str
    note: str
    income: Authority
    income_exception: Authority
    guideline_authority: Authority
    assets: Authority
    income_percent: int
    most_percent: int
    exception_percent: int
    assets_most: int | None = None
    last: date
    guidelines: tuple[Guideline, ...]
    statuses: tuple[StatusRule, ...]
    closings: tuple[Closing, ...]
    problem_authority: Authority
    problems: tuple[LegalProblem, ...]

    def __repr__(self) -> str:
        """Return id and edition."""
        return f"<AidProgram {self.id!r} {self.edition}>"

    @property
    def areas(self) -> tuple[str, ...]:
        """The areas for which it has guidelines."""
        return tuple(dict.fromkeys(one.area for one in self.guidelines))

    def guideline(self, area: str, on: date) -> Guideline:
        """Return the guidelines of an area on a day.

        Raises `UnknownNameError` for an area that it does not have, and
        `CalendarOutOfBoundsError` for a day for which no figures were looked up.
        """
        day = as_date(on, "on")
        if area not in self.areas:
            noun = "area of the guidelines"
            raise UnknownNameError.among(noun, str(area), self.areas)
        known = [one for one in self.guidelines if one.area == area]
        first = min(one.from_on for one in known)
        if not first <= day <= self.last:
            raise CalendarOutOfBoundsError.of(self.id, day, first, self.last)
        return max(
            (one for one in known if one.from_on <= day), key=lambda one: one.from_on
        )

    def ceiling(
        self, area: str, size: int, on: date, *, percent: int | None = None
    ) -> Decimal:
        """Return the ceiling of income for a household, in dollars a year, on a day."""
        if type(size) is not int or size < 1:
            msg = (
                f"A household has at least one person, not {size!r}. Count the "
                "applicant."
            )
            raise InvalidValueError(msg, field="size", value=size)
        share = self.income_percent if percent is None else percent
        return Decimal(self.guideline(area, on).of(size) * share) / _PERCENT

    def with_policy(
        self, *, income_percent: int | None = None, assets_most: int | None = None
    ) -> AidProgram:
        """Return the program with a recipient's own ceilings.

        Raises `InvalidValueError` for a share of the guidelines above what the text
        allows, and for what is no number of dollars.
        """
        found = self
        if income_percent is not None:
            if (
                type(income_percent) is not int
                or not 1 <= income_percent <= self.most_percent
            ):
                msg = (
                    f"A ceiling of {income_percent!r} % is not within "
                    f"{self.income.cite}: at most {self.most_percent} %. Pass a whole "
                    "number up to it."
                )
                raise InvalidValueError(
                    msg, field="income_percent", value=income_percent
                )
            found = evolve(found, income_percent=income_percent)
        if assets_most is not None:
            if type(assets_most) is not int or assets_most < 0:
                msg = f"assets_most is {assets_most!r}. Pass whole dollars, 0 or more."
                raise InvalidValueError(msg, field="assets_most", value=assets_most)
            found = evolve(found, assets_most=assets_most)
        return found

    def status(self, name: str) -> StatusRule | None:
        """Return the rule of a status, or ``None`` for one that it does not name."""
        return next((one for one in self.statuses if one.id == name), None)

    def closing(self, code: str) -> Closing:
        """Return a closing category; raises `UnknownNameError`."""
        found: Closing = _named(self.closings, code, "closing category")
        return found

    def problem(self, code: str) -> LegalProblem:
        """Return a code of legal problems; raises `UnknownNameError`."""
        found: LegalProblem = _named(self.problems, code, "problem code")
        return found


def _named(known: Sequence[Any], code: str, noun: str) -> Any:  # noqa: ANN401 - one of the known
    for one in known:
        if one.code == code:
            return one
    codes = [one.code for one in known]
    raise UnknownNameError.of(noun, str(code), near_to(str(code), codes) or codes[:12])


@cache
def _programs() -> Mapping[str, AidProgram]:
    texts = texts_in("legalcase.practice.intake", "programs")
    found = [_read(tomllib.loads(each)) for each in texts]
    return MappingProxyType({one.id: one for one in found})


def aid_program(program_id: str) -> AidProgram:
    """Return a program that comes with the package; raises `UnknownNameError`."""
    known = _programs()
    found = known.get(str(program_id))
    if found is None:
        noun = "program"
        raise UnknownNameError.of(noun, str(program_id), list(known))
    return found


def _authority(raw: Mapping[str, Any], prefix: str = "") -> Authority:
    """Return on what a fact rests; what nobody read was verified on no day."""
    cite, how = raw[f"{prefix}cite"], raw[f"{prefix}verified"]
    return Authority(
        cite=cite,
        verified=how,
        verified_on=None if how == "recall" else _READ_ON,
        source=raw.get(f"{prefix}source"),
        read=(cite,) if how == "text" else (),
    )


def _read(raw: Mapping[str, Any]) -> AidProgram:
    head, income = raw["program"], raw["income"]
    return AidProgram(
        id=head["id"],
        edition=head["edition"],
        title=head["title"],
        note=head["note"],
        income=_authority(income),
        income_exception=_authority(income, "exception_"),
        guideline_authority=_authority(income, "guideline_"),
        assets=_authority(raw["assets"]),
        income_percent=income["most_percent"],
        most_percent=income["most_percent"],
        exception_percent=income["exception_percent"],
        last=income["last"],
        guidelines=tuple(
            Guideline(
                year=one["year"],
                from_on=one["from"],
                area=one["area"],
                household=tuple(one["household"]),
                each_further=one["each_further"],
            )
            for one in raw["guideline"]
        ),
        statuses=tuple(
            StatusRule(
                id=one["id"],
                title=one["title"],
                related_only=one.get("related_only"),
                authority=_authority(one),
            )
            for one in raw["status"]
        ),
        closings=tuple(
            Closing(
                code=one["code"],
                name=one["name"],
                service=one["service"],
                meaning=one["meaning"],
                authority=_authority({"cite": "CSR Handbook", **one}),
            )
            for one in raw["closing"]
        ),
        problem_authority=_authority(raw["problems"]),
        problems=tuple(
            LegalProblem(code=one["code"], name=one["name"], group=one["group"])
            for one in raw["problem"]
        ),
    )
