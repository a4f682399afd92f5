"""Nothing of a text or of a key is shown, stored in clear, or sent away."""

from __future__ import annotations

import copy
import json
import pickle
from base64 import b64decode
from typing import TYPE_CHECKING, Any

import pytest

from case_samples import CANARY
from every_one import for_each
from legalcase.codec.log.lines import line_text
from legalcase.errors import InvalidTypeError, LegalCaseError
from legalcase.storage import sealing
from legalcase.storage.lines.rows import tags_of
from legalcase.storage.sealing import (
    DataKey,
    LocalKeys,
    Sealer,
    WrappedKey,
    tags_in_clear,
)
from sealing_samples import (
    BARE_KEY,
    LINE_IDS,
    LINES,
    OLD,
    RAW,
    STREAM,
    data_key,
    keys,
    sealer,
    shown_by,
)

if TYPE_CHECKING:
    from collections.abc import Callable


def _bears_a_key(text: str) -> bool:
    return BARE_KEY in text or any(
        mark in text
        for key in (RAW, OLD, RAW[:-1], OLD[:-1])
        for mark in (repr(key)[2:-1], key.hex(), str(list(key))[1:-1])
    )


@for_each("line", LINES, ids=LINE_IDS)
def test_no_text_of_any_line_stands_in_its_body(line: Any) -> None:
    """But its kind, which is in clear by choice, and its length."""
    text = line_text(line)
    assert CANARY in text
    body = sealer().seal(line.stream, line.number, line.kind, text, data_key())
    said = json.loads(body)["data"]
    inner = b64decode(said["cipher"])
    for secret in (CANARY, line.event_id, "recorded_at"):
        assert secret not in body
        assert secret.encode() not in inner
    assert len(inner) == len(text.encode()) + 16


def test_a_report_that_would_show_a_key_is_noticed() -> None:
    """So that the tests below cannot pass by looking at nothing."""
    for told in (f"key: {RAW!r}", RAW.hex(), f"{[*OLD]}", f"{BARE_KEY}: raw"):
        assert _bears_a_key(told)
    assert not _bears_a_key("<DataKey of 'case:roe'>")


def _other_number(one: Sealer, body: str) -> object:
    return one.unseal(STREAM, 8, body, data_key())


def _other_key(one: Sealer, body: str) -> object:
    return one.unseal(STREAM, 7, body, DataKey(STREAM, OLD))


def _half(one: Sealer, _: str) -> object:
    return one.seal(STREAM, 7, "filed", f"{CANARY} \ud800", data_key())


def _wrong_kind(one: Sealer, _: str) -> object:
    return one.seal(STREAM, 7, "Filed", CANARY, data_key())


def _wrong_number(one: Sealer, _: str) -> object:
    return one.seal(STREAM, 0, "filed", CANARY, data_key())


def _forgotten(one: Sealer, _: str) -> object:
    key = one.new_key(STREAM)[0]
    one.forget(STREAM)
    return one.seal(STREAM, 7, "filed", CANARY, key)


def _clear_body(one: Sealer, _: str) -> object:
    return one.unseal(STREAM, 7, "{}", data_key())


def _short_key(_: Sealer, __: str) -> object:
    return DataKey(STREAM, RAW[:-1])


def _bare_keys(_: Sealer, __: str) -> object:
    return sealer(keys={"2025": OLD})


def _short_master(_: Sealer, __: str) -> object:
    return LocalKeys({"2025": OLD[:-1]}, current="2025")


def _master_for_current(_: Sealer, __: str) -> object:
    wrong: Any = {"2025": OLD}
    return LocalKeys(wrong, current=OLD.hex())


def _short_to_wrap(_: Sealer, __: str) -> object:
    return keys().wrap(RAW[:-1], b"c")


def _wrong_wrapped(one: Sealer, _: str) -> object:
    return one.open_key(STREAM, WrappedKey("2025", b"x" * 60))


class _Failing(LocalKeys):
    """Keys behind a network that is down."""

    def wrap(self, data_key: bytes, context: bytes) -> WrappedKey:
        """Fail, with nothing of the key in hand."""
        del data_key, context
        msg = "The service for keys does not answer. Try again."
        raise LegalCaseError(msg)


def _no_service(_: Sealer, __: str) -> object:
    return sealer(keys=_Failing({"2025": OLD}, current="2025")).new_key(STREAM)


@pytest.mark.parametrize(
    "fails",
    [
        _other_number,
        _other_key,
        _half,
        _wrong_kind,
        _wrong_number,
        _forgotten,
        _clear_body,
        _short_key,
        _bare_keys,
        _short_master,
        _short_to_wrap,
        _wrong_wrapped,
        _no_service,
    ],
)
def test_no_error_shows_a_text_or_a_key(fails: Callable[[Sealer, str], object]) -> None:
    """Neither its message, nor its attributes, nor what our frames hold."""
    one = sealer()
    body = one.seal(STREAM, 7, "filed", CANARY, data_key())
    with pytest.raises(LegalCaseError) as caught:
        fails(one, body)
    told = shown_by(caught.value)
    assert "Error" in told
    assert CANARY not in told
    assert not _bears_a_key(told)


def test_a_key_in_the_wrong_place_is_not_quoted() -> None:
    """A master key that was given as the name of the one in use."""
    with pytest.raises(LegalCaseError) as caught:
        _master_for_current(sealer(), "")
    assert not _bears_a_key(f"{caught.value} {vars(caught.value)}")


HOLDERS = [sealer(), keys(), data_key(), sealing.cipher.Cipher(RAW)]
by_name = pytest.mark.parametrize("holder", HOLDERS, ids=lambda one: type(one).__name__)


@by_name
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_what_holds_keys_is_not_pickled(holder: Any, protocol: int) -> None:
    """By no protocol, so that no queue and no cache gets them."""
    with pytest.raises(InvalidTypeError, match="cannot be copied or pickled"):
        pickle.dumps(holder, protocol)
    with pytest.raises(InvalidTypeError):
        pickle.dumps({"held": [holder]}, protocol)


@pytest.mark.parametrize("holder", [sealer(), keys()], ids=["Sealer", "LocalKeys"])
def test_what_holds_keys_is_not_copied(holder: Any) -> None:
    """There is one, and who has it can forget."""
    with pytest.raises(InvalidTypeError):
        copy.copy(holder)
    with pytest.raises(InvalidTypeError):
        copy.deepcopy(holder)


def test_a_data_key_has_no_copy() -> None:
    """A copy would outlive the forgetting."""
    key = data_key()
    assert copy.copy(key) is key
    assert copy.deepcopy({"key": key})["key"] is key


@by_name
def test_nothing_shows_a_key(holder: Any) -> None:
    """Neither `repr`, nor `str`, nor any attribute that can be listed."""
    told = f"{holder!r} {holder} {[repr(getattr(holder, n)) for n in dir(holder)]}"
    assert not _bears_a_key(told)
    assert not hasattr(holder, "__dict__")


def test_two_keys_are_never_compared() -> None:
    """By what they are: each is only itself, and the comparison leaks no time."""
    assert data_key() != data_key()
    key = data_key()
    assert len({key, key}) == 1
    assert "__eq__" not in vars(DataKey)


def test_a_wrapped_key_does_not_show_its_bytes() -> None:
    """They are no secret, and nobody needs them in a log."""
    wrapped = keys().wrap(RAW, b"c")
    assert repr(wrapped) == "WrappedKey(key_id='2025')"
    assert RAW not in wrapped.wrapped
    assert pickle.loads(pickle.dumps(wrapped)) == wrapped


def test_the_name_of_a_key_tells_nothing_of_it() -> None:
    """It is none of its bytes, and that of another key is another."""
    assert data_key().name not in RAW.hex()
    assert data_key().name == data_key("case:doe").name
    assert data_key().name != DataKey(STREAM, OLD).name


@pytest.mark.parametrize(
    ("tags", "kept"),
    [
        ((), ()),
        (("kind:filed",), ("kind:filed",)),
        (
            ("party:p-1", "person:roe", "organization:acme", "agency:a", "case:roe"),
            ("party:p-1", "person:roe", "organization:acme", "agency:a", "case:roe"),
        ),
        (("number:3:26-cv-1", "court:us/cand", f"content:{'0' * 64}"), ()),
        (("ticket:7", "kindness:1", "Party:p", "kind"), ("kind",)),
        ((tag for tag in ("number:1", "kind:filed")), ("kind:filed",)),
    ],
)
def test_of_the_tags_ids_and_kinds_stay(tags: Any, kept: tuple[str, ...]) -> None:
    """Docket numbers, courts and digests go, and so does what nobody knows."""
    assert tags_in_clear(tags) == kept


@for_each("line", LINES, ids=LINE_IDS)
def test_no_tag_of_a_sealed_line_names_the_matter(line: Any) -> None:
    """Of every kind there is; its kind always stays."""
    kept = tags_in_clear(tags_of(line))
    assert f"kind:{line.kind}" in kept
    assert [tag for tag in kept if tag.startswith(("number:", "court:"))] == []
    assert [tag for tag in kept if tag.startswith("content:")] == []
    assert CANARY not in " ".join(kept)


@pytest.mark.parametrize("tags", ["kind:filed", None, 7, (7,), (None,)])
def test_tags_are_texts_of_a_line(tags: Any) -> None:
    """One text is not many."""
    with pytest.raises(InvalidTypeError, match="tags needs"):
        tags_in_clear(tags)


def test_a_misspelt_name_is_told() -> None:
    """As everywhere."""
    with pytest.raises(AttributeError, match="Did you mean 'Sealer'"):
        getattr(sealing, "Seeler")  # noqa: B009 - a checker knows that it is not there
