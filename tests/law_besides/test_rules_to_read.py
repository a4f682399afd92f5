"""What a search finds is a tuple like any other, of entries read when asked for."""

from __future__ import annotations

import copy
import functools
import operator
import pickle
from typing import TYPE_CHECKING, Any

import pytest

import legalcase as lc
from law_folders import afresh
from legalcase.catalogue.found_rules import FoundRules
from legalcase.catalogue.rules_to_read import RulesToRead

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from legalcase.catalogue.deadline_rule import DeadlineRule

RULES = lc.find_rules(jurisdiction="us")[:60]


class Shelf:
    """Entries, and which of them were read."""

    def __init__(self) -> None:
        self.read: list[int] = []

    def entries(self, keys: Sequence[int]) -> tuple[DeadlineRule, ...]:
        """Read some."""
        self.read += keys
        return tuple(RULES[key] for key in keys)

    def found(self) -> RulesToRead:
        """A tuple of all, of which none was read."""
        return RulesToRead(range(len(RULES)), self.entries)


def found() -> RulesToRead:
    """A tuple of all, of which none was read."""
    return Shelf().found()


def taken_in(into: Any, rules: Any) -> Any:
    """What `+=` makes of a list, or of a tuple."""
    into += rules
    return into


def together(*each: object) -> tuple[object, ...]:
    """What was given, as the call has it."""
    return each


ASKED: list[Callable[[Any], Any]] = [
    tuple,
    list,
    len,
    bool,
    repr,
    str,
    hash,
    set,
    lambda rules: sorted(rules, key=operator.attrgetter("id")),
    lambda rules: list(reversed(rules)),
    operator.itemgetter(0),
    operator.itemgetter(-1),
    operator.itemgetter(slice(3, 30, 4)),
    operator.itemgetter(slice(None, None, -1)),
    operator.itemgetter(slice(50, 1000)),
    lambda rules: rules == RULES,
    functools.partial(operator.eq, RULES),
    lambda rules: rules == RULES[:-1],
    lambda rules: rules == (*RULES[:-1], RULES[0]),
    lambda rules: rules != RULES,
    functools.partial(operator.ne, RULES),
    lambda rules: rules == list(RULES),
    lambda rules: rules != list(RULES),
    lambda rules: rules == rules,  # noqa: PLR0124 - with itself
    lambda rules: rules + RULES[:2],
    lambda rules: RULES[:2] + rules,
    lambda rules: rules + rules,
    lambda rules: sum([rules, rules], ()),
    lambda rules: taken_in([RULES[3]], rules),
    lambda rules: taken_in(RULES[:2], rules),
    lambda rules: [RULES[3], *rules],
    lambda rules: rules * 2,
    lambda rules: 2 * rules,
    lambda rules: RULES[7] in rules,
    lambda rules: 7 in rules,
    lambda rules: rules.index(RULES[7]),
    lambda rules: rules.index(RULES[7], 3, 9),
    lambda rules: rules.count(RULES[7]),
    lambda rules: rules < (),
    lambda rules: rules <= RULES,
    lambda rules: rules > (),
    lambda rules: rules >= RULES,
    functools.partial(operator.lt, ()),
    lambda rules: dict.fromkeys([rules])[RULES],
    lambda rules: together(*rules),
    lambda rules: [*map(operator.attrgetter("id"), rules)],
    lambda rules: [*zip(rules, RULES, strict=True)],
    lambda rules: [one.id for one in (rules and rules)],
    copy.copy,
    copy.deepcopy,
    lambda rules: pickle.loads(pickle.dumps(rules)),
    lambda rules: isinstance(rules, FoundRules) or type(rules) is tuple,
    FoundRules,
]


def test_it_answers_as_the_tuple_of_its_entries() -> None:
    """Whatever is asked first of it, when nothing was read, and when some of it was."""
    for number, asked in enumerate(ASKED):
        expected = asked(RULES)
        assert asked(found()) == expected, number
        one = found()
        next(iter(one))
        assert asked(one) == expected, number


WRONG: list[Callable[[Any], Any]] = [
    operator.itemgetter(60),
    operator.itemgetter(-61),
    operator.itemgetter("x"),
    lambda rules: rules.index(RULES[7], 8),
    lambda rules: rules < 5,
    lambda rules: rules + [1],  # noqa: RUF005 - that is the mistake
    lambda rules: [1] + rules,  # noqa: RUF005 - that is the mistake
    lambda rules: "x" + rules,
    lambda rules: rules * "x",
]


def test_it_refuses_what_a_tuple_refuses() -> None:
    """By the same error."""
    for number, wrong in enumerate(WRONG):
        with pytest.raises(Exception, match=r".") as expected:
            wrong(RULES)
        with pytest.raises(expected.type):
            wrong(found())
        assert expected.type is not AssertionError, number


def test_only_what_is_asked_for_is_read() -> None:
    """A few at once; how many there are is known without."""
    shelf = Shelf()
    rules = shelf.found()
    assert len(rules) == 60
    assert rules
    assert rules != RULES[:5]
    assert shelf.read == []
    assert rules[3] is RULES[3]
    assert shelf.read == [*range(3, 19)]
    assert rules[:10] == RULES[:10]
    assert sorted(shelf.read) == [*range(19)]
    assert list(rules) == list(RULES)
    assert hash(rules) == hash(RULES)
    assert sorted(shelf.read) == [*range(60)]  # each once


def test_it_does_not_change() -> None:
    """As a tuple does not."""
    rules = found()
    with pytest.raises(AttributeError):
        rules._keys = ()
    with pytest.raises(TypeError):
        rules[0] = RULES[1]  # type: ignore[index]  # that is the mistake


def test_a_search_reads_no_entry_before_it_is_asked_for() -> None:
    """With the index of a checkout, what can fit is read; here nothing need be."""
    law = afresh(lc.Law.bundled())
    rules = law.find(text="interrogatories")
    assert isinstance(rules, RulesToRead)
    assert rules == tuple(lc.find_rules(text="interrogatories"))
    assert "interrogatories" in rules[0].title
    filtered = law.find(text="interrogatories", act="serve")
    assert filtered == tuple(r for r in rules if r.current.act == "serve")
