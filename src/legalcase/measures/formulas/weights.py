"""weighted_filings: what filings weigh, by the rules of the Federal Judicial Center."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from legalcase.errors import InvalidValueError
from legalcase.measures.formulas.rates import amount, whole
from legalcase.plain_data import PlainData
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["FILING_ORIGINS", "INITIAL_ORIGINS", "WeighedFiling", "weighted_filings"]

#: How a case came: those that weigh, and those that do not. "reopened", "remanded",
#: "magistrate-appeal" and "mdl-transfer" were counted at their first filing, or apart.
INITIAL_ORIGINS: Final = ("original", "removed", "transfer")
FILING_ORIGINS: Final = (
    *INITIAL_ORIGINS,
    "reopened",
    "remanded",
    "magistrate-appeal",
    "mdl-transfer",
)


@frozen(kw_only=True)
class WeighedFiling(PlainData):
    """A filing: what a case of its sort weighs, how it came, how many defendants.

    `origin` is one of `FILING_ORIGINS`; `defendants` is that of a criminal case, and 1
    of any other.
    """

    weight: float
    origin: str = "original"
    defendants: int = 1

    def __attrs_post_init__(self) -> None:
        """Refuse what weighs nothing that can be added."""
        if self.origin not in FILING_ORIGINS:
            msg = (
                f"No filing comes as {shown(self.origin)}. Use one of "
                f"{', '.join(FILING_ORIGINS)}."
            )
            raise InvalidValueError(msg, field="origin", value=self.origin)
        amount(self.weight, "weight")
        whole(self.defendants, "defendants")

    @property
    def weighs(self) -> float:
        """What it adds: for each defendant, and nothing if it is no initial filing."""
        return self.weight * self.defendants if self.origin in INITIAL_ORIGINS else 0


def weighted_filings(filings: Iterable[WeighedFiling]) -> float:
    """Return what filings weigh together.

    Weights apply at the initial filing alone (original, removed, transferred between
    districts), and in a criminal case for each defendant.
    """
    return sum(one.weighs for one in filings)
