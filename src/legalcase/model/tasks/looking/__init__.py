"""Looking at tasks: when each is due, how they hang together, what is missing."""

__all__: list[str] = []
