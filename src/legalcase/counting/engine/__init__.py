"""One count: from a trigger to a date, with its steps."""
