"""Clocks: statutory clocks of a case, and the time that is excluded from them."""

__all__: list[str] = []
