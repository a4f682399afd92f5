"""Facts: what decides a deadline and was found to be so, in the case or of a party."""

__all__: list[str] = []
