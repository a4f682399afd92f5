"""How values lie in the text of a snapshot: what the writer and the reader agree on.

The text is a digest, and in the next line an array: form, stamp, stream, number, the
leaves by their kinds, the shapes, the members of enums, the groups, and the number of
the whole. Values have their numbers in the order in which they stand there. A group
has the values of one kind that are made in one turn, by columns: one number, where all
have the same, or one for each.
"""

from __future__ import annotations

from typing import Final

__all__ = ["COLUMNS", "CONSTANTS", "LEAVES", "NARROW"]

#: These come first, and are not written.
CONSTANTS: Final = (None, True, False, ())

#: The leaves, in the order in which they are written.
LEAVES: Final = ("ints", "floats", "texts", "dates", "instants", "members")

#: Tuples of so many parts lie in columns; longer ones in rows.
NARROW: Final = 4

#: Kinds that lie in columns; all others lie in rows.
COLUMNS: Final = frozenset({"attrs", "named", "tuple"})
