"""Which of our dates a row of a calendar means, and how that is known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from legalcase.interop.auditing.words import cited_in, plain_text, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from legalcase.interop.auditing.citing import Citations
    from legalcase.interop.auditing.ours import Ours
    from legalcase.interop.auditing.theirs import Theirs
    from legalcase.model.case import Case

__all__ = ["Meant", "case_of", "meant_by"]

#: What a title has that names a case: parties against each other, a federal number.
_OTHERS: Final = re.compile(r"\w,? vs?\.? \w|\b\d+:\d\d-[a-z]{2}-\d+", re.IGNORECASE)


@frozen(kw_only=True)
class Meant:
    """Our dates of which a row means one, how that is known, or why there is none.

    `is_said` tells that a column or the whole title says so, and not words of it alone;
    `is_open`, that a citation names several rules, and their days do not tell which.
    `severity` is that of a row that means none, `near` the ids of the rules that its
    reason is about.
    """

    ours: tuple[Ours, ...] = ()
    how: str = ""
    why_not: str = ""
    is_said: bool = True
    is_open: bool = False
    severity: str = "advice"
    near: tuple[str, ...] = ()


def case_of(theirs: Theirs, cases: Sequence[Case]) -> tuple[Case | None, str]:
    """Return the case of a row, and how it is known, or why it is not."""
    if theirs.case_id is not None:
        return _one(cases, lambda one: one.case_id == theirs.case_id, "case_id")
    if theirs.number is not None:
        number = plain_text(theirs.number)
        return _one(cases, lambda one: plain_text(one.number or "") == number, "number")
    title = plain_text(theirs.title)
    named = [
        one
        for one in cases
        if any(name and _names(title, name) for name in (one.number, one.caption))
    ]
    if named:
        return _one(named, lambda _: True, "title, which names it")
    if _OTHERS.search(theirs.title):
        return None, "its title names a case that was not given"
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


def _names(title: str, name: str) -> bool:
    name = plain_text(name)
    # Most titles name no case at all, and calendars are long.
    if name not in title:
        return False
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", title) is not None


def meant_by(
    theirs: Theirs,
    ours: Sequence[Ours],
    case: Case,
    uids: dict[str, Ours],
    citations: Citations,
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
        return _by_rule(theirs, theirs.rule, ours, citations)
    cited = _cited(theirs, ours)
    if cited:
        found_by = _owed(cited, theirs, "the rule that its title cites", "")
        return evolve(found_by, is_said=False)
    said = words_of(theirs.title) - words_of(f"{case.caption} {case.number or ''}")
    found = [one for one in ours if said and one.words == said]
    if found:
        return _owed(found, theirs, "its title", "")
    found = [
        one
        for one in ours
        if said and (said <= one.words or _is_within(one.words, said))
    ]
    why_not = "no deadline has its words"
    found_by = _owed(found, theirs, "the words of its title", why_not)
    return evolve(found_by, is_said=False)


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
        agreeing = tuple(one for one in left if one.shown == theirs.on)
        if agreeing and len(agreeing) < len(left):
            left, how = agreeing, f"{how}, of several the one of its day"
    return Meant(ours=left, how=how)


def _by_rule(
    theirs: Theirs, text: str, ours: Sequence[Ours], citations: Citations
) -> Meant:
    """Return all that the rule of a row names: the one of that id, or all it cites."""
    same = plain_text(text)
    known = citations.of_id(text)
    named = citations.named_by(text) if known is None else frozenset((known,))
    found = [
        one
        for one in ours
        if one.rule in named
        or same == plain_text(one.rule or "")
        or (known is None and same == plain_text(one.cite))
    ]
    if not found:
        if named:
            why_not = "the law has its rule, and nothing in the case is due by it"
            return Meant(why_not=why_not, near=tuple(sorted(named)))
        return Meant(
            why_not="its rule is not known: no citation and no id of the law says it",
            severity="warning",
            near=citations.near(text),
        )
    meant = _owed(found, theirs, "rule", "")
    days = {one.shown for one in meant.ours}
    if len(meant.ours) > 1 and theirs.on not in days:
        by_reading = tuple(one for one in meant.ours if theirs.on in one.days)
        if len(by_reading) == 1:
            how = f"{meant.how}, of several the one of which a reading gives its day"
            return evolve(meant, ours=by_reading, how=how)
    return evolve(meant, is_open=len({one.rule for one in meant.ours}) > 1)


def _cited(theirs: Theirs, ours: Sequence[Ours]) -> tuple[Ours, ...]:
    cited = cited_in(theirs.title)
    return tuple(
        one
        for one in ours
        if any(
            own == word or own.startswith(f"{word}(")
            for word in cited
            for own in one.cited
        )
    )
