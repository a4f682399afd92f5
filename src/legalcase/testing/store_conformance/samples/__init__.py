"""What the checks are made with: cases, short ways to ask, what should be found."""

__all__: list[str] = []
