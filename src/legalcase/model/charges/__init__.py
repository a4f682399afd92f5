"""Charges: the counts of which defendants are accused, and what became of each."""

__all__: list[str] = []
