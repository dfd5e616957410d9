"""Python values as SQL text, for the few statements that take no parameters."""

import datetime as dt
import uuid
from decimal import Decimal

from kith.kernel.fields.names import literal as quoted


def literal(value: object, sql_type: str) -> str:
    """Return SQL text for a value that a field's `bind` gave."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float() | Decimal():
            return f"{value}"
        case list() | tuple():
            items = ", ".join(literal(item, sql_type.removesuffix("[]")) for item in value)
            return f"array[{items}]::{sql_type}"
        case dt.datetime() | dt.date():
            return f"{quoted(value.isoformat())}::{sql_type}"
        case str() | uuid.UUID():
            return f"{quoted(str(value))}::{sql_type}"
    raise TypeError(f"no literal for {type(value).__name__}")
