"""What programs of others find, checked, as events for a person to record."""

__all__: list[str] = []
