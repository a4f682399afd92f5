"""How many words of notices a result has: one plain call for each bundled deadline.

Each deadline is asked for a court of its jurisdiction, where one is entered, with every
trigger on one plain day. Printed are the results, notices and words, by jurisdiction
and by code of notice.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import legalcase as lc
from legalcase.errors import LegalCaseError
from legalcase.law.ask.behind import trigger_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase import Computation, DeadlineRule

#: An ordinary Wednesday: no holiday and no recess is near it.
DAY: Final = date(2026, 9, 16)
COURTS: Final = {
    "us": "us/cand",
    "us-ca": "us-ca/lasc",
    "gb-eaw": "gb-eaw/county-court",
    "de": "de/lg-muenchen-1",
    "at": "at/lgz-wien",
}


def asked(rule: DeadlineRule, day: date = DAY, **options: Any) -> Computation | None:  # noqa: ANN401 - as compute takes them
    """Return what one plain call of a deadline gives, or ``None`` if it is refused.

    Its own triggers come first; where those alone are refused, all that it can use.
    """
    law = lc.Law.bundled()
    term = rule.current.term
    way = term.direction if term.form == "period" else "after"
    options.setdefault("court", COURTS.get(rule.jurisdiction))
    own = [trigger.event for trigger in term.triggers() if trigger.event]
    for names in (own, trigger_words(rule, law)):
        try:
            given: dict[str, Any] = {way: dict.fromkeys(names, day), **options}
            return law.compute(rule, **given)
        except LegalCaseError:
            continue
    return None


def plain_calls(
    day: date = DAY,
    **options: Any,  # noqa: ANN401 - as compute takes them
) -> Iterator[tuple[DeadlineRule, Computation]]:
    """Yield each bundled deadline with what one plain call of it gives."""
    for rule in lc.Law.bundled().deadlines():
        found = asked(rule, day, **options)
        if found is not None:
            yield rule, found


def main() -> None:
    """Print the figures."""
    results: Counter[str] = Counter()
    notices: Counter[str] = Counter()
    words: Counter[str] = Counter()
    by_code: Counter[str] = Counter()
    for rule, found in plain_calls():
        results[rule.jurisdiction] += 1
        for notice in found.notices:
            notices[rule.jurisdiction] += 1
            words[rule.jurisdiction] += len(notice.text.split())
            by_code[notice.code] += 1
    for name, count in [*results.items(), ("all", results.total())]:
        many = notices[name] if name in results else notices.total()
        long = words[name] if name in results else words.total()
        print(
            f"{name:8} {count:4} results {many / count:5.1f} notices "
            f"{long / count:6.1f} words"
        )
    for code, count in by_code.most_common():
        print(f"{count:4} of {results.total()}  {code}")


if __name__ == "__main__":
    main()
