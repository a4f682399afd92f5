"""The pages of the reference that list the law, written from the law itself.

    python tests/law_pages.py

writes them anew after the law has grown; a test compares them with what it gives.
"""

from __future__ import annotations

import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "docs" / "reference"
BUNDLED = ROOT / "src" / "legalcase" / "jurisdictions"
_NOTE: Final = (
    "% Written by tests/law_pages.py from the law itself: change that, and run it."
)
_LAW_INTRODUCTION: Final = """\
{} calendars, {} counting rules, {} deadlines, {} clocks and {} courts.
How each was verified stands beside it: `text` (the primary text was read), \
`secondary` (an account of it was read) or `recall` (nothing was read); a single \
holiday, version or reading can have its own.
`make law` counts all of them, and what decided a date without having been read \
becomes a notice of the result.
What is not here is an error when asked for, never a guess.
"""
_WORDS_INTRODUCTION: Final = """\
One vocabulary holds for all jurisdictions: `compute`, the files of the law and the \
events of a case use its words.
A jurisdiction can add its own, or its term of art beside a word.

Capitals, blanks and full stops make no difference: `Mail` is `mail`.
Some words have others that can be given in their place; what is stored is the word.
Where a rule lists a word itself, that is what it means there, whatever it means \
elsewhere.
A word that a jurisdiction added is for its own files; its own meaning of a shared \
word holds under its rules.
`Law.words(sort)` gives the words of a sort with their meanings, \
`Law.words(sort, jurisdiction="de")` those of a jurisdiction, \
`Law.check_word(sort, word)` the word that was meant; the sorts are {}.
"""
_SORTS: Final = {
    "method": ("Methods of service", "How a paper reaches the person who must act."),
    "trigger": ("Triggers", "From what a period runs, or to what it is counted back."),
    "act": ("Acts", "What must be done in time, or not too early."),
    "nature": ("Natures", "What sort of period it is, where the law distinguishes."),
    "kind": ("Kinds of closure", "Why a day is closed."),
    "role": ("Roles of a calendar", "Whose calendar decides."),
    "paper": ("Classes of paper", "What is served, where the law distinguishes."),
    "fact": (
        "Facts",
        """\
What decides and only the caller knows, each with its answers: \
`facts={"united-states-is-a-party": "yes"}`, or \
`--fact united-states-is-a-party=yes`.
The method of service, the act, the nature and the class of paper are facts too, \
with arguments of their own.
[Say what decides](../how-to/say-what-decides.md) shows how.""",
    ),
    "side": (
        "Sides",
        """\
Who must act in time, seen from the event from which the time runs or to which it is \
counted back: `find_rules(owed_by="served")`.""",
    ),
    "proceeding": (
        "Proceedings",
        'In what a deadline arises: `find_rules(proceedings="appeal")`.',
    ),
    "participant": (
        "Roles of participants",
        """\
In which role a person or a body takes part in a case: \
`law.check_word("participant", "Amicus Curiae")` is `"amicus"`.
No rule of law asks for the words from here on: they stand in what is recorded of a \
case.""",
    ),
    "capacity": (
        "Capacities of counsel",
        "In which capacity counsel appears for a party.",
    ),
    "ground": (
        "Grounds of confidentiality",
        "Why something is not for everybody's eyes.",
    ),
    "stay-ground": (
        "Grounds of a stay",
        "Why a case, or a period in it, stands still.",
    ),
    "disposition": (
        "Dispositions",
        "How a case, or what remained of it as to a party, claim or charge, ended.",
    ),
    "hearing": (
        "Kinds of hearings",
        """\
For what a court sits: `HearingSet.of_kind("trial-jury", law, …)`.
A trial is the event `trial`, an argument of an appeal `oral-argument`, a scheduling \
conference `scheduling-conference`, and every other hearing the event `hearing`: \
`Law.hearing_triggers(kind)` says so.""",
    ),
    "hearing-need": (
        "Needs of hearings",
        "What has to be there for a hearing.",
    ),
    "document": (
        "Kinds of documents",
        "What a paper or file is, by what one looks for in a case.",
    ),
    "claim": (
        "Kinds of claims",
        "In which sort of pleading a claim is stated.",
    ),
    "severity": (
        "Severities of offenses",
        "How serious an offense is, in the words of its statute.",
    ),
    "plea": ("Pleas", "What a defendant answers to a charge."),
    "verdict": ("Verdicts", "What was found on a charge after a trial."),
}


def pages() -> dict[str, str]:
    """What each page should say, by its name."""
    return {"jurisdictions.md": _jurisdictions(), "words.md": _words()}


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    cells = [list(head), *map(list, rows)]
    lines = [
        f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
        for row in cells
    ]
    return [lines[0], "|" + "---|" * len(cells[0]), *lines[1:], ""]


def _jurisdictions() -> str:
    from legalcase import Law

    law = Law.bundled()
    deadlines = list(law.deadlines())
    rules = [law.counting_rule(name) for name in law.names("rule")]
    calendars = [law.calendar(name) for name in law.names("calendar")]
    courts = [court for name in law.jurisdictions() for court in law.courts(name)]
    lines = [
        _NOTE,
        "",
        "# What law is entered",
        "",
        *_LAW_INTRODUCTION.format(
            len(calendars), len(rules), len(deadlines), len(law.clocks()), len(courts)
        ).splitlines(),
        "",
        "## Counting rules",
        "",
        *_table(
            ("id", "name", "versions, each from", "verified"),
            (
                (
                    f"`{rule.id}`",
                    rule.name,
                    ", ".join(str(version.first) for version in rule.versions),
                    _ways(version.authority.verified for version in rule.versions),
                )
                for rule in rules
            ),
        ),
        "## Calendars",
        "",
        *_table(
            ("id", "name", "from", "through", "verified", "known to lack"),
            (
                (
                    f"`{calendar.id}`",
                    calendar.name,
                    str(calendar.first),
                    str(calendar.last),
                    calendar.definition.authority.verified,
                    calendar.definition.incomplete or "",
                )
                for calendar in calendars
            ),
        ),
        "## Courts",
        "",
        *_table(
            ("id", "name", "counting rules", "calendar of the court", "zones"),
            (
                (
                    f"`{court.id}`",
                    court.name,
                    ", ".join(f"`{name}`" for name in court.counting),
                    f"`{dict(court.calendars)['court']}`",
                    ", ".join(court.zones),
                )
                for court in courts
            ),
        ),
        "## Clocks",
        "",
        *_table(
            ("id", "what must be done, in what time", "runs from", "verified"),
            (
                (
                    f"`{clock.id}`",
                    clock.title,
                    ", ".join(f"`{start.event}`" for start in clock.starts),
                    clock.authority.verified,
                )
                for clock in law.clocks()
            ),
        ),
        "## Deadlines",
        "",
    ]
    for pack in dict.fromkeys(rule.id.rpartition("/")[0] for rule in deadlines):
        mine = [rule for rule in deadlines if rule.id.rpartition("/")[0] == pack]
        lines += [f"### `{pack}`", ""]
        lines += _table(
            ("id", "what must be done", "runs from", "verified"),
            (
                (
                    f"`{rule.id.rpartition('/')[2]}`",
                    rule.title,
                    ", ".join(f"`{word}`" for word in rule.triggers)
                    or "the end of another deadline",
                    _ways(version.authority.verified for version in rule.versions),
                )
                for rule in mine
            ),
        )
    return "\n".join(lines).rstrip() + "\n"


def _ways(found: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(found))


def _slug(title: str) -> str:
    return title.lower().replace(" ", "-")


def _words() -> str:
    found = _SORTS.items()
    lines = [
        _NOTE,
        "",
        "# Words",
        "",
        *_WORDS_INTRODUCTION.format(
            ", ".join(f"[`{sort}`](#{_slug(title)})" for sort, (title, _) in found)
        ).splitlines(),
        "",
    ]
    for sort, (title, meaning) in found:
        lines += [f"## {title}", "", meaning, ""]
        rows = [(f"`{word}`", said, where) for word, said, where in _meanings(sort)]
        lines += _table(("word", "meaning", "added by"), rows)
        if sort == "fact":
            lines += [
                "Asked today by, with the answer taken where nothing is said:",
                "",
            ]
            lines += _table(("fact", "asked by", "answers", "taken"), _asked())
        others = list(_synonyms(sort))
        if others:
            lines += ["In their place can be given:", ""]
            lines += _table(("given", "means", "under the rules of"), others)
    return "\n".join(lines).rstrip() + "\n"


@cache  # each sort of words asks for it, and twice
def _vocabularies() -> tuple[tuple[dict[str, Any], str], ...]:
    own = sorted(BUNDLED.glob("*/vocabulary.toml"))
    return tuple(
        (
            tomllib.loads(path.read_text(encoding="utf-8")),
            "" if path.parent == BUNDLED else f"`{path.parent.name}`",
        )
        for path in (BUNDLED / "vocabulary.toml", *own)
    )


def _meanings(sort: str) -> Iterator[tuple[str, str, str]]:
    for raw, where in _vocabularies():
        for word, said in sorted(raw.get(sort, {}).items()):
            yield word, said, where


def _asked() -> Iterator[tuple[str, str, str, str]]:
    """Yield each fact with who asks it, its answers, and the one that is assumed."""
    from legalcase import Law

    found: dict[tuple[str, tuple[str, ...], str], list[str]] = {}
    words = {word for word, _, _ in _meanings("fact")}
    for rule in Law.bundled().deadlines():
        for dispute in rule.disputes:
            if dispute.asks in words and dispute.last is None:
                answers = (dispute.adopted, *(r.name for r in dispute.readings))
                key = (dispute.asks, tuple(sorted(answers)), dispute.adopted)
                found.setdefault(key, []).append(f"`{rule.id}`")
    for (word, answers, taken), rules in sorted(found.items()):
        said = ", ".join(f"`{answer}`" for answer in answers)
        yield f"`{word}`", ", ".join(rules), said, f"`{taken}`"


def _synonyms(sort: str) -> Iterator[tuple[str, str, str]]:
    for raw, where in _vocabularies():
        for spelt, word in sorted(raw.get("synonyms", {}).get(sort, {}).items()):
            yield f"`{spelt}`", f"`{word}`", where or "all"


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "src"))
    for name, text in pages().items():
        (REFERENCE / name).write_text(text, encoding="utf-8")
