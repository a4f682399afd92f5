"""The law against itself: every problem, with its file and path."""

__all__: list[str] = []
