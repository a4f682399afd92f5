"""BatchQuestion: what is asked of batches of rows, by whatever process has them."""

from __future__ import annotations

import pickle
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from legalcase.batch.columns.reading import read_column
from legalcase.batch.engines.frames import names_in, with_columns
from legalcase.batch.engines.same_law import LawThere
from legalcase.batch.rows import answered, asker_of, read_rows
from legalcase.errors import ConflictingInputError, MissingInputError
from legalcase.kept import Kept
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from legalcase.batch.by_day.asker import Asker
    from legalcase.batch.by_day.day_table import Answers
    from legalcase.law.lawbook import Law

__all__ = ["BatchQuestion"]

#: So many questions are kept ready in a process, with the answers that they gave: of
#: 10,000 days some 130 kB each.
_MOST: Final = 256


class _Ready:
    """What a process keeps of a question between batches."""

    __slots__ = ("askers", "law")

    def __init__(self, law: Law) -> None:
        self.law = law
        self.askers: Kept[tuple[str | None, ...], Asker] = Kept(_MOST)


_ready: Final[Kept[str, _Ready]] = Kept(16)


class BatchQuestion:
    """What is asked of batches of rows, by whatever process has them.

    It is called with a batch, a RecordBatch or a Table of Arrow or a DataFrame of
    pandas or Polars, and returns it with three columns more: `due` and `safe`, of the
    kind of the column of trigger days, and `error`, a code of `ERRORS`. It pickles as
    text and plain values; a process makes the question ready once, and keeps the
    answers for its next batch.
    """

    __slots__ = (
        "_columns",
        "_given",
        "_law",
        "_name",
        "_question",
        "_there",
        "prefix",
    )

    def __init__(
        self,
        question: Asker | None,
        columns: Mapping[str, str],
        *,
        law: Law,
        given: Mapping[str, Any],
        prefix: str,
        there: LawThere | None = None,
        name: str = "",
    ) -> None:
        self._columns = dict(columns)
        self._given = dict(given)
        self._law = law
        self._there = LawThere.of(law) if there is None else there
        #: What is asked of every row, or ``None`` where the rows name it.
        self._question = question
        self.prefix = prefix
        #: The same wherever the same is asked, under the same law.
        self._name = name or self._digest()

    def __repr__(self) -> str:
        """Return what is asked, and of which columns."""
        what = "rows that name it" if self._question is None else repr(self._question)
        columns = ", ".join(f"{name}={own!r}" for name, own in self._columns.items())
        return f"<BatchQuestion {what}, {columns}>"

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        """Pickle what is asked, and which law it is asked of; no answers."""
        its = self._columns, self._law, self._given, self.prefix, tuple(self._there)
        return _restore, (self._question, *its, self._name)

    def __dask_tokenize__(self) -> tuple[str, str]:
        """Return what Dask names results by: the same question is the same work."""
        return "legalcase", self._name

    @property
    def columns(self) -> dict[str, str]:
        """What is asked, and the column that has it: the trigger's, and others."""
        return dict(self._columns)

    @property
    def adds(self) -> tuple[str, str, str]:
        """The names of the columns that a batch gets: due, safe, error."""
        return f"{self.prefix}due", f"{self.prefix}safe", f"{self.prefix}error"

    def check_names(self, names: Iterable[str]) -> None:
        """Raise what is wrong with the columns of what is to be asked.

        `MissingInputError` for a column that is not there, `ConflictingInputError` for
        one that has the name of an answer.
        """
        there = list(names)
        for what, own in self._columns.items():
            if own not in there:
                msg = (
                    f"There is no column {own!r}, which is to hold the {what}; there "
                    f"are {', '.join(map(shown, there)) or 'none'}. Name one of them."
                )
                raise MissingInputError(msg, field=what, value=None)
        for name in self.adds:
            if name in there:
                msg = (
                    f"There is a column {name!r} already. Choose another name for the "
                    "answers, as with prefix='answer_', or leave that column out."
                )
                raise ConflictingInputError(msg, field="prefix", value=name)

    def __call__(self, batch: Any) -> Any:
        """Return a batch with its due and safe dates and the codes of its errors.

        Raises what is wrong with its columns, and `ConflictingInputError` where the law
        of this process is not that under which the question was made.
        """
        self.check_names(names_in(batch))
        ready = self._made_ready()
        columns = {what: batch[own] for what, own in self._columns.items()}
        if self._question is None:
            rows = read_rows(columns)
            asked = [self._asker(ready, rows.named, one) for one in rows.questions]
            read, found = rows.column, answered(rows, asked, forget=False)
        else:
            read = read_column(columns["trigger"])
            found = self._asker(ready, (), ()).answers(read)
        due, safe, error = self.adds
        days = {due: read.back(found.due), safe: read.back(found.safe)}
        return with_columns(batch, days, {error: _codes(found)})

    def each(self, batches: Iterable[Any]) -> Iterator[Any]:
        """Yield batch after batch, answered: what an engine calls with a partition."""
        for batch in batches:
            yield self(batch)

    def _made_ready(self) -> _Ready:
        ready = _ready.get(self._name)
        # A folder that has changed is another law, though it is equal by its path.
        if ready is None or ready.law is not self._law:
            self._there.check(self._law)
            ready = _ready[self._name] = _Ready(self._law)
        return ready

    def _asker(
        self, ready: _Ready, named: tuple[str, ...], values: tuple[str | None, ...]
    ) -> Asker:
        asker = ready.askers.get(values)
        if asker is None:
            asker = self._question or asker_of(named, values, self._law, self._given)
            ready.askers[values] = asker
        return asker

    def _digest(self) -> str:
        given = sorted(self._given.items())
        its = (self._question, self._columns, given, self.prefix, tuple(self._there))
        return sha256(pickle.dumps(its)).hexdigest()


def _codes(found: Answers) -> Any:
    # Signed, for Spark and many a database know no other numbers.
    return found.error.astype(np.int16)


def _restore(
    question: Asker | None,
    columns: Mapping[str, str],
    law: Law,
    given: Mapping[str, Any],
    prefix: str,
    there: tuple[Any, ...],
    name: str,
) -> BatchQuestion:
    return BatchQuestion(
        question,
        columns,
        law=law,
        given=given,
        prefix=prefix,
        there=LawThere(*there),
        name=name,
    )
