"""A rule that cites its own text for what it takes over: what it must say for that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["badly_cited"]


def badly_cited(raw: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (path, what is wrong) of citations that a base's clauses should take."""
    head, versions = raw["rule"], raw["version"]
    if "base_cites" in head and "base" not in head:
        what = "is stated, and there is no base. Name one, or take it out."
        yield "$.rule.base_cites", what
    elif "base_cites" in head and "cite" not in versions[0]:
        what = (
            "is missing. Say what the rule cites for the clauses of its base for which "
            "it names no pinpoint (cites)."
        )
        yield "$.version[0].cite", what
    if "base_cites" not in head:
        for index, table in enumerate(versions):
            if "cites" in table:
                what = (
                    "names citations for what a base says, and those are the base's. "
                    "State base_cites = 'own' in the rule."
                )
                yield f"$.version[{index}].cites", what
