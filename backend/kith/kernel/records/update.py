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
from kith.kernel.records.env import environment, is_bare_amount
from kith.kernel.records.errors import FieldProblems
from kith.kernel.records.load import Present, atomic, load, show
from kith.kernel.records.record import Record, RecordId, Written
from kith.kernel.records.shapes import Shape, Values, shape
from kith.kernel.records.statements import Done, Row, Write, write_one
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
    return await _at_once(ctx, request) or await _with_a_look(ctx, request)


async def _at_once(ctx: Context, request: Request) -> Written | None:
    """Write by one statement that finds the row as expected; None when there is more to it."""
    target = request.shape
    if target.hooks or not request.given or not target.links.keys().isdisjoint(request.given):
        return None
    if any(is_bare_amount(target, name, value) for name, value in request.given.items()):
        return None
    env = await environment(ctx, target, request.given)
    try:
        plain = values.parse(ctx, target, request.given, env)
    except FieldProblems:
        return None  # what the record holds now may make them acceptable
    values.check_required(ctx, target, plain, creating=False)
    rights = access.reader(ctx)
    form = Form("update", fields_of(target, plain), versioned=request.version is not None)
    write = Write(ctx, target, form, "update", rights.rows(target.name, "update"), rights)
    row = Row(request.id, values.bind(target, plain, env), plain, request.version)
    done = await write_one(write, row, rights)
    return None if done is None else Written(done.json or b"", done.id, done.version)


async def _with_a_look(ctx: Context, request: Request) -> Written:
    async with atomic(ctx):
        present = await load(ctx, request.shape, request.id, "update")
        env = await environment(ctx, request.shape, request.given, present.plain)
        plain = values.parse(ctx, request.shape, request.given, env, present.plain)
        merged = await settle(ctx, request.shape, present, plain, request.version)
        plain = await hooked(ctx, request.shape, present, plain, env)
        values.check_required(ctx, request.shape, plain, creating=False)
        changed = {n: v for n, v in plain.items() if v != present.plain.get(n)}
        return await write_changed(ctx, request.shape, present, changed, env, merged=merged)


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
    rights = access.reader(ctx)
    has_links = not target.links.keys().isdisjoint(changed)
    done: Done | None = None
    if changed:
        await links.check_targets(ctx, target, changed, present.plain)
        logged = tuple(n for n in (*target.stored, *target.links) if n in changed)
        form = Form("update", logged, always=has_links)
        write = Write(ctx, target, form, action, rights=rights)
        row = Row(present.id, values.bind(target, changed, env), changed)
        done = await write_one(write, row, None if has_links else rights)
        await links.put(ctx, target, present.id, changed)
    if done is not None and done.json is not None:
        return Written(done.json, done.id, done.version, tuple(merged))
    json = await show(ctx, target, present.id, rights)
    version = present.version if done is None else done.version
    return Written(json, present.id, version, tuple(merged))


async def hooked(
    ctx: Context, target: Shape, present: Present, plain: Values, env: ParseEnv
) -> Values:
    """Return the values as the modules' hooks want them."""
    for hook in target.hooks:
        decided = await hook(ctx, present.plain, dict(plain))
        changed = changed_by_hook(plain, decided)
        plain = {**decided, **values.trusted(target, changed, env, present.plain)}
    return plain
