"""Work: what can be wrong with deadlines, tasks, plans, and days."""

__all__: list[str] = []
