"""Text: JSON, moments, and what is wrong with what was read."""

__all__: list[str] = []
