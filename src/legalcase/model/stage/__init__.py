"""Stage: how far the proceedings are, for the case and for each party, by a table."""

__all__: list[str] = []
