"""Corpus: everybody in every case, and how one is looked for."""

__all__: list[str] = []
