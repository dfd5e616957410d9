"""Kinds of which a file may hold a part per column, and how such a column is called: "Address (address.city)"."""

import re
from collections.abc import Mapping

from kith.kernel.schema import FieldDef

ADDRESS = ("street", "city", "region", "postal", "country", "lat", "lng")
PARTS: Mapping[str, tuple[str, ...]] = {
    "money": ("currency",),
    "address": ADDRESS,
    "place": ("lat", "lng"),
}
LINKED = frozenset({"link", "parent", "user", "links"})
ID = "id"
_MARK = re.compile(r"\((?P<field>\w+)(?:\.(?P<part>\w+))?\)$")


def marked(title: str, field: str, part: str = "") -> str:
    """Return a title that says which field, and which part of it, stands below."""
    return f"{title} ({field}.{part})" if part else f"{title} ({field})"


def unmarked(title: str, fields: Mapping[str, FieldDef]) -> tuple[str, str] | None:
    """Return the field and the part that a title of ours names; None for any other title."""
    match = _MARK.search(title)
    field = fields.get(match["field"]) if match else None
    if match is None or field is None:
        return None
    part = match["part"] or ""
    known = PARTS.get(field.kind, ()) if field.kind not in LINKED else (ID,)
    return (field.name, part) if not part or part in known else None
