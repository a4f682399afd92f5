"""Names that are spelt alike, or nearly: what one can mean, and whether two are one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["FEW", "MOST", "either", "is_same", "must_be", "near_to", "no_such_name"]

#: So few names are all listed.
FEW: Final = 12
#: So many are offered.
MOST: Final = 3
#: What is longer is no name misspelt, and would take long to compare.
_LONGEST_NAME: Final = 200


def near_to(name: str, names: list[str], *, likely: float = 0.5) -> tuple[str, ...]:
    """Return what the name can mean: but for capitals, as a beginning, misspelt."""
    if len(name) > _LONGEST_NAME:
        return ()
    from difflib import get_close_matches

    name = str(name)  # a word may come that is no text
    folded = name.casefold()
    same = [each for each in names if folded in _endings(each.casefold())]
    if same:
        return tuple(same[:MOST])
    longer = [each for each in names if folded and each.casefold().startswith(folded)]
    close = get_close_matches(name, names, n=MOST, cutoff=likely)
    return tuple(dict.fromkeys([*longer, *close]))[:MOST]


def _endings(name: str) -> tuple[str, str]:
    return name, name.rpartition("/")[2]


def either(names: tuple[str, ...]) -> str:
    """Say that it is one of several."""
    quoted = [repr(name) for name in names]
    return (
        quoted[0] if len(quoted) == 1 else ", ".join(quoted[:-1]) + " or " + quoted[-1]
    )


def must_be(listed: tuple[str, ...], hint: str = "") -> str:
    """Say what can stand somewhere; `hint` is what can be done instead."""
    if not listed:
        advice = "None is known here: leave it out."
    elif len(listed) == 1:
        advice = f"It must be {listed[0]}."
    else:
        advice = f"It must be one of {'; '.join(listed)}."
    return f"{advice.removesuffix('.')}, or {hint}." if hint else advice


def no_such_name(module: str, name: str, names: Iterable[str]) -> AttributeError:
    """Return the error for a name that a module has not, with what it can mean."""
    near = () if name.startswith("__") else near_to(name, sorted(names), likely=0.7)
    meant = f". Did you mean {either(near)}?" if near else ""
    return AttributeError(f"module {module!r} has no attribute {name!r}{meant}")


def is_same(one: str | None, other: str) -> bool:
    """Tell whether two names are one person's, capitals and blanks apart."""
    return one is not None and one.casefold().split() == other.casefold().split()
