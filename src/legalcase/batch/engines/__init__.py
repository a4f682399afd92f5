"""Questions past one machine: asked of batches, by whatever process has the rows."""

__all__: list[str] = []
