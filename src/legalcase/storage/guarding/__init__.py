"""Guarding: a store as one person may see it, by a policy of access."""

__all__: list[str] = []
