"""From what somebody sent to plain values that may be stored: names, rights, kinds, defaults, required fields."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace

from kith.kernel import access
from kith.kernel.context import Context
from kith.kernel.fields import FIELD_TYPES, ParseEnv
from kith.kernel.records.errors import FieldProblems, ReadonlyField, RequiredField, UnknownField
from kith.kernel.records.shapes import Cells, Shape, Values
from kith.kernel.schema import FieldDef
from kith.lib.errors import KithError
from kith.lib.json import Json

EMPTY: tuple[Json, ...] = (None, [], "")


def parse(
    ctx: Context,
    shape: Shape,
    values: Mapping[str, Json],
    env: ParseEnv,
    before: Mapping[str, Json] | None = None,
) -> Values:
    """Return the plain form of what the actor may write; raise FieldProblems that names every field in trouble."""
    writable = access.writable(ctx, shape.name)
    return _parse(values, lambda name: _writable(ctx, shape, name, writable), env, before)


def trusted(
    shape: Shape,
    values: Mapping[str, Json],
    env: ParseEnv,
    before: Mapping[str, Json] | None = None,
) -> Values:
    """Return the plain form of what a hook decided; it may set fields that the actor may not."""
    return _parse(values, lambda name: _known(shape, name), env, before)


def with_defaults(ctx: Context, shape: Shape, plain: Values, env: ParseEnv) -> Values:
    """Return the values of a new record: defaults for what is missing, the actor as its owner."""
    complete = dict(plain)
    for name, stored in shape.stored.items():
        if name not in plain and stored.field.default is not None:
            value = _default(ctx, stored.field)
            complete[name] = None if value is None else stored.type.parse(stored.field, value, env)
    if shape.object.owned and "owner" not in plain and ctx.actor.user is not None:
        complete["owner"] = str(ctx.actor.user)
    return {name: value for name, value in complete.items() if value not in EMPTY}


def check_required(ctx: Context, shape: Shape, plain: Values, *, creating: bool) -> None:
    """Refuse empty required fields; on an update only those that are being emptied."""
    writable = access.writable(ctx, shape.name)
    problems: dict[str, KithError] = {
        name: RequiredField()
        for name in shape.required
        if ((creating and name in writable) or name in plain) and plain.get(name) in EMPTY
    }
    if problems:
        raise FieldProblems(problems)


def bind(shape: Shape, plain: Values, env: ParseEnv) -> Cells:
    """Return one value per column."""
    bound: Cells = {}
    for name, value in plain.items():
        stored = shape.stored.get(name)
        if stored is not None:
            row = stored.type.bind(stored.field, value, env)
            bound.update(zip(stored.cells, row, strict=True))
    return bound


def _parse(
    values: Mapping[str, Json],
    allowed: Callable[[str], FieldDef],
    env: ParseEnv,
    before: Mapping[str, Json] | None,
) -> Values:
    plain: Values = {}
    problems: dict[str, KithError] = {}
    for name, value in values.items():
        known = env if before is None else replace(env, before=before.get(name))
        try:
            field = allowed(name)
            plain[name] = FIELD_TYPES[field.kind].parse(field, value, known)
        except KithError as problem:
            problems[name] = problem
    if problems:
        raise FieldProblems(problems)
    return plain


def _known(shape: Shape, name: str) -> FieldDef:
    if name not in shape.stored and name not in shape.links:
        raise UnknownField
    return shape.field(name)


def _writable(ctx: Context, shape: Shape, name: str, writable: frozenset[str]) -> FieldDef:
    if name in shape.stored or name in shape.links:
        field = shape.field(name)
        if name in writable or ctx.actor.is_system:
            return field
    elif shape.object.find(name) is None:
        raise UnknownField
    if name in access.readable(ctx, shape.name):
        raise ReadonlyField
    raise UnknownField


def _default(ctx: Context, field: FieldDef) -> Json:
    match field.default:
        case {"me": True}:
            return None if ctx.actor.user is None else str(ctx.actor.user)
        case {"rel": "today", **more}:
            days = more.get("n", 0)
            ahead = dt.timedelta(days=days if isinstance(days, int) else 0)
            return (ctx.today + ahead).isoformat() if field.kind == "date" else _moment(ctx, ahead)
    return field.default


def _moment(ctx: Context, ahead: dt.timedelta) -> str:
    return (ctx.now + ahead).isoformat()
