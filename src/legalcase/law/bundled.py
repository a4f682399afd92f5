"""The functions of the public face: the own methods of the bundled law."""

from __future__ import annotations

from typing import Final

from legalcase.law.lawbook import Law

__all__ = ["calendar", "compute", "court", "find_rules", "rule", "served_on"]

_LAW: Final = Law.bundled()

compute = _LAW.compute
served_on = _LAW.served_on
calendar = _LAW.calendar
court = _LAW.court
rule = _LAW.rule
find_rules = _LAW.find
