"""Writes the lists of names on the page of the public face: run it to write them anew.

``python tests/face_lists.py``
"""

from __future__ import annotations

import re
from importlib import import_module

from document_files import DOCS

PAGE = DOCS / "reference" / "public-face.md"
_LIST = re.compile(
    r"(?P<head>^### `(?P<package>legalcase\.\w+)`\n\n(?:[^`#\n].*\n)+\n)"
    r"(?P<names>`\w+`(?:, `\w+`)*)\n",
    re.MULTILINE,
)


def page(text: str) -> str:
    """Return the page with the names of each package that it lists."""

    def listed(found: re.Match[str]) -> str:
        names = sorted(import_module(found["package"]).__all__)
        return found["head"] + ", ".join(f"`{name}`" for name in names) + "\n"

    return _LIST.sub(listed, text)


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
