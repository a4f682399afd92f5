"""People: who takes part in a case, and who represents them."""

__all__: list[str] = []
