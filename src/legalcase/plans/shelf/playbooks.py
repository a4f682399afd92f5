"""Playbooks: the playbooks at hand, those that come with the package and one's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field, frozen

from legalcase.errors import (
    InvalidTypeError,
    InvalidValueError,
    PlaybookError,
    UnknownNameError,
)
from legalcase.plans.asked import playbook_asked
from legalcase.plans.files.overlay import overlaid
from legalcase.plans.files.reading import playbook_of, toml_of
from legalcase.plans.files.schema import OVERLAY
from legalcase.plans.shelf.checking import checked
from legalcase.plans.shelf.suiting import suited
from legalcase.practice.plan import Playbook
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    from legalcase.law.lawbook import Law
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile
    from legalcase.plans.shelf.suiting import Suited

__all__ = ["Playbooks"]


@frozen(repr=False, eq=False)
class Playbooks:
    """The playbooks at hand, by their ids: an immutable value, as a `Law` is."""

    _known: Mapping[str, Playbook] = field(alias="known")
    _files: Mapping[str, str] = field(alias="files")

    @classmethod
    def bundled(cls) -> Self:
        """Return the playbooks that come with the package."""
        known, names = _bundled()
        return cls(known=known, files=names)

    @classmethod
    def of(cls, *playbooks: Playbook) -> Self:
        """Return some playbooks, by their ids.

        Raises `InvalidTypeError` for what is none, and `InvalidValueError` where two
        have the same id.
        """
        known: dict[str, Playbook] = {}
        for one in playbooks:
            name = playbook_asked(one).playbook_id
            if name in known:
                msg = (
                    f"The playbook {name!r} is given twice. Give each its own id, or "
                    "pass one of the two."
                )
                raise InvalidValueError(msg, field="playbooks", value=name)
            known[name] = one
        return cls(known=known, files=dict.fromkeys(known, ""))

    def with_folder(
        self, path: str | Path, *, extending: tuple[str, ...] | None = None
    ) -> Self:
        """Return these playbooks with those of a folder, checked as the bundled are.

        Overlays are laid over what they extend, which may stand in the folder or here.
        `extending` names what overlays may extend; left out, they may extend any.
        Raises `PlaybookError` with every problem of the folder at once: an id that is
        known, something extended that is not, or looser than it was.
        """
        given: object = extending
        if isinstance(given, str):
            msg = (
                f"extending= needs several ids, not {shown(extending)}. Pass a tuple, "
                f"({shown(extending)},)."
            )
            raise InvalidTypeError(msg, field="extending", value=extending)
        place: object = path
        if not isinstance(place, str | Path):
            msg = (
                f"path needs the path of a folder, not {shown(path)}. Pass 'our/', say."
            )
            raise InvalidTypeError(msg, field="path", value=path)
        texts = _texts_in(Path(place))
        known, names = _read(texts, self._known, self._files, extending)
        return type(self)(known=known, files=names)

    def __getitem__(self, playbook_id: str) -> Playbook:
        """Return a playbook; raises `UnknownNameError`."""
        given: object = playbook_id
        found = self._known.get(given) if isinstance(given, str) else None
        if found is None:
            noun = "playbook"
            hint = "Playbooks.bundled() has those that come with the package."
            raise UnknownNameError.of(noun, str(playbook_id), self._known, hint)
        return found

    def __iter__(self) -> Iterator[str]:
        """Return the ids, in the order of the alphabet."""
        return iter(sorted(self._known))

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._known)

    def __contains__(self, playbook_id: object) -> bool:
        """Tell whether one is at hand."""
        return isinstance(playbook_id, str) and playbook_id in self._known

    def __repr__(self) -> str:
        """Return which there are."""
        return f"<Playbooks: {', '.join(self) or 'none'}>"

    def check(self, law: Law) -> None:
        """Hold every playbook against a law: rules in force, words of its vocabulary.

        Raises `PlaybookError` with all that is wrong in any of them.
        """
        found = [
            (self._files.get(name) or name, *problem)
            for name in self
            for problem in checked(self[name], law)
        ]
        if found:
            raise PlaybookError.of(found)

    def suited(self, case: Case | CaseFile) -> tuple[Suited, ...]:
        """Return which playbooks suit a case, with what speaks for each and against.

        Those against which nothing speaks come first. None is applied by this.
        """
        return tuple(suited((self[name] for name in self), case))


def _texts_in(folder: Path) -> list[tuple[str, str]]:
    """Return the texts of a folder's files, by their names; raise what cannot be."""
    texts, problems = [], []
    for one in sorted(folder.rglob("*.toml")):
        if not one.is_file():
            continue
        name = one.relative_to(folder).as_posix()
        try:
            texts.append((name, one.read_text("utf-8")))
        except (OSError, UnicodeDecodeError):
            problems.append((name, "$", "cannot be read as UTF-8. See the file."))
    if not texts and not problems:
        problems.append((folder.name, "$", "has no file *.toml. Name the folder."))
    if problems:
        raise PlaybookError.of(problems)
    return texts


@define
class _Reading:
    """What was read so far, and what was wrong."""

    found: dict[str, Playbook]
    files: dict[str, str]
    problems: list[tuple[str, str, str]] = field(factory=list)

    def add(self, file: str, make: Callable[[], Playbook]) -> None:
        """Add a playbook that can be made, under an id that is not known."""
        try:
            playbook = make()
        except PlaybookError as error:
            self.problems += error.problems
            return
        name = playbook.playbook_id
        if name in self.found:
            what = f"is {name!r}, which is known already. Give it an id of its own."
            self.problems.append((file, "$.playbook.id", what))
            return
        self.found[name], self.files[name] = playbook, file

    def wrong(self, file: str, name: object, what: str) -> None:
        """Note an overlay over what cannot be extended."""
        said = f"is {shown(name)}, {what}"
        self.problems.append((file, "$.playbook.extends", said))


def _read(
    texts: list[tuple[str, str]],
    known: Mapping[str, Playbook],
    names: Mapping[str, str],
    extending: tuple[str, ...] | None,
) -> tuple[dict[str, Playbook], dict[str, str]]:
    """Return what is known with what stands in some files; raise all problems."""
    reading = _Reading(dict(known), dict(names))
    overlays: list[tuple[str, dict[str, Any]]] = []
    for file, text in texts:
        try:
            raw = toml_of(text, file)
        except PlaybookError as error:
            reading.problems += error.problems
            continue
        if OVERLAY in _head(raw):
            overlays.append((file, raw))
        else:
            reading.add(file, partial(playbook_of, raw, file))
    _lay(reading, overlays, extending)
    if reading.problems:
        raise PlaybookError.of(reading.problems)
    return reading.found, reading.files


def _lay(
    reading: _Reading,
    overlays: list[tuple[str, dict[str, Any]]],
    extending: tuple[str, ...] | None,
) -> None:
    """Lay overlays over what they extend, those of overlays after these."""
    while True:
        able = [one for one in overlays if _extends(one[1]) in reading.found]
        if not able:
            break
        for file, raw in able:
            overlays.remove((file, raw))
            name = _extends(raw)
            if extending is not None and name not in extending:
                reading.wrong(file, name, "which extending= does not name. Name it.")
            else:
                base = reading.found[name]
                reading.add(file, partial(overlaid, base, raw, file))
    for file, raw in overlays:
        name = _extends(raw)
        reading.wrong(file, name, "which is not at hand. See its id.")


def _head(raw: dict[str, Any]) -> dict[str, Any]:
    head = raw.get("playbook")
    return head if isinstance(head, dict) else {}


def _extends(raw: dict[str, Any]) -> str:
    return str(_head(raw)[OVERLAY])


@cache
def _bundled() -> tuple[Mapping[str, Playbook], Mapping[str, str]]:
    folder = files("legalcase.plans").joinpath("playbooks")
    if not folder.is_dir():
        return {}, {}
    return _read(list(_texts(folder, "")), {}, {}, None)


def _texts(folder: Traversable, under: str) -> Iterator[tuple[str, str]]:
    for each in sorted(folder.iterdir(), key=lambda one: one.name):
        name = f"{under}{each.name}"
        if each.is_dir():
            yield from _texts(each, f"{name}/")
        elif each.name.endswith(".toml"):
            yield name, each.read_text("utf-8")
