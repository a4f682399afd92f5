"""Indexing: the words of the entries, which of them has each, written down or not."""

__all__: list[str] = []
