"""read_disclosure_kinds: sorts of disclosure as a text in TOML, all that is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.declared import tables_of
from legalcase.errors import UnknownNameError
from legalcase.practice.declaring import AUTHORITY, Declaring
from legalcase.practice.proof.disclosure.events import WAIVERS, WAYS
from legalcase.practice.proof.disclosure.kind import (
    DisclosureItem,
    DisclosureKind,
    WaiverRule,
    bundled,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["disclosure_kind", "disclosure_kinds", "read_disclosure_kinds"]

_KIND: Final = (
    *("id", "title", "owed", "how", "proof", "continuing", "on_request", "deadlines"),
    *("note", "item", "waiver"),
    *AUTHORITY,
)
_ITEM: Final = ("id", "title", "cite", "form")
_WAIVER: Final = ("way", "form", "needs", "note", *AUTHORITY)


def read_disclosure_kinds(text: str) -> tuple[DisclosureKind, ...]:
    """Return the sorts of disclosure that a text in TOML declares.

    It has ``format = 1`` and a ``[[disclosure]]`` for each: id, title, owed, how, cite,
    perhaps verified, source, ``[[disclosure.item]]`` (id, title) and
    ``[[disclosure.waiver]]`` (way, cite). Raises `DeclarationError` with everything
    that is wrong, and where.
    """
    return _Reading().kinds(tables_of(text))


def disclosure_kinds() -> tuple[DisclosureKind, ...]:
    """Return the sorts of disclosure that come with the package, by id."""
    found = bundled(read_disclosure_kinds)
    return tuple(found[name] for name in sorted(found))


def disclosure_kind(kind_id: str) -> DisclosureKind:
    """Return a sort of disclosure of the package; raises `UnknownNameError`."""
    known = bundled(read_disclosure_kinds)
    found = known.get(str(kind_id))
    if found is None:
        noun = "sort of disclosure"
        raise UnknownNameError.among(noun, str(kind_id), list(known))
    return found


class _Reading(Declaring):
    """Reads the sorts of disclosure of one text."""

    def kinds(self, raw: dict[str, Any]) -> tuple[DisclosureKind, ...]:
        found: list[DisclosureKind] = []
        for number, one in enumerate(self.begun(raw, "disclosure")):
            where = f"$.disclosure[{number}]"
            found.append(self.kind(one, where))
            self.once([each.id for each in found], where)
        self.end()
        return tuple(found)

    def kind(self, raw: Mapping[str, Any], where: str) -> DisclosureKind:
        self.known(raw, where, _KIND)
        items: list[DisclosureItem] = []
        for number, one in enumerate(self.tables(raw, "item", where)):
            items.append(self.item(one, f"{where}.item[{number}]"))
            self.once([each.id for each in items], f"{where}.item[{number}]")
        if not items:
            self.wrong(f"{where}.item", "is missing. Write what belongs to it.")
        waivers = [
            self.waiver(one, f"{where}.waiver[{number}]")
            for number, one in enumerate(self.tables(raw, "waiver", where))
        ]
        return DisclosureKind(
            id=self.text(raw, "id", where),
            title=self.text(raw, "title", where),
            owed=self.text(raw, "owed", where),
            how=self.word(raw, "how", where, WAYS),
            proof=self.maybe(raw, "proof", where),
            is_continuing=self.truth(raw, "continuing", where),
            on_request=self.truth(raw, "on_request", where),
            authority=self.authority(raw, where),
            items=tuple(items),
            waivers=tuple(waivers),
            deadlines=self.texts(raw, "deadlines", where),
            note=self.maybe(raw, "note", where),
        )

    def item(self, raw: Mapping[str, Any], where: str) -> DisclosureItem:
        self.known(raw, where, _ITEM)
        return DisclosureItem(
            id=self.text(raw, "id", where),
            title=self.text(raw, "title", where),
            cite=self.maybe(raw, "cite", where),
            form=self.maybe(raw, "form", where),
        )

    def waiver(self, raw: Mapping[str, Any], where: str) -> WaiverRule:
        self.known(raw, where, _WAIVER)
        return WaiverRule(
            way=self.word(raw, "way", where, WAIVERS),
            authority=self.authority(raw, where),
            form=self.maybe(raw, "form", where),
            needs=self.texts(raw, "needs", where),
            note=self.maybe(raw, "note", where),
        )
