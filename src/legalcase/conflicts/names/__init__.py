"""Names: whether two may call the same person, by which method, how surely."""

__all__: list[str] = []
