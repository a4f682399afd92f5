"""Values: what is computed, entered or stood, as plain types."""

__all__: list[str] = []
