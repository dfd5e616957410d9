"""My day in one request: what is late, what is due, whom I meet."""

from kith.http import Answer, Call, Route
from kith.kernel.api import Context, records
from kith.lib.json import Json
from kith.modules.activities.views import MINE, TO_DO, TODAY

TASK_FIELDS = ["subject", "due", "priority", "done", "account", "contact", "deal"]
EVENT_FIELDS = ["subject", "kind", "starts_at", "ends_at", "place", "account", "contact", "deal"]


async def day(call: Call) -> Answer:
    """Return late tasks, tasks of today and meetings of today of the person who asks."""
    ctx = call.ctx
    late = {"field": "due", "op": "lt", "value": TODAY}
    today = {"field": "due", "op": "eq", "value": TODAY}
    meets = {"field": "starts_at", "op": "within", "value": TODAY}
    parts = {
        "late": await _mine(ctx, "task", [TO_DO, late], "due", TASK_FIELDS),
        "tasks": await _mine(ctx, "task", [TO_DO, today], "priority", TASK_FIELDS),
        "events": await _mine(ctx, "event", [meets], "starts_at", EVENT_FIELDS),
    }
    return Answer.json(
        b"{" + b",".join(b'"%s":%s' % (k.encode(), v) for k, v in parts.items()) + b"}"
    )


async def _mine(ctx: Context, name: str, where: list[Json], sort: str, fields: list[str]) -> bytes:
    query = {
        "where": {"and": [MINE, *where]},
        "sort": [{"by": sort}],
        "fields": fields,
        "limit": 100,
    }
    return await records.list_json(ctx, name, query)


ROUTES = (
    Route("GET", "/api/activities/day", day, "My day: late tasks, tasks and meetings of today"),
)
