"""Searching: what fits the words that were asked, the best first, or comes near."""

__all__: list[str] = []
