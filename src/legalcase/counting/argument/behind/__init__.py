"""What stands behind a computation: asked when somebody reads on."""

__all__: list[str] = []
