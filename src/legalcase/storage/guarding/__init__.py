"""Guarding: a store as one person may see it."""
