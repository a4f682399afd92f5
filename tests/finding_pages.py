"""Writes the table of codes on the page of the questions: run it to write it anew.

``python tests/finding_pages.py``
"""

from __future__ import annotations

import re

from document_files import DOCS
from legalcase.oversight import Check, Checks

PAGE = DOCS / "reference" / "oversight.md"
_TABLE = re.compile(
    r"(?P<head>^\| code \| severity \| finds \| rule \|\n\|---\|---\|---\|---\|\n)"
    r"(?:\|.*\n)*",
    re.MULTILINE,
)


def row(check: Check) -> str:
    """Return a check as a row: code, severity, what it finds, the rule."""
    rule = str(check.authority or "").replace("[", "\\[").replace("]", "\\]")
    return f"| `{check.code}` | {check.severity} | {check.what} | {rule} |\n"


def page(text: str) -> str:
    """Return the page with every check of this package."""
    rows = "".join(map(row, Checks.core()))
    return _TABLE.sub(lambda found: found["head"] + rows, text)


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
