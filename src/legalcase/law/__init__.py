"""Names to objects: the value Law, its files, their checks, folders of your own."""

from typing import TYPE_CHECKING

from legalcase.law.lawbook import Law
from legalcase.near import no_such_name

__all__ = ["Law"]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        raise no_such_name(__name__, name, __all__)
