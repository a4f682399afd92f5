"""What is entered in a calendar: holidays and how they are held, closures, openings."""

__all__: list[str] = []
