"""What presses: days with too much on them, and dates that fall badly."""

__all__: list[str] = []
