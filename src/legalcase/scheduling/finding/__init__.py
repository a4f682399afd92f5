"""Finding: which events of a case start which deadlines of the law, and for whom."""

__all__: list[str] = []
