"""What a rule of computation says was read is what it cites."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pytest

import legalcase as lc
from legalcase.authority import cited
from legalcase.counting.argument.behind.grounds import is_within, provisions

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER: Final = lc.Law.bundled().folders[0]
RULES: Final = {
    file.raw["rule"]["id"]: file.raw
    for name in FOLDER.all_names()
    if (file := FOLDER.read(name)) is not None and "rule" in file.raw
}
#: Read, and cited only beside what decides a step.
BESIDE: Final = {
    ("at/zpo", "126(1) ZPO"),
    ("us-ca/ccp", "133 to 135"),
    ("us-ca/ccp", "413.20"),
    ("us-ca/ccp", "2016.060"),
    ("us-ca/ccp", "=Cal. Rules of Court, rules 2.210, 2.259(c)"),
}


def values(table: Any, key: str) -> Iterator[Any]:
    """Every value of a key, however deep it stands."""
    if isinstance(table, Mapping):
        for name, value in table.items():
            if name == key:
                yield value
            else:
                yield from values(value, key)
    elif isinstance(table, Sequence) and not isinstance(table, str):
        for one in table:
            yield from values(one, key)


def cites(raw: Mapping[str, Any]) -> Iterator[str]:
    """Every provision that a rule cites, in full, and those of its base."""
    prefix = raw["rule"].get("cite_prefix", "")
    for cite in values(raw, "cite"):
        for one in [cite] if isinstance(cite, str) else cite:
            yield from provisions(cited(prefix, one))
    base = raw["rule"].get("base")
    if base is not None:
        yield from cites(RULES[base])


def test_what_was_read_is_found_among_what_is_cited() -> None:
    """Else a count says that it rests on an account where the text itself was read.

    The law of another code bears an equals sign here as where it is cited.
    """
    idle = {
        (name, one)
        for name, raw in RULES.items()
        for read in values(raw, "read")
        for one in read
        if not any(
            is_within(cite, cited(raw["rule"].get("cite_prefix", ""), one))
            for cite in cites(raw)
        )
    }
    assert idle == BESIDE


@pytest.mark.parametrize("under", ["us-az/crim", "us-tx/trap", "us-oh/civr"])
def test_what_the_head_of_a_rule_says_was_read_holds_for_its_versions(
    under: str,
) -> None:
    """The head's list is of bare provisions, as a version's is."""
    result = lc.compute("10 days", after=date(2026, 3, 2), under=under)
    assert "verified-secondary" not in {notice.code for notice in result.notices}
