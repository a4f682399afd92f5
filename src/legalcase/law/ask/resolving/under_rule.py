"""Under which rule something is counted, and what that rule has of service."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.errors import (
    ConflictingInputError,
    MissingInputError,
    UnknownNameError,
)
from legalcase.law.book.venues import go_together
from legalcase.law.book.wording.synonyms import method_under

if TYPE_CHECKING:
    from legalcase.counting.rules.counting_rule import CountingRule
    from legalcase.courts.bench import Court
    from legalcase.law.book.book import Book
    from legalcase.law.call.call import Call

__all__ = ["check_service", "resolve_service", "rule_for"]

_NO_TABLES: Final = frozenset({"none", "notice only"})


def rule_for(law: Book, court: Court | None, under: str | None) -> CountingRule:
    """Return the rule that was named, or else the first one of the court.

    Raises `MissingInputError` for neither, and `ConflictingInputError` for a court that
    does not apply it.
    """
    if under is not None:
        rule = law.counting_rule(under)
    elif court is not None:
        rule = law.counting_rule(court.counting[0])
    else:
        msg = (
            "Under which rule? Pass under= (a counting rule such as 'us/frcp', or a "
            "jurisdiction) or court=."
        )
        raise MissingInputError(msg, field="under", value=None)
    if court is not None and not go_together(law, court, rule):
        msg = (
            f"{rule.id} is not a rule of {court.id}, which applies "
            f"{', '.join(court.counting)}. Give a court and a rule that go together."
        )
        raise ConflictingInputError(msg, field="under", value=under)
    return rule


def check_service(call: Call, rule: CountingRule) -> None:
    """Refuse a table or a method that the rule has in no version; resolve a synonym.

    What the version in force has is known when its trigger is; this is for what would
    be passed over without a word: a table where no method was given, and a method
    under a rule that lists none.
    """
    tables = [version.data.get("service", {}) for version in rule.versions]
    name = call.given.service_extension
    if name is not None:
        known = _NO_TABLES.union(*tables)
        if name not in known:
            kind = f"table of service in {rule.id}:"
            raise UnknownNameError.among(kind, name, known)
    resolve_service(call, rule)


def resolve_service(call: Call, rule: CountingRule) -> None:
    """Put the method of service that was meant in the place of the one given."""
    given = call.given.service
    meant = method_under(call.law, rule, call.court, given)
    if meant != given:
        call.take(service=meant)
