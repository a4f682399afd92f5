"""Finding: what a check finds, how it looks, and as whom."""

__all__: list[str] = []
