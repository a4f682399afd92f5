"""SUGGESTIONS: the room of what programs suggest and people decide, as a table."""

from __future__ import annotations

from typing import Final

from legalcase.kernel.register import Register
from legalcase.kernel.rooms.facet import Facet, Row, Tracked
from legalcase.practice.suggestions import checking, handlers
from legalcase.practice.suggestions.events import (
    Suggested,
    SuggestionAccepted,
    SuggestionEdited,
    SuggestionRejected,
)
from legalcase.practice.suggestions.sources import (
    SourceRead,
    SourceRejected,
    SourceSuggested,
)
from legalcase.practice.suggestions.state import OURS, Suggestions

__all__ = ["SUGGESTIONS"]

_decided = handlers.decided
_of_source = handlers.of_source
_decision = checking.check_decision

SUGGESTIONS: Final[Facet[Suggestions]] = Facet(
    name="practice/suggestions",
    first=Suggestions(
        suggestions=Register("suggestion"), sources=Register("suggested source")
    ),
    rows=(
        Row(
            Suggested,
            "practice/suggested",
            1,
            handlers.suggested,
            check=checking.check_suggestion,
            label=OURS,
        ),
        Row(
            SuggestionAccepted,
            "practice/suggestion-accepted",
            1,
            _decided,
            check=_decision,
            label=OURS,
            missing=checking.missing,
        ),
        Row(
            SuggestionEdited,
            "practice/suggestion-edited",
            1,
            _decided,
            check=_decision,
            label=OURS,
            missing=checking.missing,
        ),
        Row(
            SuggestionRejected,
            "practice/suggestion-rejected",
            1,
            _decided,
            check=checking.check_rejection,
            label=OURS,
        ),
        Row(
            SourceSuggested,
            "practice/source-suggested",
            1,
            handlers.found,
            label=OURS,
        ),
        Row(
            SourceRead,
            "practice/source-read",
            1,
            _of_source,
            check=checking.check_of_source,
            label=OURS,
        ),
        Row(
            SourceRejected,
            "practice/source-rejected",
            1,
            _of_source,
            check=checking.check_of_source,
            label=OURS,
        ),
    ),
    tracks=(
        Tracked(handlers.SUGGESTION_CYCLE, handlers.suggestions),
        Tracked(handlers.SOURCE_CYCLE, handlers.sources),
    ),
)
