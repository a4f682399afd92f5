"""The checks, by what they are about."""

__all__: list[str] = []
