"""What deadlines tell: their dates, a verdict, what rests on what; nothing changes."""

__all__: list[str] = []
