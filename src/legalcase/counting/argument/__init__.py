"""A deadline is an argument: readings, grounds, notices, and how it is told."""

__all__: list[str] = []
