"""Checks of what is left of a period that stood still: that its days are plain ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.errors import LegalCaseError
from legalcase.law.check.rules.recesses import spans_of
from legalcase.law.files.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.catalogue.deadline_rule import DeadlineRule
    from legalcase.law.book.book import Book
    from legalcase.law.files.folder import LawFile

__all__ = ["check_rests"]


def check_rests(law: Book, file: LawFile) -> list[Problem]:
    """Return where what is left is no number of plain days, by the rule that counts.

    The days that had run are those of the calendar: of a rule that leaves some out,
    they would be too many or too few.
    """
    head = file.raw.get("pack") or file.raw["local_rules"]
    found = []
    for index, table in enumerate(file.raw.get("deadline", ())):
        texts = (table, *table.get("version", ()))
        if not any("for" in text.get("restart", ()) for text in texts):
            continue
        try:
            whys = list(_left_out(law, law.deadline(f"{head['id']}/{table['id']}")))
        except LegalCaseError:
            continue  # reported where it stands
        where = f"$.deadline[{index}].restart.for"
        found += [Problem(file.name, where, why) for why in dict.fromkeys(whys)]
    return found


def _left_out(law: Book, deadline: DeadlineRule) -> Iterator[str]:
    for text in deadline.versions:
        period = text.term.period
        if text.restart is None or not text.restart.only_the_rest or period is None:
            continue
        rule = law.counting_rule(text.counting or deadline.counting)
        for span in spans_of(rule):
            settings = rule.settings(span.version)
            if span.last < text.first:
                continue
            if settings.short is not None and settings.short.covers(period.number, 1):
                yield (
                    f"is 'what is left', and {rule.id} leaves closed days out of "
                    f"{period}: what is left of them is not known. Take the key out, "
                    "so that the whole runs again, or give a longer period."
                )
            if settings.suspension is not None or settings.tolls:
                yield (
                    f"is 'what is left', and under {rule.id} time can stand still by "
                    "itself: what is left is not known. Take the key out, so that the "
                    "whole runs again, or name another rule."
                )
