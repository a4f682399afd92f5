"""How a plan looks on a line of time."""

__all__: list[str] = []
