"""What a counting rule says, ready to count with."""
