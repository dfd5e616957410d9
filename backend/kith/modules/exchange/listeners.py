"""Tell whoever brought a file in when its import is over: they may be elsewhere by then."""

from kith.kernel.api import Change, Context, notifications, records
from kith.modules.exchange.objects import IMPORT

OVER = ("done", "failed")


async def tell(ctx: Context, change: Change) -> None:
    """Put the end of an import into its owner's inbox."""
    state = change.after.get("state")
    if state not in OVER:
        return
    run = await records.find(ctx.as_system(), IMPORT, change.record)
    owner = None if run is None else run.ref("owner")
    if owner is not None:
        once = f"import:{change.record}:{change.id}"
        notice = notifications.Notice(
            owner, "import", IMPORT.name, change.record, change=change.id, once=once
        )
        await notifications.tell(ctx, [notice])
