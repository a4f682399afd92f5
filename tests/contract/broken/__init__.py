"""Stores that are broken on purpose: one a file, each with what catches it."""
