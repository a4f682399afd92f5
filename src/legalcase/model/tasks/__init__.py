"""Tasks: what we do in a case, who answers for it, and by when."""

__all__: list[str] = []
