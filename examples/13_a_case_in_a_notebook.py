# %% [markdown]
# # A case in a notebook
#
# What happened is recorded, the case says what is due, a hearing moves, and the
# calendar and the list of what is wrong follow. Every value shows itself as a table.
#
# This notebook is written by `tools/notebook.py` from the script beside it, with its
# outputs; nothing in it is legal advice, and the case is invented.

# %%
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import legalcase as lc
from legalcase.kernel import Draft, Ref
from legalcase.model import (
    CaseOpened,
    DeadlineConfirmed,
    Filed,
    HearingContinued,
    HearingSet,
    PartyJoined,
)
from legalcase.oversight import health
from legalcase.testing import FixedIds

law = lc.Law.bundled()
pacific = ZoneInfo("America/Los_Angeles")


def clerk(day: int) -> dict[str, Any]:
    """Who records, and when: at five on a day of June 2026. There is no clock here."""
    return {"by": "clerk", "at": datetime(2026, 6, day, 17, tzinfo=UTC)}


# %% [markdown]
# ## What happened
#
# Roe is our client. It filed a motion, and noticed it for a hearing in July.

# %%
opened = CaseOpened(
    caption="Roe v. Acme",
    court="us/cand",
    number="3:26-cv-01234",
    proceeding="civil",
    happened_on=date(2026, 3, 5),
)
began: Any = {"happened_on": date(2026, 3, 5)}
file = lc.CaseFile.open(
    opened, case_id="roe-v-acme", ids=FixedIds("e"), law=law, **clerk(1)
)
file = file.record(
    PartyJoined(
        party_id="roe", name="Roe", roles=("plaintiff",), is_client=True, **began
    ),
    PartyJoined(party_id="acme", name="Acme", roles=("defendant",), **began),
    Draft(
        Filed(
            title="Motion to compel",
            triggers=("motion-filed",),
            by=("roe",),
            number="41",
            happened_on=date(2026, 6, 3),
        ),
        event_id="motion",
    ),
    HearingSet(
        hearing_id="motion",
        title="Motion to compel",
        hearing_at=datetime(2026, 7, 16, 10, tzinfo=pacific),
        about=(Ref("event", "motion"),),
        happened_on=date(2026, 6, 3),
    ),
    law=law,
    **clerk(3),
)

# %% [markdown]
# ## What is due
#
# Nobody entered a deadline. It is asked for our client, and then for the other side.

# %%
due = lc.schedule(file, law)
due

# %%
lc.schedule(file, law, for_="acme")

# %% [markdown]
# Each row carries the whole argument for its date.

# %%
row = due.of_rule("us/frcp/6(c)(1)")[0]
print(row.rule, row.shown, row.because[0])
row.computation

# %% [markdown]
# ## Set it, and stand by it

# %%
file = file.record(*due.new.events(on=date(2026, 6, 4)), law=law, **clerk(4))
papers: Any = lc.schedule(file, law).of_rule("us/frcp/6(c)(1)")[0].deadline_id
file = file.record(
    DeadlineConfirmed(
        deadline_id=papers, confirmed_by="A. Partner", happened_on=date(2026, 6, 4)
    ),
    **clerk(4),
)
file

# %% [markdown]
# ## The hearing moves
#
# First as a question: what would move if it were put off by two weeks? The file that
# assumes it cannot be saved.

# %%
later = HearingContinued(
    hearing_id="motion",
    to_at=datetime(2026, 7, 30, 10, tzinfo=pacific),
    requested_by=("acme",),
    happened_on=date(2026, 6, 10),
)
lc.reschedule(file.assuming(later), law)

# %% [markdown]
# The court does so. It is recorded, and what moves is recorded, too; what somebody had
# confirmed goes to review.

# %%
file = file.record(later, **clerk(10))
file = file.record(*lc.reschedule(file, law).events(), **clerk(10))
print(file.case.dates(papers).shown, file.case.deadlines[papers].state)
lc.schedule(file, law).having("set")

# %% [markdown]
# ## On the calendar

# %%
diary = lc.agenda([file], between=(date(2026, 6, 10), date(2026, 7, 31)))
diary

# %%
diary.month(2026, 7, lc.calendar("us"))

# %% [markdown]
# ## What is wrong
#
# Every check of the package, on a day.

# %%
health(file, on=date(2026, 6, 11), law=law)
