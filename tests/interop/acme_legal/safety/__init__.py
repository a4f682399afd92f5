"""Safety: who was asked whether they are safe, and what came of it."""
