"""Disclosing: what is owed and was given, and what an agreement still needs."""

__all__: list[str] = []
