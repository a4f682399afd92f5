"""Answering: when each is due, what is known of it already, what was done."""

__all__: list[str] = []
