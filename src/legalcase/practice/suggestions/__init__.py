"""Suggestions: what programs read out of documents, fenced until a person decides."""

from legalcase.practice.suggestions.deciding import (
    accept_suggestion,
    edited_fields,
    reject_suggestion,
)
from legalcase.practice.suggestions.events import (
    Suggested,
    SuggestionAccepted,
    SuggestionEdited,
    SuggestionRejected,
)
from legalcase.practice.suggestions.facet import (
    SUGGESTIONS,
)
from legalcase.practice.suggestions.sources import (
    SourceRead,
    SourceRejected,
    SourceSuggested,
)
from legalcase.practice.suggestions.span import (
    SourceSpan,
    digest_of_text,
)
from legalcase.practice.suggestions.standing import stale_because
from legalcase.practice.suggestions.state import (
    SuggestedSource,
    Suggestion,
    Suggestions,
)
from legalcase.practice.suggestions.terms import (
    SourceTerms,
    SuggestionTerms,
)

__all__ = [
    "SUGGESTIONS",
    "SourceRead",
    "SourceRejected",
    "SourceSpan",
    "SourceSuggested",
    "SourceTerms",
    "Suggested",
    "SuggestedSource",
    "Suggestion",
    "SuggestionAccepted",
    "SuggestionEdited",
    "SuggestionRejected",
    "SuggestionTerms",
    "Suggestions",
    "accept_suggestion",
    "digest_of_text",
    "edited_fields",
    "reject_suggestion",
    "stale_because",
]
