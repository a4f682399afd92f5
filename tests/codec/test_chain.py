"""Each digest of a log rests on all that stands before it."""

from __future__ import annotations

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from legalcase.codec.log.chain import FIRST, chain, digest


def test_a_digest_is_what_the_page_says() -> None:
    """So that another program, in another language, comes to the same."""
    parts = (b"legalcase-line-1", b"case:roe", b"12", b"\x01" * 32, "é".encode())
    whole = b"".join(len(part).to_bytes(8, "big") + part for part in parts)
    made = digest("case:roe", 12, b"\x01" * 32, "é".encode())
    assert made == sha256(whole).digest()


_PART = st.binary(max_size=4)


@given(*(st.tuples(st.text("ab:", max_size=4), st.integers(1, 30), _PART, _PART),) * 2)
def test_no_byte_moves_from_one_part_to_another(
    one: tuple[str, int, bytes, bytes], other: tuple[str, int, bytes, bytes]
) -> None:
    """Different places, digests before or bytes: another digest."""
    assert (one == other) == (digest(*one) == digest(*other))


def test_a_chain_goes_on_where_it_stopped() -> None:
    """What was changed, or taken out, changes every digest after it."""
    lines = [("case:roe", number, b"%d" % number) for number in range(1, 6)]
    whole = chain(lines)
    assert whole[0] == digest("case:roe", 1, FIRST, b"1")
    assert whole == chain(lines[:2]) + chain(lines[2:], whole[1])
    changed = [*lines[:2], ("case:roe", 3, b"x"), *lines[3:]]
    assert [a == b for a, b in zip(whole, chain(changed), strict=True)] == [
        True,
        True,
        False,
        False,
        False,
    ]
    assert chain([]) == []
