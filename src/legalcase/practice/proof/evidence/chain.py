"""custody: who had an item of evidence, link by link, and what does not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from legalcase.authority import Authority
from legalcase.errors import InvalidValueError
from legalcase.kernel.checks import check_asked
from legalcase.kernel.events.label import check_audience, lasts_for
from legalcase.markup import Table, escape
from legalcase.plain_data import PlainData
from legalcase.practice.proof.evidence.authorities import AUTHENTICATION
from legalcase.practice.proof.evidence.breaks import (
    CustodyBreak,
    breaks_of,
    is_measured,
    unverified_of,
)
from legalcase.practice.proof.evidence.corrected import (
    CustodyCorrection,
    corrections_of,
    corrections_table,
)
from legalcase.practice.proof.evidence.facet import EVIDENCE
from legalcase.practice.proof.evidence.step import CustodyStep, digests_of, who_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile
    from legalcase.practice.proof.evidence.state import CustodyLink, EvidenceItem

__all__ = ["Custody", "custody"]

#: Whose affair the custody of evidence is.
_INSIDE: Final = frozenset({"firm", "owner"})
#: What each verdict says, for a reader.
_SAID: Final = {
    "whole": "Every link fits the one before it, as far as anything was recorded.",
    "unverified": "Nothing is broken; at some links nobody measured it.",
    "explained": "Some links do not fit; of each, somebody said why.",
    "broken": "Some links do not fit, and nobody has said why.",
}


@frozen(kw_only=True, repr=False)
class Custody(PlainData):
    """The custody of an item: every link, what does not fit, and what nobody measured.

    `breaks` are where it does not fit, those that somebody explained as well;
    `unverified` the numbers of the links at which nobody measured what should be.
    `corrections` are the lines of it that were corrected or taken back, by which a
    custody can have become whole; ``None`` where only a case was asked, which has no
    log. `authority` is what asks for it. It says what was recorded, and not that a
    court will admit the item, nor that it will not.
    """

    case_id: str
    item_id: str
    kind: str
    description: str | None = field(default=None, repr=False)
    copy_of: str | None = None
    state: str
    links: tuple[CustodyStep, ...]
    breaks: tuple[CustodyBreak, ...] = ()
    unverified: tuple[int, ...] = ()
    corrections: tuple[CustodyCorrection, ...] | None = None
    has_digests: bool
    authority: Authority = AUTHENTICATION

    def __repr__(self) -> str:
        """Return which item, how many links, and how it stands."""
        return f"<Custody of {self.item_id!r}: {len(self)} links, {self.verdict}>"

    def __iter__(self) -> Iterator[CustodyStep]:
        """Give the links in the order in which they happened."""
        return iter(self.links)

    def __len__(self) -> int:
        """Return how many links there are."""
        return len(self.links)

    @property
    def verdict(self) -> str:
        """How it stands: the worst that can be said of it.

        ``"broken"`` where something does not fit that nobody explained;
        ``"explained"`` where all that does not fit was explained; ``"unverified"``
        where nobody measured it at some link; ``"whole"`` otherwise.
        """
        if any(not one.is_explained for one in self.breaks):
            return "broken"
        if self.breaks:
            return "explained"
        return "unverified" if self.unverified else "whole"

    @property
    def is_whole(self) -> bool:
        """Whether everything fits, and everything that should be was measured."""
        return self.verdict == "whole"

    def breaks_at(self, link: int) -> tuple[CustodyBreak, ...]:
        """Return what does not fit at a link; links are counted from 1.

        Raises `InvalidValueError` for a number that no link has.
        """
        if type(link) is not int or not 1 <= link <= len(self.links):
            msg = (
                f"There is no link {link!r} in a custody of {len(self.links)}. Links "
                "are counted from 1."
            )
            raise InvalidValueError(msg, field="link", value=None)
        return tuple(one for one in self.breaks if one.link == link)

    def to_rows(self) -> list[dict[str, Any]]:
        """Return a row of plain JSON types for each link, with why it does not fit."""
        return [
            {
                "case_id": self.case_id,
                "item_id": self.item_id,
                **one.to_dict(),
                "why": [each.why for each in self.breaks_at(one.number)],
            }
            for one in self.links
        ]

    def _tables(self) -> list[Table]:
        said = "" if self.description is None else f": {self.description}"
        table = Table(
            f"Custody of {self.item_id}{said}",
            ("link", "when", "what", "who", "digest", "stands"),
        )
        for one in self.links:
            table.add(
                str(one.number),
                str(one.on),
                one.action,
                who_of(one),
                digests_of(one),
                one.standing,
                mark="strong" if one.standing == "broken" else "",
            )
        tables = [table]
        if self.breaks:
            wrong = Table("What does not fit", ("link", "why", "that is", "explained"))
            for each in self.breaks:
                wrong.add(
                    str(each.link),
                    each.why,
                    each.text,
                    "yes" if each.is_explained else "no",
                    mark="" if each.is_explained else "strong",
                )
            tables.append(wrong)
        if self.corrections:
            tables.append(corrections_table(self.corrections))
        return tables

    def _verdict(self) -> str:
        said = f"{self.verdict}: {_SAID[self.verdict]}"
        if not self.has_digests:
            said += " It has no digests."
        if self.corrections:
            said += " So it is since the log was corrected, as said above."
        return said

    def __str__(self) -> str:
        """Return it as tables of text, 80 columns wide."""
        from textwrap import fill

        return "\n\n".join(
            [*(table.text() for table in self._tables()), fill(self._verdict(), 80)]
        )

    def _repr_html_(self) -> str:
        tables = "".join(table.html() for table in self._tables())
        return f"{tables}<p>{escape(self._verdict())}</p>"


def custody(case: Case | CaseFile, item_id: str, *, audience: str = "firm") -> Custody:
    """Return who had an item of evidence, link by link, and what does not fit.

    Each link is held against those before it: whoever passes the item on has to have
    had it, what is measured has to be what was measured last, and passing it on takes
    somebody's leave. A digital item that nobody measured at a link is unverified
    there, and not broken. `audience` is ``"firm"`` or ``"owner"``: of an item whose
    label does not admit it, links stand without names and texts.

    What was corrected or taken back is not held against the rest; of a file it is told
    apart, in `corrections`. Of a case without its log nothing is known of that.

    Raises `UnknownNameError` for an item that is not in the case, `InvalidValueError`
    for an audience outside the firm, and `InvalidTypeError` for what is no case, or
    was read without the room `practice.EVIDENCE`.
    """
    one: Any = case
    looked_at: Case = getattr(one, "case", one)
    check_asked(looked_at, "case", "folded", "people")
    check_audience(audience)
    if audience not in _INSIDE:
        msg = (
            f"The custody of evidence is the business of the firm, and not of "
            f"{audience!r}. Pass audience='firm' or 'owner'."
        )
        raise InvalidValueError(msg, field="audience", value=audience)
    room = looked_at[EVIDENCE]
    item = room.items[item_id]
    original = None if item.copy_of is None else room.items[item.copy_of]
    breaks = breaks_of(item, original)
    unverified = tuple(unverified_of(item))
    may_see = lasts_for(item.label, audience)
    log = getattr(one, "log", None)
    corrections = (
        None
        if log is None
        else tuple(corrections_of(log, item.item_id, may_see=may_see))
    )
    return Custody(
        case_id=looked_at.case_id,
        item_id=item.item_id,
        kind=item.kind,
        description=item.description if may_see else None,
        copy_of=item.copy_of,
        state=item.state,
        links=tuple(_steps(item, breaks, unverified, may_see=may_see)),
        breaks=breaks,
        unverified=unverified,
        corrections=corrections,
        has_digests=is_measured(item),
    )


def _steps(
    item: EvidenceItem,
    breaks: tuple[CustodyBreak, ...],
    unverified: tuple[int, ...],
    *,
    may_see: bool,
) -> Iterator[CustodyStep]:
    for number, link in enumerate(item.links, start=1):
        here = [one for one in breaks if one.link == number]
        if any(not one.is_explained for one in here):
            standing = "broken"
        elif here:
            standing = "explained"
        else:
            standing = "unverified" if number in unverified else "whole"
        yield CustodyStep(
            number=number,
            event_id=link.event_id,
            action=link.action,
            on=link.on,
            at=link.at,
            by_order=link.by_order,
            digest_before=link.digest_before,
            digest_after=link.digest_after,
            standing=standing,
            **(_texts(link) if may_see else {}),
        )


def _texts(link: CustodyLink) -> dict[str, str | None]:
    return {
        "acted_by": link.acted_by,
        "handed_to": link.handed_to,
        "purpose": link.purpose,
        "authorization": link.authorization,
        "seal": link.seal,
    }
