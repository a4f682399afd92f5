"""Sources: how the rooms of others are written, with all that they import of their own.

What is of another package has no version that this one knows. A fold by its room rests
on its modules, to the last constant; so these are digested, as they lie on the disk.
Nothing is imported for it, and nothing run.
"""

from __future__ import annotations

import ast
import sys
from hashlib import sha256
from importlib.machinery import PathFinder
from importlib.util import decode_source, resolve_name
from typing import TYPE_CHECKING
from uuid import uuid4

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from importlib.machinery import ModuleSpec

__all__ = ["sources_stamp"]


def sources_stamp(modules: Iterable[str]) -> str:
    """Return a digest of modules, and of what they import from their own packages.

    Of a module that has no file (a console, a notebook) it is another one each time:
    nobody could tell whether it was written anew.
    """
    found: dict[str, str] = {}
    ahead = [*modules]
    while ahead:
        name = ahead.pop()
        if name in found:
            continue
        spec = _spec(name)
        if spec is None:
            # A name that is no module, unless somebody said that it is one.
            found[name] = str(uuid4()) if name in sys.modules else ""
            continue
        data = _data(spec)
        found[name] = str(uuid4()) if data is None else sha256(data).hexdigest()
        if "." in name:
            ahead.append(name.rpartition(".")[0])
        if data and str(spec.origin).endswith(".py"):
            ahead += _imported(name, data, is_package=_is_package(spec))
    lines = [f"{name} {found[name]}" for name in sorted(found) if found[name]]
    return sha256("\n".join(lines).encode()).hexdigest()


def _spec(name: str) -> ModuleSpec | None:
    """Return where a module is, without importing what leads to it."""
    if name in sys.modules:
        return getattr(sys.modules[name], "__spec__", None)
    parent = name.rpartition(".")[0]
    above = _spec(parent) if parent else None
    if above is None or not _is_package(above):
        return None
    return PathFinder.find_spec(name, above.submodule_search_locations)


def _is_package(spec: ModuleSpec) -> bool:
    return spec.submodule_search_locations is not None


def _data(spec: ModuleSpec) -> bytes | None:
    """Return a module as it is stored; ``None`` where nobody can say how it is."""
    if _is_package(spec) and not spec.has_location:
        return b""  # a folder, without a module of its own
    try:
        data: bytes = spec.loader.get_data(spec.origin)  # type: ignore[union-attr]  # loaders of files have it; of others, see below
    except (AttributeError, OSError, TypeError):
        return None
    return data


def _imported(name: str, data: bytes, *, is_package: bool) -> Iterator[str]:
    """Return what a module may import from its own package, wherever it does."""
    try:
        tree = ast.parse(decode_source(data))
    except (SyntaxError, ValueError):
        return
    own = name.partition(".")[0]
    package = name if is_package else name.rpartition(".")[0]
    for node in ast.walk(tree):
        wanted: list[str] = []
        if isinstance(node, ast.Import):
            wanted = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = _base(node, package)
            wanted = [base, *(f"{base}.{alias.name}" for alias in node.names)]
        yield from (one for one in wanted if one.partition(".")[0] == own)


def _base(node: ast.ImportFrom, package: str) -> str:
    said = "." * node.level + (node.module or "")
    try:
        return resolve_name(said, package)
    except ImportError:  # it leads out of the package
        return ""
