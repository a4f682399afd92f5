"""How time is computed: counting rules, venues, computations, steps and readings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from legalcase.counting.argument.computation import Computation
from legalcase.counting.engine.steps import Source, Step
from legalcase.counting.rules.counting_rule import CountingRule, RuleVersion
from legalcase.counting.rules.venue import Venue
from legalcase.near import no_such_name

if TYPE_CHECKING:
    from legalcase.counting.argument.findings import Notice as Notice
    from legalcase.counting.argument.findings import Reading as Reading
    from legalcase.counting.argument.quotation import Quotation as Quotation
    from legalcase.counting.counted import count as count
    from legalcase.counting.engine.inputs import Inputs as Inputs

__all__ = [
    "Computation",
    "CountingRule",
    "Inputs",
    "Notice",
    "Quotation",
    "Reading",
    "RuleVersion",
    "Source",
    "Step",
    "Venue",
    "count",
]


if not TYPE_CHECKING:
    # A type checker sees what stands above, and no name besides.
    def __getattr__(name: str) -> Any:  # noqa: ANN401 - the types stand above
        # A bare computation does without these, and its first one is kept cheap.
        if name == "count":
            from legalcase.counting.counted import count

            return count
        if name == "Inputs":
            from legalcase.counting.engine.inputs import Inputs

            return Inputs
        if name in {"Notice", "Reading"}:
            from legalcase.counting.argument import findings

            return getattr(findings, name)
        if name == "Quotation":
            from legalcase.counting.argument.quotation import Quotation

            return Quotation
        raise no_such_name(__name__, name, __all__)
