"""The schema of provenance: what was read, by whom it was verified, the words of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.sealed import sealed

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["PROVENANCE"]

#: The tables, read-only: by name.
PROVENANCE: Final[Mapping[str, Mapping[str, str]]] = sealed(
    {
        "verified": {
            "how": "one:text|secondary|recall",
            "on?": "date",
            "source?": "text",
        },
        "verified_in_part": {
            "how": "one:text|secondary|recall",
            "on?": "date",
            "source?": "text",
            "read?": "some:text",
        },
        "verified_from": {
            "from?": "date",
            "how": "one:text|secondary|recall",
            "on?": "date",
            "source?": "text",
        },
        "sources": {"*source": "table:source"},
        "source": {
            "how": "one:text|secondary|recall",
            "on?": "date",
            "source": "text",
            "copy?": "text",
        },
        "operative_words": {
            "cite": "some:text",
            "words": "quoted",
            "from?": "date",
            "through?": "date",
        },
        "quotation": {"text": "quote", "english?": "quote", "source?": "text"},
    }
)
