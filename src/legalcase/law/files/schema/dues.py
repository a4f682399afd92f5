"""The schema of how a deadline's time ends, which period it is, and by what text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.sealed import sealed

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["DUES", "OF_A_TERM", "OF_A_TEXT"]

#: What a deadline and its later versions say of their term, besides its form.
OF_A_TERM: Final[Mapping[str, str]] = sealed(
    {"ends?": "table:ends", "when?": "list:table:when"}
)

#: What a later text can say otherwise of the whole deadline.
OF_A_TEXT: Final[Mapping[str, str]] = sealed(
    {
        "trigger?": "trigger",
        "direction?": "one:after|before",
        "counting?": "text",
        "paper?": "word:paper",
        "owed_by?": "word:side",
        "met_by?": "some:word:trigger",
        "applies?": "one:cases commenced on or after",
    }
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
