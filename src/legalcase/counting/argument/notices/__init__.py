"""What the reader of a computation must know besides the date."""

__all__: list[str] = []
