"""Blobs: where the bytes of documents are kept."""

__all__: list[str] = []
