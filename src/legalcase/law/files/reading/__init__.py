"""From the text of a file to its tables: parts of it, and what it names."""

__all__: list[str] = []
