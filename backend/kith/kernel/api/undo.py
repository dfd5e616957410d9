"""Takes back what people did: to records, or, by an administrator, to objects and fields themselves."""

import datetime as dt
import uuid
from collections.abc import Awaitable, Callable, Mapping

from kith.kernel import access, design, records
from kith.kernel.context import Context
from kith.kernel.records.change import COLUMNS, Change
from kith.kernel.records.errors import AlreadyUndone, CannotUndo, ChangedSince, TooLateToUndo
from kith.kernel.records.load import atomic
from kith.kernel.records.reverse import Conflict
from kith.kernel.records.undoing import DAYS, Undone
from kith.lib.json import Json

DEFINITIONS = ("_object", "_field")
_OF = "_of"


async def undo(
    ctx: Context,
    *,
    change: int | None = None,
    batch: uuid.UUID | None = None,
    preview: bool = False,
) -> Undone:
    """Take back one change or a whole batch; `preview` only says what would stand in the way."""
    if change is not None:
        async with atomic(ctx):
            found = await _definition(ctx, change)
            if found is not None:
                return await _take_back(ctx, found, preview=preview)
    return await records.undo(ctx, change=change, batch=batch, preview=preview)


async def _definition(ctx: Context, change: int) -> Change | None:
    row = await ctx.unit.fetchrow(
        f'select {COLUMNS} from "{ctx.workspace.schema}"._change where id = $1 and object = any($2::text[])',
        change,
        list(DEFINITIONS),
    )
    return None if row is None else Change.of(row)


async def _take_back(ctx: Context, change: Change, *, preview: bool) -> Undone:
    access.check_admin(ctx)
    if change.undone_by is not None:
        raise AlreadyUndone
    if change.at < ctx.now - dt.timedelta(days=DAYS):
        raise TooLateToUndo(days=DAYS)
    step = _STEPS.get((change.object, change.action))
    if step is None:
        raise CannotUndo(action=change.action)
    names = str(change.after.get(_OF) or change.before.get(_OF)).split(".")
    latest = await _latest(ctx, change)
    if latest != change.id:
        return Undone(
            0, (Conflict(change.object, change.record, ".".join(names), ChangedSince.code),)
        )
    if preview:
        return Undone(1)
    job = await step(ctx, names, {k: v for k, v in change.before.items() if k != _OF})
    by = await _latest(ctx, change)
    log = f'"{ctx.workspace.schema}"._change'
    await ctx.unit.execute(f"update {log} set undone_by = null where undone_by = $1", change.id)
    await ctx.unit.execute(f"update {log} set undone_by = $2 where id = $1", change.id, by)
    return Undone(0 if job else 1, job=job)


async def _latest(ctx: Context, change: Change) -> int:
    return int(
        await ctx.unit.fetchval(
            f'select max(id) from "{ctx.workspace.schema}"._change where record = $1 and object = $2',
            change.record,
            change.object,
        )
    )


async def _remove_field(ctx: Context, names: list[str], _before: Mapping[str, Json]) -> None:
    await design.remove_field(ctx, *names)


async def _restore_field(ctx: Context, names: list[str], _before: Mapping[str, Json]) -> None:
    await design.restore_field(ctx, *names)


async def _change_field(
    ctx: Context, names: list[str], before: Mapping[str, Json]
) -> uuid.UUID | None:
    owner, name = names
    return (await design.change_field(ctx, owner, name, before)).job


async def _remove_object(ctx: Context, names: list[str], _before: Mapping[str, Json]) -> None:
    await design.remove_object(ctx, *names)


async def _restore_object(ctx: Context, names: list[str], _before: Mapping[str, Json]) -> None:
    await design.restore_object(ctx, *names)


async def _change_object(ctx: Context, names: list[str], before: Mapping[str, Json]) -> None:
    (name,) = names
    await design.change_object(ctx, name, before)


_Step = Callable[[Context, list[str], Mapping[str, Json]], Awaitable[uuid.UUID | None]]
_STEPS: Mapping[tuple[str, str], _Step] = {
    ("_field", "create"): _remove_field,
    ("_field", "update"): _change_field,
    ("_field", "delete"): _restore_field,
    ("_field", "restore"): _remove_field,
    ("_object", "create"): _remove_object,
    ("_object", "update"): _change_object,
    ("_object", "delete"): _restore_object,
    ("_object", "restore"): _remove_object,
}
