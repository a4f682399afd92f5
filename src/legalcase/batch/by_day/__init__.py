"""By day: one question, its answers by the day of its trigger, counted by arrays."""

__all__: list[str] = []
