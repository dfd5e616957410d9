"""Makes new records: values read, defaults filled in, hooks asked, then one statement."""

from collections.abc import Mapping
from contextlib import nullcontext
from hashlib import sha256

from kith.kernel import access
from kith.kernel.context import Context
from kith.kernel.fields import ParseEnv
from kith.kernel.records import links, values
from kith.kernel.records.env import environment
from kith.kernel.records.errors import KeyReused, KeyTaken
from kith.kernel.records.load import atomic, show
from kith.kernel.records.record import Record, Written
from kith.kernel.records.shapes import Shape, Values, shape
from kith.kernel.records.statements import NOBODY, Done, Key, Row, Write, write_one
from kith.kernel.records.templates import Form
from kith.kernel.schema import ObjectDef
from kith.lib.errors import KithError
from kith.lib.ids import new_id
from kith.lib.json import Json, dumps


async def create(
    ctx: Context,
    object: str | ObjectDef,
    given: Mapping[str, Json],
    key: str | None = None,
) -> Record:
    """Make a record; raise NotAllowed or FieldProblems. The same idempotency key gives the same record."""
    name = object if isinstance(object, str) else object.name
    return Record.parse(name, await create_json(ctx, name, given, key))


async def create_json(
    ctx: Context,
    object: str | ObjectDef,
    given: Mapping[str, Json],
    key: str | None = None,
) -> bytes:
    """Make a record and return it as JSON text."""
    target = shape(ctx, object)
    access.check(ctx, target.name, "create")
    if key is None:
        return (await _create(ctx, target, given, None)).json
    token = Key(key, sha256(dumps([target.name, given])).digest())
    try:
        async with (
            ctx.unit.savepoint() if ctx.unit.connection.is_in_transaction() else nullcontext()
        ):
            return (await _create(ctx, target, given, token)).json
    except KithError:
        # Whatever was refused: if this very request succeeded before, its answer stands.
        answer = await _answered(ctx, target, token)
        if answer is None:
            raise
        return answer


async def prepare(ctx: Context, target: Shape, given: Mapping[str, Json], env: ParseEnv) -> Values:
    """Return the plain values of a new record, complete and checked."""
    plain = values.with_defaults(ctx, target, values.parse(ctx, target, given, env), env)
    for hook in target.hooks:
        decided = await hook.run(ctx, None, dict(plain))
        plain = {**decided, **values.trusted(ctx, target, changed_by_hook(plain, decided), env)}
    values.check_required(ctx, target, plain, creating=True)
    return {name: value for name, value in plain.items() if value not in values.EMPTY}


def changed_by_hook(plain: Values, decided: Values) -> Values:
    """Return what a hook added or replaced."""
    return {n: v for n, v in decided.items() if n not in plain or plain[n] is not v}


def fields_of(target: Shape, plain: Mapping[str, Json]) -> tuple[str, ...]:
    """Return the fields that have columns, in a steady order, so that statements are shared."""
    return tuple(name for name in target.stored if name in plain)


async def _create(
    ctx: Context, target: Shape, given: Mapping[str, Json], key: Key | None
) -> Written:
    env = await environment(ctx, target, given)
    plain = await prepare(ctx, target, given, env)
    if target.links.keys().isdisjoint(plain):
        return _written(await _insert(ctx, target, plain, env, key))
    async with atomic(ctx):
        return await _with_links(ctx, target, plain, env, key)


async def _with_links(
    ctx: Context, target: Shape, plain: Values, env: ParseEnv, key: Key | None
) -> Written:
    await links.check_targets(ctx, target, plain, {})
    done = await _insert(ctx, target, plain, env, None, shown=False)
    await links.put(ctx, target, {done.id: plain})
    json = await show(ctx, target, done.id, access.reader(ctx))
    if key is not None:
        await _remember(ctx, target, key, json)
    return Written(json, done.id, done.version)


async def _insert(
    ctx: Context,
    target: Shape,
    plain: Values,
    env: ParseEnv,
    key: Key | None,
    *,
    shown: bool = True,
) -> Done:
    rights = access.reader(ctx)
    write = Write(ctx, target, Form("create", fields_of(target, plain)), "create", rights=rights)
    row = Row(new_id(), values.bind(target, plain, env), plain)
    done = await write_one(write, row, rights if shown else None, key)
    if done is None:
        raise RuntimeError("an insert wrote no row")
    return done


def _written(done: Done) -> Written:
    return Written(done.json or b"", done.id, done.version)


async def _remember(ctx: Context, target: Shape, key: Key, json: bytes) -> None:
    written = await ctx.unit.execute(
        f'insert into "{target.schema}"._idempotency (actor, key, request, response, at)'
        " values ($1, $2, $3, $4, $5) on conflict do nothing",
        ctx.actor.user or NOBODY,
        key.key,
        key.digest,
        json.decode(),
        ctx.now,
    )
    if written.endswith(" 0"):
        raise KeyTaken


async def _answered(ctx: Context, target: Shape, key: Key) -> bytes | None:
    found = await ctx.unit.fetchrow(
        f'select request, response from "{target.schema}"._idempotency where actor = $1 and key = $2',
        ctx.actor.user or NOBODY,
        key.key,
    )
    if found is None:
        return None
    if found["request"] != key.digest:
        raise KeyReused
    return str(found["response"]).encode()
