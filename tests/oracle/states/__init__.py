"""How nine American states count, each from the words of its own rule.

A state is a small module: its holidays, its rule, what the manner of service adds.
What their rules have in common is walked in `oracle.states.counting`.
"""
