"""prevailing_disposition: which of several manners of disposition is counted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from legalcase.errors import InvalidTypeError

__all__ = ["PRECEDENCE", "prevailing_disposition"]

#: From the one that takes most of a judge to the one that takes least, each as the
#: words of the vocabulary that are of it: State Court Guide to Statistical Reporting,
#: Unit of Count: Civil. Which words belong to which of its manners is ours to say.
PRECEDENCE: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("jury-trial", ("jury-trial", "directed-verdict")),
    ("bench-trial", ("bench-trial",)),
    ("summary-judgment", ("summary-judgment",)),
    ("settlement", ("settlement", "consent-judgment")),
    ("default-judgment", ("default-judgment",)),
    ("dismissal-for-want-of-prosecution", ("dismissal-for-want-of-prosecution",)),
    ("transfer", ("transfer", "mdl-transfer")),
)


def prevailing_disposition(words: Iterable[str]) -> str | None:
    """Return which disposition of a civil case is counted where there are several.

    That which takes most of a judge: jury trial, bench trial, summary judgment,
    settlement, default judgment, dismissal for want of prosecution, transfer, and
    ``"other"`` for every other word. ``None`` of none. A case is counted only when all
    parties and issues are resolved: whether they are, the words do not say.

    >>> prevailing_disposition(["default-judgment", "settlement", "summary-judgment"])
    'summary-judgment'
    """
    given: object = words
    if isinstance(given, str) or not isinstance(given, Iterable):
        msg = (
            f"words needs several dispositions, not {type(words).__name__}. Pass a "
            "list of words: ['settlement', 'default-judgment']."
        )
        raise InvalidTypeError(msg, field="words", value=None)
    found = set(words)
    if not found:
        return None
    for manner, members in PRECEDENCE:
        if found & set(members):
            return manner
    return "other"
