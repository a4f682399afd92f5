"""Migrating: a plan goes on by another edition of its playbook."""

__all__: list[str] = []
