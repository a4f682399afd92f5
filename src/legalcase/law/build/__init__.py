"""Tables of the files to values: calendars, courts, rules, deadlines."""

__all__: list[str] = []
