"""Access: who may do what with which case, as a value, and why."""

from legalcase.access.entries.break_glass import BreakGlass
from legalcase.access.entries.grant import Grant
from legalcase.access.entries.group import Group, Membership
from legalcase.access.entries.role import ACTIONS, Role
from legalcase.access.entries.wall import Wall
from legalcase.access.holding import Access
from legalcase.access.noted import AccessNoted
from legalcase.access.policy import Policy
from legalcase.access.reading import read_policy
from legalcase.access.reason import Reason
from legalcase.access.subject import Subject
from legalcase.access.table import AccessTable

__all__ = [
    "ACTIONS",
    "Access",
    "AccessNoted",
    "AccessTable",
    "BreakGlass",
    "Grant",
    "Group",
    "Membership",
    "Policy",
    "Reason",
    "Role",
    "Subject",
    "Wall",
    "read_policy",
]
