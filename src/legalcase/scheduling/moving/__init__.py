"""Moving: what is due on another day now, because of what, and what stays."""

__all__: list[str] = []
