"""SQL: statements that back ends share; each gives its own connection and words."""

__all__: list[str] = []
