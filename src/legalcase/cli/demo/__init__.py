"""Demo: the command that goes through real dockets."""

__all__: list[str] = []
