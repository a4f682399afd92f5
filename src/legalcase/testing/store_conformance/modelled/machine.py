"""The machine: clients of one store take steps in every order, beside a model."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from legalcase.directory.entry import Entry
from legalcase.errors import (
    CaseExistsError,
    CaseNotFoundError,
    ConflictError,
    StaleCaseError,
    StorageError,
)
from legalcase.model.case_file import CaseFile
from legalcase.model.deadlines.events import DeadlineMet
from legalcase.ports.queries import AppendCondition, CaseQuery, DueQuery, LineQuery
from legalcase.storage.loading import load, load_file, save
from legalcase.testing.store_conformance.check import capabilities_of
from legalcase.testing.store_conformance.modelled.comparing import (
    NAMES,
    PEOPLE,
    case_in,
    compare,
    compare_commits,
    told_of,
)
from legalcase.testing.store_conformance.modelled.model import Model
from legalcase.testing.store_conformance.samples.asking import (
    changes_in,
    entry,
    renamed,
    rows,
)
from legalcase.testing.store_conformance.samples.sample_cases import (
    due_case,
    with_events,
)
from legalcase.testing.store_helpers import DAY, noted, refused, same, same_log

if TYPE_CHECKING:
    from legalcase.ports.stores import Reader, UnitOfWork
    from legalcase.testing.store_conformance.hooks import Hooks

__all__ = ["run_machine"]

_TAGS: Final = (
    (),
    ("kind:note-added",),
    ("kind:case-opened", "kind:name-changed"),
    ("kind:deadline-met",),
)
_MOST_READERS: Final = 3

_names = st.sampled_from(NAMES)
_people = st.sampled_from(PEOPLE)
_which = st.integers(0, 1)
_tags = st.sampled_from(_TAGS)
_limits = st.sampled_from((1, 2, 3, 100))


def run_machine(suite: Hooks) -> None:
    """Run the machine as often as a suite says; raises what went wrong."""

    class Machine(_Machine):
        hooks = suite

    run_state_machine_as_test(
        Machine,
        settings=settings(
            max_examples=suite.machine_examples,
            stateful_step_count=suite.machine_steps,
            deadline=None,
            database=None,
            derandomize=True,
            report_multiple_bugs=False,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
        ),
    )


class _Machine(RuleBasedStateMachine):
    hooks: Hooks

    def __init__(self) -> None:
        super().__init__()
        self.model = Model()
        self.work: UnitOfWork | None = None
        self.own = Model()
        self.block = ExitStack()
        self.readers: list[tuple[Reader, Model, ExitStack]] = []
        self.cursors: list[tuple[str, int]] = []
        self.pager: tuple[Any, str | None, list[Any], list[Any], int] | None = None
        self.noted = 0

    @initialize()
    def open(self) -> None:
        """Make the store, and a second way into it."""
        store = self.hooks.make_store()
        self.can = capabilities_of(store)
        self.clients = [store, self.hooks.second_client(store)]

    def teardown(self) -> None:
        """End what is open."""
        self._end_readers()
        self.block.close()
        for client in getattr(self, "clients", []):
            with suppress(StorageError):
                client.close()

    def _end_readers(self) -> None:
        while self.readers:
            self.readers.pop()[2].close()

    # --- a unit of work -----------------------------------------------------------

    @precondition(lambda self: self.work is None)
    @rule(which=_which)
    def begin(self, which: int) -> None:
        """One client begins a unit of work."""
        self.work = self.block.enter_context(self.clients[which].begin())
        self.own = self.model.copy()

    @precondition(lambda self: self.work is not None)
    @rule(name=_names, is_new=st.booleans(), days=st.integers(0, 4))
    def save_case(self, name: str, is_new: bool, days: int) -> None:  # noqa: FBT001 - drawn
        """Open a case, or go on with it."""
        assert self.work is not None  # noqa: S101 - for the type checker
        self.noted += 1
        stream = f"case:{name}"
        if is_new or stream not in self.own.logs:
            file = due_case(name, DAY + timedelta(days))
        else:
            now = CaseFile.of_log(self.own.logs[stream])
            file = noted(now, f"n-{self.noted}")
            if days == 0 and now.case.deadlines["it"].is_open:
                met = DeadlineMet(
                    deadline_id="it", met_by="a", evidence="b", happened_on=DAY
                )
                file = with_events(now, met)
        if not file.base and stream in self.own.logs:
            with refused(CaseExistsError):
                save(self.work, file)
            return
        save(self.work, file)
        self.own.append(file.pending)

    @precondition(lambda self: self.work is not None)
    @rule(name=_people)
    def save_entry(self, name: str) -> None:
        """Add an entry of the directory, or go on with it."""
        assert self.work is not None  # noqa: S101 - for the type checker
        if name in self.own.logs:
            self.noted += 1
            one = renamed(Entry.of_log(self.own.logs[name]), f"F{self.noted}")
        else:
            one = entry(name)
        if name in self.own.erased:
            with refused(StorageError):
                save(self.work, one)
            return
        save(self.work, one)
        self.own.append(one.pending)

    @precondition(lambda self: self.work is not None)
    @rule(name=_names, by=st.integers(1, 2))
    def save_stale(self, name: str, by: int) -> None:
        """Append after a line that is not the last one, with a case that is new."""
        assert self.work is not None  # noqa: S101 - for the type checker
        log = self.own.logs.get(f"case:{name}", [])
        if len(log) <= by:
            return
        old = CaseFile.of_log(log[:-by])
        with refused(StaleCaseError):
            save(self.work, due_case("fresh", DAY), noted(old, "stale"))

    @precondition(lambda self: self.work is None)
    @rule(which=_which, name=_names, other=_names, days=st.integers(0, 4))
    def write(self, which: int, name: str, other: str, days: int) -> None:
        """One client does a whole unit of work, after it has looked."""
        self.follow(which, 100)
        self.begin(which)
        self.save_case(name, is_new=False, days=days)
        if other != name:
            self.save_case(other, is_new=False, days=days)
        self.commit()

    @precondition(lambda self: self.work is None and self.cursors)
    @rule(which=_which, name=_names, tags=_tags, back=st.integers(0, 5))
    def write_unless(
        self, which: int, name: str, tags: tuple[str, ...], back: int
    ) -> None:
        """One client appends twice in a unit of work, the second time unless …."""
        self.begin(which)
        self.save_case(name, is_new=False, days=1)
        self.save_unless(name, tags, back)
        if self.work is not None:
            self.commit()

    @precondition(lambda self: self.work is not None and self.cursors)
    @rule(name=_names, tags=_tags, back=st.integers(0, 5))
    def save_unless(self, name: str, tags: tuple[str, ...], back: int) -> None:
        """Append on the condition that nothing happened since a cursor."""
        assert self.work is not None  # noqa: S101 - for the type checker
        stream = f"case:{name}"
        cursor, seen = self.cursors[-1 - back % len(self.cursors)]
        if stream not in self.own.logs:
            return
        self.noted += 1
        file = noted(CaseFile.of_log(self.own.logs[stream]), f"n-{self.noted}")
        condition = AppendCondition(LineQuery(tags=tags), after=cursor)
        visible = self.model.copy()
        visible.erased = self.own.erased
        if visible.has_since(seen, set(tags)):
            with refused(ConflictError):
                save(self.work, file, unless=condition)
                self._commit()
            if self.work is not None:
                with suppress(StorageError, ConflictError):
                    same_log(self.own.logs[stream], self.work.events(stream))
            return
        save(self.work, file, unless=condition)
        self.own.append(file.pending)

    @precondition(lambda self: self.work is not None and "erase" in self.can)
    @rule(name=_people)
    def erase(self, name: str) -> None:
        """Erase an entry."""
        assert self.work is not None  # noqa: S101 - for the type checker
        if name not in self.own.logs:
            with refused(CaseNotFoundError):
                self.work.erase(name)
            return
        self.work.erase(name)
        self.own.erase(name)

    @precondition(lambda self: self.work is not None)
    @rule(limit=_limits)
    def look_in_the_unit(self, limit: int) -> None:
        """The unit of work reads what was there, and what it has appended."""
        assert self.work is not None  # noqa: S101 - for the type checker
        compare(self.work, self.own, limit)

    @precondition(lambda self: self.work is not None)
    @rule()
    def commit(self) -> None:
        """Keep it."""
        if self.own.erased != self.model.erased:
            # No byte is to be left, and who still reads needs them.
            self._end_readers()
        self._commit()
        self.own.commit(self.model)
        self.model = self.own.copy()

    def _commit(self) -> None:
        assert self.work is not None  # noqa: S101 - for the type checker
        self.work.commit()
        self._leave()

    @precondition(lambda self: self.work is not None)
    @rule()
    def leave(self) -> None:
        """Leave it uncommitted."""
        self._leave()

    def _leave(self) -> None:
        self.block.close()
        self.block = ExitStack()
        self.work = None

    # --- reading ------------------------------------------------------------------

    @precondition(lambda self: len(self.readers) < _MOST_READERS)
    @rule(which=_which)
    def read(self, which: int) -> None:
        """One client begins to read."""
        block = ExitStack()
        reader = block.enter_context(self.clients[which].read())
        self.readers.append((reader, self.model.copy(), block))

    @precondition(lambda self: self.readers)
    @rule(which=st.integers(0, _MOST_READERS), tags=_tags, limit=_limits)
    def look(self, which: int, tags: tuple[str, ...], limit: int) -> None:
        """A reader says what was there when it began, or that it cannot go on."""
        reader, model, _ = self.readers[which % len(self.readers)]
        is_old = len(model.commits) < len(self.model.commits)
        try:
            compare(reader, model, limit)
            compare_commits(reader, model, tags, limit)
        except ConflictError:
            if not is_old or "concurrent" in self.can:
                raise

    @precondition(lambda self: self.readers)
    @rule(which=st.integers(0, _MOST_READERS))
    def stop_reading(self, which: int) -> None:
        """A reader has read enough."""
        self.readers.pop(which % len(self.readers))[2].close()

    @rule(which=_which, limit=_limits)
    def follow(self, which: int, limit: int) -> None:
        """Who follows is told what came since each cursor that it was given."""
        with self.clients[which].read() as reader:
            for cursor, seen in self.cursors[-3:]:
                told_of(changes_in(reader, cursor, limit)[0], self.model.changes(seen))
            cursor = changes_in(reader, limit=limit)[1]
        self.cursors.append((cursor, len(self.model.commits)))

    @rule(which=_which, query=st.sampled_from((CaseQuery(), DueQuery(), LineQuery())))
    def page(self, which: int, query: Any) -> None:
        """Go on from page to page, a row each, whatever is written meanwhile."""
        with self.clients[which].read() as reader:
            now = rows(reader, query)
            if self.pager is None:
                self.pager = (query, None, [], now, 0)
            asked, after, got, stable, steps = self.pager
            if asked != query:
                now = rows(reader, asked)
            stable = [row for row in stable if row in now]
            page = reader.find(asked, after=after, limit=1)
        got += page.rows
        if page.next is not None:
            self.pager = (asked, page.next, got, stable, steps + 1)
            return
        self.pager = None
        same(stable, [row for row in got if row in stable])

    # --- the store ----------------------------------------------------------------

    @precondition(lambda self: self.work is None and "durable" in self.can)
    @rule()
    def reopen(self) -> None:
        """The program ends, and begins again."""
        self._end_readers()
        if self.clients[1] is not self.clients[0]:
            self.clients[1].close()
        store = self.hooks.reopened(self.clients[0])
        self.clients = [store, self.hooks.second_client(store)]

    @precondition(lambda self: self.work is None)
    @rule(which=_which, name=_names)
    def load(self, which: int, name: str) -> None:
        """A case is what its log says."""
        with self.clients[which].read() as reader:
            if f"case:{name}" in self.model.logs:
                same(case_in(self.model, name), load(reader, None, name))
                same(
                    self.model.logs[f"case:{name}"],
                    list(load_file(reader, None, name).log),
                )
            else:
                with refused(CaseNotFoundError):
                    load(reader, None, name)
