"""Questions about the team of a case: who, what is wrong, what goes over."""

__all__: list[str] = []
