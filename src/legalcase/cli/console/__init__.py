"""Console: options, what a terminal can show, and how errors speak there."""

__all__: list[str] = []
