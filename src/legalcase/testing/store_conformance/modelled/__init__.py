"""A model of a store, and the machine that compares it step by step."""

__all__: list[str] = []
