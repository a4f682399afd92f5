"""Store: the commands that look after a store of cases, and into it."""

__all__: list[str] = []
