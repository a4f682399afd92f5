"""Questions: each measure of cases, by its published definition."""

__all__: list[str] = []
