"""What is wrong: checks as values, those of this package, and who asks them."""

__all__: list[str] = []
