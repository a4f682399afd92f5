"""Figures: what a measure gives back, with what it was counted from."""

__all__: list[str] = []
