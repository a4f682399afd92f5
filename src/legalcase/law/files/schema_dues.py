"""The schema of how a deadline's time ends, which period it is, and by what text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.sealed import sealed

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["DUES", "OF_A_TERM"]

#: What a deadline and its later versions say of their term, besides its form.
OF_A_TERM: Final[Mapping[str, str]] = sealed(
    {"ends?": "table:ends", "when?": "list:table:when"}
)

#: Its tables, by name.
DUES: Final[Mapping[str, Mapping[str, str]]] = sealed(
    {
        "ends": {
            "on": "weekdays",
            "which": "one:next after|on or after",
            "at?": "hour",
            "if_moved?": "one:the whole day",
            "cite": "text",
        },
        "when": {
            "service?": "some:word:method",
            "facts?": "table:facts_given",
            "period": "period",
            "cite": "text",
        },
    }
)
