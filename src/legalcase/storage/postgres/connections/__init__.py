"""Connections: where a store is, who has one, what is said on it and refused."""

__all__: list[str] = []
