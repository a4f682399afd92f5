"""What a counting rule says, ready to count with."""

__all__: list[str] = []
