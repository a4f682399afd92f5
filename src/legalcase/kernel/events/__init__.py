"""Events: what one says, to what it refers, and who may see it."""

__all__: list[str] = []
