"""From what was asked to a computation: readings chosen, one count or several."""

__all__: list[str] = []
