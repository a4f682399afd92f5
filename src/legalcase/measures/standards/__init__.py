"""Standards: how soon which share of cases should be over, as tables of data."""

__all__: list[str] = []
