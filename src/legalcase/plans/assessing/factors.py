"""FactorSet: the published factors of a complex case, as data with their authority."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from legalcase.authority import Authority
from legalcase.errors import UnknownNameError
from legalcase.plain_data import PlainData

__all__ = ["ComplexityFactor", "FactorSet"]


@frozen(kw_only=True)
class ComplexityFactor(PlainData):
    """One factor of complexity: what is asked, what of a case speaks, by which text.

    `words` are those of the text, or of the account of it that was read. `counts` are
    what a case can tell of it. Where each number of one of `no_within` is not exceeded,
    the factor does not hold; where every one of them is exceeded somewhere, it holds if
    `beyond` is ``"yes"``, and takes a judgment otherwise.
    """

    id: str
    title: str
    words: str
    authority: Authority
    counts: tuple[str, ...] = ()
    no_within: tuple[tuple[tuple[str, int], ...], ...] = ()
    beyond: str = "not-known"
    note: str | None = None


@frozen(kw_only=True)
class FactorSet(PlainData):
    """The factors that one text names, in its order, and what it asks of them.

    `note` says what the text makes of them, and what is not in the set.
    """

    id: str
    edition: str
    title: str
    effective: date
    jurisdictions: tuple[str, ...]
    proceedings: tuple[str, ...]
    asks: str
    factors: tuple[ComplexityFactor, ...] = field(repr=False)
    note: str | None = field(default=None, repr=False)

    def factor(self, factor_id: str) -> ComplexityFactor:
        """Return a factor by its id; raises `UnknownNameError`, with what is near."""
        for one in self.factors:
            if one.id == factor_id:
                return one
        known = [one.id for one in self.factors]
        what = f"factor of {self.id}"
        raise UnknownNameError.of(what, factor_id, known, "See factors.")
