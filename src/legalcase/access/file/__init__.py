"""File: a policy as plain data, and all that is wrong with one."""

__all__: list[str] = []
