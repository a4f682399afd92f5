"""One count: from a trigger to a date, with its steps."""

__all__: list[str] = []
