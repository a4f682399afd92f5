"""Reading and Notice: what a computation tells its reader besides the date."""

from __future__ import annotations

from datetime import date, datetime

from attrs import frozen

from legalcase.markup import shown

__all__ = ["Notice", "Reading"]


@frozen(kw_only=True)
class Reading:
    """What is due if a disputed question is answered otherwise.

    `kind` is ``"law"`` (authorities differ) or ``"fact"`` (a fact was not given that
    decides). `settled` tells that the computation's own court has decided, so that
    its `due` follows another answer. `due_at` is the instant, for hours. `dispute` is
    the full id of the question (``"us/frcp#mail-order"``), for `readings=`, or the
    input that settles it; several answered together are joined by ``"; "``.
    """

    question: str
    choice: str
    authority: str
    due: date
    kind: str = "law"
    settled: bool = False
    due_at: datetime | None = None
    dispute: str = ""


@frozen(kw_only=True)
class Notice:
    """Something that the reader of a result must know; `code` never changes."""

    code: str
    text: str

    def __str__(self) -> str:
        """Return the text."""
        return shown(self.text)
