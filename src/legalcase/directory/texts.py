"""Which lines of logs still name somebody in their free text: ids, never the text."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

from attrs import fields, frozen, has

from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.kernel.events.ref import NAMES, REFERS
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.kernel.lines.recorded import Recorded

__all__ = ["LineNaming", "folded_text", "lines_naming"]


@frozen(kw_only=True)
class LineNaming(PlainData):
    """A line in whose text a name occurs."""

    stream: str
    number: int
    event_id: str


def lines_naming(
    logs: Iterable[Iterable[Recorded]], names: Iterable[str]
) -> tuple[LineNaming, ...]:
    """Return the lines of logs in whose text one of the names occurs.

    All texts of a line are looked at, who recorded it and why included, but no ids;
    capitals, accents and blanks make no difference. It is for whoever erases a person:
    what was written freely stays where it is. A name misspelt, or a nickname, is not
    found. Raises `InvalidValueError` for an empty name.
    """
    if isinstance(names, str):
        msg = "names needs several names, not one text. Pass ('Jane Roe',)."
        raise InvalidTypeError(msg, field="names", value=None)
    wanted = [folded_text(name) for name in names]
    if not wanted or not all(wanted):
        msg = "There is no name to look for, or an empty one. Pass the names."
        raise InvalidValueError(msg, field="names", value=None)
    return tuple(
        LineNaming(stream=line.stream, number=line.number, event_id=line.event_id)
        for log in logs
        for line in log
        if _names(line, wanted)
    )


def _names(line: Recorded, wanted: list[str]) -> bool:
    texts = list(_texts(line.event))
    texts += [line.actor, line.on_behalf_of or "", line.reason or ""]
    if line.unread and line.text is not None:
        # What is read past stands in the text alone.
        texts.append(_plain(line.text))
    return any(name in folded_text(text) for text in texts for name in wanted)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
        yield _plain(value)
    elif isinstance(value, tuple | frozenset):
        for member in value:
            yield from _texts(member)
    elif has(type(value)):
        for each in fields(type(value)):
            if NAMES in each.metadata or REFERS in each.metadata:
                continue  # an id, which names nobody unless somebody chose it so
            yield from _texts(getattr(value, each.name))


def _plain(text: str) -> str:
    """Return a text of JSON with its escapes as the letters that they stand for."""
    if "\\" not in text:
        return text
    found, rest = [], text
    while rest:
        before, slash, rest = rest.partition("\\")
        found.append(before)
        if not slash:
            break
        if rest[:1] == "u" and _is_hex(rest[1:5]):
            found.append(chr(int(rest[1:5], 16)))
            rest = rest[5:]
        else:
            found.append({"n": " ", "t": " ", "r": " "}.get(rest[:1], rest[:1]))
            rest = rest[1:]
    # Half a pair of surrogates is joined with the other half.
    return "".join(found).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _is_hex(digits: str) -> bool:
    width = 4
    return len(digits) == width and all(c in "0123456789abcdefABCDEF" for c in digits)


def folded_text(text: str) -> str:
    """Return a text without what makes no difference: capitals, accents, blanks."""
    spread = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in spread if not unicodedata.combining(c))
    return " ".join(bare.casefold().split())
