"""check: who of those asked about is in any case, or related, and under which rule."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from legalcase.conflicts.asked import Asked, asked_of
from legalcase.conflicts.corpus.index import ConflictIndex
from legalcase.conflicts.finding.found import ConflictFinding, ConflictMatch
from legalcase.conflicts.finding.outcome import ConflictCheck
from legalcase.conflicts.names.likeness import CAN_COMPARE
from legalcase.conflicts.names.matching import THRESHOLD
from legalcase.conflicts.roles import is_bystander
from legalcase.conflicts.rules import RULES
from legalcase.conflicts.searching import Search
from legalcase.dates import as_date
from legalcase.errors import InvalidTypeError, InvalidValueError, UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from legalcase.conflicts.corpus.participation import Participation

__all__ = ["DEPTH", "check"]

#: How many relations are followed, unless somebody says otherwise: a parent's parent,
#: the employer of a spouse.
DEPTH: Final = 2
_DEEPEST: Final = 6
_ORDER: Final = {code: number for number, code in enumerate(RULES)}


def check(
    index: ConflictIndex,
    *,
    people: Iterable[str | Asked],
    roles: Mapping[str, str] | None = None,
    matter: str | None = None,
    as_of: date,
    depth: int = DEPTH,
    threshold: float = THRESHOLD,
    strict: bool = True,
) -> ConflictCheck:
    """Return who of those asked about stands in any case, by whatever role, and how.

    `people` are ids of the directory, names, or `Asked`; `roles` says what each would
    be to us, by id or name: a word of `STANCES`. Without one it is ``"unknown"``, and
    is looked at as if they were adverse. `matter` is the case that it is for, if there
    is one already: who stands on both sides there falls under Model Rule 1.7(b)(3). It
    is left out for one that is not in the index yet.

    Found is who bears the id, an identifier or a like name, and whom the directory
    relates to these within `depth` steps; all of them, with the path and the evidence.
    `threshold` is from which likeness on a name is shown: 0 to 100. An id that is not
    in the directory, and a matter that is not in the index, are refused unless `strict`
    is false. What is found is no decision, and that nothing is found says what was
    searched, and no more.

    Raises `InvalidTypeError`, `InvalidValueError`, `MissingInputError` for nobody, and
    `UnknownNameError` for an id that is not in the directory, or a matter that is not
    in the index.
    """
    given: Any = index
    if not isinstance(given, ConflictIndex):
        msg = (
            f"index needs a ConflictIndex, not {type(index).__name__}. Pass "
            "ConflictIndex.of(cases, directory), or storage.conflict_index(store)."
        )
        raise InvalidTypeError(msg, field="index", value=None)
    day = as_date(as_of, "as_of")
    _check_bounds(depth, threshold)
    _check_matter(matter, index, strict=strict)
    asked = asked_of(people, roles, index.directory, strict=strict)
    search = Search(
        index=index,
        as_of=day,
        matter=matter,
        depth=depth,
        threshold=float(threshold),
        live=index.live_on(day),
    )
    matches = sorted(
        (match for one in asked for match in search.matches(one)), key=_rank
    )
    return ConflictCheck(
        asked=asked,
        as_of=day,
        matter=matter,
        position=index.position,
        cases=index.cases,
        depth=depth,
        threshold=float(threshold),
        method="fuzzy" if CAN_COMPARE else "exact",
        matches=tuple(matches),
        findings=tuple(_findings(matches, asked, search)),
        unsearched=index.unsearched,
    )


def _check_bounds(depth: Any, threshold: Any) -> None:  # noqa: ANN401 - refused here
    if type(depth) is not int or not 0 <= depth <= _DEEPEST:
        msg = (
            f"depth needs a whole number from 0 to {_DEEPEST}. Each step is one "
            "relation of the directory."
        )
        raise InvalidValueError(msg, field="depth", value=None)
    if type(threshold) not in (int, float) or not 0 < threshold <= 100:  # noqa: PLR2004 - per cent
        msg = (
            "threshold needs a number above 0, up to 100. Lower shows more names that "
            "are nothing; higher misses some that are."
        )
        raise InvalidValueError(msg, field="threshold", value=None)


def _check_matter(matter: Any, index: ConflictIndex, *, strict: bool) -> None:  # noqa: ANN401 - refused here
    """Refuse what is no id, and a case that is not there: misspelt, nothing bars it."""
    if matter is None:
        return
    if not isinstance(matter, str):
        msg = (
            f"matter needs the id of a case, not {type(matter).__name__}. Pass "
            "case.case_id, or leave it out."
        )
        raise InvalidTypeError(msg, field="matter", value=None)
    # A case that is sealed, or cannot be read, is there all the same.
    unread = {one.where.partition(":")[2] for one in index.unsearched}
    if strict and matter not in index.case_ids and matter not in unread:
        noun, hint = "case", "Leave matter= out for a case that is not stored yet."
        raise UnknownNameError.of(noun, matter, index.case_ids, hint)


def _rank(match: ConflictMatch) -> tuple[Any, ...]:
    """Put the certain first, then by the rule, then by how near and how alike."""
    rules = match.if_same or match.rules
    first = min((_ORDER[code] for code in rules), default=len(_ORDER))
    return (
        not match.evidence.is_certain,
        first,
        len(match.path),
        -match.evidence.score,
        match.case_id or "",
    )


def _findings(
    matches: list[ConflictMatch], asked: tuple[Asked, ...], search: Search
) -> list[ConflictFinding]:
    found: dict[str, ConflictFinding] = {}
    for match in matches:
        part = match.participation
        if part is None:
            continue
        for code in match.rules:
            name = _id(code, match, part)
            found.setdefault(
                name,
                ConflictFinding(
                    finding_id=name,
                    rule=code,
                    match=match,
                    affected=_affected(code, match, part, asked, search),
                ),
            )
    return list(found.values())


def _id(code: str, match: ConflictMatch, part: Participation) -> str:
    """Return the same id for the same finding, whenever it is found again."""
    said = (code, match.asked.key, part.case_id, part.ref, part.who or "")
    text = "".join(f"{len(one)}:{one}" for one in said)
    return f"cf-{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:20]}"


def _affected(
    code: str,
    match: ConflictMatch,
    part: Participation,
    asked: tuple[Asked, ...],
    search: Search,
) -> tuple[str, ...]:
    """Return the ids of those whose consent the rule asks for, as far as they bear one.

    Whoever has no id is named by the place where they stand: ``"m-311/party:acme"``,
    or ``"asked/2"``, counted from 1.
    """
    rule = RULES[code]
    if not rule.is_consentable:
        return ()
    ours = [
        one.who or f"asked/{number}"
        for number, one in enumerate(asked, 1)
        if one.stance == "client"
    ]
    matter = search.index.of_case(part.case_id)
    clients = [
        _named(one) for one in matter if "client" in one.standings_on(search.as_of)
    ]
    if code in ("direct-adversity", "material-limitation"):
        mine = "client" in match.standings
        found = [*([_named(part)] if mine else clients), *ours]
    elif code == "prospective-client":
        found = [_named(part), *ours]
    elif part.for_whom and code in (
        "former-firm-client",
        "former-lawyer-client",
        "government",
    ):
        whom = set(part.for_whom)
        found = [_named(one) for one in matter if one.party_id in whom]
    elif code == "former-neutral":
        found = [
            _named(one)
            for one in matter
            if one.party_id is not None and not is_bystander(one.roles)
        ]
    else:
        found = [_named(part)]
    return tuple(dict.fromkeys(found))


def _named(part: Participation) -> str:
    return part.who or f"{part.case_id}/{part.ref}"
