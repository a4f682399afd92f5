"""Certificates that somebody made, or that a shell rewrote: refused, or read as is."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

import legalcase as lc
from legalcase.certificates import Certificate, certify, verify
from legalcase.certificates.document import as_text
from legalcase.errors import DecodeError

if TYPE_CHECKING:
    from collections.abc import Callable

SERVED = date(2026, 6, 3)


def written() -> str:
    """A certificate of answers to interrogatories that came by mail."""
    return certify(
        lc.compute("us/frcp/33(b)(2)", after=SERVED, court="cand", service="mail")
    ).to_json()


def forged(change: Callable[[dict[str, Any]], None]) -> str:
    """The same, something in it changed, under the digest of what it says now."""
    body = json.loads(written())["body"]
    change(body)
    return as_text(body)


@pytest.mark.parametrize("body", ["1e999", "[-1e999]", '{"computation":1e999}'])
def test_a_number_that_json_does_not_have(body: str) -> None:
    """It can be read and not be written: no digest is of it."""
    text = f'{{"kind":"certificate","schema":1,"digest":"sha256:0","body":{body}}}'
    with pytest.raises(DecodeError, match="was changed since"):
        Certificate.from_json(text)


@pytest.mark.parametrize(
    "name", ["", "court", "readings", "facts", "law", "self", "x\ud800", "After"]
)
def test_no_way_to_count_is_passed_on_as_a_name(name: str) -> None:
    """It is refused in words, whatever else `compute` takes by that name."""

    def change(body: dict[str, Any]) -> None:
        body["computation"]["data"]["inputs"]["direction"] = name

    found = verify(Certificate.from_json(forged(change)))
    assert found.state == "differs"
    assert found.because[0].startswith("it is refused now: direction=")


def test_words_that_somebody_put_there_are_told() -> None:
    """Of the same editions, the law at hand says which they are."""

    def another(body: dict[str, Any]) -> None:
        body["words"][0][1][0]["text"] = "include the day of the event"

    def fewer(body: dict[str, Any]) -> None:
        del body["words"][0]

    def twice(body: dict[str, Any]) -> None:
        body["words"].insert(0, body["words"][0])

    def lacking(body: dict[str, Any]) -> None:
        body["without"].append("Fed. R. Civ. P. 99")

    for change in (another, fewer, twice, lacking):
        found = verify(Certificate.from_json(forged(change)))
        assert found.state == "same-dates"
        assert "words" in found.because[0]
        assert found.now is not None
    assert verify(Certificate.from_json(written())).is_reproduced


def test_words_of_what_it_runs_from_are_told_too() -> None:
    """A certificate lies in another with its own words."""
    served = lc.served_on(date(2024, 6, 7), "mail", under="gb-eaw/cpr")
    chained = certify(lc.compute("14 days", after=served, under="gb-eaw/cpr"))
    body = json.loads(chained.to_json())["body"]
    (_, inner), *_ = body["runs_from"]
    inner["words"] = [["6.26", [{"cite": "6.26", "text": "on the first day"}]]]
    found = verify(Certificate.from_json(as_text(body)))
    assert found.state == "same-dates"
    assert any("6.26" in reason for reason in found.because)


@pytest.mark.parametrize(
    "of",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("utf-16"),
        lambda text: "\ufeff".encode("utf-16-be") + text.encode("utf-16-be"),
        lambda text: f"{text}\r\n".encode("utf-16"),
    ],
    ids=("text", "utf-8", "utf-16", "utf-16-be", "with line ends"),
)
def test_the_mark_that_a_shell_puts_before_it_is_passed_over(of: Any) -> None:
    """PowerShell writes what a command prints in UTF-16, or marks UTF-8."""
    text = written()
    assert Certificate.from_json(of(text)).to_json() == text


def test_half_of_utf_16_is_no_text() -> None:
    """An odd byte at the end: the file was cut."""
    with pytest.raises(DecodeError, match="no text in UTF-8"):
        Certificate.from_json(written().encode("utf-16")[:-1])


def test_what_it_has_is_said_so_that_no_terminal_obeys_it() -> None:
    """Names of members are quoted; of none, that there is none."""
    with pytest.raises(DecodeError, match="it has nothing"):
        Certificate.from_json("{}")
    with pytest.raises(DecodeError) as met:
        Certificate.from_json('{"\\u001b[31m": 1}')
    assert "\x1b" not in str(met.value)
