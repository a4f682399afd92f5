"""Questions about reviews: which cases to look at, what to do, what complies."""

__all__: list[str] = []
