"""Proceeding: what can be wrong with claims, offers, proof, and agreements."""

__all__: list[str] = []
