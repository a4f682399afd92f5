"""The schema of a store: made or found, behind walls, and without what was erased."""

__all__: list[str] = []
