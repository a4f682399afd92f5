"""The cipher is AES-256-GCM: it gives what NIST has published."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from legalcase.storage.sealing.cipher import Cipher

VECTORS = [
    {
        name: bytes.fromhex(digits)
        for name, digits in re.findall(r"^(\w+) = ?(\w*)$", block, re.MULTILINE)
    }
    for block in Path(__file__)
    .with_name("gcm-256.rsp")
    .read_text(encoding="utf-8")
    .split("\n\n")[1:]
]


def test_there_are_vectors_of_every_length() -> None:
    """Five lengths of text, five of what is bound to it, two of each."""
    assert len({(len(v["PT"]), len(v["AAD"])) for v in VECTORS}) == 25
    assert len(VECTORS) == 50


@pytest.mark.parametrize("vector", VECTORS, ids=lambda v: v["Tag"].hex()[:8])
def test_the_published_answer_comes_out(vector: dict[str, bytes]) -> None:
    """Cipher text and tag, and back; with another bit of what is bound, nothing."""
    cipher = Cipher(vector["Key"])
    sealed = cipher.encrypt(vector["IV"], vector["PT"], vector["AAD"])
    assert sealed == vector["CT"] + vector["Tag"]
    assert cipher.decrypt(vector["IV"], sealed, vector["AAD"]) == vector["PT"]
    assert cipher.decrypt(vector["IV"], sealed, vector["AAD"] + b"\0") is None
    assert cipher.decrypt(vector["IV"], sealed[:-1], vector["AAD"]) is None
