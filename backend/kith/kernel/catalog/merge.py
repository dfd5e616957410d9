"""Standard objects, what modules add to each other's, and what the admin made, as one set."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Protocol

from kith.kernel.catalog.rows import (
    Data,
    FieldRow,
    ObjectRow,
    field_from,
    object_from,
    overridden_field,
    overridden_object,
)
from kith.kernel.catalog.system import SYSTEM_OBJECTS
from kith.kernel.schema import FieldDef, ObjectDef

Objects = dict[str, ObjectDef]


class Declares(Protocol):
    """What the catalog needs to know of a module (kith.module.Module)."""

    @property
    def name(self) -> str: ...
    @property
    def objects(self) -> tuple[ObjectDef, ...]: ...
    @property
    def extends(self) -> Mapping[str, tuple[Any, ...]]: ...


def standard_objects(modules: Iterable[Declares]) -> Objects:
    """Return what is declared in code: system objects and those of the modules, extended by one another."""
    modules = tuple(modules)
    found = {o.name: o for o in SYSTEM_OBJECTS}
    for module in modules:
        found |= {o.name: replace(o, module=module.name) for o in module.objects}
    for module in modules:
        for name, extra in module.extends.items():
            if name in found:
                found[name] = replace(found[name], fields=(*found[name].fields, *extra))
    return found


def merged_objects(
    standard: Mapping[str, ObjectDef], objects: Iterable[ObjectRow], fields: Iterable[FieldRow]
) -> Objects:
    """Return the standard objects with everything that an admin added, changed and removed."""
    found = dict(standard)
    for row in objects:
        if row.removed:
            found.pop(row.name, None)
        elif row.custom:
            found[row.name] = object_from(row)
        elif row.name in found:
            found[row.name] = _overridden(found[row.name], row.data)
    return _with_fields(found, fields)


def _overridden(declared: ObjectDef, data: Data) -> ObjectDef:
    """Return a standard object as an admin changed it; rules are added to the declared ones."""
    changed = overridden_object(declared, data)
    added = changed.rules if "rules" in data else ()
    return replace(changed, rules=(*declared.rules, *added))


def _with_fields(objects: Objects, rows: Iterable[FieldRow]) -> Objects:
    by_object: dict[str, list[FieldRow]] = {}
    for row in rows:
        by_object.setdefault(row.object, []).append(row)
    for name, members in by_object.items():
        if name in objects:
            objects[name] = replace(objects[name], fields=_fields(objects[name].fields, members))
    return objects


def _fields(declared: tuple[FieldDef, ...], rows: list[FieldRow]) -> tuple[FieldDef, ...]:
    found = {f.name: f for f in declared}
    for row in rows:
        if row.removed:
            found.pop(row.name, None)
        elif row.custom:
            found[row.name] = field_from(row)
        elif row.name in found:
            kept = replace(found[row.name], kind=row.kind or found[row.name].kind)
            found[row.name] = overridden_field(kept, row.data)
    return tuple(found.values())
