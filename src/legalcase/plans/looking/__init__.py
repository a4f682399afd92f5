"""Looking at a case by a playbook: what began, what waits, what is done."""

__all__: list[str] = []
