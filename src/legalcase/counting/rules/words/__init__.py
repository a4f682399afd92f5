"""What the format writes of a rule: its words and marks, a version laid over one."""

__all__: list[str] = []
