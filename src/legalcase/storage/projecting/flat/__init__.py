"""Rows as plain columns of a table, each with a digest."""

__all__: list[str] = []
