"""From a case to the rows by which stores find it: pure, without any store."""

from typing import TYPE_CHECKING

from legalcase.near import no_such_name
from legalcase.storage.projecting.clearing import CLEAR, in_clear
from legalcase.storage.projecting.differing import Difference, difference
from legalcase.storage.projecting.flat.cases import (
    CASE_COLUMNS,
    case_columns,
    case_digest,
    case_row,
)
from legalcase.storage.projecting.flat.columns import column_text, text_of
from legalcase.storage.projecting.flat.dues import (
    DUE_COLUMNS,
    due_columns,
    due_digest,
    due_row,
)
from legalcase.storage.projecting.matching import (
    case_order,
    due_found,
    due_order,
    is_due,
    matches,
)
from legalcase.storage.projecting.of_case import subject_words_in
from legalcase.storage.projecting.project import projected
from legalcase.storage.projecting.subjects import (
    OF_SUBJECTS,
    subject_of,
)
from legalcase.storage.projecting.values import ATTRIBUTES, Attribute, Projected
from legalcase.storage.projecting.words import asked_words, has_words, words_of

__all__ = [
    "ATTRIBUTES",
    "CASE_COLUMNS",
    "CLEAR",
    "DUE_COLUMNS",
    "OF_SUBJECTS",
    "Attribute",
    "Difference",
    "Projected",
    "asked_words",
    "case_columns",
    "case_digest",
    "case_order",
    "case_row",
    "column_text",
    "difference",
    "due_columns",
    "due_digest",
    "due_found",
    "due_order",
    "due_row",
    "has_words",
    "in_clear",
    "is_due",
    "matches",
    "projected",
    "subject_of",
    "subject_words_in",
    "text_of",
    "words_of",
]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        raise no_such_name(__name__, name, __all__)
