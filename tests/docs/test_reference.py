"""The reference made from the code names everything that is public."""

from __future__ import annotations

import re
from importlib import import_module

import pytest

import legalcase
from document_files import DOCS

REFERENCE = DOCS / "reference"
PAGES = {
    "legalcase": "law-and-results.md",
    "legalcase.access": "access.md",
    "legalcase.batch": "batch.md",
    "legalcase.certificates": "certificates.md",
    "legalcase.codec": "codec.md",
    "legalcase.conflicts": "conflicts.md",
    "legalcase.directory": "directory.md",
    "legalcase.ical": "ical.md",
    "legalcase.interop": "interop.md",
    "legalcase.kernel": "kernel.md",
    "legalcase.measures": "measures.md",
    "legalcase.model": "model.md",
    "legalcase.oversight": "oversight.md",
    "legalcase.plans": "plans.md",
    "legalcase.ports": "ports.md",
    "legalcase.practice": "practice.md",
    "legalcase.procedure": "procedure.md",
    "legalcase.scheduling.clocks": "clocks.md",
    "legalcase.scheduling": "scheduling.md",
    "legalcase.storage": "storage.md",
    "legalcase.testing": "testing.md",
}
_DIRECTIVE = re.compile(r"^\.\. auto\w+:: (?P<name>[\w.]+)$", re.MULTILINE)
#: What stands on the page of the package where its fellows are.
OF_A_CASE = {
    "Case",
    "CaseFile",
    "Certificate",
    "Deadline",
    "Diff",
    "Hearing",
    "Participant",
    "Recorded",
    "Schedule",
    "ScheduledDeadline",
    "Task",
    "agenda",
    "certify",
    "open_store",
    "prepare",
    "reschedule",
    "schedule",
    "to_ical",
    "verify",
}


def listed(page: str) -> list[str]:
    """The names that a page has Sphinx describe."""
    text = (REFERENCE / page).read_text(encoding="utf-8")
    return [found["name"] for found in _DIRECTIVE.finditer(text)]


@pytest.mark.parametrize("module", PAGES)
def test_every_public_name_is_described_once(module: str) -> None:
    """Its signature and its fields get onto the page, and into the inventory."""
    names = [name for name in listed(PAGES[module]) if "." not in name]
    wanted = set(import_module(module).__all__) - {"__version__"}
    if module == "legalcase":
        wanted -= OF_A_CASE
    assert sorted(names) == sorted(wanted)


def test_what_is_of_a_case_stands_with_its_fellows() -> None:
    """So that nothing of the public face is left out."""
    pages = (
        "batch.md",
        "certificates.md",
        "model.md",
        "kernel.md",
        "ical.md",
        "oversight.md",
        "scheduling.md",
        "storage.md",
    )
    assert {name for page in pages for name in listed(page)} >= OF_A_CASE
    assert set(legalcase.__all__) >= OF_A_CASE


@pytest.mark.parametrize("page", PAGES.values())
def test_every_class_shows_its_members(page: str) -> None:
    """A class alone would be a name without a field."""
    text = (REFERENCE / page).read_text(encoding="utf-8")
    classes = text.count(".. autoclass::")
    assert text.count("   :members:\n   :undoc-members:\n") == classes
    assert ".. currentmodule:: legalcase" in text
