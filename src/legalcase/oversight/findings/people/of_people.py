"""What can be wrong with the people of a case: what their room finds, by its codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from legalcase.authority import Authority
from legalcase.oversight.authorities import CONFLICT
from legalcase.oversight.findings.check import DIRECTORY, LAW, Check, Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.oversight.findings.check import Viewed

__all__ = ["OF_PEOPLE"]


@frozen
class _OfPeople:
    """Finds what the room of people finds under one of its codes."""

    code: str

    def __call__(self, viewed: Viewed) -> Iterator[Found]:
        for one in viewed.of_people:
            if one.code == self.code:
                # That of the check says also how it was verified.
                is_own = one.authority is None or one.authority == CONFLICT.cite
                yield Found(
                    text=one.said,
                    evidence=tuple(f"party:{name}" for name in one.parties),
                    authority=None if is_own else Authority(cite=str(one.authority)),
                )


OF_PEOPLE: Final = (
    Check(
        code="people-clients-adverse",
        severity="critical",
        what="two clients of ours stand against each other",
        authority=CONFLICT,
        asks=(LAW,),
        find=_OfPeople("clients-adverse"),
    ),
    Check(
        code="people-counsel-barred",
        severity="critical",
        what="counsel of a party may not act",
        asks=(LAW,),
        find=_OfPeople("counsel-barred"),
    ),
    Check(
        code="people-no-representative",
        severity="critical",
        what="nobody acts for somebody who cannot act for itself",
        asks=(LAW,),
        find=_OfPeople("no-representative"),
    ),
    Check(
        code="people-not-in-directory",
        severity="warning",
        what="the directory lacks somebody of whom the case has the id",
        asks=(LAW, DIRECTORY),
        find=_OfPeople("not-in-directory"),
    ),
)
