"""Certificates: a computation with all that it takes to compute it anew, and proof.

`certify` makes one, `Certificate.to_json` and `.from_json` write and read it, `verify`
computes it anew by the law at hand: reproduced, or differs because.
"""

from typing import TYPE_CHECKING

from legalcase.certificates.certificate import Certificate
from legalcase.certificates.verifying import Verification, certify, verify
from legalcase.near import no_such_name

__all__ = ["Certificate", "Verification", "certify", "verify"]

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        raise no_such_name(__name__, name, __all__)
