"""Reading a playbook of the text of its file."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from legalcase.errors import InvalidTypeError, LegalCaseError, PlaybookError
from legalcase.plans.files.build import HEAD
from legalcase.plans.files.parts import parts_of
from legalcase.plans.files.structure import structure_flaws
from legalcase.practice.plan import Playbook
from legalcase.shown import shown

if TYPE_CHECKING:
    from legalcase.plans.files.parts import Parts
    from legalcase.plans.files.validate import Flaw

__all__ = ["made_of", "playbook_of", "read_playbook", "toml_of"]


def read_playbook(text: str, *, file: str = "") -> Playbook:
    """Return the playbook that is written in a text of TOML.

    `file` is how it is called in problems. An overlay needs what it extends: put it
    into a folder, `Playbooks.with_folder`. Raises `PlaybookError` with all problems at
    once, and `InvalidTypeError` for what is no text.
    """
    given: object = text
    if not isinstance(given, str):
        msg = (
            f"A playbook is read of its text, not of {type(text).__name__}. Pass "
            "path.read_text(), or use Playbooks.bundled().with_folder(path)."
        )
        raise InvalidTypeError(msg, field="text", value=None)
    name: object = file
    if not isinstance(name, str):
        msg = f"file needs a name as text, not {shown(file)}. Pass str(path), say."
        raise InvalidTypeError(msg, field="file", value=None)
    return playbook_of(toml_of(text, file), file)


def toml_of(text: str, file: str) -> dict[str, Any]:
    """Return the tables of a text; raises `PlaybookError` for what is no TOML."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what = f"is no TOML: {error}."
    except (ValueError, RecursionError):
        what = (
            "is no TOML that can be read: its tables lie too deep in one another, or a "
            "number is too long. Mend what no playbook has."
        )
    raise PlaybookError.of([(file, "$", what)])


def playbook_of(raw: dict[str, Any], file: str) -> Playbook:
    """Return the playbook of the tables of a file, or raise all that is wrong."""
    parts = parts_of(raw)
    flaws = [*parts.flaws, *structure_flaws(parts)]
    if flaws:
        raise PlaybookError.of((file, *flaw) for flaw in flaws)
    given = {
        HEAD[key][0]: HEAD[key][1](value) for key, value in raw["playbook"].items()
    }
    return made_of(given, parts, file)


def made_of(given: dict[str, Any], parts: Parts, file: str) -> Playbook:
    """Return a playbook of its head and its parts."""
    try:
        return Playbook(
            **given,
            roles=tuple(parts.roles.values()),
            objectives=tuple(parts.objectives.values()),
            stages=tuple(parts.stages.values()),
            items=tuple(parts.items.values()),
        )
    except LegalCaseError as error:
        flaw: Flaw = ("$.playbook", f"cannot be. {error}")
    raise PlaybookError.of([(file, *flaw)])
