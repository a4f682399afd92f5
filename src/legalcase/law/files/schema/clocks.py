"""The schema of clocks: the tables of the files in which they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.sealed import sealed

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CLOCKS"]

#: The tables, read-only: by name.
CLOCKS: Final[Mapping[str, Mapping[str, str]]] = sealed(
    {
        "clocks": {
            "id": "id",
            "name": "text",
            "cite_prefix": "prefix",
            "verified": "table:verified_in_part",
        },
        "exclusion": {
            "id": "id",
            "name": "text",
            "from": "one:the day itself|the next day",
            "through": "one:the day itself|the day before",
            "needs": "one:nothing|an order|a finding",
            "most?": "period",
            "beyond?": "one:never|if shown to be reasonable",
            "goes_on?": "period",
            "not_before?": "period",
            "begins?": "some:word:trigger",
            "ends?": "some:word:trigger",
            "joined?": "one:yes",
            "cite": "text",
            "words?": "quoted",
            "verified?": "table:verified",
            "note?": "text",
        },
        "clock": {
            "id": "id",
            "title": "text",
            "starts": "some:table:clock_start",
            "begins": "one:with the event|at the end of its year",
            "limit": "period",
            "first_day": "table:first_day",
            "bound": "one:not later than|not earlier than",
            "nature?": "word:nature",
            "late": "one:still counts|comes too late",
            "exclusions": "list:text",
            "extension?": "list:table:clock_extension",
            "ends?": "some:word:trigger",
            "waiver?": "table:clock_waiver",
            "sanction?": "table:clock_sanction",
            "cite": "text",
            "in_force": "table:in_force",
            "words?": "quoted",
            "verified?": "table:verified",
            "note?": "text",
            "dispute?": "list:table:clock_dispute",
            "examples": "list:table:clock_example",
        },
        "clock_start": {
            "event": "word:trigger",
            "optional?": "one:yes",
            "cite": "text",
        },
        "first_day": {"is": "one:excluded", "cite": "text"},
        "clock_extension": {
            "add?": "period",
            "up_to?": "period",
            "given": "text",
            "cite": "text",
        },
        "clock_waiver": {"effect": "one:none|in writing", "cite": "text"},
        "clock_sanction": {"text": "text", "cite": "text"},
        "clock_dispute": {
            "id": "id",
            "question": "text",
            "adopted": "text",
            "cite": "text",
            "words?": "quoted",
            "verified?": "table:verified",
            "reading": "some:table:clock_reading",
        },
        "clock_reading": {
            "name": "text",
            "exclusions": "some:text",
            "from?": "one:the day itself|the next day",
            "excluded?": "one:no",
            "cite": "text",
            "words?": "quoted",
            "verified?": "table:verified",
        },
        "clock_example": {
            "starts": "anchor",
            "exclusions?": "list:table:example_exclusion",
            "on?": "date",
            "elapsed?": "int",
            "excluded?": "int",
            "counted?": "int",
            "last_day?": "date",
            "first_day?": "date",
            "safe?": "date",
            "source": "text",
            "note?": "text",
        },
        "example_exclusion": {
            "basis": "text",
            "from": "date",
            "through?": "date",
            "order?": "one:yes",
            "finding?": "one:yes",
            "reasonable?": "one:yes",
        },
    }
)
