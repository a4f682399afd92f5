"""A name in, a value out: words, rules, calendars, courts, deadlines."""

__all__: list[str] = []
