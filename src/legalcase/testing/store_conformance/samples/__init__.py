"""What the checks are made with: cases, short ways to ask, and what they should find."""
