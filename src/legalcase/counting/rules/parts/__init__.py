"""The parts of a version of a counting rule, each compiled from its table."""

__all__: list[str] = []
