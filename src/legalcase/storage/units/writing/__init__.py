"""Writing: what a unit of work binds, writes for others, takes over and refuses."""

__all__: list[str] = []
