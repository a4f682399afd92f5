"""`prepare` and `due_table`: a question made ready, and rows that ask several."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.batch.changes import Changes
    from legalcase.batch.engines.batch_question import BatchQuestion
    from legalcase.batch.prepared import PreparedQuestion
    from legalcase.batch.tables import DueTable
    from legalcase.law.lawbook import Law

__all__ = ["due_table", "prepare", "recompute", "rows_for_batches"]


def prepare(
    question: str,
    *,
    law: Law | None = None,
    trigger: str | None = None,
    direction: str | None = None,
    **given: Any,
) -> PreparedQuestion:
    """Return a question ready to be asked of columns of days.

    Args:
        question: What `compute` takes as its period: a deadline's id, or ``"21 days"``.
        law: The law to ask; the bundled one, if none is given.
        trigger: Of a deadline with several triggers, the word of the one whose days
            the columns hold.
        direction: ``"after"`` or ``"before"`` the trigger, for a bare period; a
            deadline has its own.
        given: Whatever else `compute` takes by name, the anchor excepted: `court`,
            `service`, `under`, `facts` …

    What is wrong with the question itself, whatever the day, is raised now, as by
    `compute`; what only some days meet is a code in their rows. Raises
    `MissingExtraError` without NumPy.
    """
    from legalcase.batch.door import needed

    needed()
    from legalcase.batch.asking import question_of

    return question_of(question, law, trigger, direction, given)


def due_table(
    columns: Mapping[str, object], *, law: Law | None = None, **given: Any
) -> DueTable:
    """Return what is due of rows that name their questions: one column each.

    Args:
        columns: The column ``"trigger"`` of days, and ``"question"`` with a deadline's
            id or a period a row; and, each with a text or ``None`` a row, whatever else
            `prepare` takes by name: ``"court"``, ``"service"``, ``"direction"`` …, and
            ``"event"``, the word that it calls `trigger`.
        law: The law to ask; the bundled one, if none is given.
        given: What holds for every row.

    Rows that ask the same are asked together. A row whose question is wrong has the
    code of its error, and hides no other row. Raises `MissingInputError` without these
    two columns, `InvalidValueError` for columns of several lengths, and
    `MissingExtraError` without NumPy.
    """
    from legalcase.batch.door import needed

    needed()
    from legalcase.batch.rows import rows_asked

    return rows_asked(columns, law, given)


def recompute(
    columns: Mapping[str, object], old: Law, new: Law, **given: Any
) -> Changes:
    """Return what rows are due under one law and under another, and which changed.

    Args:
        columns: As for `due_table`: ``"question"``, ``"trigger"`` and what else is
            asked, each with a value a row.
        old: The law as it was.
        new: The law as it is: with closures (`Law.with_closures`), with a folder.
        given: What holds for every row.

    `Changes.because` says of a row what it is because of. Raises as `due_table` does,
    and `InvalidTypeError` for what is no law.
    """
    from legalcase.batch.door import needed

    needed()
    from legalcase.batch.changes import changes_of

    return changes_of(columns, old, new, given)


def rows_for_batches(
    columns: Mapping[str, str],
    *,
    law: Law | None = None,
    prefix: str = "",
    **given: Any,
) -> BatchQuestion:
    """Return what any process can ask of batches whose rows name their questions.

    Args:
        columns: What `due_table` calls a column, and the name that it has in the
            batches: ``{"question": "rule", "trigger": "served", "court": "court"}``.
        law: The law to ask; the bundled one, if none is given.
        prefix: What is put before the names of the columns that come back: ``due``,
            ``safe``, ``error``.
        given: What holds for every row.

    Raises `MissingInputError` without a column of questions and one of triggers,
    `UnknownNameError` for what no question has, `ConflictingInputError` for what is
    given twice, and `MissingExtraError` without NumPy.
    """
    from legalcase.batch.door import needed

    needed()
    from legalcase.batch.engines.asked_rows import asked_of_rows

    return asked_of_rows(columns, law, prefix, given)
