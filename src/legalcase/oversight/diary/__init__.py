"""The agenda of several cases: its days, a month as a grid, how it looks."""

__all__: list[str] = []
