"""The worked cases: examples of the law that stand outside it, in the law's own form.

One file a counting rule, ``cases/us/frcp.toml``; each case is an ``[[example]]`` as
"The format of the law" has it, with an id, and with what a reader of the case wants
to know: the citation, what kind of source it is, whether it was seen, whether the
dates are the source's. A case that asks a deadline names it; one that the law entered
does not reach says why it is refused.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Final, NamedTuple

from legalcase.law.examples import Example

CASES: Final = Path(__file__).parent / "jurisdictions" / "cases"
#: What a case says besides what an example of the law says.
OF_A_CASE: Final = frozenset(
    {"id", "deadline", "refused", "cite", "kind", "seen", "dates", "disputed"}
)


class Case(NamedTuple):
    """A worked case: the rule of its file, its own table, the example that it is."""

    rule: str
    table: dict[str, Any]
    example: Example


def read_cases(folder: Path = CASES) -> tuple[Case, ...]:
    """Read the cases of all files, in the order of the rules."""
    found = []
    for path in sorted(folder.rglob("*.toml")):
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        rule = raw["rule"]
        assert path.relative_to(folder).with_suffix("").as_posix() == rule
        for index, table in enumerate(raw["example"]):
            asked = {k: v for k, v in table.items() if k not in OF_A_CASE}
            entry = table.get("deadline", rule)
            sort = "deadline" if "deadline" in table else "rule"
            where = f"$.example[{index}]"
            example = Example(path.name, where, sort, entry, asked)
            found.append(Case(rule, table, example))
    return tuple(found)
