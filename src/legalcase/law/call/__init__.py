"""What was asked: the inputs of one call, checked, and what they left open."""

__all__: list[str] = []
