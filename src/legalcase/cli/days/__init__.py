"""Days: the commands that count, and the calendars they count on."""

__all__: list[str] = []
