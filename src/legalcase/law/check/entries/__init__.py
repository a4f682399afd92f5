"""Deadlines, their answers and calendars against what they rest on."""

__all__: list[str] = []
