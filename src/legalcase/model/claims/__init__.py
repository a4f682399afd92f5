"""Claims: who claims what against whom, and what became of it."""

__all__: list[str] = []
