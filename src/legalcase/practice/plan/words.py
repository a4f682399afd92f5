"""The closed sets of words in a playbook: kinds of items, areas, qualifications."""

from __future__ import annotations

from typing import Final

from legalcase.practice.areas import AREAS

__all__ = [
    "AREAS",
    "ENGAGED",
    "HOW",
    "ITEM_KINDS",
    "ON_EXIT",
    "PERS",
    "PICKS",
    "QUALIFICATIONS",
    "WHOSE",
]

#: What an item of a playbook can be.
ITEM_KINDS: Final = (
    "task",
    "deadline",
    "hearing",
    "document",
    "check",
    "communication",
    "decision",
)
#: What somebody must be to do what an item asks for, or to sign it.
QUALIFICATIONS: Final = (
    "attorney",
    "attorney-admitted",
    "paralegal",
    "social-worker",
    "certified-interpreter",
    "expert",
    "investigator",
    "mediator",
    "notary",
    "accountant",
)
#: For whom an item stands: once, or for each client, each other party, each charge.
PERS: Final = ("case", "participant", "opponent", "charge")
#: Of several happenings from which an item starts: which.
PICKS: Final = ("first", "latest", "each")
#: Whose act it is from which an item starts.
WHOSE: Final = ("us", "opponent", "court")
#: What becomes of an item when its stage is left.
ON_EXIT: Final = ("keep", "end")
#: How an authority was verified: see the format of the law.
HOW: Final = ("text", "secondary", "recall")
#: Where we stand with the client: the words of the engagement.
ENGAGED: Final = (
    "inquiry",
    "conflict-review",
    "declined",
    "engaged",
    "open",
    "on-hold",
    "closing",
    "closed",
)
