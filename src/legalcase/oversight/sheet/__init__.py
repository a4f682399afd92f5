"""The control sheet of a day: what its lines did to deadlines, how it looks."""

__all__: list[str] = []
