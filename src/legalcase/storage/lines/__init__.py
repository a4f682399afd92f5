"""Lines: what is checked of them, how they are bound, what they make."""

__all__: list[str] = []
