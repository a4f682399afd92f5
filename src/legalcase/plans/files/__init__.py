"""The files of playbooks: read strictly, all problems at once."""
