"""Units: reading and writing, their life, and what every store does alike."""

__all__: list[str] = []
