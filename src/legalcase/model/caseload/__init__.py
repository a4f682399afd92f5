"""Caseload: where a case stands with its court, as a whole and for each party."""

__all__: list[str] = []
