"""Left open: what nobody said, each answer to it tried, and what stands behind all."""

__all__: list[str] = []
