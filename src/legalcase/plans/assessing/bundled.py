"""The sets of factors of complexity that come with the package."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from legalcase.errors import UnknownNameError
from legalcase.plans.assessing.reading import read_factor_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable

    from legalcase.plans.assessing.factors import FactorSet

__all__ = ["factor_set", "factor_sets"]


@cache
def factor_sets() -> Mapping[str, FactorSet]:
    """Return the sets of factors that come with the package, by their ids."""
    folder = files("legalcase.plans").joinpath("factors")
    found = (read_factor_set(text) for text in _texts(folder))
    return MappingProxyType({one.id: one for one in found})


def factor_set(set_id: str) -> FactorSet:
    """Return a set that comes with the package; raises `UnknownNameError`."""
    known = factor_sets()
    found = known.get(set_id)
    if found is None:
        hint = "See factor_sets(), or read one of your own: read_factor_set(text)."
        msg = "set of factors"
        raise UnknownNameError.of(msg, set_id, known, hint)
    return found


def _texts(folder: Traversable) -> Iterator[str]:
    for each in sorted(folder.iterdir(), key=lambda one: one.name):
        if each.is_dir():
            yield from _texts(each)
        elif each.name.endswith(".toml"):
            yield each.read_text("utf-8")
