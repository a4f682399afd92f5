"""`legalcase rules`: find deadlines and clocks, or read one rule whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.catalogue.deadline_rule import DeadlineRule, say_term
from legalcase.cli.console.options import Reply, add_law_options, law_of
from legalcase.cli.console.shell import quoted
from legalcase.cli.console.terminal import as_json, paragraphs, width
from legalcase.cli.lawbook.clock_page import clock_data, clock_page, clocks_found
from legalcase.cli.lawbook.law_contents import contents, contents_data
from legalcase.cli.lawbook.rule_data import counting_data, deadline_data
from legalcase.cli.lawbook.rule_page import counting_page, deadline_page
from legalcase.cli.lawbook.service_methods import methods_data
from legalcase.errors import UnknownNameError
from legalcase.law.book.finding.indexing.states import without_deadlines
from legalcase.law.book.finding.searching.nearest import nothing_found
from legalcase.law.book.vocabulary import but_for_case
from legalcase.markup import Table
from legalcase.plain_data import plain

if TYPE_CHECKING:
    import argparse

    from legalcase.catalogue.clock_rule import ClockRule
    from legalcase.counting.rules.counting_rule import CountingRule
    from legalcase.law.lawbook import Law

__all__ = ["add_parser", "run"]

_EPILOG: Final = """\
examples:
  legalcase rules                       what is entered: rules, courts, packs
  legalcase rules --jurisdiction us     its deadlines
  legalcase rules --trigger judgment-entered --act file
  legalcase rules --owed-by served --met-by answer-served
                                        what the party served owes, and answers
  legalcase rules compel interrogatories
                                        deadlines with all these words
  legalcase rules 'FRCP 12(a)'          deadlines of that rule
  legalcase rules 'us/frcp/4(m)'        one deadline whole
  legalcase rules speedy trial          deadlines and clocks with these words
  legalcase rules 'us/18-usc/3161(b)'   one clock whole
  legalcase rules us/frap               one rule of computation whole, with its
                                        methods of service

An id has parentheses: put it in quotes, or the shell reads them."""


#: So many of those that fit some words are shown: nobody reads on, and each is read.
_PAGE: Final = 20
#: The options that restrict what is found, each an argument of `Law.find`.
_FILTERS: Final = (
    *("jurisdiction", "trigger", "act"),
    *("owed_by", "met_by", "proceedings", "after_disposition"),
)


def add_parser(commands: Any) -> argparse.ArgumentParser:
    """Add the command to those of the parser, and return its own parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "rules",
        help="find deadlines and clocks, or show one rule whole",
        description="Find deadlines and clocks, or show one rule whole.",
        epilog=_EPILOG,
    )
    parser.add_argument(
        "text",
        nargs="*",
        metavar="ID-OR-TEXT",
        help="the id of a rule; or words, in any order, of id, citation, title or "
        "trigger",
    )
    parser.add_argument(
        "--jurisdiction", metavar="ID", help="us, us-ca, gb-eaw, de, at"
    )
    parser.add_argument(
        "--trigger", metavar="WORD", help="what it runs from: judgment-entered"
    )
    parser.add_argument("--act", metavar="WORD", help="file, serve, hear, perform")
    parser.add_argument(
        "--owed-by", metavar="WORD", help="who must act: served, movant, any-party"
    )
    parser.add_argument(
        "--met-by", metavar="WORD", help="what satisfies it: answer-served"
    )
    parser.add_argument(
        "--proceedings", metavar="WORD", help="where it arises: civil, appeal"
    )
    parser.add_argument(
        "--after-disposition",
        action="store_true",
        help="only what runs after the judgment or another end of the case",
    )
    parser.add_argument(
        "--all",
        action="store_true",
        help=f"of what words find, all, and not the first {_PAGE}",
    )
    add_law_options(parser)
    return parser


def run(options: argparse.Namespace) -> Reply:
    """Show a rule, the deadlines found, or what is entered at all."""
    law = law_of(options, options.refuse)
    text = " ".join(options.text)
    given = {name: getattr(options, name) for name in _FILTERS}
    # A word that is empty was given all the same: it is none that there is.
    filters = {name: None if v is False else v for name, v in given.items()}
    wanted = any(value is not None for value in filters.values())
    if not text and not wanted:
        if options.format == "json":
            return Reply(as_json(contents_data(law)))
        return Reply(contents(law))
    if "/" in text and " " not in text and not wanted:
        return _one(law, text, options.format)
    found = law.find(**filters, text=text or None)
    clocks = _clocks(law, text, filters)
    if options.format == "json":
        data = [*map(deadline_data, found), *map(clock_data, clocks)]
        return Reply(as_json(data))
    shown = None if options.all or not text else _PAGE
    pages = []
    if found:
        pages.append(_found(found[:shown], len(found)))
    elif clocks:
        pages.append(paragraphs("No deadline that is entered fits, but a clock."))
    if clocks:
        pages.append(clocks_found(clocks[:shown], len(clocks)))
    if pages:
        return Reply("\n\n".join(pages))
    bare = without_deadlines(law, text, filters["jurisdiction"])
    said = _bare(law, bare) if bare else _nothing(law, text, wanted=wanted)
    return Reply(said)


def _clocks(law: Law, text: str, filters: dict[str, Any]) -> tuple[ClockRule, ...]:
    """Return the clocks that fit; none, where something is asked that they have not."""
    own = {name: filters[name] for name in ("jurisdiction", "trigger")}
    if any(value is not None for name, value in filters.items() if name not in own):
        return ()
    return law.find_clocks(**own, text=text or None)


def _one(law: Law, name: str, form: str) -> Reply:
    """Show what bears an id; a deadline and a clock can bear one together."""
    known = but_for_case(name, law.names("clock"))
    clock = None if known is None else law.clock(known)
    try:
        rule = law.rule(name)
    except UnknownNameError:
        if clock is None:
            raise
        is_json = form == "json"
        return Reply(as_json(clock_data(clock)) if is_json else clock_page(clock))
    if form == "json":
        more = {} if clock is None else {"clock": clock_data(clock)}
        return Reply(as_json({**_data(law, rule), **more}))
    if not isinstance(rule, DeadlineRule):
        return Reply(counting_page(law, rule))
    page = deadline_page(law, rule)
    return Reply(page if clock is None else f"{page}\n\n{clock_page(clock)}")


def _data(law: Law, rule: DeadlineRule | CountingRule) -> dict[str, Any]:
    words = {"words": plain(law.quotations(rule.id))}
    if isinstance(rule, DeadlineRule):
        table = rule.current.service_extension
        methods = methods_data(law.counting_rule(rule.counting), table)
        return {**deadline_data(rule), **words, **methods}
    return {**counting_data(rule), **words, **methods_data(rule)}


def _bare(law: Law, places: tuple[str, ...]) -> str:
    """Say of places that no deadline of theirs is entered: none of another is meant."""
    calendars = {name.partition("/")[0] for name in law.names("calendar")}
    said = []
    for place in places:
        name = (law.jurisdiction(place) or {}).get("name", place)
        what = "its legal holidays are" if place in calendars else "its name is"
        said.append(f"{name} ({place}): {what} entered, and no deadlines.")
    said.append("See `legalcase rules` for what is entered.")
    return paragraphs(" ".join(said))


def _nothing(law: Law, text: str, *, wanted: bool) -> str:
    """Say that nothing fits, which words are nowhere, and what comes nearest."""
    said = ["No deadline that is entered fits."]
    why = nothing_found(law, text)
    for word, near in why.unknown:
        spelt = f"; spelt nearly so: {', '.join(near)}" if near else ""
        said.append(f"{word!r} is in none{spelt}.")
    if wanted and not why.unknown:
        said.append("Leave an option out.")
    if not why.nearest:
        said.append("See `legalcase rules` for what is entered.")
        return paragraphs(" ".join(said))
    table = Table("", ("nearest", "what"))
    for rule in why.nearest:
        table.add(rule.id, rule.title)
    return f"{paragraphs(' '.join(said))}\n\n{table.text(width())}"


def _found(rules: tuple[DeadlineRule, ...], count: int) -> str:
    table = Table("", ("id", "what", "when"))
    for rule in rules:
        table.add(rule.id, rule.title, say_term(rule.current.term))
    name = quoted(rules[0].id)
    noun = "deadline" if count == 1 else "deadlines"
    hint = f"{count} {noun}. One of them whole: legalcase rules {name}"
    if len(rules) < count:
        hint = (
            f"The best {len(rules)} of {count} {noun}; a further word or "
            f"--jurisdiction leaves fewer, --all shows all. One of them whole: "
            f"legalcase rules {name}"
        )
    return f"{table.text(width())}\n\n{paragraphs(hint)}"
