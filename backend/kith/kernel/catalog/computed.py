"""Formulas and roll-ups, settled: what each results in, and whether a virtual column can hold it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kith.kernel.catalog.errors import UnknownObject
from kith.kernel.fields.formula import FormulaProblem, settle
from kith.kernel.fields.rollup import RollupProblem, result_kind
from kith.kernel.schema import FieldDef, ObjectDef
from kith.lib.json import Json

COMPUTED = frozenset({"formula", "rollup"})


@dataclass(frozen=True, slots=True)
class Found:
    """Objects that are not a catalog yet."""

    objects: Mapping[str, ObjectDef]

    def object(self, name: str) -> ObjectDef:
        """Return the object with this name."""
        found = self.objects.get(name)
        if found is None:
            raise UnknownObject(object=name[:80])
        return found


def settled(
    objects: Mapping[str, ObjectDef], currency: str, timezone: str
) -> tuple[dict[str, ObjectDef], tuple[str, ...]]:
    """Return the objects with every computed field settled, and a sentence for each one that is broken.

    A broken field stays, empty: what an admin made must not keep people from working.
    """
    problems: list[str] = []
    found = dict(_rolled_up(objects, problems, currency))
    for name, definition in found.items():
        if any(f.kind == "formula" for f in definition.fields):
            members = (
                _formula(found, name, f, currency, timezone, problems) for f in definition.fields
            )
            found[name] = replace(definition, fields=tuple(members))
    return found, tuple(problems)


def _rolled_up(
    objects: Mapping[str, ObjectDef], problems: list[str], currency: str
) -> dict[str, ObjectDef]:
    found = dict(objects)
    for name, definition in objects.items():
        if any(f.kind == "rollup" for f in definition.fields):
            members = (_rollup(objects, name, f, currency, problems) for f in definition.fields)
            found[name] = replace(definition, fields=tuple(members))
    return found


def _rollup(
    objects: Mapping[str, ObjectDef],
    owner: str,
    field: FieldDef,
    currency: str,
    problems: list[str],
) -> FieldDef:
    if field.kind != "rollup":
        return field
    try:
        kind = result_kind(Found(objects), owner, field)
    except (RollupProblem, UnknownObject) as problem:
        problems.append(f"{owner}.{field.name}: {problem.message}")
        return _with(field, {"result": "number", "broken": problem.message})
    return _with(field, {"result": kind, "currency": currency})


def _formula(
    objects: Mapping[str, ObjectDef],
    owner: str,
    field: FieldDef,
    currency: str,
    timezone: str,
    problems: list[str],
) -> FieldDef:
    if field.kind != "formula":
        return field
    try:
        found = settle(Found(objects), owner, field, timezone)
    except (FormulaProblem, UnknownObject) as problem:
        problems.append(f"{owner}.{field.name}: {problem.message}")
        return _with(field, {"result": "text", "broken": problem.message})
    column = {} if found.sql is None else {"sql": found.sql}
    return _with(field, {"result": found.result, "currency": currency, **column})


def _with(field: FieldDef, more: Mapping[str, Json]) -> FieldDef:
    return replace(field, config={**field.config, **more})
