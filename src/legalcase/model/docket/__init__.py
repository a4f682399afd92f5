"""Docket: what stands in the court's file."""
