"""Columns of dates: a room for each library whose columns are read and made."""

__all__: list[str] = []
