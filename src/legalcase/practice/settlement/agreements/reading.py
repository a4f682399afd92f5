"""read_agreement_forms: sorts of agreement as a text in TOML, all that is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.declared import tables_of
from legalcase.errors import UnknownNameError
from legalcase.practice.declaring import AUTHORITY, Declaring
from legalcase.practice.settlement.agreements.form import (
    WHOSE,
    AgreementForm,
    FormNeed,
    bundled,
)
from legalcase.practice.settlement.agreements.terms import NEED_KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["agreement_form", "agreement_forms", "read_agreement_forms"]

_FORM: Final = ("id", "title", "need")
_NEED: Final = (
    *("id", "kind", "whose", "title", "disclosure", "only", "if_mediated", "note"),
    *AUTHORITY,
)
#: Until when one waits, no sort of agreement can say: that is of one agreement.
_KINDS: Final = tuple(one for one in NEED_KINDS if one != "waiting-period")


def read_agreement_forms(text: str) -> tuple[AgreementForm, ...]:
    """Return the sorts of agreement that a text in TOML declares.

    It has ``format = 1`` and an ``[[agreement]]`` for each: id, title, and
    ``[[agreement.need]]`` (id, kind, whose, title, cite). Raises `DeclarationError`
    with everything that is wrong, and where.
    """
    return _Reading().forms(tables_of(text))


def agreement_forms() -> tuple[AgreementForm, ...]:
    """Return the sorts of agreement that come with the package, by id."""
    found = bundled(read_agreement_forms)
    return tuple(found[name] for name in sorted(found))


def agreement_form(form_id: str) -> AgreementForm:
    """Return a sort of agreement of the package; raises `UnknownNameError`."""
    known = bundled(read_agreement_forms)
    found = known.get(str(form_id))
    if found is None:
        noun = "sort of agreement"
        raise UnknownNameError.among(noun, str(form_id), list(known))
    return found


class _Reading(Declaring):
    """Reads the sorts of agreement of one text."""

    def forms(self, raw: dict[str, Any]) -> tuple[AgreementForm, ...]:
        found: list[AgreementForm] = []
        for number, one in enumerate(self.begun(raw, "agreement")):
            where = f"$.agreement[{number}]"
            found.append(self.form(one, where))
            self.once([each.id for each in found], where)
        self.end()
        return tuple(found)

    def form(self, raw: Mapping[str, Any], where: str) -> AgreementForm:
        self.known(raw, where, _FORM)
        needs: list[FormNeed] = []
        for number, one in enumerate(self.tables(raw, "need", where)):
            needs.append(self.need(one, f"{where}.need[{number}]"))
            self.once([each.id for each in needs], f"{where}.need[{number}]")
        if not needs:
            self.wrong(f"{where}.need", "is missing. Write what it needs.")
        return AgreementForm(
            id=self.text(raw, "id", where),
            title=self.text(raw, "title", where),
            needs=tuple(needs),
        )

    def need(self, raw: Mapping[str, Any], where: str) -> FormNeed:
        self.known(raw, where, _NEED)
        kind = self.word(raw, "kind", where, _KINDS)
        whose = self.word(raw, "whose", where, WHOSE)
        disclosure = self.maybe(raw, "disclosure", where)
        if (raw.get("kind") == "disclosure") != (disclosure is not None):
            why = "stands with the kind 'disclosure', and only there."
            self.wrong(f"{where}.disclosure", why)
        if raw.get("kind") == "signature" and whose != "each-party":
            self.wrong(f"{where}.whose", "of a signature is 'each-party'.")
        return FormNeed(
            id=self.text(raw, "id", where),
            kind=kind,
            whose=whose,
            title=self.text(raw, "title", where),
            authority=self.authority(raw, where),
            disclosure=disclosure,
            only=self.texts(raw, "only", where),
            if_mediated=self.truth(raw, "if_mediated", where),
            note=self.maybe(raw, "note", where),
        )
