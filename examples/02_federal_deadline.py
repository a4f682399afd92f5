"""A federal deadline: due date, safe date, the readings between them, and why."""

from datetime import date

import legalcase as lc

# Interrogatories were served by mail on 3 June 2026, in the Northern District of
# California. When are the answers due?
answers = lc.compute(
    "us/frcp/33(b)(2)", after=date(2026, 6, 3), court="cand", service="mail"
)
print(f"Due as the data reads the rules: {answers.due}")
print(f"Safe under every reading:        {answers.safe}")
for reading in answers.readings:
    print(f"  {reading.due} if: {reading.question} {reading.choice}")

# Every step names its authority, so that a lawyer can check it.
print()
print(answers.explain())

# A bare period under the rule, and what happens with an amended complaint: the later
# of two dates, one of which hangs on a trigger of its own.
print()
response = lc.compute(
    "us/frcp/15(a)(3)",
    after={
        "summons-served": date(2026, 6, 1),
        "amended-pleading-served": date(2026, 6, 12),
    },
    court="cand",
)
for part in response.parts:
    print(f"part: {part.due} ({part.subject})")
print(f"Response to the amended pleading: {response.due}")
