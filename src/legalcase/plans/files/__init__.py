"""The files of playbooks: read strictly, all problems at once."""

__all__: list[str] = []
