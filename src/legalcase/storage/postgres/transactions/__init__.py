"""Transactions: how one begins, reads and writes, and how a unit of work is kept."""

__all__: list[str] = []
