"""Hearings: hearings and trials, with every setting that they had."""
