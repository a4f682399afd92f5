"""Who has to be where at once, and what a hearing still lacks."""

__all__: list[str] = []
