"""Suited: whether a playbook is for a case, with what speaks for it and against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from legalcase.plain_data import PlainData
from legalcase.plans.asked import case_asked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile
    from legalcase.practice.plan import Playbook

__all__ = ["Suited", "suited"]


@frozen(kw_only=True)
class Suited(PlainData):
    """A playbook, and what of a case speaks for it, against it, or is not known.

    Each is a sentence that names no party.
    """

    playbook_id: str
    title: str
    for_: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def suits(self) -> bool | None:
        """Whether it suits; ``None`` where something that decides is not known."""
        if self.against:
            return False
        return None if self.unknown else True


def suited(playbooks: Iterable[Playbook], case: Case | CaseFile) -> list[Suited]:
    """Return what speaks for each playbook and against it, the best first."""
    asked = case_asked(case)
    found = [_suited(one, asked) for one in playbooks]
    return sorted(
        found,
        key=lambda one: (len(one.against), len(one.unknown), one.playbook_id),
    )


def _suited(playbook: Playbook, case: Case) -> Suited:
    said: dict[bool | None, list[str]] = {True: [], False: [], None: []}
    for answer, text in (
        _court(playbook, case),
        _proceeding(playbook, case),
        _side(playbook, case),
    ):
        said[answer].append(text)
    return Suited(
        playbook_id=playbook.playbook_id,
        title=playbook.title,
        for_=tuple(said[True]),
        against=tuple(said[False]),
        unknown=tuple(said[None]),
    )


def _court(playbook: Playbook, case: Case) -> tuple[bool | None, str]:
    wanted = ", ".join(playbook.jurisdictions)
    court = case.caseload.court or case.caseload.forum
    if court is None:
        return None, f"the case has no court yet; the playbook is for {wanted}"
    is_there = any(
        court == one or court.startswith(f"{one}/") for one in playbook.jurisdictions
    )
    if is_there:
        return True, f"the court {court} is of {wanted}"
    return False, f"the court {court} is not of {wanted}"


def _proceeding(playbook: Playbook, case: Case) -> tuple[bool | None, str]:
    wanted = " or ".join(playbook.proceedings)
    proceeding = case.caseload.proceeding
    if proceeding is None:
        return None, f"the case does not say whether it is {wanted}"
    if proceeding in playbook.proceedings:
        return True, f"it is {proceeding}"
    return False, f"it is {proceeding}, and the playbook is for {wanted}"


def _side(playbook: Playbook, case: Case) -> tuple[bool | None, str]:
    wanted = " or ".join(playbook.sides)
    roles = {
        role for one in case.people.clients if one.left_on is None for role in one.roles
    }
    if not roles:
        return None, f"nobody is our client yet; the playbook is for a {wanted}"
    if roles & set(playbook.sides):
        return True, f"we act for a {' and '.join(sorted(roles & set(playbook.sides)))}"
    return False, f"we act for a {', '.join(sorted(roles))}, and it is for a {wanted}"
