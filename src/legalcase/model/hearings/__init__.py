"""Hearings: hearings and trials, with every setting that they had."""

__all__: list[str] = []
