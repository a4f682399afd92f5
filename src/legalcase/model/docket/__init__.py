"""Docket: what stands in the court's file."""

__all__: list[str] = []
