"""Which of our dates a row of a calendar means, and how that is known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from legalcase.interop.auditing.ours import Ours
    from legalcase.interop.auditing.theirs import Theirs
    from legalcase.model.case import Case

__all__ = ["Meant", "case_of", "meant_by"]

#: Words that say of no deadline which one it is.
_EMPTY: Final = frozenset(
    (
        *("a", "an", "and", "any", "are", "as", "at", "be", "been", "by", "cal"),
        *("calendar", "court", "date", "day", "deadline", "deadlines", "done"),
        *("due", "earliest", "file", "filed", "filing", "final", "for", "from"),
        *("if", "in", "is", "it", "its", "last", "late", "latest", "must", "no"),
        *("not", "of", "on", "or", "our", "reminder", "serve", "that", "the"),
        *("their", "this", "to", "under", "unconfirmed", "v", "versus", "vs"),
        *("which", "with", "within"),
    )
)
_WORD: Final = re.compile(r"[^\W\d_]+")
#: A provision as titles cite it: 12(a), 4(a)(1)(A), 2.8(2).
_CITED: Final = re.compile(r"\d+[a-z]?(?:\.\d+)*(?:\([0-9A-Za-z]+\))+")
_SHORT: Final = 3


@frozen(kw_only=True)
class Meant:
    """Our dates of which a row means one, how that is known, or why there is none."""

    ours: tuple[Ours, ...] = ()
    how: str = ""
    why_not: str = ""


def case_of(theirs: Theirs, cases: Sequence[Case]) -> tuple[Case | None, str]:
    """Return the case of a row, and how it is known, or why it is not."""
    if theirs.case_id is not None:
        return _one(cases, lambda one: one.case_id == theirs.case_id, "case_id")
    if theirs.number is not None:
        number = _plain(theirs.number)
        return _one(cases, lambda one: _plain(one.number or "") == number, "number")
    title = _plain(theirs.title)
    named = [
        one
        for one in cases
        if any(
            name and re.search(rf"(?<!\w){re.escape(_plain(name))}(?!\w)", title)
            for name in (one.number, one.caption)
        )
    ]
    if named:
        return _one(named, lambda _: True, "title, which names it")
    if len(cases) == 1:
        return cases[0], "case: the only one that was given"
    return None, "it does not say of which case it is"


def _one(
    cases: Sequence[Case], is_it: Callable[[Case], bool], by: str
) -> tuple[Case | None, str]:
    found = [one for one in cases if is_it(one)]
    if len(found) == 1:
        return found[0], f"case by {by}"
    if found:
        names = ", ".join(one.case_id for one in found)
        return None, f"its {by} is that of several cases: {names}"
    return None, f"no case with its {by} was given"


def meant_by(
    theirs: Theirs, ours: Sequence[Ours], case: Case, uids: dict[str, Ours]
) -> Meant:
    """Return which of the dates of a case a row can mean: by id, by rule, by words.

    What the row says in a column decides, and nothing else is tried where that names
    nothing. Words decide only as a whole: all of theirs stand in our title, or all of
    ours in theirs.
    """
    if theirs.uid is not None and theirs.uid in uids:
        return Meant(ours=(uids[theirs.uid],), how="uid")
    for noun, name in (
        ("deadline", theirs.deadline_id),
        ("hearing", theirs.hearing_id),
    ):
        if name is not None:
            found = [one for one in ours if one.noun == noun and name in one.names]
            why_not = f"the case has no {noun} of its id"
            return _owed(found, theirs, f"{noun}_id", why_not)
    if theirs.rule is not None:
        rule = _plain(theirs.rule)
        found = [o for o in ours if rule in (_plain(o.rule or ""), _plain(o.cite))]
        return _owed(found, theirs, "rule", "nothing in the case is due by its rule")
    cited = _cited(theirs, ours)
    if cited:
        return _owed(cited, theirs, "the rule that its title cites", "")
    said = _words(theirs.title) - _words(f"{case.caption} {case.number or ''}")
    found = [one for one in ours if said and _words(one.title) == said]
    if found:
        return _owed(found, theirs, "its title", "")
    found = [
        one
        for one in ours
        if said and (said <= _words(one.title) or _is_within(_words(one.title), said))
    ]
    return _owed(found, theirs, "the words of its title", "no deadline has its words")


def _is_within(title: frozenset[str], said: frozenset[str]) -> bool:
    return bool(title) and title <= said


def _owed(found: Iterable[Ours], theirs: Theirs, how: str, why_not: str) -> Meant:
    """Leave those who are owed by whom the row says, and then those of its day."""
    left = tuple(found)
    if not left:
        return Meant(why_not=why_not)
    if theirs.owed_by:
        whom = set(theirs.owed_by)
        owed = tuple(one for one in left if whom & {*one.owed_by, *one.which})
        if not owed:
            return Meant(why_not=f"none that {how} names is owed by its owed_by")
        left, how = owed, f"{how}, owed_by"
    if len(left) > 1:
        days = {theirs.on}
        agreeing = tuple(one for one in left if one.shown in days)
        if agreeing and len(agreeing) < len(left):
            left, how = agreeing, f"{how}, of several the one of its day"
    return Meant(ours=left, how=how)


def _cited(theirs: Theirs, ours: Sequence[Ours]) -> tuple[Ours, ...]:
    cited = _CITED.findall(theirs.title)
    return tuple(
        one
        for one in ours
        if any(
            own == word or own.startswith(f"{word}(")
            for word in cited
            for own in _CITED.findall(f"{one.cite} {one.rule or ''}")
        )
    )


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _words(text: str) -> frozenset[str]:
    """Return the words that say something, one and several of a thing alike."""
    found = _WORD.findall(text.casefold())
    return frozenset(
        one[:-1] if one.endswith("s") and len(one) > _SHORT else one
        for one in found
        if one not in _EMPTY
    )
