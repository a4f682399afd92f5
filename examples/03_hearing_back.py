"""California: papers for a motion, counted back from its hearing."""

from datetime import date

import legalcase as lc

hearing = date(2026, 9, 24)

# Code of Civil Procedure § 1005(b): sixteen court days before the hearing, and further
# back by the days that the method of service adds.
for method in ("personal", "electronic", "overnight", "mail"):
    notice = lc.compute(
        "16 court days", before=hearing, under="us-ca/ccp", service=method
    )
    print(f"Serve the motion by {method:<10} not later than {notice.due}")

opposition = lc.compute("9 court days", before=hearing, under="us-ca/ccp")
reply = lc.compute("5 court days", before=hearing, under="us-ca/ccp")
print(f"Opposition {opposition.due}, reply {reply.due}, hearing {hearing}")

print()
print(lc.compute("16 court days", before=hearing, under="us-ca/ccp", service="mail"))
