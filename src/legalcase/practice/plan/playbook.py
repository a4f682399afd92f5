"""Playbook: how a kind of case is worked, as terms that a log keeps."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from json import dumps
from typing import TYPE_CHECKING, Any, Final

from attrs import field, fields, frozen

from legalcase.errors import InvalidValueError, UnknownNameError
from legalcase.kernel.checks import (
    check_date,
    check_id,
    check_ids,
    check_some,
    check_text,
    check_word,
    check_words,
    optional,
    tuple_of,
)
from legalcase.kernel.events.terms import Terms
from legalcase.kernel.events.words import word
from legalcase.practice.plan.item import PlaybookItem
from legalcase.practice.plan.sentry import PlanSentry

if TYPE_CHECKING:
    from legalcase.practice.plan.differences import PlaybookDiff

__all__ = ["PlanObjective", "PlanRole", "PlanStage", "Playbook"]


_NOUNS: Final = ("role", "objective", "stage", "item")


@frozen(kw_only=True)
class PlanRole(Terms):
    """A role in the work of a case: whoever fills it, and what they must be."""

    role_id: str = field(validator=check_word)
    title: str = field(validator=check_text)
    requires: tuple[str, ...] = field(default=(), validator=check_words)


@frozen(kw_only=True)
class PlanObjective(Terms):
    """For what such a case commonly is, and by which test it is reached."""

    objective_id: str = field(validator=check_word)
    statement: str = field(repr=False, validator=check_text)
    test: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class PlanStage(Terms):
    """A stage of a plan; it is entered with any of its sentries.

    `table_stage` is the stage that it is in the table of stages of the playbook.
    """

    stage_id: str = field(validator=check_word)
    title: str = field(validator=check_text)
    enters: tuple[PlanSentry, ...] = field(default=(), validator=tuple_of(PlanSentry))
    table_stage: str | None = field(default=None, validator=optional(check_word))


@frozen(kw_only=True, repr=False)
class Playbook(Terms):
    """How a kind of case is worked: its stages, its items, who does what.

    `playbook_id` and `edition` say which it is, `effective` the day for which its law
    was read; it is for cases of `jurisdictions` and `proceedings` in which our client
    has one of the roles `sides`. `extends` is the playbook over which it was laid.

    Raises `InvalidValueError` where an id is given twice, or something names a stage,
    a role, an objective or an item that it has not.
    """

    playbook_id: str = field(validator=check_id)
    edition: str = field(validator=check_text)
    title: str = field(validator=check_text)
    effective: date = field(validator=check_date)
    jurisdictions: tuple[str, ...] = field(validator=check_some(check_ids))
    proceedings: tuple[str, ...] = field(
        validator=check_some(check_words), metadata=word("proceeding")
    )
    sides: tuple[str, ...] = field(
        validator=check_some(check_words), metadata=word("participant")
    )
    stage_table: str | None = field(default=None, validator=optional(check_id))
    extends: str | None = field(default=None, validator=optional(check_id))
    note: str | None = field(default=None, repr=False, validator=optional(check_text))
    roles: tuple[PlanRole, ...] = field(validator=check_some(tuple_of(PlanRole)))
    objectives: tuple[PlanObjective, ...] = field(
        default=(), validator=tuple_of(PlanObjective)
    )
    stages: tuple[PlanStage, ...] = field(validator=check_some(tuple_of(PlanStage)))
    items: tuple[PlaybookItem, ...] = field(
        validator=check_some(tuple_of(PlaybookItem))
    )

    def __repr__(self) -> str:
        """Return which playbook it is, and how many items it has."""
        name = f"{self.playbook_id!r}, edition {self.edition!r}"
        return f"<Playbook {name}: {len(self.items)} items>"

    def __attrs_post_init__(self) -> None:
        """Refuse what hangs in the air: what stands in a log stays as it is."""
        for noun, ids in self._ids().items():
            twice = {one for one in ids if ids.count(one) > 1}
            if twice:
                msg = f"The {noun} {min(twice)!r} stands twice. Give each another id."
                raise InvalidValueError(msg, field=noun, value=min(twice))
        for item in self.items:
            self.check_item(item)
        for stage in self.stages:
            for sentry in stage.enters:
                self._check_sentry(sentry, f"stage {stage.stage_id!r}")

    def _ids(self) -> dict[str, list[str]]:
        return {noun: self._ids_of(noun) for noun in _NOUNS}

    def _ids_of(self, noun: str) -> list[str]:
        parts = {"role": self.roles, "objective": self.objectives, "stage": self.stages}
        return [getattr(one, f"{noun}_id") for one in parts.get(noun, self.items)]

    def check_item(self, item: PlaybookItem, *, added: tuple[str, ...] = ()) -> None:
        """Refuse an item that names what the playbook has not.

        `added` are items that a case has besides. Raises `InvalidValueError`.
        """
        where = f"item {item.item_id!r}"
        self._check("stage", item.stage, where)
        for role in (item.accountable, *item.responsible):
            self._check("role", role, where)
        for objective in item.serves:
            self._check("objective", objective, where)
        for other in item.after:
            self._check("item", other, where, added)
        sentries = list(item.when)
        if item.offset is not None:
            sentries.append(item.offset.of)
        for sentry in sentries:
            self._check_sentry(sentry, where, added)
        for condition in item.conditions:
            if condition.stage is not None:
                self._check("stage", condition.stage, where)

    def _check_sentry(
        self, sentry: PlanSentry, where: str, added: tuple[str, ...] = ()
    ) -> None:
        if sentry.sort in ("item", "stage"):
            also = added if sentry.sort == "item" else ()
            self._check(sentry.sort, sentry.word, where, also)

    def _check(
        self, noun: str, name: str, where: str, also: tuple[str, ...] = ()
    ) -> None:
        known = [*self._ids_of(noun), *also]
        if name not in known:
            msg = (
                f"The {where} names the {noun} {name!r}, which the playbook has not. "
                f"Its {noun}s are {', '.join(known) or 'none'}."
            )
            raise InvalidValueError(msg, field=noun, value=name)

    @property
    def digest(self) -> str:
        """The digest of all that it says: SHA-256, in hex."""
        said = dumps(_said(self), sort_keys=True, ensure_ascii=False)
        return sha256(said.encode("utf-8")).hexdigest()

    def item(self, item_id: str) -> PlaybookItem:
        """Return an item; raises `UnknownNameError`."""
        found = next((one for one in self.items if one.item_id == item_id), None)
        if found is None:
            noun = "item of the playbook"
            known = tuple(one.item_id for one in self.items)
            hint = "See its items."
            raise UnknownNameError.of(noun, item_id, known, hint)
        return found

    def stage(self, stage_id: str) -> PlanStage:
        """Return a stage; raises `UnknownNameError`."""
        found = next((one for one in self.stages if one.stage_id == stage_id), None)
        if found is None:
            noun = "stage of the playbook"
            known = tuple(one.stage_id for one in self.stages)
            raise UnknownNameError.of(noun, stage_id, known, "See its stages.")
        return found

    def diff(self, newer: Playbook) -> PlaybookDiff:
        """Return what another edition says otherwise: items, keys, authorities.

        Raises `InvalidTypeError` for what is no playbook, and `InvalidValueError` for
        one of another id.
        """
        from legalcase.practice.plan.differences import diff_of

        return diff_of(self, newer)


def _said(value: Any) -> Any:  # noqa: ANN401 - any part of a playbook
    """Return what was said, without what was left at its default.

    So that a field which a later version adds leaves the digest as it was.
    """
    if isinstance(value, Terms):
        return {
            each.name: _said(found)
            for each in fields(type(value))  # type: ignore[arg-type]  # each is of attrs
            if (found := getattr(value, each.name)) != each.default
        }
    return [_said(one) for one in value] if isinstance(value, tuple) else str(value)
