"""Changes of kind: at once on a small table, step by step in a job on a large one."""

import uuid
from typing import Any

from kith.infra import jobs
from kith.kernel.context import Context
from kith.kernel.design.draft import Draft
from kith.kernel.design.errors import RowsBlock
from kith.kernel.design.specs import Spec
from kith.kernel.fields import ParseEnv
from kith.kernel.records.env import plain_environment, rates
from kith.kernel.schema import FieldDef
from kith.kernel.storage import conversion
from kith.kernel.storage.conversion import Change

CONVERT = "design.convert"
AT_ONCE = 2_000
"""A table with more rows is converted by a job: value by value takes longer than people should wait for each other."""


async def convert_now_or_later(
    draft: Draft, object_name: str, after: FieldDef, spec: Spec
) -> uuid.UUID | None:
    """Convert every value to the new kind, or ask for a job that does; return the job."""
    ctx = draft.ctx
    env = await environment(ctx)
    change = conversion.change(draft.before, draft.workspace, object_name, after, env)
    if not await draft.is_small(object_name, AT_ONCE):
        args = {"object": object_name, "field": after.name, "spec": dict(spec)}
        slug = draft.workspace.slug
        lock = f"{CONVERT}:{slug}"
        return await jobs.enqueue(ctx.unit, slug, ctx.actor.user, CONVERT, args, lock=lock)
    await conversion.begin(ctx.unit, change)
    last = await conversion.fill(ctx.unit, change, None)
    while last is not None:
        last = await conversion.fill(ctx.unit, change, last)
    refuse_if_blocked(change)
    await conversion.swap(ctx.unit, change)
    return None


async def environment(ctx: Context) -> ParseEnv:
    """Return how values are read while they are converted."""
    env = plain_environment(ctx)
    known: Any = await rates(ctx)
    return ParseEnv(env.locale, ctx.workspace.timezone, env.base_currency, env.country, known)


def refuse_if_blocked(change: Change) -> None:
    """Raise RowsBlock, with the first rows, if a value did not fit."""
    if change.blocked:
        rows = [{"id": str(b.id), "value": b.value, "message": b.message} for b in change.blockers]
        raise RowsBlock(rows=rows, count=change.blocked, total=change.done)
