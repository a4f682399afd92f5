"""Words of a jurisdiction: those of a sort, under a rule, and of who takes part."""

__all__: list[str] = []
