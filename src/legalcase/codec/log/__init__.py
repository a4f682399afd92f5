"""Log: lines as they are written, chained and read again."""

__all__: list[str] = []
