"""What is met by serving is not met by filing: every such pair of the bundled law."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

import legalcase as lc
import legalcase.model as m
from every_one import for_each
from legalcase.kernel import Draft, Ref
from schedule_cases import BY, LAW

if TYPE_CHECKING:
    from legalcase.catalogue import DeadlineRule

#: The court that is taken of a jurisdiction, if it counts by the deadline's rule (else
#: the first that does); of a pack of one court, that court.
COURTS = {
    "at": "at/lgz-wien",
    "de": "de/lg-berlin-2",
    "gb-eaw": "gb-eaw/high-court",
    "us": "us/cand",
    "us-ca": "us-ca/lasc",
    "us-fl": "us-fl/flacirct11",
    "us-ga": "us-ga/gasuperct",
    "us-tx": "us-tx/texdistct",
    "us-tx/justice": "us-tx/justice-courts",
    "us-tx/eviction": "us-tx/county-courts",
    "us-ny": "us-ny/nysupct",
    "us-nv/clark/edcr": "us-nv/clark",
    "us-wa": "us-wa/superior-courts",
    "us/cacd/l-r": "us/cacd",
    "us/dcd/lcvr": "us/dcd",
    "us/ded/lr": "us/ded",
    "us/ilnd/lr": "us/ilnd",
    "us/njd/l-civ-r": "us/njd",
    "us/nysd/civil-rules": "us/nysd",
    "us/paed/civ-r": "us/paed",
    "us/txsd/lr": "us/txsd",
}
DAY = date(2026, 3, 9)


@cache
def words() -> frozenset[str]:
    """The words of triggers."""
    return frozenset(LAW.words("trigger"))


@cache
def courts_in(jurisdiction: str) -> dict[str, tuple[str, ...]]:
    """By court of a jurisdiction, the rules that it counts by."""
    return {one.id: one.counting for one in LAW.courts(jurisdiction)}


def twin(word: str) -> str | None:
    """The word of the service for that of the filing, and the reverse, if there is."""
    for end, other in (("-filed", "-served"), ("-served", "-filed")):
        if word.endswith(end):
            found = word[: -len(end)] + other
            return found if found in words() else None
    return None


#: The Patent and Trademark Office is no court: no case is before it.
OFFICE = "us/uspto"


def court_of(rule: DeadlineRule) -> str | None:
    """A court that counts by a deadline's rule; none where no such court is entered."""
    if rule.counting == OFFICE:
        return None
    own = COURTS.get(rule.id.rpartition("/")[0])
    if own is not None:
        return own
    courts = courts_in(rule.jurisdiction)
    usual = COURTS.get(rule.jurisdiction)
    if usual and rule.counting in courts[usual]:
        return usual
    counting_so = (
        name
        for name, rules in courts.items()
        if rule.counting in rules and rule.id not in LAW.court(name).without
    )
    return next(counting_so, usual)


@cache
def pairs() -> tuple[tuple[str, str, str], ...]:
    """Each deadline with a word that meets it, and that of the other half, if any."""
    return tuple(
        (rule.id, word, other)
        for rule in LAW.deadlines()
        for word in rule.met_by
        if (other := twin(word)) is not None
        and other not in rule.met_by
        and court_of(rule) is not None
    )


def docket_of(rule: DeadlineRule, word: str) -> m.CaseFile:
    """A case with all that starts a deadline, and one half of what meets it, by each.

    Whatever else the deadline asks is answered so that it arises.
    """
    court = court_of(rule)
    parties = ("roe", "acme")
    events: list[Any] = [
        m.PartyJoined(
            party_id=name,
            name=name.capitalize(),
            roles=(role,),
            is_client=True,
            happened_on=DAY,
        )
        for name, role in (("roe", "plaintiff"), ("acme", "defendant"))
    ]
    events += [
        m.FactEstablished(fact=fact, answer=answer, happened_on=DAY)
        for fact, answer in rule.only_if
    ]
    term = rule.current.term
    back = term.direction == "before" and term.period is not None
    starts = list(dict.fromkeys([*rule.triggers, *_behind(rule)]))
    only = rule.counts_from
    papers = only.papers[-1:] if only is not None and only.papers else ("motion-filed",)
    if rule.arises_with is not None:
        starts.append(rule.arises_with)
    events.append(
        Draft(
            m.Served(
                title="A paper",
                triggers=papers if only is not None else (),
                by=("roe",),
                on=("acme",),
                happened_on=DAY - timedelta(days=1),
            ),
            event_id="paper",
        )
    )
    when = DAY + timedelta(days=120 if back else 0)
    for number, start in enumerate(starts):
        if start in {"hearing", "trial", "application-hearing"}:
            events.append(
                m.HearingSet(
                    hearing_id=f"h{number}",
                    title="A hearing",
                    triggers=(start,),
                    hearing_at=noon_of(when),
                    about=(Ref("event", "paper"),),
                    happened_on=DAY,
                )
            )
        else:
            events.append(
                Draft(
                    m.Served(
                        title="A paper",
                        triggers=(start,),
                        by=("roe",),
                        on=("acme",),
                        about=(Ref("event", "paper"),),
                        happened_on=when,
                    ),
                    event_id=f"s{number}",
                )
            )
    done = when + timedelta(days=-5 if back else 5)
    for name in parties:
        events.append(
            Draft(
                m.Filed(
                    title="Done",
                    triggers=(word,),
                    by=(name,),
                    happened_on=done,
                ),
                event_id=f"half-{name}",
            )
        )
    opened = m.CaseOpened(
        caption="Roe v. Acme",
        court=court,
        number="1",
        proceeding=rule.proceedings[0],
        happened_on=DAY - timedelta(days=2),
    )
    file = m.CaseFile.open(opened, case_id="roe", law=LAW, **BY)
    return file.record(*events, law=LAW, **BY)


def noon_of(day: date) -> Any:
    """Some hour of a day."""
    return datetime.combine(day, time(18), tzinfo=UTC)


def _behind(rule: DeadlineRule) -> list[str]:
    """What starts the deadlines on which one hangs, and those on which they do."""
    ahead = [LAW.deadline(name) for name in rule.references()]
    own = [word for one in ahead for word in one.triggers]
    return own + [word for one in ahead for word in _behind(one)]


def pairs_in(place: str) -> list[tuple[str, str, str]]:
    """Those of a jurisdiction."""
    return [one for one in pairs() if one[0].partition("/")[0] == place]


@for_each(("rule", "word", "half"), pairs_in, shelves=LAW.jurisdictions())
def test_half_of_what_meets_it_says_which_word_is_missing(
    rule: str, word: str, half: str
) -> None:
    """The row is not met, and names the word that would meet it."""
    file = docket_of(LAW.deadline(rule), half)
    rows = lc.schedule(file, LAW, for_=("roe", "acme")).of_rule(rule)
    assert rows
    assert not [row for row in rows if row.state == "met"]
    asked = [q for row in rows for q in row.questions if f"met by {word}" in q]
    assert asked, [row.questions for row in rows]
    assert all(half in question for question in asked)


def test_there_are_such_pairs_in_both_directions() -> None:
    """Filed where it is to be served, and served where it is to be filed."""
    assert len(pairs()) > 20
    assert sum(len(pairs_in(place)) for place in LAW.jurisdictions()) == len(pairs())
    ends = {word.rpartition("-")[2] for _, word, _ in pairs()}
    assert ends == {"filed", "served"}
    assert ("us/frcp/12(a)(1)(A)(i)", "answer-served", "answer-filed") in pairs()


def test_what_is_both_meets_it_and_asks_nothing() -> None:
    """With the other word recorded on the same paper, it is met."""
    rule = "us/frcp/12(a)(1)(A)(i)"
    file = docket_of(LAW.deadline(rule), "answer-filed")
    words = ("answer-filed", "answer-served")
    file = file.correct("half-acme", triggers=words, ground="Served too.", **BY)
    rows = lc.schedule(file, LAW, for_="acme").of_rule(rule)
    assert [row.state for row in rows] == ["met"]
    assert not [q for row in rows for q in row.questions if "answer-served" in q]
