"""Whether a stored filter still makes sense: every field that it names is there. Fields may be removed after it."""

from kith.kernel.catalog import Catalog
from kith.kernel.expr import And, Children, Compare, Filter, Linked, Not, Or, Path
from kith.kernel.fields.parts import part
from kith.kernel.fields.registry import FIELD_TYPES, LINK_KINDS
from kith.kernel.schema import FieldDef


def sound(catalog: Catalog, object_name: str, node: Filter) -> bool:  # noqa: PLR0911 - one for each sort of node
    """Say whether every field that the filter names exists, and knows the comparison."""
    if object_name not in catalog.objects:
        return False
    match node:
        case And(items) | Or(items):
            return all(sound(catalog, object_name, item) for item in items)
        case Not(item):
            return sound(catalog, object_name, item)
        case Compare(path, op):
            found = field_at(catalog, object_name, path)
            return found is not None and op in FIELD_TYPES[found.kind].operators(found)
        case Children(child, field, where=where):
            link = catalog.find_field(child, field) if child in catalog.objects else None
            if link is None or link.to != object_name:
                return False
            return where is None or sound(catalog, child, where)
        case Linked(path, where):
            found = field_at(catalog, object_name, path)
            return found is not None and sound(catalog, str(found.to), where)
    return True


def field_at(catalog: Catalog, object_name: str, path: Path) -> FieldDef | None:
    """Return the field where a path over links ends, or None."""
    current = object_name
    for i, name in enumerate(path):
        found = FieldDef("id", "link", "Id", to=current) if name == "id" else None
        found = found or catalog.find_field(current, name)
        rest = path[i + 1 :]
        if found is None or not rest:
            return found
        if len(rest) == 1 and (inner := part(found, rest[0])) is not None:
            return inner
        if found.kind not in LINK_KINDS or found.to not in catalog.objects:
            return None
        current = str(found.to)
    return None
