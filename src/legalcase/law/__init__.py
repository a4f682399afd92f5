"""Names to objects: the value Law, its files, their checks, folders of your own."""

from legalcase.law.lawbook import Law

__all__ = ["Law"]
