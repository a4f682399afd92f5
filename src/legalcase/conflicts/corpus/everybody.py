"""people_of: everybody in a case, ready to be asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from legalcase.conflicts.asked import Asked
from legalcase.conflicts.corpus.participation import participations_of
from legalcase.dates import as_date
from legalcase.directory.directory import Directory
from legalcase.errors import InvalidTypeError
from legalcase.model.case import Case
from legalcase.model.case_file import CaseFile

if TYPE_CHECKING:
    from datetime import date

    from legalcase.conflicts.corpus.participation import Participation

__all__ = ["people_of"]


def people_of(case: Case | CaseFile, *, on: date) -> tuple[Asked, ...]:
    """Return everybody in a case for `check`: who takes part or did, and counsel.

    Each by the id of the directory, or, with the name that the case has, by its own:
    ``"party:acme"``, ``"representation:r-1"``. The stance is what they are on the day:
    a client of ours (or one who asked us) ``"client"``, whoever stands against one
    ``"adverse"``, then by the role; ``"other"`` for the rest. So a check that is
    recorded covers all of them, whatever `unchecked` would name. Raises
    `InvalidTypeError` for what is no case.
    """
    given: Any = case
    one = given.case if isinstance(given, CaseFile) else given
    if not isinstance(one, Case):
        msg = (
            f"case needs a Case or its file, not {type(case).__name__}. Pass "
            "work.file(…), say."
        )
        raise InvalidTypeError(msg, field="case", value=None)
    day = as_date(on, "on")
    found: dict[str, Asked] = {}
    # Without a directory, a name stands in the case for whoever has one there.
    for part in participations_of(one, Directory.of()):
        asked = Asked(who=part.who or part.ref, name=part.name, stance=_as(part, day))
        known = found.get(asked.key)
        if known is None or known.stance == "other":
            found[asked.key] = asked
    return tuple(found.values())


def _as(part: Participation, day: date) -> str:
    standings = part.standings_on(day)
    if not {"client", "prospective-client", "former-client"}.isdisjoint(standings):
        return "client"
    for word in ("adverse", "counsel", "neutral", "expert", "witness"):
        if word in standings:
            return word
    return "other"
