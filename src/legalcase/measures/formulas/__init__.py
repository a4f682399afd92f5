"""Formulas: the measures as functions of numbers, without any case."""

__all__: list[str] = []
