"""Check: one promise of a store, with the id by which reports and bugs name it."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeVar
from unittest import SkipTest

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.ports.stores import CaseStore
    from legalcase.testing.store_conformance.hooks import Hooks

__all__ = [
    "WORDS",
    "Check",
    "NotAsked",
    "capabilities_of",
    "checks_of",
    "not_asked",
    "overridden",
    "promises",
]

S = TypeVar("S", bound="Hooks")

#: What a store can say of itself, and what it promises by that.
WORDS: Final = MappingProxyType(
    {
        "concurrent": "reading blocks nobody, and goes on while others write",
        "durable": "what is committed outlives the program: give `reopened`",
        "erase": "entries of the directory can be erased",
        "snapshots": "loading does not read the whole log",
        "text": "words of a text are found",
        "verify": "it has `heads`, `verify` and `rebuild`",
    }
)
_ID: Final = re.compile(r"LC-[A-Z]+-[0-9]{3}")


class NotAsked(SkipTest):
    """A check was passed over, and says why: test runners show it as skipped."""


@frozen(kw_only=True)
class Check:
    """One promise: its id, which never changes, what is promised, and what it needs.

    `needs` are words of `WORDS` that the store has to say; one with ``not-`` before it
    may not be said. `name` is that of the test.
    """

    check_id: str
    promise: str
    needs: tuple[str, ...] = ()
    name: str
    test: Callable[[Any], None] = field(repr=False, eq=False)

    def __str__(self) -> str:
        """Say it in one line."""
        return f"{self.check_id} {self.promise}"


def promises(
    check_id: str, *needs: str
) -> Callable[[Callable[[S, CaseStore], None]], Callable[[S], None]]:
    """Make a check of a function of a suite and an empty store.

    Its docstring begins with the promise. The store is made for it; where that does
    not say what the check needs, it is not asked, and says so.
    """
    if not _ID.fullmatch(check_id):  # pragma: no cover - the kit's own mistake
        msg = f"{check_id!r} is no id of a check. Write LC-KEEP-001, say."
        raise ValueError(msg)

    def made(act: Callable[[S, CaseStore], None]) -> Callable[[S], None]:
        promise = (act.__doc__ or "").partition("\n")[0].rstrip(".")

        def test(suite: S) -> None:
            found = overridden(type(suite))
            if found:
                msg = f"A check of the kit was overridden: {', '.join(found)}"
                raise AssertionError(msg)
            suite.prepare()
            try:
                store = suite.make_store()
                can = capabilities_of(store)
                why = _lacking(needs, can)
                if why is not None:
                    raise not_asked(why)
                act(suite, store)
            finally:
                suite.tidy()

        # Not functools.wraps: a runner would ask for the arguments of what is wrapped.
        test.__name__, test.__qualname__ = act.__name__, act.__qualname__
        test.__module__ = act.__module__
        test.__doc__ = f"{check_id}: {promise}."
        test.check = Check(  # type: ignore[attr-defined]  # a function has room for it
            check_id=check_id,
            promise=promise,
            needs=needs,
            name=act.__name__,
            test=test,
        )
        return test

    return made


def _lacking(needs: tuple[str, ...], can: frozenset[str]) -> str | None:
    """Return why a check is not asked of a store that can this."""
    for word in needs:
        absent = word.removeprefix("not-")
        if absent != word and absent in can:
            return f"the store says {absent!r}"
        if absent == word and word not in can:
            return f"the store does not say {word!r}"
    return None


def not_asked(why: str) -> NotAsked:
    """Return what a check raises that cannot be asked."""
    return NotAsked(f"not asked: {why}")


def capabilities_of(store: CaseStore) -> frozenset[str]:
    """Return what a store says it can; raises `AssertionError` for what is none."""
    found: object = getattr(store, "capabilities", None)
    if not isinstance(found, frozenset) or not all(type(one) is str for one in found):
        msg = (
            f"{type(store).__name__}.capabilities is no frozenset of words. Let it be "
            "frozenset() where the store can do no more than it must."
        )
        raise AssertionError(msg)
    return found


def checks_of(suite: type) -> tuple[Check, ...]:
    """Return the checks of a suite as the kit made them, by their ids."""
    found = {check.check_id: check for _, check in _made(suite)}
    return tuple(found[name] for name in sorted(found))


def overridden(suite: type) -> tuple[str, ...]:
    """Return the names of checks in whose place a suite has put something else."""
    return tuple(
        sorted(
            {name for name, one in _made(suite) if getattr(suite, name) is not one.test}
        )
    )


def _made(suite: type) -> Iterator[tuple[str, Check]]:
    for part in suite.__mro__:
        if part.__module__.startswith(__package__ or ""):
            for name, one in vars(part).items():
                check = getattr(one, "check", None)
                if isinstance(check, Check):
                    yield name, check
