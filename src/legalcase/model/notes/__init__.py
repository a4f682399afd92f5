"""Notes: what stands in our own file of a case."""
