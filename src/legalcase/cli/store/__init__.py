"""Store: the commands that look after a store of cases, and into it."""
