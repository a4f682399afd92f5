"""Deadlines: what is due, on which basis, and how far it has come."""

__all__: list[str] = []
