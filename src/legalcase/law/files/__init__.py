"""What stands in the law's files: their schema, reading them, each against itself."""
