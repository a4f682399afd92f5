"""What does not fit in the custody of an item: read off its links, one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from legalcase.near import is_same
from legalcase.plain_data import PlainData
from legalcase.practice.proof.evidence.handlers import is_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.practice.proof.evidence.state import CustodyLink, EvidenceItem

__all__ = ["CustodyBreak", "breaks_of", "is_measured", "unverified_of"]

#: So much of a digest tells it from another, for a reader.
_SHORT: Final = 8
#: What passes an item on, or ends its custody: it takes leave, and whoever has it.
_PASSES: Final = frozenset({"transferred", "returned", "destroyed"})


@frozen(kw_only=True)
class CustodyBreak(PlainData):
    """Where the custody of an item does not fit, and why.

    `link` counts from 1. `why` is ``"gap"`` (whoever passed it on did not have it),
    ``"digest-differs"`` (it is not what an earlier link left), ``"changed"`` (the link
    itself changed it), ``"copy-differs"`` (the copy is not what the original was),
    ``"seal-differs"``, ``"not-authorized"`` or ``"out-of-order"``. `text` says nothing
    that somebody wrote.
    """

    link: int
    event_id: str
    why: str
    text: str
    is_explained: bool = False


def is_measured(item: EvidenceItem) -> bool:
    """Tell whether an item has digests, or is of a kind that should have."""
    return item.kind == "digital" or item.digest is not None


def breaks_of(
    item: EvidenceItem, original: EvidenceItem | None = None
) -> tuple[CustodyBreak, ...]:
    """Return what does not fit in the custody of an item, by link.

    `original` is the item of which it is a copy, if it is one.
    """
    found = [
        *_copied(item, original),
        *_ordered(item),
        *_passed(item),
        *_sealed(item),
        *_measured(item),
    ]
    return tuple(sorted(found, key=lambda one: one.link))


def _copied(
    item: EvidenceItem, original: EvidenceItem | None
) -> Iterator[CustodyBreak]:
    """Give a copy that is not what its original was whenever that was measured."""
    first = item.links[0]
    if original is None or first.digest_after is None:
        return
    known = {
        digest
        for one in original.links
        for digest in (one.digest_before, one.digest_after)
        if digest is not None
    }
    if known and first.digest_after not in known:
        text = f"it is no copy of {original.item_id} as that was measured"
        yield _broken(1, first, "copy-differs", text)


def _ordered(item: EvidenceItem) -> Iterator[CustodyBreak]:
    """Give what lies before the link in front of it, as corrections can have it."""
    for number, link in enumerate(item.links[1:], start=2):
        if is_before(link, item.links[number - 2]):
            text = f"it would have happened before link {number - 1}"
            yield _broken(number, link, "out-of-order", text)


def _passed(item: EvidenceItem) -> Iterator[CustodyBreak]:
    """Give what was passed on by somebody who did not have it, or without leave."""
    held, since = item.links[0].acted_by, 1
    for number, link in enumerate(item.links[1:], start=2):
        passes = link.action in _PASSES
        is_holder = is_same(link.acted_by, held)
        if passes and not is_holder:
            text = f"passed on by another than whoever had it since link {since}"
            yield _broken(number, link, "gap", text)
        if (passes or not is_holder) and not link.is_authorized:
            by = "" if is_holder else "done by another than whoever had it; "
            text = f"{by}nothing says by whose leave"
            yield _broken(number, link, "not-authorized", text)
        if link.handed_to is not None:
            held, since = link.handed_to, number


def _sealed(item: EvidenceItem) -> Iterator[CustodyBreak]:
    """Give what was handed on under another seal than that which was put on it."""
    seal, sealed = item.links[0].seal, 1
    for number, link in enumerate(item.links[1:], start=2):
        is_closed = link.action == "transferred"
        if is_closed and link.seal is None:
            continue
        if is_closed and seal is not None and not is_same(link.seal, seal):
            text = f"under another seal than that of link {sealed}"
            yield _broken(number, link, "seal-differs", text)
        # What opens a package takes its seal away, unless it says of a new one.
        seal, sealed = link.seal, number


def _measured(item: EvidenceItem) -> Iterator[CustodyBreak]:
    """Give what is not what an earlier link left, or what a link itself changed."""
    digest, measured = item.links[0].digest_after, 1
    for number, link in enumerate(item.links[1:], start=2):
        yield from _digests(number, link, digest, measured)
        left = link.digest_after or link.digest_before
        if left is not None:
            digest, measured = left, number


def _digests(
    number: int, link: CustodyLink, digest: str | None, measured: int
) -> Iterator[CustodyBreak]:
    """Give what the digests of a link do not fit: those before, and each other."""
    before, after = link.digest_before, link.digest_after
    # What was measured only afterwards has to be what an earlier link left as well.
    found = before or after
    if None not in (found, digest) and found != digest:
        text = f"measured {_short(found)}, and {_short(digest)} at link {measured}"
        yield _broken(number, link, "digest-differs", text)
    if None not in (before, after) and before != after:
        text = f"measured {_short(before)} before it, and {_short(after)} after it"
        yield _broken(number, link, "changed", text)


def _short(digest: str | None) -> str:
    return f"{(digest or '')[:_SHORT]}…"


def _broken(number: int, link: CustodyLink, why: str, text: str) -> CustodyBreak:
    return CustodyBreak(
        link=number,
        event_id=link.event_id,
        why=why,
        text=text,
        is_explained=bool(link.explanations),
    )


def unverified_of(item: EvidenceItem) -> Iterator[int]:
    """Give the numbers of the links at which nobody measured what should be measured.

    They are not broken: nothing shows that anything was changed, nor that it was not.
    """
    if not is_measured(item):
        return
    for number, link in enumerate(item.links, start=1):
        needs_before = number > 1
        needs_after = link.action not in {"returned", "destroyed"}
        if (needs_before and link.digest_before is None) or (
            needs_after and link.digest_after is None
        ):
            yield number
