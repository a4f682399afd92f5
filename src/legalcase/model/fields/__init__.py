"""Fields: a room of plain fields that a firm declares in TOML, and needs no Python."""

from legalcase.model.fields.facet import (
    fields_room,
)
from legalcase.model.fields.state import (
    FieldChange,
    Fields,
    FieldValue,
)

__all__ = [
    "FieldChange",
    "FieldValue",
    "Fields",
    "fields_room",
]
