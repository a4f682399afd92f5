"""The `legalcase` command: `due`, `calendar`, `rules` and `demo`."""

__all__: list[str] = []
