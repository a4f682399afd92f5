"""How complex a case is, by published factors."""

__all__: list[str] = []
