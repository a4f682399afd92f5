"""Reading and Notice: what a computation tells its reader besides the date."""

from __future__ import annotations

from datetime import date, datetime

from attrs import frozen

from legalcase.markup import one_line
from legalcase.plain_data import PlainData

__all__ = ["Notice", "Reading"]


@frozen(kw_only=True)
class Reading(PlainData):
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

    @property
    def answers(self) -> dict[str, str]:
        """The answer as `readings=` takes it: full id of the question to answer.

        Empty where it is no answer to a disputed question of the law's files: there
        an input settles it, or nothing that a caller can give.
        """
        names, choices = self.dispute.split("; "), self.choice.split("; ")
        if len(names) != len(choices) or not all(map(_is_id, names)):
            return {}
        return dict(zip(names, choices, strict=True))


def _is_id(name: str) -> bool:
    """Tell whether it is the full id of a question in the files of the law."""
    return name.find("#") > 0


@frozen(kw_only=True)
class Notice(PlainData):
    """Something that the reader of a result must know; `code` never changes."""

    code: str
    text: str

    def __str__(self) -> str:
        """Return the text."""
        return one_line(self.text)
