"""What was read quotes its words: whose are owed still."""

__all__: list[str] = []
