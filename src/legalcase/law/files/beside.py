"""Beside the law: the index of its words, which a wheel has and a checkout has not."""

from __future__ import annotations

from typing import Final

from legalcase.law.files.folder import BUNDLED
from legalcase.law.files.stamps import sizes_of

__all__ = ["HEAD", "PLACE", "TAIL", "index_beside"]

#: Where a wheel has it.
PLACE: Final = BUNDLED + ".index"
#: How it begins: what is written otherwise is not read. The names and sizes of the
#: files follow, and a blank line.
HEAD: Final = b"legalcase index 4\n\n[files]\n"
#: How it ends: what was cut short is not read.
TAIL: Final = b"\n[end]\n"


def index_beside(path: str) -> bytes | None:
    """Return the index that lies beside the bundled law, if it is of these files.

    ``None`` where there is none, or files have other names or sizes; and for any
    folder but the bundled one.
    """
    if path != BUNDLED:
        return None
    try:
        with open(PLACE, "rb") as file:  # noqa: PTH123 - as in `folder`
            content = file.read()
        is_whole = content.startswith(HEAD) and content.endswith(TAIL)
        if is_whole and content.startswith(HEAD + sizes_of(path) + b"\n["):
            return content
    except OSError:
        pass
    return None
