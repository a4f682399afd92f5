"""Access: who may do what with which case, as a value, and why."""

from legalcase.access.break_glass import BreakGlass
from legalcase.access.grant import Grant
from legalcase.access.group import Group, Membership
from legalcase.access.holding import Access
from legalcase.access.noted import AccessNoted
from legalcase.access.policy import Policy
from legalcase.access.reading import read_policy
from legalcase.access.reason import Reason
from legalcase.access.role import ACTIONS, Role
from legalcase.access.subject import Subject
from legalcase.access.table import AccessTable
from legalcase.access.wall import Wall

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
