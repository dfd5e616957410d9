"""The parts of kinds that have several: amount.currency, address.city, place.lat."""

from collections.abc import Mapping
from dataclasses import replace

from kith.kernel.schema import FieldDef

PARTS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "money": {
        "amount": ("{}", "number"),
        "currency": ("{}__currency", "text"),
        "base": ("{}__base", "number"),
    },
    "address": {
        **{
            name: (f"{{}}__{name}", "text")
            for name in ("street", "city", "region", "postal", "country")
        },
        **{name: (f"{{}}__{name}", "number") for name in ("lat", "lng")},
    },
    "place": {name: (f"{{}}__{name}", "number") for name in ("lat", "lng")},
}
"""Part by kind: the column that holds it, and the kind it behaves as."""


def part(field: FieldDef, name: str) -> FieldDef | None:
    """Return a part as a field of its own, readable on the same row, or None."""
    found = PARTS.get(field.kind, {}).get(name)
    if found is None:
        return None
    column, kind = found
    return replace(
        field,
        name=column.format(field.name),
        kind=kind,
        label=f"{field.label} ({name})",
        config={"unkeyed": True},
        default=None,
        readonly=True,
    )
