"""Writes many records at once: bad rows never stop the good ones."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from kith.kernel import access
from kith.kernel.context import Context
from kith.kernel.fields import FIELD_TYPES, ParseEnv, ValueProblem
from kith.kernel.records import links, values
from kith.kernel.records.attempts import Attempt, Outcome, missing_targets
from kith.kernel.records.create import prepare
from kith.kernel.records.env import environment
from kith.kernel.records.errors import FieldProblems, RecordNotFound
from kith.kernel.records.load import Present, load_many
from kith.kernel.records.record import RecordId
from kith.kernel.records.refusals import broken
from kith.kernel.records.shapes import Shape, Values, shape
from kith.kernel.records.statements import Done, Row, Write, write_many, write_one
from kith.kernel.records.templates import Form
from kith.kernel.records.update import hooked
from kith.kernel.schema import ObjectDef
from kith.kernel.schema.objects import SYSTEM_FIELDS
from kith.lib.errors import KithError
from kith.lib.ids import new_id
from kith.lib.json import Json

CREATED = "created_at"
BORN = next(field for field in SYSTEM_FIELDS if field.name == CREATED)
CHUNK = 1000
HISTORY = frozenset({"import", "demo"})


async def create_many(
    ctx: Context,
    object: str | ObjectDef,
    rows: Sequence[Mapping[str, Json]],
) -> tuple[Outcome, ...]:
    """Make many records, some 1000 a call; one outcome per row in order. Needs a transaction."""
    target = shape(ctx, object)
    access.check(ctx, target.name, "create")
    env = await environment(ctx, target, *rows)
    attempts = [await _prepared(ctx, target, row, env) for row in rows]
    await missing_targets(ctx, target, attempts)
    await _store(ctx, target, env, attempts, _insert)
    for attempt in attempts:
        if not attempt.version and not attempt.problems:
            await _singly(ctx, target, env, attempt)
    return tuple(attempt.outcome() for attempt in attempts)


async def update_many(
    ctx: Context,
    object: str | ObjectDef,
    rows: Sequence[tuple[RecordId, Mapping[str, Json]]],
) -> tuple[Outcome, ...]:
    """Change many records, some 1000 a call; one outcome per row in order. Needs a transaction."""
    target = shape(ctx, object)
    access.check(ctx, target.name, "update")
    reach = access.reader(ctx).rows(target.name, "update")
    present = await load_many(ctx, target, [record for record, _ in rows], reach)
    stored = (p.plain for p in present.values())
    env = await environment(ctx, target, *stored, *(given for _, given in rows))
    attempts = [
        await _changed(ctx, target, record, present.get(record), given, env)
        for record, given in rows
    ]
    await missing_targets(ctx, target, attempts)
    await _store(ctx, target, env, [a for a in attempts if a.plain], _update)
    return tuple(attempt.outcome() for attempt in attempts)


async def change_many(
    ctx: Context,
    target: Shape,
    present: Mapping[RecordId, Present],
    changed: Mapping[RecordId, Values],
) -> tuple[Done, ...]:
    """Write values that were valid before to records that are locked and allowed; rules do not judge them again."""
    env = await environment(ctx, target, *changed.values())
    attempts = [
        Attempt(record, plain=plain, before=present[record].plain)
        for record, plain in changed.items()
        if plain
    ]
    done: list[Done] = []
    for start in range(0, len(attempts), CHUNK):
        done += await write_many(*_update(ctx, target, env, attempts[start : start + CHUNK]))
    await links.put(ctx, target, {attempt.id: attempt.plain for attempt in attempts})
    return tuple(done)


async def _prepared(ctx: Context, target: Shape, row: Mapping[str, Json], env: ParseEnv) -> Attempt:
    attempt = Attempt(new_id())
    try:
        attempt.at, given = _born(ctx, row, env)
        # What the past brings is judged as of its own day: "since today" would be wrong.
        then = ctx if attempt.at is None else replace(ctx, now=attempt.at)
        attempt.plain = await prepare(then, target, given, env)
    except KithError as error:
        attempt.refuse(error)
    return attempt


def _born(
    ctx: Context, row: Mapping[str, Json], env: ParseEnv
) -> tuple[dt.datetime | None, Mapping[str, Json]]:
    """History may say when a record was made."""
    if ctx.origin not in HISTORY or CREATED not in row:
        return None, row
    given = dict(row)
    try:
        at = FIELD_TYPES[BORN.kind].parse(BORN, given.pop(CREATED), env)
    except ValueProblem as problem:
        raise FieldProblems({CREATED: problem}) from problem
    return (dt.datetime.fromisoformat(at) if isinstance(at, str) else None), given


async def _changed(
    ctx: Context,
    target: Shape,
    record: RecordId,
    present: Present | None,
    given: Mapping[str, Json],
    env: ParseEnv,
) -> Attempt:
    attempt = Attempt(record)
    if present is None:
        label = ctx.catalog.label(f"object.{target.name}", ctx.actor.locale)
        attempt.refuse(RecordNotFound(label=label))
        return attempt
    attempt.before, attempt.version = present.plain, present.version
    if ctx.origin in HISTORY and CREATED in given:
        given = {name: value for name, value in given.items() if name != CREATED}
    try:
        plain = values.parse(ctx, target, given, env, present.plain)
        plain = await hooked(ctx, target, present, plain, env)
        values.check_required(ctx, target, plain, creating=False)
        attempt.plain = {n: v for n, v in plain.items() if v != present.plain.get(n)}
    except KithError as error:
        attempt.refuse(error)
    return attempt


async def _store(
    ctx: Context, target: Shape, env: ParseEnv, attempts: Sequence[Attempt], make: "_Make"
) -> None:
    """Write the sound ones by one statement; take it back and leave out those that break a rule."""
    sound = {a.id: a for a in attempts if not a.problems}
    if not sound:
        return
    point = ctx.unit.savepoint()
    await point.start()
    try:
        done = await write_many(*make(ctx, target, env, list(sound.values())))
    except KithError as error:
        await point.rollback()
        await _halves(ctx, target, env, list(sound.values()), make, error)
        return
    refused = [row for row in done if row.broken]
    if refused:
        await point.rollback()
        for row in refused:
            kind, _, name = row.broken[0].partition(":")
            sound[row.id].refuse(broken(ctx, target, kind, name))
        await _store(ctx, target, env, attempts, make)
        return
    for row in done:
        sound[row.id].version = row.version
    await links.put(ctx, target, {row.id: sound[row.id].plain for row in done})
    await point.commit()


async def _halves(
    ctx: Context,
    target: Shape,
    env: ParseEnv,
    attempts: Sequence[Attempt],
    make: "_Make",
    error: KithError,
) -> None:
    """Find the row that the database refuses as a whole."""
    if len(attempts) == 1:
        attempts[0].refuse(error)
        return
    middle = len(attempts) // 2
    for half in (attempts[:middle], attempts[middle:]):
        await _store(ctx, target, env, half, make)


async def _singly(ctx: Context, target: Shape, env: ParseEnv, attempt: Attempt) -> None:
    """Try a row that was passed over because its like is there already: alone, the database names the field."""
    try:
        async with ctx.unit.savepoint():
            form = Form("create", _fields(target, [attempt]))
            row = Row(attempt.id, values.bind(target, attempt.plain, env), attempt.plain)
            done = await write_one(Write(ctx, target, form, "create"), row, None)
            attempt.version = 0 if done is None else done.version
            await links.put(ctx, target, {attempt.id: attempt.plain})
    except KithError as error:
        attempt.refuse(error)


_Make = Callable[[Context, Shape, ParseEnv, Sequence[Attempt]], tuple[Write, list[Row]]]


def _insert(
    ctx: Context, target: Shape, env: ParseEnv, attempts: Sequence[Attempt]
) -> tuple[Write, list[Row]]:
    fields = _fields(target, attempts)
    empty = values.bind(target, {n: _empty(target, n, env) for n in fields}, env)
    form = Form("create", fields, many=True, dated=any(a.at for a in attempts))
    bind = values.binder(target, fields, env)
    rows = [Row(a.id, {**empty, **bind(a.plain)}, a.plain, at=a.at) for a in attempts]
    return Write(ctx, target, form, "create"), rows


def _update(
    ctx: Context, target: Shape, env: ParseEnv, attempts: Sequence[Attempt]
) -> tuple[Write, list[Row]]:
    fields = _fields(target, attempts)
    linked = tuple(n for n in target.links if any(n in a.plain for a in attempts))
    form = Form("update", (*fields, *linked), many=True, always=True)
    bind = values.binder(target, fields, env)
    rows = [Row(a.id, bind(a.plain), a.plain) for a in attempts]
    return Write(ctx, target, form, "update"), rows


def _fields(target: Shape, attempts: Sequence[Attempt]) -> tuple[str, ...]:
    used = {name for attempt in attempts for name in attempt.plain}
    return tuple(name for name in target.stored if name in used)


def _empty(target: Shape, name: str, env: ParseEnv) -> Json:
    """What the kind makes of nothing: false for a checkbox."""
    stored = target.stored[name]
    return stored.type.parse(stored.field, None, env)
