"""Filings: what we file, from the draft until the clerk takes it."""

__all__: list[str] = []
