"""display_name: the one function that says who somebody is, for an audience."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.dates import as_date
from legalcase.directory.name import Name
from legalcase.errors import InvalidTypeError
from legalcase.kernel.checks import check_asked
from legalcase.kernel.events.label import Label, check_audience, lasts_for, stricter
from legalcase.model.people.state import Participant, Representation

if TYPE_CHECKING:
    from datetime import date

    from legalcase.directory.directory import Directory
    from legalcase.law.book.wording.sides import PeopleRules

__all__ = ["display_name", "own_name"]

#: Who sees what a court's file shows: filings are made for these.
_SEE_FILINGS: Final = ("public", "court", "party")
#: Whose name it is not known under which it may be told.
_SOMEBODY: Final = {
    "person": "a person",
    "organization": "an organization",
    "agency": "an agency",
}
#: What the directory knows is ours, unless a docket shows it.
_OURS: Final = Label(audience="firm")
#: The role whose very meaning is to be under age.
_UNDER_AGE: Final = "minor"


def display_name(
    who: Participant | Representation,
    *,
    audience: str,
    directory: Directory | None = None,
    rules: PeopleRules | None = None,
    on: date | None = None,
) -> str:
    """Return the name of a participant, or of counsel, as an audience may be told it.

    `audience` is one of public, court, party, client, firm, owner, from the widest to
    the narrowest. The name comes from the `directory`: what stands there is for the
    firm, and others are told the name under which somebody stands on the docket of the
    case. Where a court sealed it, those whom the seal admits are told the true name,
    all others the one that was put on the docket instead. With `rules` that show
    minors by initials in filings (``law.people_rules(court)``; Fed. R. Civ. P.
    5.2(a)(3)), those who see filings are told the initials of a minor. A name that a
    case was given without a directory is told to those whom the label of its line
    admits. `on` is the day that decides; without one, what holds now does, and a label
    or a seal that ends some day still holds.

    Where nobody knows a name, where it may not be told, and where somebody was erased,
    it is "a person", "an organization" or "an agency". Raises `InvalidValueError` for
    what is no audience.
    """
    check_audience(audience)
    if rules is not None:
        check_asked(rules, "rules", "minors_by_initials")
    if directory is not None:
        check_asked(directory, "directory", "find", "named")
    if on is not None:
        as_date(on, "on")
    given: object = who
    if not isinstance(given, Participant | Representation):
        msg = (
            f"who needs a Participant or a Representation, not {type(who).__name__}. "
            "Pass case.people.participants['…'], say."
        )
        raise InvalidTypeError(msg, field="who", value=None)
    if isinstance(who, Representation):
        return _counsel(who, audience, directory, on)
    true, told = _names(who, audience, directory, on)
    if told is None:
        noun = (who.person or "").partition(":")[0]
        return _SOMEBODY.get(noun) or _SOMEBODY[who.kind]
    is_shown = rules is not None and rules.minors_by_initials is not None
    if is_shown and audience in _SEE_FILINGS and _is_minor(who, on):
        # Another name than the true one is a pseudonym already.
        return true.initials if true is not None and told == true.written else told
    return told


def own_name(
    who: Participant | Representation, audience: Label
) -> tuple[str | None, Label]:
    """Return the name that the case has itself, without a directory, and its label.

    That is the stricter of `audience`, for whom names are at all, and of the label of
    the line which brought it.
    """
    name = who.name if isinstance(who, Participant) else who.counsel
    return name, stricter(audience, who.name_label) or audience


def _names(
    who: Participant, audience: str, directory: Directory | None, on: date | None
) -> tuple[Name | None, str | None]:
    """Return the true name, and what the audience is told, as far as they are known."""
    if who.person is None:
        is_open = who.name_label is None or lasts_for(who.name_label, audience, on=on)
        return Name(full=who.name), who.name if is_open else None
    entry = None if directory is None else directory.find(who.person)
    if entry is None:
        return None, None
    profile = entry.profile
    true = profile.name if on is None else profile.name_on(on)
    docketed = profile.on_docket(who.case_id, on)
    seal = None if docketed is None else docketed.seal
    if lasts_for(seal or _OURS, audience, on=on):
        return true, true.written
    return true, None if docketed is None else docketed.name


def _is_minor(who: Participant, on: date | None) -> bool:
    if on is None:
        lasting = (o.sort for o in who.incapacities if o.spell.until_on is None)
        return _UNDER_AGE in (*lasting, *who.roles)
    return who.incapacity_on(on) == _UNDER_AGE or _UNDER_AGE in who.roles_on(on)


def _counsel(
    who: Representation, audience: str, directory: Directory | None, on: date | None
) -> str:
    """Return the name of counsel, who stands in the record under it for everybody.

    Unless the line by which counsel came says who may see it.
    """
    label = who.name_label
    if label is not None and not lasts_for(label, audience, on=on):
        return _SOMEBODY["person"]
    if who.counsel is not None:
        return who.counsel
    entry = None if directory is None else directory.find(who.counsel_id)
    if entry is None:
        return _SOMEBODY["person"]
    profile = entry.profile
    return (profile.name if on is None else profile.name_on(on)).written
