"""Entries: what a policy is made of."""

__all__: list[str] = []
