"""One rule whole, as text: what it says, since when, and who has read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.authority import cited
from legalcase.catalogue.deadline_rule import say_term
from legalcase.cli.console.terminal import width
from legalcase.cli.console.wording import verified
from legalcase.cli.lawbook.facts_page import facts_of_deadline, facts_page
from legalcase.cli.lawbook.owing import owing
from legalcase.cli.lawbook.service_methods import methods_pages
from legalcase.cli.lawbook.to_try import to_try
from legalcase.law.ask.behind import trigger_words
from legalcase.law.book.vocabulary import meanings_of
from legalcase.law.book.wording.synonyms import methods_said
from legalcase.markup import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from legalcase.authority import Dispute
    from legalcase.catalogue.deadline_rule import DeadlineRule, DeadlineVersion
    from legalcase.catalogue.terms import Restart
    from legalcase.counting.rules.counting_rule import CountingRule
    from legalcase.law.lawbook import Law

__all__ = ["counting_page", "deadline_page", "disputes_page", "words_page"]


def deadline_page(law: Law, rule: DeadlineRule) -> str:
    """Return a deadline with its versions, disputes and worked examples."""
    words = meanings_of(law, rule.jurisdiction)
    current = rule.current
    facts = Table("", (f"{rule.id}", ""))
    facts.add("what", rule.title)
    facts.add("when", say_term(current.term))
    triggers = trigger_words(rule, law)
    for word in triggers:
        facts.add("trigger", f"{word}: {words['trigger'].get(word, '')}".rstrip(": "))
    for name, text in (*_due(rule, words), *owing(rule, words)):
        facts.add(name, text)
    counting = law.counting_rule(rule.counting)
    facts.add("counted", f"under {counting.id}: {counting.name}")
    said = _service(current.service_extension)
    if current.term.names_methods:
        said += "; it decides which period it is"
    facts.add("service", said)
    for name, text in _extension(current):
        facts.add(name, text)
    if current.restart is not None:
        restart = current.restart
        facts.add(
            "restart",
            _restarted(restart),
        )
    if current.note:
        facts.add("note", current.note)
    facts.add("authority", f"{rule.cite} ({verified(current.authority)})")
    if rule.last is not None:
        facts.add("in force", f"for triggers through {rule.last}")
    if rule.aliases:
        facts.add("also", ", ".join(rule.aliases))
    if rule.overrides:
        facts.add("from", "a folder of your own, in the place of the bundled entry")
    parts = [facts.text(width()), _versions(rule), words_page(law, rule.id)]
    parts += methods_pages(counting, current.service_extension)
    disputes = _all_disputes(law, rule)
    asked = facts_of_deadline(law, rule, disputes.values())
    asks_method = current.service_extension != "none" or current.term.names_methods
    parts += [
        facts_page(asked, service=asks_method),
        disputes_page(_of_law(disputes)),
        _examples(rule),
        to_try(law, rule, triggers),
    ]
    return "\n\n".join(part for part in parts if part)


def _due(
    rule: DeadlineRule, words: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[str, str]]:
    """Yield (name, text) of the act, the bound, the nature and the class of paper."""
    current = rule.current
    yield "act", f"{current.act}: {words['act'].get(current.act, '')}".rstrip(": ")
    yield "bound", current.bound.replace("-", " ")
    if current.nature is not None:
        meaning = words["nature"].get(current.nature, "")
        yield "nature", f"{current.nature}: {meaning}".rstrip(": ")
    if rule.paper is not None:
        yield "paper", rule.paper


def _service(table: str) -> str:
    if table == "none":
        return "adds nothing, whatever the method"
    return f"adds the days of the table {table!r}, by method (below)"


def _extension(version: DeadlineVersion) -> Iterator[tuple[str, str]]:
    extension = version.extension
    if extension is None:
        return
    cite = f" ({extension.cite})" if extension.cite else ""
    if extension.barred:
        yield "extension", f"barred by {extension.barred}"
    if extension.court:
        yield "extension", f"by the court: {extension.court}{cite}"
    if extension.agreement:
        yield "extension", f"by agreement: {extension.agreement}{cite}"


def _versions(rule: DeadlineRule) -> str:
    table = Table("", ("version", "when", "authority", "verified"))
    for version in rule.versions:
        table.add(
            str(version.first),
            say_term(version.term),
            version.authority.cite,
            verified(version.authority),
        )
    return table.text(width())


def words_page(law: Law, name: str) -> str:
    """Return the operative words that are entered of a rule, with where they stand."""
    table = Table("", ("words", "authority", "in force"))
    for words in law.quotations(name):
        table.add(str(words), words.where, words.span)
    return table.text(width()) if table.rows else ""


def _all_disputes(law: Law, rule: DeadlineRule) -> dict[str, Dispute]:
    """Return what is disputed of a deadline, of its rule and of the rule's calendar."""
    counting = law.counting_rule(rule.counting)
    calendar = law.calendar(counting.default_calendar)
    return {**rule.disputed, **counting.disputed, **calendar.disputed}


def _of_law(disputes: dict[str, Dispute]) -> dict[str, Dispute]:
    """Return the disputes on which authorities differ, without those of fact."""
    return {name: one for name, one in disputes.items() if one.kind == "law"}


def disputes_page(disputes: dict[str, Dispute]) -> str:
    """Return disputed questions with their answers, each under its full id."""
    table = Table("", ("dispute", "question and answers", "authority"))
    for name, dispute in disputes.items():
        table.add(
            name,
            f"{dispute.question} Adopted: {dispute.adopted}",
            dispute.authority.cite,
        )
        for reading in dispute.readings:
            table.add("", f"Or: {reading.name}", reading.authority.cite)
        for court, answer, cite in dispute.settled:
            table.add("", f"Settled for {court}: {answer}", cite)
    return table.text(width())


def _examples(rule: DeadlineRule) -> str:
    table = Table("", ("example", "due", "source"))
    for example in rule.examples:
        given = {k: v for k, v in example.items() if k not in _RESULT}
        due = str(example.get("due", "refused"))
        if example.get("alternatives"):
            due += " or " + ", ".join(map(str, example["alternatives"]))
        table.add(_say(given), due, str(example.get("source", "")))
    return table.text(width())


_RESULT: Final = frozenset({"due", "due_at", "alternatives", "source"})


def counting_page(law: Law, rule: CountingRule) -> str:
    """Return a rule of computation: versions, newest settings, disputes, deadlines."""
    facts = Table("", (rule.id, ""))
    facts.add("name", rule.name)
    facts.add("calendar", f"{rule.default_calendar}, where no court is given")
    for role, name in rule.default_calendars:
        facts.add(f"calendar ({role})", f"{name}, where nothing else fills the role")
    if rule.default_act is not None:
        facts.add("act", f"{rule.default_act}, where a bare period names none")
    if any(v.data.get("service") or v.data.get("completion") for v in rule.versions):
        facts.add("service by", "; ".join(methods_said(law, rule)))
    through = "" if rule.last is None else f" through {rule.last}"
    facts.add("covers", f"triggers from {rule.first}{through}")
    versions = Table("", ("version", "authority", "verified"))
    for version in rule.versions:
        versions.add(
            str(version.first), version.authority.cite, verified(version.authority)
        )
    newest = rule.versions[-1]
    settings = Table("", (f"from {newest.first}", "setting", "authority"))
    for name, value, cite in _settings(newest.data, ""):
        settings.add(name, value, cited(rule.cite_prefix, cite))
    counted = Table("", ("deadline", "what"))
    for deadline in law.deadlines():
        if deadline.counting == rule.id:
            counted.add(deadline.id, deadline.title)
    parts = [facts, versions, settings]
    texts = [*(table.text(width()) for table in parts), words_page(law, rule.id)]
    texts += methods_pages(rule)
    disputes = {**rule.disputed, **law.calendar(rule.default_calendar).disputed}
    asked = (one for one in disputes.values() if one.kind == "fact")
    texts += [facts_page(asked), disputes_page(_of_law(disputes))]
    texts += [counted.text(width()) if counted.rows else ""]
    return "\n\n".join(text for text in texts if text)


#: Settings that are shown by method, in all their versions.
_TABLES_OF_THEIR_OWN: Final = frozenset({"service", "completion"})


def _settings(data: Mapping[str, Any], path: str) -> Iterator[tuple[str, str, str]]:
    """Yield (name, value, citation) of each setting, nested ones after their table."""
    for key, value in data.items():
        if not path and key in _TABLES_OF_THEIR_OWN:
            continue
        name = f"{path}{key.replace('_', ' ')}"
        if isinstance(value, list | tuple):  # orders that held once
            for order in value:
                stated = {k: v for k, v in order.items() if k != "cite"}
                yield name, _say(stated), str(order.get("cite", ""))
            continue
        nested = {k: v for k, v in value.items() if _has_cite(v)}
        own = {k: v for k, v in value.items() if k != "cite" and k not in nested}
        if own:
            yield name, _say(own), str(value.get("cite", ""))
        yield from _settings(nested, f"{name}, ")


def _has_cite(value: object) -> bool:
    """Tell whether a table, or one inside it, is a choice with its own citation."""
    return isinstance(value, dict) and (
        "cite" in value or any(_has_cite(member) for member in value.values())
    )


def _say(value: Any) -> str:
    if hasattr(value, "items"):
        return "; ".join(
            f"{key.replace('_', ' ')} {_say(member)}" for key, member in value.items()
        )
    if isinstance(value, list | tuple):
        return ", ".join(_say(member) for member in value)
    return str(value)


def _restarted(restart: Restart) -> str:
    """Say what stops a period, under which conditions, and from when it runs anew."""
    said = f"stopped by {restart.on}"
    if restart.within:
        said += f", if in time under {' or '.join(restart.within)}"
    said += f"; runs anew from {restart.until}"
    if restart.not_before is not None:
        said += f", unless that was before {restart.not_before}"
    return f"{said} ({restart.cite})"
