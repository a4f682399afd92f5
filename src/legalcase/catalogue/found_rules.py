"""FoundRules: the deadlines that a search found; a tuple that a notebook shows."""

from __future__ import annotations

from legalcase.catalogue.deadline_rule import DeadlineRule, say_term

__all__ = ["FoundRules"]


class FoundRules(tuple[DeadlineRule, ...]):
    """Deadlines, as a tuple; a notebook shows them as a table."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        from legalcase.markup import Table

        table = Table("", ("id", "what", "when", "owed by", "authority"))
        for rule in self:
            when = say_term(rule.current.term)
            table.add(rule.id, rule.title, when, rule.owed_by or "", rule.cite)
        if not self:
            table.add("none", "no deadline that is entered fits", "", "", "")
        return table.html()
