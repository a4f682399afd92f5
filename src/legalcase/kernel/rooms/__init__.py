"""Rooms: what a program knows of a case, as tables."""

__all__: list[str] = []
