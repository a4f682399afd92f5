"""Fields: a room of plain fields that a firm declares in TOML, and needs no Python."""

__all__: list[str] = []
