"""Values as plain JSON types and back: versioned, with every problem named.

`encode`, `decode`, `to_json` and `from_json` are for what people enter and programs
pass on; `legalcase.codec.lines` is for the lines of a store.
"""

from legalcase.codec.envelope import decode, encode, from_json, to_json

__all__ = ["decode", "encode", "from_json", "to_json"]
