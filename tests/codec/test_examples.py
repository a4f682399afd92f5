"""Whatever the law computes is kept whole: every example of its files comes back."""

from __future__ import annotations

import pytest

from legalcase.codec import from_json, to_json
from legalcase.law.examples import Example, examples_of
from legalcase.law.examples import answer_of as computed
from legalcase.law.lawbook import Law

LAW = Law.bundled()
BY_ENTRY: dict[str, list[Example]] = {}
for _folder in LAW.folders:
    for _example in examples_of(_folder):
        if _example.sort != "calendar":
            BY_ENTRY.setdefault(_example.entry.partition("/")[0], []).append(_example)


@pytest.mark.slow
@pytest.mark.parametrize("where", sorted(BY_ENTRY))
def test_what_the_law_computes_comes_back(where: str) -> None:
    """Equal, with readings, notices and instant; and what is stored is the same."""
    for example in BY_ENTRY[where]:
        made = computed(LAW, example)
        text = to_json(made)
        back = from_json(text)
        assert made == back
        assert (made.readings, made.notices) == (back.readings, back.notices)
        assert (made.due_at, made.safe) == (back.due_at, back.safe)
        assert text == to_json(back)
