"""Small words with which JSON Schemas are written."""

from collections.abc import Mapping

from kith.lib.json import Json

Schema = Mapping[str, Json]

TEXT: Schema = {"type": "string"}
ID: Schema = {"type": "string", "format": "uuid"}
MOMENT: Schema = {"type": "string", "format": "date-time"}
FLAG: Schema = {"type": "boolean"}
WHOLE: Schema = {"type": "integer"}
NUMBER: Schema = {"type": "number"}
ANYTHING: Schema = {}
FREE: Schema = {"type": "object", "additionalProperties": True}


def closed(required: str = "", /, **members: Schema) -> Schema:
    """An object with these members and no others."""
    return {**opened(required, **members), "additionalProperties": False}


def opened(required: str = "", /, **members: Schema) -> Schema:
    """An object with these members, perhaps more."""
    found: dict[str, Json] = {
        "type": "object",
        "properties": {k: dict(v) for k, v in members.items()},
    }
    if required:
        found["required"] = [*required.split()]
    return found


def many(item: Schema, most: int | None = None) -> Schema:
    """A list."""
    found: dict[str, Json] = {"type": "array", "items": dict(item)}
    return found if most is None else {**found, "maxItems": most}


def word(*choices: str) -> Schema:
    """One of a few words."""
    return {"type": "string", "enum": [*choices]}


def short(most: int, least: int = 1) -> Schema:
    """A text of limited length."""
    return {"type": "string", "minLength": least, "maxLength": most}


def between(low: int, high: int) -> Schema:
    """A whole number in a range."""
    return {"type": "integer", "minimum": low, "maximum": high}


def ref(name: str) -> Schema:
    """A schema of this document by its name."""
    return {"$ref": f"#/components/schemas/{name}"}


def maybe(schema: Schema) -> Schema:
    """The same, or null."""
    return {"anyOf": [dict(schema), {"type": "null"}]}


def either(*schemas: Schema) -> Schema:
    """Any of these."""
    return {"anyOf": [dict(s) for s in schemas]}
