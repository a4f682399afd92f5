"""The questions that a law answers: when it is due, when it was served, which rules."""

__all__: list[str] = []
