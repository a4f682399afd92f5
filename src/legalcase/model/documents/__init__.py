"""Documents: papers and files of a case, with their versions."""

__all__: list[str] = []
