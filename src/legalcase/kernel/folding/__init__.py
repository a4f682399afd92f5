"""Folding: what lines make of a case, and which can follow."""

__all__: list[str] = []
