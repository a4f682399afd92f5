"""What is due in a case, worked out from plain rows and the catalogue by brute force.

An oracle for `schedule`: it knows no case, no log and no code of the scheduling. It
takes what happened as rows of text and days, tries each deadline of the law on them,
and asks the law for the date.
"""

from __future__ import annotations

from datetime import date
from itertools import product
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

import legalcase as lc

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["PLAINTIFFS", "Due", "Fact", "due_by_hand", "random_docket"]

PLAINTIFFS = ("roe",)
DEFENDANTS = ("acme", "doe")
ALL = (*PLAINTIFFS, *DEFENDANTS)
COURT = "us/cand"


class Fact(NamedTuple):
    """A row of a docket: an id, a word of the law, a day, who, on whom, about what."""

    name: str
    word: str
    day: date
    by: tuple[str, ...]
    on: tuple[str, ...]
    about: tuple[str, ...]
    method: str | None
    is_motion: bool = False


class Due(NamedTuple):
    """What is due: rule, anchors, who, the day for a calendar, and if that is asked."""

    rule: str
    anchors: frozenset[tuple[str, str]]
    owed_by: tuple[str, ...]
    shown: str
    is_question: bool


SERVED_WORDS = (
    "summons-served",
    "discovery-request-served",
    "interrogatories-served",
    "requests-for-production-served",
    "counterclaim-served",
    "amended-pleading-served",
    "rule-12-motion-served",
    "responsive-pleading-served",
    "initial-pleading-received",
    "recommendation-served",
    "notice-of-entry-received",
)
FILED_WORDS = (
    "complaint-filed",
    "motion-filed",
    "notice-of-removal-filed",
    "notice-of-appeal-filed",
    "tolling-motion-filed",
)
COURT_WORDS = ("judgment-entered", "tolling-motion-decided", "trial")


def random_docket(seed: int) -> tuple[Fact, ...]:
    """Some rows, in the order of their days; the same for the same seed."""
    random = Random(seed)  # noqa: S311 - the same for the same seed is what is wanted
    days = sorted(random.sample(range(400), random.randint(2, 7)))
    found: list[Fact] = []
    for number, offset in enumerate(days):
        day = date.fromordinal(date(2025, 3, 3).toordinal() + offset)
        word = random.choice((*SERVED_WORDS, *FILED_WORDS, *COURT_WORDS))
        by: tuple[str, ...] = ()
        on: tuple[str, ...] = ()
        method = None
        if word not in COURT_WORDS:
            by = (random.choice(ALL),)
        if word in SERVED_WORDS:
            left = [name for name in ALL if name not in by]
            on = tuple(random.sample(left, random.randint(1, len(left))))
            method = random.choice(("mail", "electronic", "personal", None))
        about: tuple[str, ...] = ()
        if found and random.random() < 0.4:
            about = (random.choice(found).name,)
        found.append(Fact(f"e{number}", word, day, by, on, about, method))
    return tuple(found)


#: What the words of a row are as well: requests for evidence, and motions.
WIDER = {
    "interrogatories-served": "discovery-request-served",
    "requests-for-production-served": "discovery-request-served",
    "rule-12-motion-served": "motion-served",
}
#: The one sort of request of which each rule speaks.
ONLY = {
    "us/frcp/33(b)(2)": "interrogatories-served",
    "us/frcp/34(b)(2)(A)": "requests-for-production-served",
    "us/frcp/36(a)(3)": "requests-for-admission-served",
}
#: Of which of several events the first alone counts.
FIRST = {"us/frap/4(a)(3)": "notice-of-appeal-filed"}


def _meant(rule: str, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The rows without those from which a rule does not run."""
    if rule in ONLY:
        others = set(WIDER) - {ONLY[rule]}
        out = {f.name for f in facts if f.word in others}
        facts = tuple(f._replace(word="") if f.name in out else f for f in facts)
    if rule in FIRST:
        kept: list[Fact] = []
        for fact in [f for f in facts if f.word == FIRST[rule]]:
            apart = all(
                fact.about and k.about and not _reach(fact, facts) & _reach(k, facts)
                for k in kept
            )
            kept += [fact] if apart else []
        later = [f for f in facts if f.word == FIRST[rule] and f not in kept]
        facts = tuple(f._replace(word="") if f in later else f for f in facts)
    return facts


def due_by_hand(facts: tuple[Fact, ...]) -> list[Due]:
    """What is due for each party, by brute force over the catalogue."""
    more = [f._replace(word=WIDER[f.word]) for f in facts if f.word in WIDER]
    facts = (*facts, *more)
    law = lc.Law.bundled()
    found: list[Due] = []
    for rule in law.deadlines():
        is_local = rule.id.startswith(f"{COURT}/")
        of_the_court = rule.counting in {"us/frcp", "us/frap"}
        is_ours = is_local or rule.id.count("/") == 2
        begun = rule.arises_with in {None, *(f.word for f in facts)}
        if of_the_court and is_ours and begun and "civil" in rule.proceedings:
            found += _of_rule(law, rule, _meant(rule.id, facts))
    return found


def _of_rule(law: Any, rule: Any, facts: tuple[Fact, ...]) -> Iterator[Due]:
    words, starting, stopping = _words(law, rule)
    done: set[tuple[str, str]] = set()
    is_of_service = rule.owed_by in {"served", "server"}
    order = sorted(
        starting,
        key=lambda w: any(f.on for f in facts if f.word == w) is not is_of_service,
    )
    for word in order:
        for head in [f for f in facts if f.word == word]:
            if (word, head.name) in done:
                continue
            done.add((word, head.name))
            for other in starting:
                if other != word:
                    near, _ = _near(facts, head, other, stopping, None, is_of_service)
                    done |= {(other, f.name) for f in near}
            for owed_by in _owing(rule, head, facts):
                yield _due(law, rule, head, words, stopping, owed_by, facts)


def _words(law: Any, rule: Any) -> tuple[list[str], list[str], set[str]]:
    """All words, those that start it, those that stop it."""
    own = [t.event for t in rule.current.term.triggers() if t.event]
    every: list[str] = list(own)
    referred: set[str] = set()
    stopping: set[str] = set()
    waiting, seen = [rule], set()
    while waiting:
        one = waiting.pop(0)
        if one.id in seen:
            continue
        seen.add(one.id)
        mine = [t.event for t in one.current.term.triggers() if t.event]
        if one is not rule:
            referred.update(mine)
        restart = one.current.restart
        if restart is not None:
            stopping |= {restart.on, restart.until}
            mine += [restart.on, restart.until]
        for *_, variant in one.variants:
            mine += [t.event for t in variant.triggers() if t.event]
        every += mine
        waiting += [law.deadline(name) for name in one.references()]
    conditions = {
        m.if_within.event for m in rule.current.term.members if m.if_within is not None
    }
    alone = [w for w in own if w not in referred | stopping | conditions]
    rest = [w for w in (own or every) if w not in stopping]
    first = alone or rest or [w for w in every if w not in stopping]
    return list(dict.fromkeys(every)), list(dict.fromkeys(first)), stopping


def _linked(one: Fact, other: Fact, facts: tuple[Fact, ...]) -> bool:
    return other.name in _reach(one, facts) or one.name in _reach(other, facts)


def _reach(one: Fact, facts: tuple[Fact, ...]) -> set[str]:
    """All that a row is about, itself included: rows are about earlier rows."""
    by_name = {f.name: f for f in facts}
    found = {one.name}
    for name in one.about:
        found |= _reach(by_name[name], facts)
    return found


def _near(
    facts: tuple[Fact, ...],
    head: Fact,
    word: str,
    stopping: set[str],
    owed_by: tuple[str, ...] | None,
    is_of_service: bool,
) -> tuple[list[Fact], bool]:
    """The rows under a word that belong to a head, and if that is certain."""
    heads = [f for f in facts if f.word == head.word]
    rows = [f for f in facts if f.word == word]
    whom = set(owed_by or head.on)
    # Whoever serves notice knows of it: where no side is served, it counts for both.
    knows = {f: {*f.on, *(() if is_of_service or not owed_by else f.by)} for f in rows}
    fit = [f for f in rows if not f.on or not whom or whom & knows[f]]
    linked = [f for f in fit if _linked(head, f, facts)]
    if linked:
        return linked, True
    free = [
        f
        for f in fit
        if not any(_linked(h, f, facts) for h in heads if h != head)
        and not any(_linked(head, r, facts) for r in rows if r != f)
    ]
    same = [f for f in free if _reach(f, facts) & _reach(head, facts)]
    if same:
        return same, True
    return free, not (free and word in stopping and len(heads) > 1)


def _owing(rule: Any, head: Fact, facts: tuple[Fact, ...]) -> list[tuple[str, ...]]:
    """Who owes it; an empty tuple where nobody can say, or nobody does."""
    by_name = {f.name: f for f in facts}
    behind: list[Fact] = []
    waiting = list(head.about)
    while waiting:
        name = waiting.pop(0)
        if by_name[name] not in behind:
            behind.append(by_name[name])
            waiting += by_name[name].about
    movers = {f.by for f in behind if f.by and "motion" in f.word}
    mover: tuple[str, ...] = ()
    if head.by and "motion" in head.word:
        mover = head.by
    elif len(movers) == 1:
        mover = next(iter(movers))
    elif head.by and not movers:
        mover = head.by
    filer = head.by or next((f.by for f in behind if f.by), ())
    served: list[tuple[str, ...]] = [(n,) for n in head.on]
    server = [head.by] if head.by else []
    each: list[tuple[str, ...]] = [(n,) for n in ALL]
    found: dict[str | None, list[tuple[str, ...]]] = {
        "served": served,
        "server": server,
        "filer": [filer or PLAINTIFFS],
        "movant": [mover] if mover else [],
        "opponent": [(n,) for n in _against(mover or filer)],
        "either": [ALL],
        "other-party": [(n,) for n in ALL if n not in head.by],
        "claim-defender": [(n,) for n in DEFENDANTS],
        "any-party": each,
        "appellant": each,
    }
    return found.get(rule.owed_by) or [()]


def _against(names: tuple[str, ...]) -> tuple[str, ...]:
    found: tuple[str, ...] = ()
    if set(names) & set(PLAINTIFFS):
        found += DEFENDANTS
    if set(names) & set(DEFENDANTS):
        found += PLAINTIFFS
    return tuple(n for n in found if n not in names)


def _due(
    law: Any,
    rule: Any,
    head: Fact,
    words: list[str],
    stopping: set[str],
    owed_by: tuple[str, ...],
    facts: tuple[Fact, ...],
) -> Due:
    clear = {head.word: head}
    several: dict[str, list[Fact | None]] = {}
    for word in words:
        if word == head.word:
            continue
        rows, certain = _near(
            facts,
            head,
            word,
            stopping,
            owed_by or None,
            rule.owed_by in {"served", "server"},
        )
        if len(rows) == 1 and certain:
            clear[word] = rows[0]
        elif rows:
            several[word] = [*rows] if certain else [*rows, None]
    last = _last_tolled(law, rule, _tolled(clear, several, facts))
    if last is not None:
        shown, taken = last
        pairs = frozenset((w, row.name) for w, row in taken.items())
        return Due(rule.id, pairs, tuple(sorted(owed_by)), shown, is_question=False)
    days: list[tuple[str, dict[str, Fact]]] = []
    for chosen in list(product(*several.values()))[:16]:
        more = zip(several, chosen, strict=True)
        anchors = {**clear, **{word: row for word, row in more if row is not None}}
        days.append((_date(law, rule, anchors), anchors))
    dated = [one for one in days if one[0][:1].isdigit()]
    latest = rule.current.bound == "not-earlier-than"
    if dated:
        shown, taken = (max if latest else min)(dated, key=lambda one: one[0])
    else:
        shown, taken = days[0]
    pairs = frozenset((w, row.name) for w, row in taken.items())
    return Due(rule.id, pairs, tuple(sorted(owed_by)), shown, bool(several))


def _last_tolled(
    law: Any, rule: Any, tried: list[dict[str, Fact]]
) -> tuple[str, dict[str, Fact]] | None:
    """The day from the motion disposed of last, or that nothing runs; none if open."""
    late = [a for a in tried if a.get("loose")]
    tried = [{w: f for w, f in a.items() if w != "loose"} for a in tried]
    if late:
        end = "tolling-motion-decided"
        unstopped = [{w: f for w, f in a.items() if w != end} for a in tried]
        if any(_adopted(law, rule, a) for a in unstopped):
            return None
    ends = [(_date(law, rule, given), given) for given in tried]
    if not ends or any(end[0] == "refused" for end in ends):
        return None
    runs = [_adopted(law, rule, given) for given in tried]
    return ends[runs.index(None) if None in runs else runs.index(max(map(str, runs)))]


def _tolled(
    clear: dict[str, Fact],
    several: dict[str, list[Fact | None]],
    facts: tuple[Fact, ...],
) -> list[dict[str, Fact]]:
    """The anchors with each of several motions and its own order; none if unsure."""
    stop, end = "tolling-motion-filed", "tolling-motion-decided"
    if not several or set(several) - {stop, end}:
        return []
    if any(None in rows for rows in several.values()):
        return []
    known = {w: [f for f in rows if f] for w, rows in several.items()}
    motions = known.get(stop) or [clear[w] for w in [stop] if w in clear]
    orders = known.get(end) or [clear[w] for w in [end] if w in clear]
    if len(motions) < 2:
        return []
    base = {w: f for w, f in clear.items() if w not in {stop, end}}
    found: list[dict[str, Fact]] = []
    of = {m: [o for o in orders if _linked(m, o, facts)] for m in motions}
    loose = [o for o in orders if not any(o in mine for mine in of.values())]
    if loose and (any(of.values()) or len(loose) != len(motions)):
        return []
    for motion in motions:
        mine = of[motion] or ([max(loose, key=lambda f: f.day)] if loose else [])
        if len(mine) > 1:
            return []
        anchors = {**base, stop: motion}
        if mine:
            anchors[end] = mine[0]
        if loose:
            anchors["loose"] = loose[0]
        found.append(anchors)
    return found


def _adopted(law: Any, rule: Any, anchors: dict[str, Fact]) -> str | None:
    """The day in the adopted reading; none while it does not run."""
    given = {word: row.day for word, row in anchors.items()}
    try:
        found = law.compute(rule.id, after=given, court=COURT)
    except lc.LegalCaseError:
        return None
    return str(found.due) if found.is_running else None


def _date(law: Any, rule: Any, anchors: dict[str, Fact]) -> str:
    term = rule.current.term
    ways = {m.direction for m in term.members if m.form == "period"} or {term.direction}
    given: dict[str, Any] = {"court": COURT}
    method = next((f.method for f in anchors.values() if f.method), None)
    if method is not None:
        given["service"] = method
    given["before" if ways == {"before"} else "after"] = {
        word: row.day for word, row in anchors.items()
    }
    for _ in range(2):
        try:
            found = law.compute(rule.id, **given)
        except lc.LegalCaseError as error:
            if "service" in given and getattr(error, "field", "") == "service":
                del given["service"]
                continue
            return "refused"
        if found.is_running or found.readings:
            return str(found.safe)
        return "waits"
    return "refused"
