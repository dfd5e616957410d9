"""Time passes by itself: a meeting that is over is no longer the next step."""

from kith.kernel.api import Context, records
from kith.modules.activities.service import ABOUT, refresh_next_step

MOST_AT_ONCE = 5_000


async def pass_time(ctx: Context) -> None:
    """Look again at every record whose next step lies in the past and is no open task."""
    for about in ABOUT:
        gone = {
            "and": [
                {"field": "next_step_at", "op": "lt", "value": ctx.now.isoformat()},
                {
                    "children": f"task.{about}",
                    "is": "none",
                    "where": {
                        "and": [
                            {"field": "done", "op": "eq", "value": False},
                            {"field": "due", "op": "le", "value": {"rel": "today"}},
                        ]
                    },
                },
            ]
        }
        ids = [
            r.id async for r in records.iter(ctx, about, {"where": gone, "fields": ["next_step"]})
        ]
        for record_id in ids[:MOST_AT_ONCE]:
            await refresh_next_step(ctx, about, record_id)
