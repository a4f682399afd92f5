"""Units: what is counted, a case or a defendant, and where it stood on each day."""

__all__: list[str] = []
