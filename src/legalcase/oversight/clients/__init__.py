"""Questions about clients: who has to hear from us, and what each may see."""

__all__: list[str] = []
