"""Resolving: from the names that were given to what is counted, under which rule."""

__all__: list[str] = []
