"""Proof: what proves a case and who had it, and who testifies and when.

Rooms that stand beside each other, and none of which reads another: questions over
several stand in `legalcase.oversight`.
"""

from legalcase.practice.proof import evidence, witnesses
from legalcase.practice.proof.evidence import *
from legalcase.practice.proof.witnesses import *

__all__ = []
__all__ += evidence.__all__
__all__ += witnesses.__all__
