"""Lines: what was recorded of an event, what corrects it, and what holds."""

__all__: list[str] = []
