"""A word with one slip of the hand is refused, and the word that was meant is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalcase.errors import UnknownNameError
from legalcase.law.book.vocabulary import folded, synonyms_of
from legalcase.law.files.schema.sorts import SORTS
from legalcase.law.lawbook import Law

LAW = Law.bundled()
KNOWN = {
    sort: {
        *map(folded, LAW.words(sort)),
        *(spelt for tables in synonyms_of(LAW).values() for spelt in tables[sort]),
    }
    for sort in SORTS
}
#: A slip in a shorter word leaves too little of it.
SHORTEST = 4


@st.composite
def slips(draw: st.DrawFn, word: str) -> str:
    """A word with a letter left out, doubled, changed, or two of them swapped."""
    at = draw(st.integers(0, len(word) - 2))
    before, letter, after, rest = word[:at], word[at], word[at + 1], word[at + 2 :]
    other = draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    return before + draw(
        st.sampled_from(
            [
                after + rest,
                letter + letter + after + rest,
                other + after + rest,
                after + letter + rest,
            ]
        )
    )


@pytest.mark.parametrize("sort", SORTS)
@given(data=st.data())
def test_one_slip_is_refused_and_the_word_is_said(
    sort: str, data: st.DataObject
) -> None:
    """Unless the slip makes another word, or another spelling of one, of it."""
    longer = sorted(word for word in LAW.words(sort) if len(word) >= SHORTEST)
    word = data.draw(st.sampled_from(longer))
    asked = data.draw(slips(word))
    if folded(asked) in KNOWN[sort]:
        return
    with pytest.raises(UnknownNameError) as caught:
        LAW.check_word(sort, asked)
    assert word in caught.value.suggestions
