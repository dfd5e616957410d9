"""A believable value for every kind of field, and something to compare it with for every operator."""

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from kith.kernel.api import Context, records
from kith.kernel.schema import FieldDef, ObjectDef

PLAIN: Mapping[str, Any] = {
    "text": "Sample one",
    "long_text": "Sample one\nand a line",
    "rich_text": "<p>Sample one</p>",
    "integer": 7,
    "number": 7.5,
    "percent": 35,
    "money": {"amount": 12.5, "currency": "USD"},
    "date": "2026-11-22",
    "datetime": "2026-11-22T10:00:00+00:00",
    "checkbox": True,
    "url": "https://example.com/a",
    "phone": "+493012345678",
    "address": {"street": "Main St 1", "city": "Rome", "country": "IT"},
    "place": {"lat": 41.9, "lng": 12.5},
    "tags": ["red", "blue"],
    "json": {"a": [1, "b"]},
}
FINDING = (
    "eq",
    "in",
    "ge",
    "le",
    "between",
    "contains",
    "starts",
    "any_of",
    "all_of",
    "not_empty",
    "within",
)
EXCLUDING = ("ne", "not_in", "gt", "lt", "empty", "none_of", "not_contains")


async def values(
    ctx: Context, definition: ObjectDef, number: int, skip: Sequence[str]
) -> dict[str, Any]:
    """Return values for every field that somebody may write; links lead to records made for it."""
    found: dict[str, Any] = {}
    for member in definition.fields:
        if member.name not in skip and not member.readonly:
            value = await value_of(ctx, definition, member, number)
            if value is not None:
                found[member.name] = value
    return found


async def value_of(ctx: Context, definition: ObjectDef, member: FieldDef, number: int) -> Any:
    """Return a value for this field; None for kinds that nobody writes or that need a file."""
    if member.options:
        keys = [o.key for o in member.options if not o.retired]
        return keys[:2] if member.kind == "multi_choice" else keys[0]
    if member.kind == "email":
        return f"s{number}-{member.name}@example.com"
    if member.kind == "text" and member.unique:
        return f"Sample one {number}"
    if member.kind in ("link", "parent", "user", "links") and member.to:
        if member.to == definition.name:
            return None
        target = await record_of(ctx, member.to, number)
        return [str(target)] if member.kind == "links" else str(target)
    return PLAIN.get(member.kind)


async def record_of(ctx: Context, name: str, number: int) -> uuid.UUID:
    """Return a record of the object; one of the people, or a new one with only what it must have."""
    if name == "user":
        found = await records.find(ctx, "user", {"field": "name", "op": "not_empty"})
        assert found is not None
        return found.id
    definition = ctx.catalog.object(name)
    needed = {
        f.name: await value_of(ctx, definition, f, number)
        for f in definition.fields
        if f.required and f.default is None
    }
    return (await records.create(ctx, name, needed)).id


def operand(op: str, value: Any, kind: str) -> Any:
    """Return what to compare with, so that `FINDING` operators find the value."""
    first = value[0] if isinstance(value, list) else value
    if isinstance(first, Mapping) and kind == "money":
        first = first["amount"]
    is_word = isinstance(first, str)
    forms: dict[str, Any] = {
        "between": [first, first],
        **{name: [first] for name in ("in", "not_in", "any_of", "all_of", "none_of")},
        "within": [first, "2100-01-01"],
        "near": {"lat": 41.9, "lng": 12.5, "km": 5},
        "starts": "Main" if kind == "address" else first[:3] if is_word else first,
        **dict.fromkeys(("empty", "not_empty"), None),
    }
    if op in ("contains", "ends", "not_contains"):
        return "Main" if kind == "address" else first[1:4] if is_word else first
    return forms.get(op, first)
