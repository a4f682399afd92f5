"""Procedure: the stages of kinds of cases, as tables that come with the package."""

from legalcase.procedure.stages import read_stage_table, stage_table, stage_tables

__all__ = ["read_stage_table", "stage_table", "stage_tables"]
