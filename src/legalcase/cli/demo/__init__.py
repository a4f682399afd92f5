"""Demo: the command that goes through real dockets."""
