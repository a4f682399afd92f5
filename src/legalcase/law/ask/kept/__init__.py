"""Calls that were made before, so that asking again is cheap: no answer is kept."""

__all__: list[str] = []
