"""Whether each requirement file holds all that its pins ask for.

The files are installed without a resolver (see `environment.py`), so what one of them
lacks nobody would add. Each has to be whole by itself, on every supported Python and
platform: then any of them can be installed together, for they agree in their versions.

`requirements/closure.json` says what each pinned distribution asks for, in the words of
its own metadata. `make pins` writes it, and nothing here needs a network.
"""

from __future__ import annotations

import itertools
import json
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypedDict

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

PYTHONS = ("3.11", "3.12", "3.13", "3.14")

# Markers may ask for a patch level: the first one, and one that is never reached.
PATCHES = ("0", "99")

# sys_platform, os_name, platform_system, and the machines that it runs on
PLATFORMS = (
    ("linux", "posix", "Linux", ("x86_64", "aarch64")),
    ("darwin", "posix", "Darwin", ("x86_64", "arm64")),
    ("win32", "nt", "Windows", ("AMD64", "ARM64")),
)


class Asked(TypedDict):
    """What a distribution asks for, as its metadata says."""

    requires_python: str | None
    requires: list[str]


class Pin(NamedTuple):
    """One pinned distribution, and where it is installed."""

    name: str
    version: str
    marker: str

    @property
    def key(self) -> str:
        """The name under which `closure.json` has it."""
        return f"{self.name}=={self.version}"


def groups(folder: Path) -> tuple[str, ...]:
    """The groups that can be installed."""
    return tuple(sorted(path.stem for path in folder.glob("*.txt")))


def pins(folder: Path, group: str) -> tuple[Pin, ...]:
    """The pins of a file, in its order."""
    text = (folder / f"{group}.txt").read_text(encoding="utf-8")
    found = re.findall(r"^([a-z0-9-]+)==([^\s;]+)(?: ; (.+?))? \\$", text, re.MULTILINE)
    return tuple(itertools.starmap(Pin, found))


def wanted(folder: Path, group: str) -> tuple[str, ...]:
    """What the `.in` file of a group asks for."""
    lines = (folder / f"{group}.in").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith(("#", "-c")))


def closure(folder: Path) -> dict[str, Asked]:
    """What `closure.json` says of each pinned distribution."""
    text = (folder / "closure.json").read_text(encoding="utf-8")
    read: dict[str, Asked] = json.loads(text)
    return read


def environments() -> Iterator[dict[str, str]]:
    """Every supported kind of machine, in the words of markers.

    All of the words, so that nothing is asked of the machine that this runs on.
    """
    for python, patch in itertools.product(PYTHONS, PATCHES):
        for sys_platform, os_name, system, machines in PLATFORMS:
            for machine in machines:
                yield {
                    "implementation_name": "cpython",
                    "implementation_version": f"{python}.{patch}",
                    "os_name": os_name,
                    "platform_machine": machine,
                    "platform_python_implementation": "CPython",
                    "platform_release": "",
                    "platform_system": system,
                    "platform_version": "",
                    "python_full_version": f"{python}.{patch}",
                    "python_version": python,
                    "sys_platform": sys_platform,
                }


def is_for_anyone(marker: str) -> bool:
    """Tell whether a pin with a marker is installed on any supported machine."""
    return any(_holds(marker, environment) for environment in environments())


def problems(folder: Path) -> list[str]:
    """What is wrong with the files of a folder, each thing once; nothing if all holds.

    A pin without metadata (or the reverse), two versions of one distribution, a
    dependency that is not pinned or in another version, a Python that a pin does not
    run on, and a pin that nothing asks for.
    """
    known = closure(folder)
    every = {group: pins(folder, group) for group in groups(folder)}
    keys = {pin.key for found in every.values() for pin in found}
    said = [f"closure.json says nothing of {key}" for key in sorted(keys - set(known))]
    said += [f"closure.json: nobody pins {key}" for key in sorted(set(known) - keys)]
    if said:
        return said
    for environment in environments():
        said += _disagreements(every, environment)
        for group, found in every.items():
            said += _Walk(found, known, environment).gaps(group, wanted(folder, group))
    for group, found in every.items():
        reached = {
            pin.name
            for environment in environments()
            for pin in _Walk(found, known, environment).reached(wanted(folder, group))
        }
        said += [
            f"{group}.txt: nothing asks for {pin.key}"
            for pin in found
            if pin.name not in reached
        ]
    return list(dict.fromkeys(said))


def _disagreements(
    every: Mapping[str, tuple[Pin, ...]], environment: Mapping[str, str]
) -> Iterator[str]:
    chosen: dict[str, Pin] = {}
    for pin in itertools.chain.from_iterable(every.values()):
        if _holds(pin.marker, environment):
            first = chosen.setdefault(pin.name, pin)
            if first.version != pin.version:
                yield f"{first.key} and {pin.key} would be installed together"


class _Walk:
    """From what a group wants to all that this brings, on one kind of machine."""

    def __init__(
        self,
        found: tuple[Pin, ...],
        known: Mapping[str, Asked],
        environment: Mapping[str, str],
    ) -> None:
        self.environment = environment
        self.known = known
        self.installed = {p.name: p for p in found if _holds(p.marker, environment)}

    def gaps(self, group: str, roots: tuple[str, ...]) -> Iterator[str]:
        """Yield what is not there as it is asked for."""
        python = self.environment["python_full_version"]
        for there in self.installed.values():
            needs = self.known[there.key]["requires_python"]
            if needs is not None and not SpecifierSet(needs).contains(python):
                yield f"{group}.txt: {there.key} does not run on Python {python}"
        for asker, requirement in self.asked(roots):
            where = f"{group}.txt: {asker} asks for {str(requirement)!r}"
            pin = self.installed.get(canonicalize_name(requirement.name))
            if requirement.url is not None:
                yield f"{where}, a file by its address"
            elif pin is None:
                yield f"{where}, which is not pinned"
            elif not requirement.specifier.contains(pin.version, prereleases=True):
                yield f"{where}, and pinned is {pin.key}"

    def reached(self, roots: tuple[str, ...]) -> Iterator[Pin]:
        """Yield the pins that something asks for."""
        for _, requirement in self.asked(roots):
            pin = self.installed.get(canonicalize_name(requirement.name))
            if pin is not None:
                yield pin

    def asked(self, roots: tuple[str, ...]) -> Iterator[tuple[str, Requirement]]:
        """Yield what is asked for on this machine, and by whom; the extras as well."""
        waiting = [(root, "the .in file", "") for root in roots]
        seen = set()
        while waiting:
            line, asker, extra = waiting.pop()
            requirement = _parsed(line)
            if not _holds(str(requirement.marker or ""), self.environment, extra):
                continue
            yield asker, requirement
            pin = self.installed.get(canonicalize_name(requirement.name))
            for wanted_extra in ("", *requirement.extras):
                if pin is not None and (pin.key, wanted_extra) not in seen:
                    seen.add((pin.key, wanted_extra))
                    brings = self.known[pin.key]["requires"]
                    waiting += [(line, pin.key, wanted_extra) for line in brings]


@cache
def _parsed(line: str) -> Requirement:
    return Requirement(line)


@cache
def _marker(text: str) -> Marker:
    return Marker(text)


def _holds(marker: str, environment: Mapping[str, str], extra: str = "") -> bool:
    return not marker or _marker(marker).evaluate({**environment, "extra": extra})
