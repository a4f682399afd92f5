"""What becomes of a deadline: how events change it, and which they refuse."""

__all__: list[str] = []
