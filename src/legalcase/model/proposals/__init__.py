"""Proposals: which deadlines that the law gives are not to be proposed again."""

__all__: list[str] = []
