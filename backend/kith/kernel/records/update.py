"""Changes records: one statement when nothing stands in the way, else look, settle with others' changes, then write."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from kith.kernel import access
from kith.kernel.context import Context
from kith.kernel.fields import ParseEnv
from kith.kernel.records import links, values
from kith.kernel.records.conflicts import settle
from kith.kernel.records.create import changed_by_hook, fields_of
from kith.kernel.records.env import environment, has_bare_amount
from kith.kernel.records.errors import FieldProblems
from kith.kernel.records.load import Present, atomic, load, show
from kith.kernel.records.record import Record, RecordId, Written
from kith.kernel.records.shapes import Shape, Values, shape
from kith.kernel.records.statements import Row, Write, write_one
from kith.kernel.records.templates import Form
from kith.kernel.schema import ObjectDef
from kith.lib.json import Json


@dataclass(frozen=True, slots=True)
class Request:
    """Somebody wants these values in this record, having seen this version."""

    shape: Shape
    id: RecordId
    given: Mapping[str, Json]
    version: int | None


async def update(
    ctx: Context,
    record: Record | str | ObjectDef,
    *rest: RecordId | Mapping[str, Json],
    version: int | None = None,
) -> Record:
    """Change a record: `update(ctx, record, values)` as that record was seen, or `update(ctx, object, id, values)`."""
    if isinstance(record, Record):
        rest, version = (record.id, *rest), record.version
        record = record.object
    target, given = cast("tuple[RecordId, Mapping[str, Json]]", rest)
    written = await update_json(ctx, record, target, given, version)
    return Record.parse(record if isinstance(record, str) else record.name, written.json)


async def update_json(
    ctx: Context,
    object: str | ObjectDef,
    record: RecordId,
    given: Mapping[str, Json],
    version: int | None = None,
) -> Written:
    """Change a record and return it as JSON text; raise Conflict only where others changed the same fields."""
    target = shape(ctx, object)
    access.check(ctx, target.name, "update")
    request = Request(target, record, given, version)
    return (
        await _at_once(ctx, request)
        or await _with_a_look(ctx, request)
        or await _locked(ctx, request)
    )


async def _at_once(ctx: Context, request: Request) -> Written | None:
    """Write by one statement that finds the row as expected; None when there is more to it."""
    target, given = request.shape, request.given
    if target.concerned(given) or not given or not target.links.keys().isdisjoint(given):
        return None
    if has_bare_amount(target, given):
        return None
    env = await environment(ctx, target, given)
    try:
        plain = values.parse(ctx, target, given, env)
    except FieldProblems:
        return None  # what the record holds now may make them acceptable
    values.check_required(ctx, target, plain, creating=False)
    rights = access.reader(ctx)
    form = Form("update", fields_of(target, plain), versioned=request.version is not None)
    write = Write(ctx, target, form, "update", rights.rows(target.name, "update"), rights)
    row = Row(request.id, values.bind(target, plain, env), plain, request.version)
    done = await write_one(write, row, rights)
    return None if done is None else Written(done.json or b"", done.id, done.version)


async def _with_a_look(ctx: Context, request: Request) -> Written | None:
    """Read the record without holding it, then write if it is still the same; None when it is not that simple."""
    present = await load(ctx, request.shape, request.id, "update", lock=False)
    if request.version not in (None, present.version):
        return None
    changed, env = await _wanted(ctx, request, present)
    if not request.shape.links.keys().isdisjoint(changed):
        return None
    if not changed:
        return await _as_it_is(ctx, request.shape, present, ())
    target, rights = request.shape, access.reader(ctx)
    form = Form("update", fields_of(target, changed), versioned=True)
    write = Write(ctx, target, form, "update", rights.rows(target.name, "update"), rights)
    row = Row(request.id, values.bind(target, changed, env), changed, present.version)
    done = await write_one(write, row, rights)
    return None if done is None else Written(done.json or b"", done.id, done.version)


async def _locked(ctx: Context, request: Request) -> Written:
    """Hold the record, settle with what others changed, write."""
    async with atomic(ctx):
        present = await load(ctx, request.shape, request.id, "update")
        env = await environment(ctx, request.shape, request.given, present.plain)
        plain = values.parse(ctx, request.shape, request.given, env, present.plain)
        merged = await settle(ctx, request.shape, present, plain, request.version)
        changed, env = await _wanted(ctx, request, present)
        return await write_changed(ctx, request.shape, present, changed, env, merged=merged)


async def _wanted(ctx: Context, request: Request, present: Present) -> tuple[Values, ParseEnv]:
    """Return what the record is to hold, as far as it differs from what it holds."""
    target = request.shape
    env = await environment(ctx, target, request.given, present.plain)
    plain = values.parse(ctx, target, request.given, env, present.plain)
    plain = await hooked(ctx, target, present, plain, env)
    values.check_required(ctx, target, plain, creating=False)
    return {n: v for n, v in plain.items() if v != present.plain.get(n)}, env


async def write_changed(
    ctx: Context,
    target: Shape,
    present: Present,
    changed: Values,
    env: ParseEnv,
    *,
    merged: Sequence[str] = (),
    action: str = "update",
) -> Written:
    """Write values that differ to a record that is locked and allowed."""
    if not changed:
        return await _as_it_is(ctx, target, present, merged)
    rights = access.reader(ctx)
    await links.check_targets(ctx, target, changed, present.plain)
    has_links = not target.links.keys().isdisjoint(changed)
    logged = tuple(n for n in (*target.stored, *target.links) if n in changed)
    write = Write(ctx, target, Form("update", logged, always=True), action, rights=rights)
    row = Row(present.id, values.bind(target, changed, env), changed)
    done = await write_one(write, row, None if has_links else rights)
    if done is None:
        raise RuntimeError("a locked row was not there")
    await links.put(ctx, target, {present.id: changed})
    json = done.json or await show(ctx, target, present.id, rights)
    return Written(json, done.id, done.version, tuple(merged))


async def _as_it_is(
    ctx: Context, target: Shape, present: Present, merged: Sequence[str]
) -> Written:
    json = await show(ctx, target, present.id, access.reader(ctx))
    return Written(json, present.id, present.version, tuple(merged))


async def hooked(
    ctx: Context, target: Shape, present: Present, plain: Values, env: ParseEnv
) -> Values:
    """Return the values as the modules' hooks want them."""
    for hook in target.concerned(plain):
        decided = await hook.run(ctx, present.plain, dict(plain))
        changed = changed_by_hook(plain, decided)
        plain = {**decided, **values.trusted(ctx, target, changed, env, present.plain)}
    return plain
