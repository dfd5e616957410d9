"""What belongs together: a merge, a bulk change, an undo; undone together."""

from kith.kernel.context import Context
from kith.lib.ids import new_id


async def begin(
    ctx: Context, kind: str, object_name: str | None = None, label: str = ""
) -> Context:
    """Return a context whose changes make one batch of this kind; a batch in progress takes them in."""
    if ctx.batch is not None:
        return ctx
    batch = new_id()
    await ctx.unit.execute(
        f'insert into "{ctx.workspace.schema}"._batch (id, kind, actor, object, label, at)'
        " values ($1, $2, $3, $4, $5, $6)",
        batch,
        kind,
        ctx.actor.user,
        object_name,
        label,
        ctx.now,
    )
    return ctx.in_batch(batch, kind)
