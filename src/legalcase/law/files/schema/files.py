"""The schema of the law's files, by sort: which tables stand in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.law.files.schema.sorts import SORTS
from legalcase.sealed import sealed

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["FILES"]

_SOURCES: Final = {"sources?": "table:sources"}

#: The tables of each sort of file.
FILES: Final[Mapping[str, Mapping[str, str]]] = sealed(
    {
        "jurisdiction": {"jurisdiction": "table:jurisdiction"},
        "sources": {"sources": "table:sources"},
        "calendar": {
            "calendar": "table:calendar",
            "holiday?": "list:table:holiday",
            "closure?": "list:table:closure",
            "opening?": "list:table:opening",
            "dispute?": "list:table:calendar_dispute",
            "example?": "list:table:calendar_example",
            **_SOURCES,
        },
        "counting": {
            "rule": "table:rule",
            "version": "some:table:version",
            "words?": "list:table:operative_words",
            "dispute?": "list:table:dispute",
            "example?": "list:table:example",
            **_SOURCES,
        },
        "deadlines": {
            "pack": "table:pack",
            "deadline": "some:table:deadline",
            **_SOURCES,
        },
        "clocks": {
            "clocks": "table:clocks",
            "exclusion?": "list:table:exclusion",
            "clock": "some:table:clock",
            **_SOURCES,
        },
        "courts": {"court": "some:table:court", **_SOURCES},
        "local-rules": {
            "local_rules": "table:local_rules",
            "version?": "list:table:version",
            "words?": "list:table:operative_words",
            "deadline?": "list:table:deadline",
            **_SOURCES,
        },
        "vocabulary": {
            **{f"{sort}?": "table:words" for sort in SORTS},
            "implies?": "table:implies",
            "follows?": "table:follows",
            "together?": "table:together",
            "several?": "table:several",
            "party?": "table:party",
            "adverse?": "table:adverse",
            "hearing-triggers?": "table:hearing-triggers",
            "people?": "table:people",
            "groups?": "table:groups",
            "synonyms?": "table:synonyms",
            "abbreviations?": "table:meant",
            "everyday?": "table:everyday",
            "known_courts?": "table:known_courts",
            **_SOURCES,
        },
    }
)
