"""The law against itself: every problem, with its file and path."""
