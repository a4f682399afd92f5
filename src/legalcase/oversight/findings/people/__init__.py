"""People: what can be wrong between us, our clients, and our team."""

__all__: list[str] = []
