"""The schema of vocabularies: words, what they imply, and what is said of people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.law.files.schema.sorts import SORTS
from legalcase.sealed import sealed

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["VOCABULARY"]

#: The tables, read-only: by name.
VOCABULARY: Final[Mapping[str, Mapping[str, str]]] = sealed(
    {
        "words": {"*any": "text"},
        "synonyms": {
            f"{sort}?": "table:meant" for sort in SORTS if sort not in {"kind", "role"}
        },
        "known_courts": {"*rule": "table:meant"},
        "meant": {"*any": "text"},
        "everyday": {"*any": "some:text"},
        "facts_given": {"*fact": "text"},
        "hearing-triggers": {"*hearing": "some:word:trigger"},
        "groups": {"*group": "some:word:method"},
        "implies": {"*trigger": "some:word:trigger"},
        "follows": {"*trigger": "some:word:trigger"},
        "together": {"*trigger": "some:word:trigger"},
        "several": {"*fact": "text"},
        "party": {
            f"{key}?": "some:word:participant"
            for key in ("roles", "others", "representatives")
        },
        "adverse": {"*participant": "some:word:participant"},
        "people": {"*rule": "table:of_people"},
        "of_people": {
            f"{key}?": "table:people_rule"
            for key in (
                "every_party",
                "through_counsel",
                "not_in_default",
                "minors_by_initials",
                "representative",
            )
        },
        "people_rule": {
            "cite": "text",
            "words?": "quoted",
            "verified": "table:verified",
        },
    }
)
