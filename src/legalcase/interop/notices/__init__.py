"""Notices of electronic filing: what their text says, by rules and by no model."""
