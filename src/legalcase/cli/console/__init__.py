"""Console: options, what a terminal can show, and how errors speak there."""
