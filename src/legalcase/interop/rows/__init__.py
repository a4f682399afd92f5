"""Rows: flat tables as spreadsheets, CSV files and data frames have them."""

__all__: list[str] = []
