"""Notices of electronic filing: what their text says, by rules and by no model."""

__all__: list[str] = []
