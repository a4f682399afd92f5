"""Proof: what proves a case, who had it, who testifies, what is disclosed to whom.

Rooms that stand beside each other, and none of which reads another: questions over
several stand in `legalcase.oversight`.
"""

from legalcase.practice.proof import disclosure, evidence, witnesses
from legalcase.practice.proof.disclosure import *
from legalcase.practice.proof.evidence import *
from legalcase.practice.proof.witnesses import *

__all__ = []
__all__ += disclosure.__all__
__all__ += evidence.__all__
__all__ += witnesses.__all__
