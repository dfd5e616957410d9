"""From what somebody sent to plain values that may be stored: names, rights, kinds, defaults, required fields."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import cast

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
    return _parse(ctx, shape, _writable(ctx, shape), values, env, before)


def trusted(
    ctx: Context,
    shape: Shape,
    values: Mapping[str, Json],
    env: ParseEnv,
    before: Mapping[str, Json] | None = None,
) -> Values:
    """Return the plain form of what a hook decided; it may set fields that the actor may not."""
    return _parse(ctx, shape, shape.fields, values, env, before)


def with_defaults(ctx: Context, shape: Shape, plain: Values, env: ParseEnv) -> Values:
    """Return the values of a new record: defaults for what is missing, the actor as its owner."""
    complete = dict(plain)
    for name, stored in shape.defaults:
        if name not in plain:
            value = _default(ctx, stored.field)
            complete[name] = None if value is None else stored.type.parse(stored.field, value, env)
    if shape.object.owned and "owner" not in plain and ctx.actor.user is not None:
        complete["owner"] = str(ctx.actor.user)
    return {name: value for name, value in complete.items() if value not in EMPTY}


def check_required(ctx: Context, shape: Shape, plain: Values, *, creating: bool) -> None:
    """Refuse empty required fields; on an update only those that are being emptied."""
    missing = [n for n in shape.required if (creating or n in plain) and plain.get(n) in EMPTY]
    if missing:
        # Nobody is asked for what they may not fill in.
        writable = access.writable(ctx, shape.name)
        asked = [name for name in missing if name in writable or name in plain]
        if asked:
            raise FieldProblems({name: RequiredField() for name in asked})


def bind(shape: Shape, plain: Values, env: ParseEnv) -> Cells:
    """Return one value per column."""
    return binder(shape, plain, env)(plain)


def binder(shape: Shape, names: Iterable[str], env: ParseEnv) -> Callable[[Values], Cells]:
    """Return the function that gives one value per column of these fields; for many rows with the same ones.

    A value that comes again and again, such as an owner, is not worked out each time.
    """
    known = [(name, shape.stored[name]) for name in names if name in shape.stored]
    last: dict[str, tuple[Json, Sequence[object]]] = {}

    def bound(plain: Values) -> Cells:
        cells: Cells = {}
        for name, stored in known:
            if name not in plain:
                continue
            value = plain[name]
            before = last.get(name)
            if before is not None and isinstance(value, str) and before[0] == value:
                row = before[1]
            else:
                row = stored.type.bind(stored.field, value, env)
                last[name] = value, row
            if len(row) == 1:
                cells[stored.cells[0]] = row[0]
            else:
                cells.update(zip(stored.cells, row, strict=True))
        return cells

    return bound


def _parse(
    ctx: Context,
    shape: Shape,
    allowed: Mapping[str, FieldDef],
    values: Mapping[str, Json],
    env: ParseEnv,
    before: Mapping[str, Json] | None,
) -> Values:
    plain: Values = {}
    problems: dict[str, KithError] = {}
    for name, value in values.items():
        field = allowed.get(name)
        if field is None:
            problems[name] = _refusal(ctx, shape, name)
            continue
        known = env if before is None else replace(env, before=before.get(name))
        try:
            plain[name] = FIELD_TYPES[field.kind].parse(field, value, known)
        except KithError as problem:
            problems[name] = problem
    if problems:
        raise FieldProblems(problems)
    return plain


def _writable(ctx: Context, shape: Shape) -> Mapping[str, FieldDef]:
    """Return the fields that the actor may write."""
    if ctx.actor.is_system:
        return shape.fields
    rights = access.reader(ctx)
    known = ctx.catalog.memo
    key = ("writable", shape.schema, shape.name, rights.key)
    if key not in known:
        writable = rights.writable(shape.name)
        known[key] = {name: field for name, field in shape.fields.items() if name in writable}
    return cast("Mapping[str, FieldDef]", known[key])


def _refusal(ctx: Context, shape: Shape, name: str) -> KithError:
    """What is not visible does not exist."""
    if shape.object.find(name) is None or name not in access.readable(ctx, shape.name):
        return UnknownField()
    return ReadonlyField()


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
