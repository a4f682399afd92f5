"""Engagement: whether we act for a client in this matter, from inquiry to closing."""

__all__: list[str] = []
