"""Checking a file against the schema: each key, each value by itself."""

__all__: list[str] = []
