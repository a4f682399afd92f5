"""Questions to the plan of a case: what it covers, what went otherwise, the path."""

__all__: list[str] = []
