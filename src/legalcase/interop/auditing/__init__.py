"""Auditing: a calendar that somebody kept, held against what the law gives."""

__all__: list[str] = []
