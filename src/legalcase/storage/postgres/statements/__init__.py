"""What is said to PostgreSQL: its tables, and the statements about them."""

__all__: list[str] = []
