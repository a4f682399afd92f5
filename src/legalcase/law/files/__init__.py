"""What stands in the law's files: their schema, reading them, each against itself."""

__all__: list[str] = []
