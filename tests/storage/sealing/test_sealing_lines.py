"""A sealed line opens in its place, with its key, to the letter; and nowhere else."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from every_one import for_each
from legalcase.codec.log.chain import digest
from legalcase.codec.log.lines import line_of, line_text
from legalcase.codec.text.json_text import canonical
from legalcase.errors import (
    DecodeError,
    InvalidTypeError,
    InvalidValueError,
    SchemaTooNewError,
)
from legalcase.storage.sealing import DataKey, Sealer
from legalcase.storage.sealing.cipher import Cipher
from legalcase.storage.sealing.envelope import Envelope, associated, written
from legalcase.storage.sealing.streams import MOST_LINES
from sealing_samples import LINE_IDS, LINES, RAW, STREAM, data_key, sealer, shown_by

#: A text with a character of each length in UTF-8.
TEXT = '{"said":"Roe, Ö € \U0001f512"}'
SEALED = sealer().seal(STREAM, 7, "filed", TEXT, data_key())

PLACES = st.tuples(
    st.from_regex(r"(case|person):[!-~]{1,20}", fullmatch=True),
    st.integers(1, MOST_LINES),
    st.from_regex(r"([a-z]{1,5}/)?[a-z0-9]{1,5}(-[a-z0-9]{1,5})?", fullmatch=True),
    st.text(st.characters(codec="utf-8")),
)


@for_each("line", LINES, ids=LINE_IDS)
def test_every_line_comes_back_as_it_was(line: Any) -> None:
    """Of every kind there is: the same text, and the same line."""
    one = sealer()
    text = line_text(line)
    body = one.seal(line.stream, line.number, line.kind, text, data_key())
    back = one.unseal(line.stream, line.number, body, data_key(), kind=line.kind)
    assert back == text
    assert line_of(back) == line


@given(PLACES)
def test_any_text_comes_back_from_any_place(place: tuple[str, int, str, str]) -> None:
    """Whatever it says: the empty text, zeros, ends of lines, marks."""
    stream, number, kind, text = place
    one = sealer()
    key, _ = one.new_key(stream)
    body = one.seal(stream, number, kind, text, key)
    assert one.unseal(stream, number, body, key) == text
    assert one.unseal(stream, number, body.encode(), key) == text


def test_the_envelope_is_canonical_and_names_what_is_in_clear() -> None:
    """It is what JSON says in one way only, with the kind and the name of the key."""
    said = json.loads(SEALED)
    assert canonical(said) == SEALED
    assert (said["kind"], said["schema"]) == ("sealed", 1)
    assert set(said["data"]) == {"cipher", "key", "kind", "nonce"}
    assert said["data"]["kind"] == "filed"
    assert said["data"]["key"] == data_key().name
    assert SEALED.isascii()


def test_the_same_line_is_never_sealed_alike() -> None:
    """Two nonces, two ciphers: nobody sees that two texts are one."""
    found = {sealer().seal(STREAM, 7, "filed", TEXT, data_key()) for _ in range(50)}
    assert len({json.loads(body)["data"]["nonce"] for body in found}) == 50
    assert len({json.loads(body)["data"]["cipher"] for body in found}) == 50


def test_every_flipped_bit_is_an_error() -> None:
    """Not one of them is silent, and none raises anything else."""
    whole = SEALED.encode()
    opened = []
    for place in range(len(whole) * 8):
        body = bytearray(whole)
        body[place // 8] ^= 1 << place % 8
        try:
            sealer().unseal(STREAM, 7, bytes(body), data_key())
        except DecodeError:
            continue
        opened.append(place)
    assert opened == []
    assert sealer().unseal(STREAM, 7, whole, data_key()) == TEXT


@for_each("cut", range(0, len(SEALED), 7))
def test_no_part_of_an_envelope_is_one(cut: int) -> None:
    """Cut at its end, at its beginning, or in the middle."""
    for body in (SEALED[:cut], SEALED[cut + 1 :], SEALED[:cut] + SEALED[cut + 1 :]):
        with pytest.raises(DecodeError):
            sealer().unseal(STREAM, 7, body, data_key())


def _spaced(body: str) -> str:
    return json.dumps(json.loads(body))


def _turned(body: str) -> str:
    return json.dumps(dict(reversed(json.loads(body).items())), separators=(",", ":"))


def _other_base64(body: str) -> str:
    # The last bits of Base64 that stand for no byte.
    return re.sub(r"(.)(=+\")", lambda found: chr(ord(found[1]) + 1) + found[2], body)


@pytest.mark.parametrize("changed", [_spaced, _turned, _other_base64])
def test_the_same_said_in_other_bytes_is_no_envelope(changed: Any) -> None:
    """What would be stored otherwise was not sealed by us."""
    body = changed(SEALED)
    assert body != SEALED
    with pytest.raises(DecodeError, match="cannot be unsealed"):
        sealer().unseal(STREAM, 7, body, data_key())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"filed"', '"\\u0066iled"'),
        ('"filed"', '"Filed"'),
        ('"filed"', '"served"'),
        ('"schema":1', '"schema":01'),
        ('"schema":1', '"schema":1.0'),
        ('"schema":1', '"schema":0'),
        ('"schema":1}', '"schema":1}\n'),
        ('"kind":"sealed"', '"kind":"line"'),
        ('"key"', '"more":1,"key"'),
    ],
)
def test_an_envelope_has_one_shape(old: str, new: str) -> None:
    """Nothing is passed over, and nothing read kindly."""
    assert old in SEALED
    with pytest.raises(DecodeError, match="cannot be unsealed"):
        sealer().unseal(STREAM, 7, SEALED.replace(old, new), data_key())


def test_a_clear_line_does_not_pass_for_a_sealed_one() -> None:
    """Whoever can write into the store could put clear text there."""
    text = line_text(LINES[0])
    assert not Sealer.is_sealed(text)
    with pytest.raises(DecodeError, match="no sealed line"):
        sealer().unseal(STREAM, 1, text, data_key())


@pytest.mark.parametrize(
    ("other", "place"),
    [
        (sealer(), (STREAM, 8)),
        (sealer(), (STREAM, 1)),
        (sealer(), ("case:roe2", 7)),
        (sealer(), ("person:roe", 7)),
        (sealer(tenant="other"), (STREAM, 7)),
    ],
    ids=["next", "first", "other-case", "person", "tenant"],
)
def test_an_envelope_opens_in_its_place_only(
    other: Sealer, place: tuple[str, int]
) -> None:
    """With the same key, so that nothing but the place can tell."""
    stream, number = place
    with pytest.raises(DecodeError, match="does not fit its place") as caught:
        other.unseal(stream, number, SEALED, DataKey(stream, RAW))
    assert caught.value.problems[0][0] == "$.data.cipher"


def test_names_do_not_run_into_each_other() -> None:
    """Firm and case, or stream and number, cannot trade a letter."""
    one = sealer(tenant="firma").seal(STREAM, 7, "filed", TEXT, data_key())
    with pytest.raises(DecodeError):
        sealer(tenant="firm").unseal("acase:roe", 7, one, DataKey("acase:roe", RAW))
    seen = {
        associated(*parts)
        for parts in (
            ("firm", "case:a", 11, "b", "c"),
            ("firm", "case:a1", 1, "b", "c"),
            ("firmc", "ase:a", 11, "b", "c"),
            ("firm", "case:a", 11, "bc", ""),
        )
    }
    assert len(seen) == 4


def test_another_kind_than_the_one_that_belongs_there_is_an_error() -> None:
    """In the envelope, it is bound; and who knows which it is can say so."""
    with pytest.raises(DecodeError, match="not the kind"):
        sealer().unseal(STREAM, 7, SEALED, data_key(), kind="served")
    with pytest.raises(DecodeError, match="does not fit"):
        sealer().unseal(STREAM, 7, SEALED.replace("filed", "filer"), data_key())


def test_another_key_is_said_to_be_one() -> None:
    """A stream's key that was taken for another's is no damage."""
    for key in (DataKey(STREAM, bytes(32)), DataKey("case:doe", RAW)):
        with pytest.raises(DecodeError, match="sealed with another key"):
            sealer().unseal(STREAM, 7, SEALED, key)
    # Not the name of the key tells, but the cipher.
    named = SEALED.replace(data_key().name, DataKey(STREAM, bytes(32)).name)
    with pytest.raises(DecodeError, match="does not fit"):
        sealer().unseal(STREAM, 7, named, DataKey(STREAM, bytes(32)))


def test_what_a_newer_version_sealed_is_left_alone() -> None:
    """It is sealed, and this version does not know how."""
    newer = SEALED.replace('"schema":1', '"schema":2')
    assert Sealer.is_sealed(newer)
    with pytest.raises(SchemaTooNewError) as caught:
        sealer().unseal(STREAM, 7, newer, data_key())
    assert (caught.value.found, caught.value.known) == (2, 1)


def test_bytes_that_are_no_text_are_an_error_without_a_byte_of_them() -> None:
    """Sealed by others, with the right key: nothing of it gets into the error."""
    nonce, name = bytes(12), data_key().name
    beside = associated("firm", STREAM, 7, "filed", name)
    cipher = Cipher(RAW).encrypt(nonce, b"canary-4711\xff", beside)
    with pytest.raises(DecodeError, match="no text in UTF-8") as caught:
        sealer().unseal(
            STREAM, 7, written(Envelope("filed", name, nonce, cipher)), data_key()
        )
    assert "canary" not in shown_by(caught.value)


@pytest.mark.parametrize(
    ("body", "is_one"),
    [
        (SEALED, True),
        (SEALED.encode(), True),
        (SEALED[:-1], False),
        (SEALED + " ", False),
        ("", False),
        (b"\xff", False),
        ('{"data":{"event":{"data":{},"kind":"sealed","schema":1}}}', False),
    ],
)
def test_a_body_says_whether_it_is_sealed(body: str | bytes, *, is_one: bool) -> None:
    """By its own words, at its end; what an event says is not what the line is."""
    assert Sealer.is_sealed(body) is is_one


@pytest.mark.parametrize(
    ("place", "error"),
    [
        ((STREAM, 0, "filed", TEXT), InvalidValueError),
        ((STREAM, -1, "filed", TEXT), InvalidValueError),
        ((STREAM, MOST_LINES + 1, "filed", TEXT), InvalidValueError),
        ((STREAM, True, "filed", TEXT), InvalidTypeError),
        ((STREAM, "7", "filed", TEXT), InvalidTypeError),
        (("case:doe", 7, "filed", TEXT), InvalidValueError),
        ((None, 7, "filed", TEXT), InvalidValueError),
        ((STREAM, 7, 'fi"led', TEXT), InvalidValueError),
        ((STREAM, 7, "", TEXT), InvalidValueError),
        ((STREAM, 7, "a" * 101, TEXT), InvalidValueError),
        ((STREAM, 7, None, TEXT), InvalidValueError),
        ((STREAM, 7, "filed", "half \ud800"), InvalidValueError),
        ((STREAM, 7, "filed", b"bytes"), InvalidValueError),
    ],
)
def test_what_has_no_place_is_refused(
    place: tuple[Any, ...], error: type[Exception]
) -> None:
    """Before anything is sealed, in two sentences."""
    stream, number, kind, text = place
    with pytest.raises(error, match=r"\. \w.*\."):
        sealer().seal(stream, number, kind, text, data_key())


def test_the_last_line_that_a_key_seals_is_sealed() -> None:
    """After 2³² nonces at random two could be the same."""
    assert MOST_LINES == 2**32
    body = sealer().seal(STREAM, MOST_LINES, "filed", TEXT, data_key())
    assert sealer().unseal(STREAM, MOST_LINES, body, data_key()) == TEXT


@pytest.mark.parametrize("key", [None, RAW, RAW.hex()])
def test_a_key_is_one_that_the_sealer_made(key: Any) -> None:
    """Bare bytes are none: they would be shown, stored and compared."""
    with pytest.raises(InvalidTypeError, match="DataKey"):
        sealer().seal(STREAM, 7, "filed", TEXT, key)
    with pytest.raises(InvalidTypeError, match="DataKey"):
        sealer().unseal(STREAM, 7, SEALED, key)


def test_a_body_is_text_or_bytes() -> None:
    """Nothing else is read."""
    wrong: Any = None
    with pytest.raises(InvalidTypeError, match="body needs"):
        sealer().unseal(STREAM, 7, wrong, data_key())
    with pytest.raises(InvalidTypeError, match="body needs"):
        Sealer.is_sealed(wrong)


def test_text_that_the_cipher_does_not_take_is_refused() -> None:
    """It takes 2 GB; nobody makes so much for a test."""

    class Full:
        """Stands in for the library, which says so."""

        def encrypt(self, *_: object) -> bytes:
            """Refuse."""
            raise OverflowError

    cipher = Cipher(RAW)
    cipher._aead = Full()  # type: ignore[assignment]  # stands in
    with pytest.raises(InvalidValueError, match="2 GB") as caught:
        cipher.encrypt(bytes(12), b"canary-4711", b"")
    assert "canary" not in shown_by(caught.value)


def test_a_digest_binds_what_is_stored_and_not_what_it_says() -> None:
    """A log of sealed lines is verified by whoever has no key."""
    bodies = [SEALED, sealer().seal(STREAM, 7, "filed", TEXT, data_key())]
    assert len({digest(STREAM, 7, b"", body.encode()) for body in bodies}) == 2
