"""Reading: what a back end says of itself, and what is asked of every store on it."""

__all__: list[str] = []
