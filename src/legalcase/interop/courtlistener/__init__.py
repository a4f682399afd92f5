"""CourtListener: dockets as its REST API, version 4, gives them out."""

__all__: list[str] = []
