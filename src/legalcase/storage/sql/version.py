"""Version: the number of what back ends write beside the lines."""

from __future__ import annotations

from typing import Final

__all__ = ["ROWS"]

#: The number of what `legalcase.storage.projecting` makes of a case, and how its words
#: are cut. A store that was written with another is rebuilt when it is opened.
ROWS: Final = "3"
