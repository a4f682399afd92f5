"""Lawbook: the commands that show the law entered, and check it."""

__all__: list[str] = []
