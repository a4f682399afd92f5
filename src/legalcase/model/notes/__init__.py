"""Notes: what stands in our own file of a case."""

__all__: list[str] = []
