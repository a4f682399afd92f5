"""Values as plain JSON types and back: versioned, with every problem named.

`encode`, `decode`, `to_json` and `from_json` are for what people enter and programs
pass on, and strict. `line_text` and `line_of` are for the lines of a store: they keep
every byte, and pass over what a newer program added.
"""

from typing import TYPE_CHECKING

from legalcase.codec.envelope import decode, encode, from_json, to_json
from legalcase.codec.log.chain import digest
from legalcase.codec.log.lines import converted, line_of, line_text
from legalcase.codec.schemas import json_schema
from legalcase.near import no_such_name

__all__ = [
    "converted",
    "decode",
    "digest",
    "encode",
    "from_json",
    "json_schema",
    "line_of",
    "line_text",
    "to_json",
]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        raise no_such_name(__name__, name, __all__)
