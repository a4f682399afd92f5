"""What programs suggest: what waits for a person, and how often they were right."""

__all__: list[str] = []
