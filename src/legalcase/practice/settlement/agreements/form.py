"""AgreementForm: a sort of agreement, and what one of its sort needs, by what."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from legalcase.authority import Authority
from legalcase.errors import UnknownNameError
from legalcase.near import near_to
from legalcase.plain_data import PlainData
from legalcase.practice.declaring import check_several, texts_in
from legalcase.practice.settlement.agreements.events import AgreementDrafted
from legalcase.practice.settlement.agreements.terms import NeedTerms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from legalcase.kernel.events.label import Label
    from legalcase.practice.settlement.agreements.terms import ObligationTerms

__all__ = ["AgreementForm", "FormNeed"]

#: From which likeness on a word is taken for another that was misspelt.
_NEAR: Final = 0.75
#: Whose a need is: of each party by itself, or of the agreement as one.
WHOSE: Final = ("each-party", "agreement")


@frozen(kw_only=True)
class FormNeed(PlainData):
    """What an agreement of a sort needs, of each party or as one, by which authority.

    `disclosure` is the kind of disclosure that has to be made or waived. With `only`,
    it is needed by agreements on one of these subjects alone; with `if_mediated`, by
    one that was reached in mediation.
    """

    id: str
    kind: str
    whose: str
    title: str
    authority: Authority
    disclosure: str | None = None
    only: tuple[str, ...] = ()
    if_mediated: bool = False
    note: str | None = field(default=None, repr=False)


@frozen(kw_only=True, repr=False)
class AgreementForm(PlainData):
    """A sort of agreement: what it is about, and what it needs."""

    id: str
    title: str
    needs: tuple[FormNeed, ...]

    def __repr__(self) -> str:
        """Return the id and how much it needs."""
        return f"<AgreementForm {self.id!r}: {len(self.needs)} needs>"

    def needs_of(
        self,
        parties: Iterable[str],
        subjects: Iterable[str],
        *,
        is_mediated: bool = False,
    ) -> tuple[NeedTerms, ...]:
        """Return what an agreement of this sort between some parties needs.

        Raises `InvalidTypeError` for one text, and `UnknownNameError` for a subject
        that is almost one which decides what is needed.
        """
        check_several("parties", parties)
        check_several("subjects", subjects)
        about, who = frozenset(subjects), tuple(parties)
        self._check_subjects(about)
        return tuple(
            terms
            for one in self.needs
            if not one.only or about.intersection(one.only)
            if is_mediated or not one.if_mediated
            for terms in _terms(one, who)
        )

    def _check_subjects(self, about: frozenset[str]) -> None:
        """Refuse what is almost a subject: misspelt, its needs would be left out."""
        deciding = sorted({word for need in self.needs for word in need.only})
        for word in sorted(about.difference(deciding)):
            parts = (word, *str(word).split("-"))
            near = {w for part in parts for w in near_to(part, deciding, likely=_NEAR)}
            # Whoever says the deciding word too may say more beside it.
            if near and near.isdisjoint(about):
                noun = f"subject of {self.id} on which needs depend"
                raise UnknownNameError.of(noun, word, deciding, found=sorted(near))

    def drafted(  # noqa: PLR0913 - all keyword-only: who, about what, when
        self,
        *,
        agreement_id: str,
        parties: Iterable[str],
        subjects: Iterable[str],
        on: date,
        terms_document: str | None = None,
        is_mediated: bool = False,
        needs: Iterable[NeedTerms] = (),
        obligations: Iterable[ObligationTerms] = (),
        label: Label | None = None,
    ) -> AgreementDrafted:
        """Return the event that an agreement of this sort is being made.

        It needs what its sort needs, and the `needs` beside. That it was reached in
        mediation is a fact of its form alone: nothing is read of what was said there.
        """
        check_several("parties", parties)
        check_several("subjects", subjects)
        who, about = tuple(parties), tuple(subjects)
        found = self.needs_of(who, about, is_mediated=is_mediated)
        return AgreementDrafted(
            agreement_id=agreement_id,
            parties=who,
            subjects=about,
            form=self.id,
            terms_document=terms_document,
            needs=(*found, *needs),
            obligations=tuple(obligations),
            label=label,
            happened_on=on,
        )


def _terms(need: FormNeed, parties: tuple[str, ...]) -> Iterator[NeedTerms]:
    if need.whose == "agreement":
        yield _one(need, need.id, parties if need.kind == "disclosure" else ())
        return
    for number, party in enumerate(parties, 1):
        yield _one(need, f"{need.id}-{number}", (party,))


def _one(need: FormNeed, need_id: str, of: tuple[str, ...]) -> NeedTerms:
    return NeedTerms(
        need_id=need_id,
        kind=need.kind,
        authority=need.authority.cite,
        of=of,
        disclosure=need.disclosure,
    )


@lru_cache(maxsize=4)
def bundled(read: Any) -> Mapping[str, AgreementForm]:  # noqa: ANN401 - the reader
    """Return the sorts of agreement that come with the package, by id."""
    texts = texts_in("legalcase.practice.settlement.agreements", "forms")
    found = [form for text in texts for form in read(text)]
    return MappingProxyType({one.id: one for one in found})
