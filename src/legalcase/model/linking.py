"""How several cases hang together, and where one says what the other does not."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.model.case import Case
from legalcase.model.caseload.state import INVERSES
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.model.caseload.state import Link

__all__ = ["CaseLinks", "LinkFinding", "Linked", "links"]

#: Of what no case can be the last of a chain that began with it: whose parent,
#: from what it was severed, of what it is the appeal.
_NO_CYCLE: Final = ("parent", "severed-into", "appealed-in")


@frozen(kw_only=True)
class Linked(PlainData):
    """That a case says what it is to another: `kind` is a word of `INVERSES`."""

    case_id: str
    kind: str
    other: str
    on: date
    event_id: str


@frozen(kw_only=True)
class LinkFinding(PlainData):
    """What does not fit: ``"one-sided"`` or ``"cycle"``, and between which cases."""

    code: str
    kind: str
    cases: tuple[str, ...]
    text: str


@frozen(kw_only=True)
class CaseLinks(PlainData):
    """How some cases hang together.

    `rows` are the links that they state, `findings` what does not fit, `not_given` the
    ids of cases that are linked and were not among those looked at: of these nobody
    knows whether they say the inverse.
    """

    rows: tuple[Linked, ...]
    findings: tuple[LinkFinding, ...] = ()
    not_given: tuple[str, ...] = field(default=())

    def of(self, case_id: str) -> tuple[Linked, ...]:
        """Return the links that a case states."""
        return tuple(row for row in self.rows if row.case_id == case_id)


def links(cases: Iterable[Case]) -> CaseLinks:
    """Return how cases hang together, with each link that the other does not state.

    Consolidated and related cases say so of each other; a parent has its child, an
    appeal the case from which it was taken, what was severed that from which it was
    (invariant 8). No case is above itself. Raises `InvalidValueError` for the same case
    twice, `InvalidTypeError` for what is no case.
    """
    several: object = cases
    if not isinstance(several, Iterable):
        msg = (
            f"cases needs several cases, not one {type(cases).__name__}. Pass a list: "
            "[case], say."
        )
        raise InvalidTypeError(msg, field="cases", value=None)
    given: dict[str, Case] = {}
    for case in cases:
        one: object = case
        if not isinstance(one, Case):
            msg = f"links() needs cases, not {type(case).__name__}. Pass file.case."
            raise InvalidTypeError(msg, field="cases", value=None)
        if case.case_id in given:
            msg = f"The case {case.case_id!r} is given twice. Pass its newest state."
            raise InvalidValueError(msg, field="cases", value=case.case_id)
        given[case.case_id] = case
    rows = tuple(row for case in given.values() for row in _stated(case, given))
    stated = {(row.case_id, row.kind, row.other) for row in rows}
    missing = sorted({row.other for row in rows} - given.keys())
    return CaseLinks(
        rows=rows,
        findings=(*_one_sided(rows, stated, given), *_cycles(stated)),
        not_given=tuple(missing),
    )


def _stated(case: Case, given: dict[str, Case]) -> Iterator[Linked]:
    for link in case.caseload.links:
        kind, others = link.word, link.standing
        if link.kind == "appeal-taken":
            others = tuple(_appeals(link, given))
        if kind not in INVERSES:
            continue
        for other in others:
            if other != case.case_id:
                yield Linked(
                    case_id=case.case_id,
                    kind=kind,
                    other=other,
                    on=link.on,
                    event_id=link.event_id,
                )


def _appeals(link: Link, given: dict[str, Case]) -> Iterator[str]:
    """Return the given cases that bear the number of an appeal, in its court."""
    for other in given.values():
        if other.number in link.standing and link.court in (None, other.court):
            yield other.case_id


def _one_sided(
    rows: tuple[Linked, ...],
    stated: set[tuple[str, str, str]],
    given: dict[str, Case],
) -> Iterator[LinkFinding]:
    for row in rows:
        inverse = INVERSES[row.kind]
        if row.other in given and (row.other, inverse, row.case_id) not in stated:
            yield LinkFinding(
                code="one-sided",
                kind=row.kind,
                cases=(row.case_id, row.other),
                text=f"{row.case_id} says {row.kind} of {row.other}, which does not "
                f"say {inverse} of it. Record CaseLinked there, or correct it here.",
            )


def _cycles(stated: set[tuple[str, str, str]]) -> Iterator[LinkFinding]:
    for kind in _NO_CYCLE:
        # What one side states holds, whichever it is.
        below: dict[str, set[str]] = {}
        for one, said, other in stated:
            if said == kind:
                below.setdefault(one, set()).add(other)
            elif INVERSES[said] == kind:
                below.setdefault(other, set()).add(one)
        for ring in _rings(below):
            yield LinkFinding(
                code="cycle",
                kind=kind,
                cases=ring,
                text=f"{', '.join(ring)}: each is {kind} to the next, and the last to "
                "the first. Correct one of the links.",
            )


def _rings(below: dict[str, set[str]]) -> Iterator[tuple[str, ...]]:
    """Return each ring once, beginning with its first id in the order of letters."""
    found = set()
    for start in sorted(below):
        trail: list[tuple[str, ...]] = [(start,)]
        seen = set()
        while trail:
            path = trail.pop()
            for nxt in sorted(below.get(path[-1], ()), reverse=True):
                if nxt == start:
                    least = path.index(min(path))
                    ring = (*path[least:], *path[:least])
                    if ring not in found:
                        found.add(ring)
                        yield ring
                elif nxt not in seen:
                    seen.add(nxt)
                    trail.append((*path, nxt))
