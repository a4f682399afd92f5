"""Questions of civil work: offers to settle, letters, and the time to sue."""

__all__: list[str] = []
