"""Formulas and roll-ups, settled: what each results in, and whether a virtual column can hold it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from kith.kernel.catalog.catalog import Broken
from kith.kernel.catalog.errors import UnknownObject
from kith.kernel.fields.formula import FormulaProblem, settle
from kith.kernel.fields.rollup import RollupProblem, result_kind
from kith.kernel.schema import FieldDef, ObjectDef
from kith.lib.json import Json


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


@dataclass(frozen=True, slots=True)
class Setting:
    """What settling depends on besides the objects, and the sentences about what is broken."""

    currency: str
    timezone: str
    problems: list[Broken]


def settled(
    objects: Mapping[str, ObjectDef], currency: str, timezone: str
) -> tuple[dict[str, ObjectDef], tuple[Broken, ...]]:
    """Return the objects with every computed field settled, and a sentence for each one that is broken.

    A broken field stays, empty: what an admin made must not keep people from working. Roll-ups may count formulas and
    formulas may use roll-ups, so formulas are settled once before the roll-ups and again after them.
    """
    setting = Setting(currency, timezone, [])
    formulas = _each(objects, objects, "formula", _formula, replace(setting, problems=[]))
    rolled_up = _each(objects, formulas, "rollup", _rollup, setting)
    found = _each(rolled_up, rolled_up, "formula", _formula, setting)
    return found, tuple(setting.problems)


Settle = Callable[[Found, str, FieldDef, Setting], FieldDef]


def _each(
    objects: Mapping[str, ObjectDef],
    definitions: Mapping[str, ObjectDef],
    kind: str,
    settle_one: Settle,
    setting: Setting,
) -> dict[str, ObjectDef]:
    """Return the objects with every field of a kind settled, looking others up in `definitions`."""
    found, known = dict(objects), Found(definitions)
    for name, definition in objects.items():
        if any(f.kind == kind for f in definition.fields):
            members = (
                settle_one(known, name, f, setting) if f.kind == kind else f
                for f in definition.fields
            )
            found[name] = replace(definition, fields=tuple(members))
    return found


def _rollup(known: Found, owner: str, field: FieldDef, setting: Setting) -> FieldDef:
    try:
        kind = result_kind(known, owner, field)
    except (RollupProblem, UnknownObject) as problem:
        setting.problems.append(Broken(f"{owner}.{field.name}", problem.message, problem))
        return _with(field, {"result": "number", "broken": problem.message})
    return _with(field, {"result": kind, "currency": setting.currency})


def _formula(known: Found, owner: str, field: FieldDef, setting: Setting) -> FieldDef:
    try:
        found = settle(known, owner, field, setting.timezone)
    except (FormulaProblem, UnknownObject) as problem:
        setting.problems.append(Broken(f"{owner}.{field.name}", problem.message, problem))
        return _with(field, {"result": "text", "broken": problem.message})
    column = {} if found.sql is None else {"sql": found.sql}
    return _with(field, {"result": found.result, "currency": setting.currency, **column})


def _with(field: FieldDef, more: Mapping[str, Json]) -> FieldDef:
    return replace(field, config={**field.config, **more})
