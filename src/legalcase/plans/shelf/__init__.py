"""The shelf: the playbooks at hand, whether one holds, and which suits a case."""

__all__: list[str] = []
