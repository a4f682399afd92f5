"""`legalcase verify`: a certificate of the command line, verified by it."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from cli.running import answered, ran, squeezed, too_wide
from legalcase.certificates import Certificate

ASKED = ("due", "us/frcp/33(b)(2)", "--after", "2026-06-03", "--court", "cand")
LAW = """\
[jurisdiction]
id = "us"
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test in a folder of its own, with a certificate in it."""
    monkeypatch.chdir(tmp_path)
    text = answered(*ASKED, "--service", "mail", "--format", "certificate")
    Path("answer.json").write_text(text, encoding="ascii")


def test_what_the_command_certified_it_reproduces() -> None:
    """The digest is there to be compared with the one that was kept."""
    digest = Certificate.from_json(Path("answer.json").read_bytes()).digest
    out = answered("verify", "answer.json")
    assert out == (
        f"us/frcp/33(b)(2), due 2026-07-09\n{digest}\n\n"
        "Reproduced: the same dates, steps, readings and editions.\n"
    )
    found = json.loads(answered("verify", "answer.json", "--format", "json"))
    assert (found["state"], found["because"]) == ("reproduced", [])
    assert (found["due"], found["due_now"]) == ("2026-07-09", "2026-07-09")
    assert found["digest"] == digest


def test_the_argument_is_printed_if_somebody_asks() -> None:
    """With its words, and nothing is wider than the terminal."""
    out = answered("verify", "answer.json", "--explain")
    assert "is made under Rule 5(b)(2)(C)" in squeezed(out)
    assert "edition" in out
    assert too_wide(out) == []


def test_the_safe_date_is_said_where_it_is_another() -> None:
    """And that a period does not run."""
    asked = ("due", "4", "weeks", "--after", "2024-07-29", "--under", "at/zpo")
    certificate = answered(*asked, "--format", "certificate")
    Path("safe.json").write_text(certificate, encoding="ascii")
    assert "due 2024-08-26\n" in answered("verify", "safe.json")
    words = (
        "--trigger",
        "notice-of-appeal-filed=2021-09-12",
        "--court",
        "cand",
        "--format",
        "certificate",
    )
    certificate = answered("due", "us/frap/4(a)(3)", *words)
    Path("open.json").write_text(certificate, encoding="ascii")
    assert answered("verify", "open.json")


def test_a_service_is_certified_too() -> None:
    """As a deadline is."""
    asked = ("served", "2024-06-07T17:00", "email", "--under", "gb-eaw/cpr")
    text = answered(*asked, "--format", "certificate")
    Path("served.json").write_text(text, encoding="ascii")
    assert "Reproduced" in answered("verify", "served.json")


def test_what_differs_ends_with_another_status() -> None:
    """A forged date is found even with a digest that fits."""
    from legalcase.certificates.document import digest_of

    whole = json.loads(Path("answer.json").read_bytes())
    data = whole["body"]["computation"]["data"]
    data["result"] = data["end"] = data["steps"][-1]["end"] = "2026-07-10"
    whole["digest"] = digest_of(whole["body"])
    Path("forged.json").write_text(json.dumps(whole), encoding="ascii")
    done = ran("verify", "forged.json")
    assert (done.status, done.out) == (1, "")
    assert "- due 2026-07-09, and it was 2026-07-10" in done.err
    assert too_wide(done.err) == []
    found = json.loads(ran("verify", "forged.json", "--format", "json").out)
    assert (found["state"], found["due_now"]) == ("differs", "2026-07-09")


def test_periods_and_dates_are_said_as_people_read_them() -> None:
    """No braces and quotes: what a text of another edition makes of the question."""
    from legalcase.certificates.document import digest_of

    whole = json.loads(Path("answer.json").read_bytes())
    asked = whole["body"]["computation"]["data"]["inputs"]
    asked["period"] = {"number": 25, "unit": "day"}
    whole["digest"] = digest_of(whole["body"])
    Path("other.json").write_text(json.dumps(whole), encoding="ascii")
    said = squeezed(answered("verify", "other.json"))
    assert "- period: 30 days, and it was 25 days" in said
    assert "{" not in said


def test_the_examples_of_the_help_work() -> None:
    """Those that need no folder of somebody's."""
    text = re.sub(r" \\\n +", " ", answered("verify", "-h"))
    lines = [line for line in text.splitlines() if line.startswith("  legalcase ")]
    assert len(lines) == 3
    first, second, _ = (shlex.split(line)[1:] for line in lines)
    words, _, name = " ".join(map(shlex.quote, first)).partition(" '>' ")
    Path(name).write_text(answered(*shlex.split(words)), encoding="ascii")
    assert "Reproduced" in answered(*second)


@pytest.mark.parametrize(
    ("name", "text", "status", "part"),
    [
        ("none.json", None, 2, "There is no file 'none.json'"),
        ("empty.json", "", 1, "This is no certificate: it is empty."),
        ("README.md", "# legalcase", 1, "This is no certificate: it is no object"),
        ("part.json", '{"body": {"com', 1, "no certificate: it is JSON that was cut"),
        ("other.json", '{"due": "2026-07-09"}', 1, "is no certificate: it has due"),
    ],
)
def test_what_cannot_be_verified_is_said(
    name: str, text: str | None, status: int, part: str
) -> None:
    """In two sentences."""
    if text is not None:
        Path(name).write_text(text, encoding="ascii")
    done = ran("verify", name)
    assert (done.status, done.out) == (status, "")
    assert part in squeezed(done.err)
    assert too_wide(done.err) == []


def test_a_file_of_any_size_is_not_read() -> None:
    """What is far too large for one is refused before it is in memory."""
    with Path("large.json").open("wb") as file:
        file.truncate(16_000_001)
    done = ran("verify", "large.json")
    assert (done.status, done.out) == (2, "")
    assert "too large" in squeezed(done.err)
