"""The columns of each table: what stands in them, and which of them are facts.

Facts are read from rows; answers are only given out, since a case works them out.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from attrs import frozen

from legalcase.errors import UnknownNameError
from legalcase.kernel.events.label import AUDIENCES
from legalcase.model.deadlines.basis import BOUNDS
from legalcase.model.deadlines.terms import KINDS
from legalcase.model.people.state import INCAPACITIES, PARTY_CAPACITIES, PARTY_KINDS
from legalcase.plain_data import PlainData

__all__ = ["COLUMNS", "DOCKET_KINDS", "Column", "columns_of"]

#: What can stand on a docket, by the word of its column.
DOCKET_KINDS: Final = ("filed", "served", "order-entered", "judgment-entered")


@frozen(kw_only=True)
class Column(PlainData):
    """A column: its name, what stands in it, and whether it is a fact.

    `sort` is ``"text"``, ``"id"``, ``"list"`` (several, with semicolons between),
    ``"date"`` or ``"instant"`` (ISO 8601), or ``"truth"``; `choices` are the words
    that can stand there, where only some can. A fact that `is_required` stands in
    every row.
    """

    name: str
    sort: str = "text"
    meaning: str
    is_fact: bool = True
    is_required: bool = False
    choices: tuple[str, ...] = ()


def _facts(
    *rows: tuple[str, str, str] | tuple[str, str, str, tuple[str, ...]],
) -> list[Column]:
    return [
        Column(
            name=row[0].rstrip("*"),
            sort=row[1],
            meaning=row[2],
            is_required=row[0].endswith("*"),
            choices=row[3] if len(row) > 3 else (),  # noqa: PLR2004 - the fourth, if any
        )
        for row in rows
    ]


def _answers(*rows: tuple[str, str, str]) -> list[Column]:
    return [
        Column(name=name, sort=sort, meaning=meaning, is_fact=False)
        for name, sort, meaning in rows
    ]


_CASE: Final = ("case_id", "text", "the id of the case")
_WITHHELD: Final = (
    "withheld",
    "list",
    "the columns that are empty because the audience may not see them",
)

#: The columns of each table, in the order in which they are given out.
COLUMNS: Final = MappingProxyType(
    {
        "cases": (
            *_answers(
                _CASE,
                ("caption", "text", "what it is called"),
                ("court", "text", "the court's id"),
                ("number", "text", "the court's number"),
                ("judge", "text", "the judge, as the docket names them"),
                ("forum", "text", "the state in which the court sits"),
                ("proceeding", "text", "a word of the vocabulary"),
                ("status", "text", "where it stands with the court"),
                ("opened_on", "date", "when it was opened"),
                ("version", "number", "the number of the last line of its log"),
            ),
        ),
        "parties": (
            *_facts(
                _CASE,
                ("party_id*", "id", "the party's id"),
                ("person", "id", "who it is in the directory: noun:id"),
                ("name", "text", "its name, where no directory says who it is"),
                ("kind", "text", "what it is; a person if left out", PARTY_KINDS),
                ("capacity", "text", "how it takes part", PARTY_CAPACITIES),
                (
                    "incapacity",
                    "text",
                    "why another must act for it, when it joined",
                    INCAPACITIES,
                ),
                ("roles*", "list", "its roles, words of the vocabulary"),
                ("is_client", "truth", "whether it is ours; not, if left out"),
                ("for_parties", "list", "the parties for whom it is there"),
                ("joined_on*", "date", "when it joined"),
                ("left_on", "date", "when it left"),
            ),
            *_answers(_WITHHELD),
        ),
        "counsel": (
            *_answers(
                _CASE,
                ("representation_id", "text", "the id of the representation"),
                ("party_id", "text", "the party that is represented: a row for each"),
                ("counsel_id", "text", "who represents it, by the directory"),
                ("counsel", "text", "who represents it"),
                ("firm_id", "text", "of which firm, by the directory"),
                ("firm", "text", "of which firm"),
                ("capacity", "text", "a word of the vocabulary"),
                ("from_on", "date", "the first day"),
                ("until_on", "date", "the day from which on it does not last"),
                _WITHHELD,
            ),
        ),
        "events": (
            *_facts(
                _CASE,
                ("event_id", "id", "the id of the event; a new one if left out"),
                ("event*", "text", "what it is", DOCKET_KINDS),
                ("happened_on*", "date", "when it happened"),
                ("happened_at", "instant", "at which instant, where that is known"),
                ("title*", "text", "what it is, in words"),
                ("number", "text", "the number on the docket; not of a service"),
                ("triggers", "list", "words of the law, from which periods run"),
                ("by", "list", "who filed or served it: ids of parties"),
                ("on", "list", "on whom it was served: ids of parties"),
                ("of", "list", "as to whom an order or a judgment speaks"),
                ("paper", "text", "the class of paper, a word of the vocabulary"),
                ("method", "text", "the method of service, a word of the vocabulary"),
                ("about", "list", "to what it refers: noun:id"),
                ("audience", "text", "who may see it; all, if left out", AUDIENCES),
            ),
            *_answers(
                ("struck_by", "text", "the event by which it was struck or vacated"),
                _WITHHELD,
            ),
        ),
        "hearings": (
            *_facts(
                _CASE,
                ("hearing_id*", "id", "the hearing's id"),
                ("title*", "text", "what is heard"),
                ("hearing_at*", "instant", "for when it is set"),
                ("place", "text", "where"),
                ("of", "list", "as to whom it is: ids of parties"),
                ("about", "list", "what is heard: noun:id"),
                ("set_on", "date", "when it was set; set_on= if left out"),
                ("audience", "text", "who may see it; all, if left out", AUDIENCES),
            ),
            *_answers(
                ("first_at", "instant", "for when it was first set"),
                ("state", "text", "where it stands"),
                _WITHHELD,
            ),
        ),
        "deadlines": (
            *_facts(
                _CASE,
                ("deadline_id*", "id", "the deadline's id"),
                ("title*", "text", "what is to be done"),
                ("basis*", "text", "why it is due: ordered, or agreed on"),
                ("due*", "date", "when it is due"),
                ("due_at", "instant", "until which instant, where an hour is fixed"),
                ("bound", "text", "whether it is the last day or the first", BOUNDS),
                (
                    "source",
                    "text",
                    "the order or agreement on the docket: event:id",
                ),
                (
                    "authority",
                    "text",
                    "what else names the date: one of the two does",
                ),
                ("kind", "text", "whose date it is; by the basis if left out", KINDS),
                ("owed_by", "list", "who must act: ids of parties"),
                ("side", "text", "who must act, in the rule's word"),
                ("owner", "text", "who does it for us"),
                ("backup", "text", "who does it in the owner's place"),
                ("critical", "truth", "whether a second person confirms it"),
                ("set_on", "date", "when it was entered; set_on= if left out"),
                (
                    "audience",
                    "text",
                    "who may see it; by its kind otherwise",
                    AUDIENCES,
                ),
            ),
            *_answers(
                ("rule", "text", "by which rule or period it was computed"),
                ("safe", "date", "the date that is safe under every reading"),
                ("shown", "date", "the date that a calendar shows"),
                ("state", "text", "where it stands, in one word"),
                ("outcome", "text", "what became of it"),
                ("review", "text", "whether somebody of ours stands by it"),
                ("met_on", "date", "when it was met"),
                ("verdict", "text", "whether that was in time"),
                ("extended_by", "text", "the deadline that takes its place"),
                _WITHHELD,
            ),
        ),
    }
)


def columns_of(what: str, *, facts_only: bool = False) -> tuple[Column, ...]:
    """Return the columns of a table, all or those that are read from rows."""
    asked: object = what
    if not isinstance(asked, str) or asked not in COLUMNS:
        noun = "table"
        raise UnknownNameError.among(noun, str(what), COLUMNS)
    return tuple(one for one in COLUMNS[what] if one.is_fact or not facts_only)
