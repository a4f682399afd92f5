"""When a court is open: holidays as the courts observe them, and court days."""

from datetime import date

import legalcase as lc

federal = lc.calendar("us")

# 4 July 2026 is a Saturday: federal courts observe it on the Friday before.
friday = date(2026, 7, 3)
closure = federal.why_closed(friday)
print(f"Open on {friday}: {federal.is_open(friday)}")
if closure is not None:
    print(f"  {closure.name} ({closure.kind}; {closure.authority})")

# A court keeps its own calendar: Columbus Day is federal, Cesar Chavez Day Californian.
state = lc.calendar("us-ca")
for day in (date(2026, 10, 12), date(2026, 3, 31)):
    print(f"{day}: federal {federal.is_open(day)}, California {state.is_open(day)}")

# Ten court days on, and back again.
later = federal.add_court_days(date(2026, 7, 1), 10)
print(f"Ten court days after 2026-07-01: {later}")
print(f"Ten court days before {later}: {federal.add_court_days(later, -10)}")
court_days = federal.count_court_days(date(2026, 7, 1), date(2026, 8, 1))
print(f"Court days in July 2026: {court_days}")

# A flood closes the clerk's office: a copy of the calendar that knows of it.
flooded = federal.with_closure(
    date(2026, 7, 10), "flood", "office-closed", authority="Gen. Order 14"
)
print(f"All that is known of 2026-07-10: {flooded.closures_on(date(2026, 7, 10))[0]}")

print()
print(federal.month(2026, 7))
