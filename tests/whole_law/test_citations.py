"""Citations as they are printed: no mark of the format, and each prefix once."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Final

import pytest

from legalcase.authority import cited
from legalcase.cli.main import main
from legalcase.law.lawbook import Law
from notice_words import plain_calls

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.authority import Dispute
    from legalcase.catalogue.terms import Term

LAW = Law.bundled()
MARK: Final = re.compile(r"""(^|[\s("|])=\s*\S""")
# With what a citation begins that stands by itself.
WHOLE: Final = re.compile(r"=|§|Cal\.|Fed\.|\d+ U\.S\.C|CPR|Stats\.|A\.B\.|S\.B\.")


@cache
def prefixes() -> tuple[str, ...]:
    """What stands before the short citations of each bundled file."""
    found = set()
    for folder in LAW.folders:
        for name in folder.all_names():
            file = folder.read(name)
            assert file is not None
            for head in ("rule", "pack", "local_rules"):
                found.add(file.raw.get(head, {}).get("cite_prefix", ""))
    return tuple(sorted(found - {""}))


def faults(text: str) -> list[str]:
    """What shows that a citation was put together wrongly."""
    found = [f"mark in {text!r}"] if MARK.search(text) else []
    for prefix in prefixes():
        if prefix not in text:  # as most: seen a hundred times sooner
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(prefix)}", text):
            rest = text[match.end() :]
            if WHOLE.match(rest):
                found.append(f"{prefix!r} before {rest[:30]!r}")
    return found


def _of_disputes(disputes: tuple[Dispute, ...]) -> Iterator[str]:
    for dispute in disputes:
        yield dispute.authority.cite
        yield from (reading.authority.cite for reading in dispute.readings)
        yield from (cite for _, _, cite in dispute.settled)


def _of_term(term: Term) -> Iterator[str]:
    yield term.cite
    for member in term.members:
        yield from _of_term(member)


def bundled() -> Iterator[tuple[str, str]]:
    """Every citation of the bundled law, with the id of the entry that has it."""
    for rule in LAW.deadlines():
        yield from ((rule.id, cite) for cite in _of_disputes(rule.disputes))
        for version in rule.versions:
            yield rule.id, version.authority.cite
            yield from ((rule.id, cite) for cite in _of_term(version.term))
            if version.extension is not None:
                yield rule.id, version.extension.cite or ""
            if version.restart is not None:
                yield rule.id, version.restart.cite
    for name in LAW.names("rule"):
        counting = LAW.counting_rule(name)
        yield from ((name, cite) for cite in _of_disputes(counting.disputes))
        yield from ((name, version.authority.cite) for version in counting.versions)
    for name in LAW.names("calendar"):
        definition = LAW.calendar(name).definition
        yield name, definition.authority.cite
        yield from ((name, entry.authority.cite) for entry in definition.holidays)
        yield from ((name, entry.authority.cite) for entry in definition.closures)
        yield from ((name, cite) for cite in _of_disputes(definition.disputes))
    for jurisdiction in LAW.jurisdictions():
        for court in LAW.courts(jurisdiction):
            yield court.id, court.authority.cite


def test_no_citation_of_the_bundled_law_shows_how_it_was_put_together() -> None:
    """Neither the mark of the format nor two names of codes one after the other."""
    seen = list(bundled())
    assert len(seen) > 1000
    assert [(name, fault) for name, cite in seen for fault in faults(cite)] == []


def test_no_explanation_does() -> None:
    """As text and as Markdown, with readings and notices, of every deadline."""
    found = []
    for rule, computation in plain_calls():
        said = computation.explain(width=10_000)
        found += [(rule.id, fault) for fault in faults(said)]
    assert found == []


@pytest.mark.parametrize("form", [(), ("--format", "json")])
def test_no_page_of_a_rule_does(
    form: tuple[str, ...],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The settings of a rule of computation are cited in full too."""
    monkeypatch.setenv("COLUMNS", "10000")
    for name in (*LAW.names("rule"), "us-ca/ccp/437c(a)(2)", "us-ca/ccp/412.20(a)(3)"):
        assert main(["rules", name, *form]) == 0
        shown = capsys.readouterr().out
        if form:  # every sign beyond ASCII is written as a number there
            shown = json.dumps(json.loads(shown), ensure_ascii=False)
        assert faults(shown) == []


@pytest.mark.parametrize(
    ("prefix", "cite", "printed"),
    [
        ("C.P. ", "", ""),
        ("C.P. ", "6(a)", "C.P. 6(a)"),
        ("C.P. ", "=Other Act 3", "Other Act 3"),
        ("C.P. ", "6(a); =Other Act 3", "C.P. 6(a); Other Act 3"),
        ("C.P. ", "=Act 3; = Act 4; note of 2005", "Act 3; Act 4; note of 2005"),
        ("", "6(a); =Other Act 3", "6(a); Other Act 3"),
        ("C.P. ", '6(a), "a = b"', 'C.P. 6(a), "a = b"'),
    ],
)
def test_every_part_is_read_alike(prefix: str, cite: str, printed: str) -> None:
    """A part with the mark stands by itself, wherever in the citation it is."""
    assert cited(prefix, cite) == printed


def test_the_check_sees_each_fault() -> None:
    """A check that passes everything would prove nothing."""
    assert faults("Cal. Code Civ. Proc. § 12b; =Cal. Gov. Code § 68115")
    assert faults("=A.B. 2049 of 2024")
    assert faults("Cal. Code Civ. Proc. § Cal. Gov. Code § 68115")
    assert faults("Fed. R. Civ. P. Fed. R. Civ. P. 6(a)")
    assert not faults("Cal. Code Civ. Proc. § 12b; Cal. Gov. Code § 68115")


def test_a_citation_bears_no_word_that_only_an_id_adds() -> None:
    """An id tells deadlines of one provision apart (`4:6-1(a)-reply`); no rule does."""
    added = re.compile(r"-[a-z]{3,}[a-z-]*$")
    borne = {
        rule.id: rule.cite
        for rule in LAW.deadlines()
        if added.search(own := rule.id.rpartition("/")[2]) and rule.cite.endswith(own)
    }
    assert borne == {}
