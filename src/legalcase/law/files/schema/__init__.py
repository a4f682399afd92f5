"""The schema of the law's files: their tables, keys, words and closed sets."""

__all__: list[str] = []
