"""Where things are in this repository, and what its package is made of."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import subprocess
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import legalcase

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "legalcase"

# Never part of the project, whatever a tool has left in the folder; the package has
# a `build` of its own.
LEFT_BY_TOOLS = {
    ".git",
    ".hypothesis",
    ".import_linter_cache",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    ".venv",
    ".venv-engines",
    "__pycache__",
    "dist",
}


@cache
def modules() -> tuple[ModuleType, ...]:
    """Every module of the package, imported, the package itself first."""
    walk = pkgutil.walk_packages(legalcase.__path__, "legalcase.")
    return (legalcase, *(importlib.import_module(found.name) for found in walk))


def packages() -> tuple[ModuleType, ...]:
    """Those modules that have children."""
    return tuple(module for module in modules() if hasattr(module, "__path__"))


def is_public(module: ModuleType) -> bool:
    """Whether no part of the module's name starts with an underscore."""
    return not any(part.startswith("_") for part in module.__name__.split("."))


_DEEPER: Final = ("legalcase.scheduling.clocks",)


def faces() -> tuple[ModuleType, ...]:
    """The package and what stands directly below it: what a user imports from.

    The clocks are a package of their own below the schedule, with their own page.
    """
    return tuple(
        module
        for module in modules()
        if is_public(module)
        and (module.__name__.count(".") <= 1 or module.__name__ in _DEEPER)
    )


def children(package: ModuleType) -> set[str]:
    """Names of the modules and packages directly inside a package."""
    return {found.name for found in pkgutil.iter_modules(package.__path__)}


def bound_names(package: ModuleType) -> set[str]:
    """Names that the package's own file binds, read without importing anything.

    Imports for the type checker alone count: a checker sees them as names. A child that
    the package imports under its own name is that child, and nothing it could replace.
    """
    source = Path(str(package.__file__)).read_text(encoding="utf-8")
    return set(_bound(ast.parse(source), package.__name__))


def _bound(tree: ast.Module, own: str) -> Iterator[str]:
    waiting: list[ast.AST] = list(tree.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.ImportFrom) and node.module == own:
            yield from (one.asname for one in node.names if one.asname)
        elif isinstance(node, ast.ImportFrom | ast.Import):
            for alias in node.names:
                yield alias.asname or alias.name.partition(".")[0]
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name  # and what is inside has a scope of its own
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        else:
            waiting += ast.iter_child_nodes(node)


@cache
def project_files() -> tuple[Path, ...]:
    """Every file that belongs to the project: as git sees it, else by walking."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607 - whichever git the user has
            capture_output=True,
            check=True,
            cwd=ROOT,
            encoding="utf-8",
        ).stdout.split("\0")
        found = [ROOT / name for name in listed if name]
    except (OSError, subprocess.CalledProcessError):
        found = list(ROOT.rglob("*"))
    return tuple(
        sorted(
            path
            for path in found
            if path.is_file()
            and LEFT_BY_TOOLS.isdisjoint(path.relative_to(ROOT).parts)
            and not path.is_relative_to(ROOT / "build")
            and not path.name.startswith(".coverage")
        )
    )
