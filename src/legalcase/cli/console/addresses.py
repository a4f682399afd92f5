"""Addresses of stores at the command line: opened as they are, said without secrets."""

from __future__ import annotations

import re
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from legalcase.storage import Store

__all__ = ["opened", "without_passwords"]

_SQLITE: Final = "sqlite:///"
_HIDDEN: Final = "***"
#: A password before the host; and the rest of one where a message was cut off.
_BEFORE_HOST: Final = re.compile(r"(?<=://)([^\s/:@]*):\S*@")
_CUT_OFF: Final = re.compile(r"(?<=://)([^\s/:@]*):[^\s@/]*(?=['\"] and so on)")
_NAMED: Final = re.compile(r"\b(password|sslpassword)(\s*=\s*)[^\s&]+", re.IGNORECASE)


def without_passwords(text: str) -> str:
    """Return a text with no password in the addresses that stand in it.

    >>> without_passwords("No 'postgresql://clerk:secret@db/firm' here.")
    "No 'postgresql://clerk:***@db/firm' here."
    """
    text = _BEFORE_HOST.sub(rf"\1:{_HIDDEN}@", text)
    text = _CUT_OFF.sub(rf"\1:{_HIDDEN}", text)
    return _NAMED.sub(rf"\1\2{_HIDDEN}", text)


@contextmanager
def opened(
    address: str, refuse: Callable[[str], NoReturn], *, is_new: bool = False
) -> Iterator[Store]:
    """Open the store of an address, and close it; only a new one is made.

    Its cases have all rooms of the package. What is no address, or names a file that
    is not there, is refused.
    """
    from legalcase.practice.rooms import MODEL
    from legalcase.storage.opening import open_store

    if ":" not in address:
        there = f"Write {_SQLITE}{address}" if address else "Write sqlite:///cases.db"
        refuse(f"{address!r} is no address of a store. {there}")
    place = Path(unquote(address.removeprefix(_SQLITE)))
    if address.startswith(_SQLITE) and not is_new and not place.exists():
        refuse(f"There is no file {place.name!r}. Name the store that is to be read")
    with open_store(address, model=MODEL) as store:
        yield store
