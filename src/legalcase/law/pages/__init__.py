"""Pages of the law: a jurisdiction as somebody reads it who has to judge it."""

__all__: list[str] = []
