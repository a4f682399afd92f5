"""A package of another firm: a room of its own, as one would install it."""
