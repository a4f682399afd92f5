"""Model: what a store should say, by the words of the protocol, in dicts and lists."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from legalcase.kernel.lines.correction import Corrected

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.kernel.lines.recorded import Recorded

__all__ = ["Model", "tags_of"]


def tags_of(line: Recorded) -> set[str]:
    """Return the tags of a line: its kind, and what its event says."""
    event: Any = line.event
    if isinstance(event, Corrected):
        event = event.event
    return {f"kind:{line.kind}", *event.tags()}


class Model:
    """The state of a store: logs, the commits in their order, and what was erased."""

    def __init__(self) -> None:
        self.logs: dict[str, list[Recorded]] = {}
        self.commits: list[dict[str, tuple[int, int]]] = []
        self.erased: set[str] = set()
        self.since: dict[str, int] = {}  # of a unit: how long a log was before it

    def copy(self) -> Model:
        """Return the same state, which changes no more with this one."""
        made = Model()
        made.logs = {stream: list(log) for stream, log in self.logs.items()}
        made.commits = deepcopy(self.commits)
        made.erased = set(self.erased)
        return made

    def append(self, lines: Iterable[Recorded]) -> None:
        """Append lines within a unit."""
        for line in lines:
            log = self.logs.setdefault(line.stream, [])
            self.since.setdefault(line.stream, len(log))
            log.append(line)

    def erase(self, stream: str) -> None:
        """Erase an entry within a unit."""
        del self.logs[stream]
        self.since.pop(stream, None)
        self.erased.add(stream)

    def commit(self, before: Model) -> None:
        """Make a commit of what came since a state."""
        commit = {
            stream: (start + 1, len(self.logs[stream]))
            for stream, start in self.since.items()
        }
        commit.update(dict.fromkeys(self.erased - before.erased, (0, 0)))
        if commit:
            self.commits.append(commit)
        self.since = {}

    def case_ids(self) -> list[str]:
        """Return the ids of all cases, sorted."""
        return sorted(name[5:] for name in self.logs if name.startswith("case:"))

    def changes(self, seen: int = 0) -> list[dict[str, tuple[int, int]]]:
        """Return what the commits after the first `seen` brought, that is there yet."""
        found = []
        for commit in self.commits[seen:]:
            kept = {
                stream: span
                for stream, span in commit.items()
                if stream not in self.erased or span == (0, 0)
            }
            found.append(kept)
        return found

    def has_since(self, seen: int, tags: set[str]) -> bool:
        """Tell whether a line with one of the tags was committed after `seen`."""
        for commit in self.changes(seen):
            for stream, (first, last) in commit.items():
                lines = self.logs.get(stream, [])[first - 1 : last] if first else []
                if any(not tags or tags & tags_of(line) for line in lines):
                    return True
        return False

    def lines(self, tags: set[str]) -> list[set[tuple[str, int]]]:
        """Return the places of lines with one of the tags, commit by commit."""
        found = []
        for commit in self.changes():
            places = {
                (stream, number)
                for stream, (first, last) in commit.items()
                if first
                for number in range(first, last + 1)
                if not tags or tags & tags_of(self.logs[stream][number - 1])
            }
            if places:
                found.append(places)
        return found
