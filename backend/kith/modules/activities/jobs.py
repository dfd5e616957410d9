"""Time passes by itself: a meeting that is over is no longer the next step, a task falls due."""

import datetime as dt
from zoneinfo import ZoneInfo

from kith.kernel.api import Context, Record, notifications, records
from kith.lib.json import Json
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


async def remind(ctx: Context) -> None:
    """Tell people, once each, of tasks that are due today where they live, that are late, and as they asked for it."""
    zones = await _zones(ctx)
    notices = [
        notice
        async for task in records.iter(ctx, "task", {"where": _soon(ctx), "fields": FIELDS})
        for notice in _reminders(ctx, task, zones)
    ]
    await notifications.tell(ctx, notices)


FIELDS = ["subject", "due", "remind_at", "owner"]


def _soon(ctx: Context) -> Json:
    """Open tasks around today: what is today depends on where their owners are."""
    around = [(ctx.now + dt.timedelta(days=n)).date().isoformat() for n in (-2, 1)]
    moments = [(ctx.now - dt.timedelta(days=1)).isoformat(), ctx.now.isoformat()]
    return {
        "and": [
            {"field": "done", "op": "eq", "value": False},
            {
                "or": [
                    {"field": "due", "op": "between", "value": list(around)},
                    {"field": "remind_at", "op": "between", "value": list(moments)},
                ]
            },
        ]
    }


def _reminders(ctx: Context, task: Record, zones: dict[str, str]) -> list[notifications.Notice]:
    owner, found = task.ref("owner"), []
    if owner is None:
        return []
    today = ctx.now.astimezone(ZoneInfo(zones.get(str(owner)) or ctx.workspace.timezone)).date()
    due = str(task["due"] or "")
    for day, why in ((today, "due"), (today - dt.timedelta(days=1), "late")):
        if due == day.isoformat():
            once = f"{why}:{task.id}:{due}"
            found.append(notifications.Notice(owner, "due", "task", task.id, once=once))
    asked = task["remind_at"]
    if asked and dt.datetime.fromisoformat(str(asked)) <= ctx.now:
        once = f"remind:{task.id}:{asked}"
        found.append(notifications.Notice(owner, "reminder", "task", task.id, once=once))
    return found


async def _zones(ctx: Context) -> dict[str, str]:
    people = records.iter(ctx, "user", {"fields": ["timezone"]})
    return {str(person.id): str(person["timezone"] or "") async for person in people}
