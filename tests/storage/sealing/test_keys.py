"""Data keys are wrapped, rotated and forgotten; a master key is the caller's."""

from __future__ import annotations

import sys
import threading
from typing import Any

import pytest

from legalcase.codec.log.chain import digest
from legalcase.errors import (
    DecodeError,
    InvalidTypeError,
    InvalidValueError,
    MissingExtraError,
    StorageError,
    UnknownNameError,
)
from legalcase.storage.sealing import LocalKeys, Sealer, WrappedKey
from sealing_samples import (
    BARE_KEY,
    NEW,
    OLD,
    RAW,
    STREAM,
    keys,
    rotated,
    sealer,
    shown_by,
)


def test_a_wrapped_key_opens_for_its_stream_and_tenant_only() -> None:
    """A wrapped key cannot be carried from one case to another."""
    one = sealer()
    key, wrapped = one.new_key(STREAM)
    assert sealer().open_key(STREAM, wrapped).name == key.name
    for other, stream in ((one, "case:doe"), (sealer(tenant="other"), STREAM)):
        with pytest.raises(DecodeError, match="belongs elsewhere"):
            other.open_key(stream, wrapped)


def test_every_flipped_bit_of_a_wrapped_key_is_an_error() -> None:
    """Of its bytes; another id is another key, or none."""
    _, wrapped = sealer().new_key(STREAM)
    for place in range(len(wrapped.wrapped) * 8):
        body = bytearray(wrapped.wrapped)
        body[place // 8] ^= 1 << place % 8
        with pytest.raises(DecodeError):
            sealer().open_key(STREAM, WrappedKey("2025", bytes(body)))
    for cut in (wrapped.wrapped[:-1], wrapped.wrapped + b"x", b"x"):
        with pytest.raises(DecodeError):
            sealer().open_key(STREAM, WrappedKey("2025", cut))
    same = LocalKeys({"2025": OLD, "2024": OLD}, current="2025")
    with pytest.raises(DecodeError):
        sealer(keys=same).open_key(STREAM, WrappedKey("2024", wrapped.wrapped))


def test_each_stream_has_a_key_of_its_own() -> None:
    """And the same key is never wrapped alike."""
    one = sealer()
    names = {one.new_key(f"case:{n}")[0].name for n in range(20)}
    assert len(names) == 20
    _, wrapped = one.new_key(STREAM)
    assert one.rewrap(STREAM, wrapped).wrapped != wrapped.wrapped


def test_rotation_touches_no_line_and_no_digest() -> None:
    """The master key changes; what is stored of the lines stays, to the byte."""
    before = sealer()
    key, wrapped = before.new_key(STREAM)
    bodies = [before.seal(STREAM, n, "filed", f"line {n}", key) for n in (1, 2, 3)]
    digests = [digest(STREAM, 1, b"", body.encode()) for body in bodies]
    after = sealer(keys=rotated())
    rewrapped = after.rewrap(STREAM, wrapped)
    assert (wrapped.key_id, rewrapped.key_id) == ("2025", "2026")
    # The old master key can go.
    last = sealer(keys=LocalKeys({"2026": NEW}, current="2026"))
    opened = last.open_key(STREAM, rewrapped)
    assert opened.name == key.name
    for number, body in enumerate(bodies, 1):
        assert last.unseal(STREAM, number, body, opened) == f"line {number}"
    assert digests == [digest(STREAM, 1, b"", body.encode()) for body in bodies]
    with pytest.raises(UnknownNameError, match="no master key '2025'"):
        last.open_key(STREAM, wrapped)


def test_a_forgotten_key_makes_the_stream_unreadable() -> None:
    """For those too who hold it; what is left is the number of lines and their size."""
    one = sealer()
    key, wrapped = one.new_key(STREAM)
    again = one.open_key(STREAM, wrapped)
    other, _ = one.new_key("case:doe")
    body = one.seal(STREAM, 1, "filed", "said", key)
    one.forget(STREAM)
    for held in (key, again):
        with pytest.raises(StorageError, match="was forgotten"):
            one.unseal(STREAM, 1, body, held)
        with pytest.raises(StorageError, match="was forgotten"):
            one.seal(STREAM, 2, "filed", "more", held)
    assert one.unseal(
        "case:doe", 1, one.seal("case:doe", 1, "filed", "said", other), other
    )
    one.forget("case:nobody")
    # As long as the wrapped key is stored, it is only forgotten here.
    assert one.unseal(STREAM, 1, body, one.open_key(STREAM, wrapped)) == "said"


def test_so_many_keys_are_kept_and_all_can_be_forgotten() -> None:
    """Those that were asked for last; a key that somebody else holds is reached too."""
    asked: list[bytes] = []

    class Counting(LocalKeys):
        """Notes what it unwraps."""

        def unwrap(self, wrapped: WrappedKey, context: bytes) -> bytes:
            """Unwrap, and note it."""
            asked.append(context)
            return super().unwrap(wrapped, context)

    one = sealer(keys=Counting({"2025": OLD}, current="2025"), keep=2)
    made = {f"case:{n}": one.new_key(f"case:{n}") for n in (1, 2, 3)}
    assert repr(one) == "<Sealer of 'firm': 2 keys open>"
    assert one.open_key("case:3", made["case:3"][1]) is made["case:3"][0]
    assert asked == []
    assert one.open_key("case:1", made["case:1"][1]) is not made["case:1"][0]
    assert len(asked) == 1
    assert one.open_key("case:3", made["case:3"][1]) is made["case:3"][0]
    # What was asked for last is kept, whenever it was made.
    first, last = (one.open_key(f"case:{n}", made[f"case:{n}"][1]) for n in (1, 3))
    one.new_key("case:4")
    assert one.open_key("case:3", made["case:3"][1]) is last
    assert one.open_key("case:1", made["case:1"][1]) is not first
    one.forget("case:2")
    with pytest.raises(StorageError, match="was forgotten"):
        made["case:2"][0].cipher()
    # Another wrapped key is another matter, whatever was kept.
    with pytest.raises(DecodeError):
        one.open_key("case:3", made["case:1"][1])


def test_who_began_before_a_key_was_forgotten_does_not_bring_it_back() -> None:
    """The key that was being opened is not kept, and the next asks again."""

    class Slow(LocalKeys):
        """Is slow, so that somebody else can forget meanwhile."""

        def unwrap(self, wrapped: WrappedKey, context: bytes) -> bytes:
            """Unwrap, once it was forgotten."""
            found = super().unwrap(wrapped, context)
            other = threading.Thread(target=one.forget, args=(STREAM,))
            other.start()
            other.join()
            return found

    one = sealer(keys=Slow({"2025": OLD}, current="2025"))
    _, wrapped = sealer().new_key(STREAM)
    one.open_key(STREAM, wrapped)
    assert repr(one) == "<Sealer of 'firm': 0 keys open>"


def test_threads_share_a_sealer() -> None:
    """Keys are opened, kept and dropped by several at once."""
    one = sealer(keep=3)
    wrapped = {f"case:{n}": one.new_key(f"case:{n}")[1] for n in range(8)}
    wrong: list[BaseException] = []

    def work(begin: int) -> None:
        try:
            for step in range(200):
                stream = f"case:{(begin + step) % 8}"
                key = one.open_key(stream, wrapped[stream])
                body = one.seal(stream, 1, "filed", stream, key)
                assert one.unseal(stream, 1, body, key) == stream
        except BaseException as error:  # noqa: BLE001 - told to the test
            wrong.append(error)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


class Broken:
    """Keys of somebody who has not read what is promised."""

    def __init__(self, made: Any = None, found: Any = None) -> None:
        """Give always the same."""
        self.made, self.found = made, found

    def wrap(self, data_key: bytes, context: bytes) -> WrappedKey:
        """Give what was set, or the bare key."""
        made: Any = data_key if self.made == "bare" else self.made
        assert context
        return WrappedKey("k", b"x" + data_key) if made is None else made

    def unwrap(self, wrapped: WrappedKey, context: bytes) -> bytes:
        """Give what was set."""
        assert wrapped.key_id
        assert context
        found: bytes = self.found
        return found


@pytest.mark.parametrize("made", [None, "bare", b"", 0, ("k", b"x")])
def test_keys_that_do_not_wrap_are_found_out(made: Any) -> None:
    """The data key must not stand in what is stored."""
    with pytest.raises(InvalidValueError, match="did not wrap") as caught:
        sealer(keys=Broken(made)).new_key(STREAM)
    assert BARE_KEY not in shown_by(caught.value)


@pytest.mark.parametrize("found", [None, b"", RAW[:-1], RAW + b"x", RAW.hex()])
def test_keys_that_unwrap_something_else_are_found_out(found: Any) -> None:
    """32 bytes have to come back."""
    with pytest.raises(DecodeError, match="32 bytes"):
        sealer(keys=Broken(found=found)).open_key(STREAM, WrappedKey("k", b"x"))


@pytest.mark.parametrize(
    ("given", "current", "error"),
    [
        ({}, "2025", InvalidValueError),
        ({"2025": OLD}, "2026", InvalidValueError),
        ({"2025": OLD}, OLD, InvalidValueError),
        ({"2025": OLD}, None, InvalidValueError),
        ({"2025": OLD[:-1]}, "2025", InvalidValueError),
        ({"2025": OLD + OLD}, "2025", InvalidValueError),
        ({"2025": OLD.hex()}, "2025", InvalidTypeError),
        ({"2025": bytearray(OLD)}, "2025", InvalidTypeError),
        ({"": OLD}, "", InvalidValueError),
        ({"a b": OLD}, "a b", InvalidValueError),
        ({2025: OLD}, 2025, InvalidValueError),
        ([("2025", OLD)], "2025", InvalidTypeError),
        (OLD, "2025", InvalidTypeError),
    ],
)
def test_master_keys_are_checked(
    given: Any, current: Any, error: type[Exception]
) -> None:
    """Before anything is wrapped with them, and none is quoted."""
    with pytest.raises(error) as caught:
        LocalKeys(given, current=current)
    assert OLD.hex() not in str(caught.value)
    assert repr(OLD)[2:20] not in str(caught.value)


@pytest.mark.parametrize(
    ("data_key", "context", "error"),
    [
        (RAW[:-1], b"c", InvalidValueError),
        (RAW.hex(), b"c", InvalidTypeError),
        (RAW, "c", InvalidTypeError),
    ],
)
def test_what_is_wrapped_is_checked(
    data_key: Any, context: Any, error: type[Exception]
) -> None:
    """Bytes, and as many as a key has."""
    with pytest.raises(error):
        keys().wrap(data_key, context)


def test_what_is_unwrapped_is_checked() -> None:
    """A wrapped key and its context, of their types."""
    wrong: Any = (b"x", "c")
    with pytest.raises(InvalidTypeError):
        keys().unwrap(wrong[0], b"c")
    with pytest.raises(InvalidTypeError):
        keys().unwrap(keys().wrap(RAW, b"c"), wrong[1])
    assert keys().unwrap(keys().wrap(RAW, b"c"), b"c") == RAW
    for stored in ("x", b""):
        with pytest.raises((InvalidTypeError, InvalidValueError)):
            WrappedKey("k", stored)  # type: ignore[arg-type]  # wrong on purpose
    with pytest.raises(InvalidTypeError):
        sealer().open_key(STREAM, wrong[0])


@pytest.mark.parametrize(
    ("setting", "error"),
    [
        ({"tenant": ""}, InvalidValueError),
        ({"tenant": None}, InvalidValueError),
        ({"tenant": "a\nb"}, InvalidValueError),
        ({"tenant": "\ud800"}, InvalidValueError),
        ({"keep": 0}, InvalidValueError),
        ({"keep": True}, InvalidValueError),
        ({"keys": {"2025": OLD}}, InvalidTypeError),
        ({"keys": OLD}, InvalidTypeError),
        ({"which": "case:"}, InvalidTypeError),
        ({"which": None}, InvalidTypeError),
        ({"which": ()}, InvalidValueError),
        ({"which": ("case",)}, InvalidValueError),
        ({"which": ("case:roe",)}, InvalidValueError),
        ({"which": (":",)}, InvalidValueError),
        ({"which": (7,)}, InvalidValueError),
        ({"clear": "due"}, InvalidTypeError),
        ({"clear": None}, InvalidTypeError),
        ({"clear": ("due", "title")}, InvalidValueError),
    ],
)
def test_settings_are_checked(setting: Any, error: type[Exception]) -> None:
    """Nothing that was given is dropped, and nothing is guessed."""
    with pytest.raises(error, match=r"\. \w.*\."):
        sealer(**setting)


def test_which_streams_are_sealed_is_the_callers_choice() -> None:
    """By prefix, or by a function, which has to say yes or no."""
    assert sealer().seals("person:roe")
    assert not sealer().seals("organization:acme")
    assert not sealer(which={"case:"}).seals("cases:roe")
    chosen = sealer(which=lambda stream: stream == STREAM)
    assert chosen.seals(STREAM)
    assert not chosen.seals("case:roe2")
    with pytest.raises(InvalidValueError, match="no stream that is sealed"):
        chosen.new_key("case:roe2")
    with pytest.raises(InvalidTypeError, match="True or False"):
        sealer(which=lambda _: None).seals(STREAM)
    wrong: Any = (None, "", "case:a b")
    for stream in wrong:
        with pytest.raises((InvalidTypeError, InvalidValueError)):
            sealer().seals(stream)


def test_what_stays_in_clear_is_the_callers_choice() -> None:
    """Among three columns; none is a choice as well."""
    assert sealer().clear == {"due", "status", "assignee"}
    assert sealer(clear=["due"]).clear == {"due"}
    assert sealer(clear=()).clear == frozenset()


def test_without_the_library_the_sealer_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """When it is made: importing the package needs nothing."""
    held = keys()
    for name in [name for name in sys.modules if name.startswith("cryptography")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "cryptography", None)
    for make in (
        lambda: Sealer(held, tenant="firm", which=("case:",)),
        lambda: LocalKeys({"2025": OLD}, current="2025"),
    ):
        with pytest.raises(MissingExtraError, match=r"legalcase\[crypto\]") as caught:
            make()
        assert caught.value.extra == "crypto"
        assert isinstance(caught.value, ImportError)
