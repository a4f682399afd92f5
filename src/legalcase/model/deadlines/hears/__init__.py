"""What deadlines hear of other rooms."""

__all__: list[str] = []
