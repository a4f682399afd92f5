"""Texts: which one governs where the law changed, and the count under another."""

__all__: list[str] = []
