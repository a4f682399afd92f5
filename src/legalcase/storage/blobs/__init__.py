"""Blobs: where the bytes of documents are kept."""
