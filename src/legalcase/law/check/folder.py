"""Checking a whole folder of law: all problems at once, each with file and path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.errors import LegalCaseError
from legalcase.law.book.vocabulary import WordsOfAPlace, words_of
from legalcase.law.check.across import cross_check
from legalcase.law.check.sources import idle_sources
from legalcase.law.files.problem import Problem
from legalcase.law.files.reading.names import PLACES, WHERE, is_name, sort_of
from legalcase.law.files.shapes.consistency import misshapen
from legalcase.law.files.validating.validate import validate

if TYPE_CHECKING:
    from legalcase.law.book.book import Book
    from legalcase.law.files.folder import LawFile, LawFolder

__all__ = ["check_folder"]


def check_folder(law: Book, folder: LawFolder) -> list[Problem]:
    """Return (file, path, what is wrong) for one of the folders that a law reads.

    First each file by itself: schema, vocabulary, ids and places, order; if all hold,
    what only the whole can show: references, versions laid out in full, duplicates.
    """
    problems: list[Problem] = []
    if not folder.exists():
        return [Problem(folder.path, "$", "is no folder. Give the path of one.")]
    files: list[LawFile] = []
    for name in folder.all_names():
        try:
            file = folder.read(name)
        except LegalCaseError as error:
            found = getattr(error, "problems", (("", "$", str(error)),))
            problems += [Problem(file or name, *rest) for file, *rest in found]
            continue
        if file is None or not file.sort:
            what = (
                "has no meaning at this place. In the folder of a jurisdiction law "
                f"stands in {WHERE}, one level deep; beside it, in vocabulary.toml."
            )
            if name.partition("/")[0] in PLACES:
                what = (
                    "stands in the folder of no jurisdiction. Put it into one, or "
                    "name the folder that holds this one."
                )
            elif sort_of(name) and not is_name(name):
                what = (
                    "can't be asked for by this name. Name files and folders in lower "
                    "case: letters, digits, hyphens."
                )
            problems.append(Problem(name, "$", what))
            continue
        files.append(file)
    try:
        words_of(law)
    except LegalCaseError:
        # Without its vocabulary, which is among the unreadable, no word can be judged.
        return list(dict.fromkeys(problems))
    by_place: dict[str, WordsOfAPlace] = {}
    for file in files:
        place = file.name.rpartition("/")[0].partition("/")[0]
        if place not in by_place:
            by_place[place] = WordsOfAPlace(law, place)
        flaws = [*validate(file.raw, file.sort, by_place[place]), *file.flaws]
        problems += [Problem(file.name, *flaw) for flaw in flaws] or misshapen(file)
    problems = list(dict.fromkeys(problems)) or idle_sources(files)
    return problems or cross_check(law, folder, files)
