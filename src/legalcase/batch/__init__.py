"""Columns of dates in, columns of deadlines out: one question, asked of many days.

`prepare` makes a question ready, `PreparedQuestion.due` and `.table` ask it of a
column; `due_table` asks rows that name different questions, `recompute` asks them
under two laws. `ask_dask` and `ask_spark` send a question to where the rows are. Needs
the extra ``batch``; an engine brings its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.batch.engines.on_dask import ask_dask
from legalcase.batch.engines.on_spark import ask_spark
from legalcase.batch.preparing import due_table, prepare, recompute, rows_for_batches
from legalcase.near import no_such_name

if TYPE_CHECKING:
    from legalcase.batch.changes import Changes
    from legalcase.batch.codes import ERRORS, ErrorMeaning
    from legalcase.batch.engines.batch_question import BatchQuestion
    from legalcase.batch.prepared import PreparedQuestion
    from legalcase.batch.tables import DueTable

__all__ = [
    "ERRORS",
    "BatchQuestion",
    "Changes",
    "DueTable",
    "ErrorMeaning",
    "PreparedQuestion",
    "ask_dask",
    "ask_spark",
    "due_table",
    "prepare",
    "recompute",
    "rows_for_batches",
]

if not TYPE_CHECKING:
    # The classes stand on NumPy, which only whoever uses them needs.
    _HOMES = {
        "BatchQuestion": "engines.batch_question",
        "ERRORS": "codes",
        "Changes": "changes",
        "DueTable": "tables",
        "ErrorMeaning": "codes",
        "PreparedQuestion": "prepared",
    }

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise no_such_name(__name__, name, __all__)
        from importlib import import_module

        from legalcase.batch.door import needed

        needed()
        value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted(__all__)
