"""CountsFrom: which papers and hearings a deadline runs from, of all of its trigger."""

from __future__ import annotations

from attrs import frozen

from legalcase.errors import InvalidValueError

__all__ = ["CountsFrom"]


@frozen(kw_only=True)
class CountsFrom:
    """Of the events of a trigger, those from which a deadline runs.

    `papers` are words of the sort ``trigger``: the event, or the nearest paper that it
    is about, bears one of them; `other_than` are those of which it bears none.
    `hearings` are kinds of hearing for which it can arise where no paper is named; of
    another kind it does not. `asks` is False where a paper of which nothing more is
    said is taken for another. Raises `InvalidValueError` without papers of either sort.
    """

    papers: tuple[str, ...] = ()
    other_than: tuple[str, ...] = ()
    hearings: tuple[str, ...] = ()
    asks: bool = True
    cite: str

    def __attrs_post_init__(self) -> None:
        """Refuse what names no paper."""
        if bool(self.papers) == bool(self.other_than):
            msg = (
                "counts_from needs papers or other_than, and not both. Say from which "
                "papers the deadline runs, or from which it does not."
            )
            raise InvalidValueError(msg, field="counts_from", value=None)
