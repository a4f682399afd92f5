"""Scheduling: what follows in time from what has happened in a case."""

__all__: list[str] = []
