"""Who sits where: courts, with their calendars by role, zones and cut-offs."""

from typing import TYPE_CHECKING

from legalcase.courts.bench import Court
from legalcase.near import no_such_name

__all__ = ["Court"]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        raise no_such_name(__name__, name, __all__)
