"""Due date, safe date, the readings between them, and why: federal and Californian."""

from datetime import date

import legalcase as lc

# Interrogatories were served by mail on 3 June 2026, in the Northern District of
# California. When are the answers due?
answers = lc.compute(
    "us/frcp/33(b)(2)", after=date(2026, 6, 3), court="cand", service="mail"
)
print(f"The answers are due:             {answers.due}")

# Every step names its authority, so that a lawyer can check it.
print()
print(answers.explain())

# A motion for summary judgment is heard in Los Angeles on 24 September 2026 and served
# by mail. The section leaves open in which order days are counted back and moved.
print()
motion = lc.compute(
    "us-ca/ccp/437c(a)(2)", before=date(2026, 9, 24), court="us-ca/lasc", service="mail"
)
print(f"Due as the data reads the rules: {motion.due}")
print(f"Safe under every reading:        {motion.safe}")
for reading in motion.readings:
    print(f"  {reading.due} if: {reading.question} {reading.choice}")

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
