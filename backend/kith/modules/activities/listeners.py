"""Keep the next step of accounts, contacts and deals in step with tasks and meetings."""

from kith.kernel.api import Change, Context, Record, records
from kith.modules.activities.rules import moment
from kith.modules.activities.service import ABOUT, refresh_next_step

NEWS = frozenset({"subject", "due", "done", "starts_at", *ABOUT})


async def follow(ctx: Context, change: Change) -> None:
    """Refresh the next step of every record that the activity belonged to before or belongs to now."""
    if not matters(change):
        return
    system = ctx.as_system()
    current = await _current(system, change)
    for about in ABOUT:
        ids = {str(v[about]) for v in (change.before, change.after) if v.get(about)}
        if current is not None and current.ref(about) is not None:
            ids.add(str(current.ref(about)))
        for record_id in sorted(ids):
            await refresh_next_step(system, about, records.id(record_id))


async def _current(ctx: Context, change: Change) -> Record | None:
    """Return the activity, from the bin if it was deleted."""
    for from_bin in (False, True):
        query = {
            "where": {"field": "id", "op": "eq", "value": str(change.record)},
            "fields": list(ABOUT),
            "limit": 1,
            "count": "none",
            "bin": from_bin,
        }
        page = await records.list(ctx, change.object, query)
        if page.items:
            return page.items[0]
    return None


def matters(change: Change) -> bool:
    """Say whether a next step may follow: not from what was over when it was written down, nor from other fields."""
    if change.action == "update":
        return not NEWS.isdisjoint(change.after)
    if change.action != "create":
        return True
    starts = change.after.get("starts_at")
    return not change.after.get("done") and (starts is None or moment(str(starts)) >= change.at)
