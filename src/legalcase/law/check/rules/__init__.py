"""A counting rule against itself: every version and reading laid out in full."""

__all__: list[str] = []
