"""Lines that a type checker has to refuse; each would be a mistake at run time."""

from __future__ import annotations

from datetime import date

import legalcase as lc

day = date(2026, 6, 3)
cal = lc.calendar("us")

# a date is a date: no text, no number
cal.is_open("2026-06-03")  # type: ignore[arg-type]
lc.compute("21 days", after="2026-06-03", under="us/frcp")  # type: ignore[arg-type]
cal.add_court_days(day, 1.5)  # type: ignore[arg-type]

# everything after the subject is given by its name
lc.compute("21 days", day)  # type: ignore[call-arg]
lc.served_on(day, "mail", "us/frcp")  # type: ignore[call-arg]

# options that do not exist, and words that no explanation speaks
lc.compute("21 days", after=day, rule="us/frcp")  # type: ignore[call-arg]
lc.compute("21 days", after=day, under="us/frcp").explain("pdf")  # type: ignore[arg-type]

# values do not change
lc.compute("21 days", after=day, under="us/frcp").due = day  # type: ignore[misc]
cal.id = "de"  # type: ignore[misc]

# a reason may be missing: whoever reads its name has to ask first
cal.why_closed(day).name  # type: ignore[union-attr]  # noqa: B018 - the access is the test
