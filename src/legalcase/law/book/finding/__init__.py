"""What is looked for: deadlines by words and by id, clocks, courts."""

__all__: list[str] = []
