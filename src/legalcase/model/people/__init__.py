"""People: who takes part in a case, and who represents them."""
