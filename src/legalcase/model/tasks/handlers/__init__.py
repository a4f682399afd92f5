"""How events change the tasks of a case, and which they refuse."""

__all__: list[str] = []
