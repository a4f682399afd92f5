"""A calendar laid out: its layers, its tables of closed days, and where it ends."""

__all__: list[str] = []
