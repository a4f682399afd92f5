"""Checks of a vocabulary: that a synonym names a word, and hides none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.law.book.vocabulary import WordsOfAPlace, folded, vocabularies
from legalcase.law.book.wording.sides import listed
from legalcase.law.check.references import leads_somewhere
from legalcase.law.files.problem import Problem
from legalcase.law.files.reading.groups import groups_of
from legalcase.law.files.schema.sorts import SORTS

if TYPE_CHECKING:
    from legalcase.law.book.book import Book
    from legalcase.law.files.folder import LawFile

__all__ = ["check_vocabulary"]


def check_vocabulary(law: Book, file: LawFile) -> list[Problem]:
    """Return the synonyms that mean nothing, and the courts of rules that are none."""
    problems: list[Problem] = []
    for sort in SORTS:
        table = file.raw.get("synonyms", {}).get(sort, {})
        for spelt, word in table.items():
            path = f"$.synonyms.{sort}.{spelt}"
            wrong = _wrong(law, file, sort, spelt, word)
            problems += [Problem(file.name, path, what) for what in wrong]
    problems += _of_others(file)
    problems += _shared_synonyms(law, file)
    problems += _two_groups(law, file)
    problems += _two_sides(law, file)
    problems += _sides_without_role(law, file)
    for table in ("known_courts", "people"):
        for rule in file.raw.get(table, {}):
            path = f"$.{table}.{rule}"
            problems += leads_somewhere(file, path, law.counting_rule, rule)
    return problems


def _of_others(file: LawFile) -> list[Problem]:
    """Return what a jurisdiction says of events whose words are not its own.

    What a word implies, follows and comes together with holds wherever it is recorded:
    said of a word of all, it would start deadlines in other jurisdictions' cases.
    """
    own = file.raw.get("trigger", {})
    what = (
        "is not a word of this jurisdiction, and what is said of it here would hold "
        "in all. Say it of a word of its own; or make a synonym, which holds here."
    )
    return [
        Problem(file.name, f"$.{table}.{word}", what)
        for table in ("implies", "follows", "together")
        for word in file.raw.get(table, {})
        if "/" in file.name and word not in own
    ]


def _shared_synonyms(law: Book, file: LawFile) -> list[Problem]:
    """Return the words of a jurisdiction that all use for another word already."""
    if "/" not in file.name:
        return []
    shared = [raw.get("synonyms", {}) for place, raw in vocabularies(law) if not place]
    return [
        Problem(
            file.name,
            f"$.{sort}.{word}",
            f"is a synonym of {table[sort][word]!r} that all share. Choose another.",
        )
        for sort in SORTS
        for table in shared
        for word in file.raw.get(sort, {})
        if word in table.get(sort, {})
    ]


def _two_groups(law: Book, file: LawFile) -> list[Problem]:
    """Return the groups of a jurisdiction whose names all share."""
    shared = {
        name for place, raw in vocabularies(law) if not place for name in groups_of(raw)
    }
    what = "is a group that all share already. Choose another name."
    return [
        Problem(file.name, f"$.groups.{name}", what)
        for name in groups_of(file.raw)
        if "/" in file.name and name in shared
    ]


def _two_sides(law: Book, file: LawFile) -> list[Problem]:
    """Return the roles that would make a party and not, or be adverse to themselves."""
    problems = []
    for key, role_makes in (("roles", False), ("others", True)):
        for index, role in enumerate(file.raw.get("party", {}).get(key, ())):
            if listed(law, "roles" if role_makes else "others", role):
                what = f"is {role!r}, which is in both lists. Leave it in one."
                problems.append(Problem(file.name, f"$.party.{key}[{index}]", what))
    for role, others in file.raw.get("adverse", {}).items():
        if role in others:
            what = "is adverse to itself, which would be said of every two of a side."
            problems.append(Problem(file.name, f"$.adverse.{role}", what))
    return problems


def _sides_without_role(law: Book, file: LawFile) -> list[Problem]:
    """Return the sides of a jurisdiction that are the word of no role."""
    if "/" not in file.name:
        return []
    roles = WordsOfAPlace(law, file.name.rpartition("/")[0])["participant"]
    what = (
        "is no role of participants, so that nobody in a case has it. Choose one of "
        "the sides that all share, or the word of a role."
    )
    return [
        Problem(file.name, f"$.side.{word}", what)
        for word in file.raw.get("side", {})
        if word not in roles
    ]


def _wrong(law: Book, file: LawFile, sort: str, spelt: str, word: str) -> list[str]:
    place = file.name.rpartition("/")[0]
    known = WordsOfAPlace(law, place)[sort]
    own = file.raw.get(sort, {})
    found = []
    if word not in known:
        found.append(f"is {word!r}, which the vocabulary of {sort} lacks. Check it.")
    if spelt != folded(spelt):
        found.append(f"is never met as it is spelt. Write {folded(spelt)!r}.")
    # A jurisdiction may say what a shared word means in it, never what its own does.
    shared = "/" not in file.name
    if spelt in (known if shared else own):
        found.append("is a word itself, and stands for itself. Leave it out.")
    return found
