"""Keep the next step of accounts, contacts and deals in step with tasks and meetings."""

from kith.kernel.api import Change, Context, records
from kith.modules.activities.service import ABOUT, refresh_next_step


async def follow(ctx: Context, change: Change) -> None:
    """Refresh the next step of every record that the activity belonged to before or belongs to now."""
    system = ctx.as_system()
    current = await records.look(system, change.object, change.record, ABOUT)
    for about in ABOUT:
        ids = {str(v[about]) for v in (change.before, change.after) if v and v.get(about)}
        if current is not None and current.ref(about) is not None:
            ids.add(str(current.ref(about)))
        for record_id in sorted(ids):
            await refresh_next_step(system, about, records.id(record_id))
