"""Text of an enumeration is answered as plain text, asked first or after it."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Any

import pytest

import legalcase as lc
from told import first_answered

DAY = date(2026, 6, 3)


class Text(str, Enum):  # noqa: UP042 - what shows itself as its name, not its text
    """Names of the law as a program of the caller's own may have them."""

    PERIOD = "21 days"
    RULE = "us/frcp"
    DEADLINE = "us/frcp/33(b)(2)"
    COURT = "cand"
    FORUM = "us-ca"
    CALENDAR = "us"
    MAIL = "mail"
    NO_TABLE = "none"
    ACT = "file"
    ENGLAND = "gb-eaw/cpr"
    PAPER = "claim-form"
    SUMMONS = "summons-served"
    AMENDED = "amended-pleading-served"
    PARTY = "defendant-is-the-united-states"
    NO = "no"


BARE: dict[str, Any] = {"period": Text.PERIOD, "under": Text.RULE, "after": DAY}
CALLS: dict[str, dict[str, Any]] = {
    "court, forum, act": {
        **BARE,
        "court": Text.COURT,
        "forum": Text.FORUM,
        "act": Text.ACT,
    },
    "calendar": {**BARE, "calendar": Text.CALENDAR},
    "service": {**BARE, "service": Text.MAIL},
    "table": {**BARE, "service": Text.MAIL, "service_extension": Text.NO_TABLE},
    "local rules": {**BARE, "court": Text.COURT, "local_rules": Text.NO_TABLE},
    "deadline": {"period": Text.DEADLINE, "after": DAY, "service": Text.MAIL},
    "events": {
        "period": "us/frcp/15(a)(3)",
        "after": {Text.SUMMONS: DAY, Text.AMENDED: DAY},
        "facts": {Text.PARTY: Text.NO},
    },
    "service complete": {
        "on": DAY,
        "method": Text.MAIL,
        "under": Text.ENGLAND,
        "paper": Text.PAPER,
    },
}


def plain(value: Any) -> Any:
    """The same as plain text."""
    if isinstance(value, dict):
        return {plain(key): plain(each) for key, each in value.items()}
    return value.value if isinstance(value, Text) else value


@pytest.mark.parametrize("name", CALLS)
def test_it_is_answered_as_plain_text(name: str) -> None:
    """To the last word, though it would show itself as ``Text.MAIL``."""
    law = lc.Law.bundled()

    def asked(given: dict[str, Any]) -> Any:
        if "method" in given:
            return lambda of: of.served_on(**given)
        period = given["period"]
        rest = {word: value for word, value in given.items() if word != "period"}
        return lambda of: of.compute(period, **rest)

    own, same = asked(CALLS[name]), asked(plain(CALLS[name]))
    first = first_answered(law, own)
    assert first == first_answered(law, same)
    for _ in range(3):
        for question in (own, same):
            found = question(law)
            assert found == first[-1]
            assert "Text." not in found.explain()
            assert "Text." not in repr(found.inputs)
