"""What a file shows by itself beyond the schema: what cannot stand together in it."""

__all__: list[str] = []
