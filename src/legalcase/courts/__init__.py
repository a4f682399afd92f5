"""Who sits where: courts, with their calendars by role, zones and cut-offs."""

from legalcase.courts.bench import Court

__all__ = ["Court"]
