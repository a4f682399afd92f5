"""Other days: a deadline whose texts are known, counted from the days given now."""

__all__: list[str] = []
