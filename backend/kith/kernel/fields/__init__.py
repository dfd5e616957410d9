"""Kinds of fields: how each is read, stored, compared, sorted and shown."""

from kith.kernel.fields.protocol import (
    Column,
    FieldType,
    FileFacts,
    Operator,
    ParseEnv,
    ValueProblem,
)
from kith.kernel.fields.registry import FIELD_TYPES, field_type

__all__ = [
    "FIELD_TYPES",
    "Column",
    "FieldType",
    "FileFacts",
    "Operator",
    "ParseEnv",
    "ValueProblem",
    "field_type",
]
