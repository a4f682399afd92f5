"""Procedure: the stages of kinds of cases, as tables that come with the package."""

from typing import TYPE_CHECKING

from legalcase.near import no_such_name
from legalcase.procedure.stages import read_stage_table, stage_table, stage_tables

__all__ = ["read_stage_table", "stage_table", "stage_tables"]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        raise no_such_name(__name__, name, __all__)
