"""The stages of one count, in the order in which a rule takes them."""

__all__: list[str] = []
