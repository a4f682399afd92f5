"""Records: how long the file is kept, what holds it, and what was destroyed."""

__all__: list[str] = []
