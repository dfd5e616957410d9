"""What happens when activities are written, and which step comes next on a record."""

import datetime as dt
from collections.abc import Mapping

from kith.kernel.api import Context, Record, RecordId, records
from kith.lib.json import Json
from kith.modules.activities.errors import AlreadyDone
from kith.modules.activities.objects import TASK
from kith.modules.activities.rules import (
    Step,
    Values,
    check_times,
    event_step,
    nearest,
    task_step,
    with_done,
    with_title,
)

Shown = Mapping[str, Json]
ABOUT = ("account", "contact", "deal")
TIES = 20
"""So many steps of one moment are compared: the first by name is taken, in whatever order they came in."""


async def complete(ctx: Context, task_id: RecordId) -> Shown:
    """Tick a task off."""
    task = await records.get(ctx, TASK, task_id)
    if task["done"]:
        raise AlreadyDone
    return (await records.update(ctx, task, {"done": True})).shown


async def postpone(ctx: Context, task_id: RecordId, due: str | None = None) -> Shown:
    """Put a task off to another day; by one day, counted from today when it is late, if none is given."""
    task = await records.get(ctx, TASK, task_id)
    if due is None:
        was = dt.date.fromisoformat(str(task["due"])) if task["due"] else ctx.today
        due = (max(was, ctx.today) + dt.timedelta(days=1)).isoformat()
    return (await records.update(ctx, task, {"due": due})).shown


async def settle_task(ctx: Context, before: Values | None, values: Values) -> dict[str, Json]:
    """Date a task when it is done, and let it belong to what its deal or contact belongs to."""
    return await belonging(ctx, before, with_done(before, values, ctx.now))


async def settle_event(ctx: Context, before: Values | None, values: Values) -> dict[str, Json]:
    """Check that a meeting does not end before it starts."""
    check_times({**(before or {}), **values})
    return await belonging(ctx, before, values)


async def settle_call(ctx: Context, before: Values | None, values: Values) -> dict[str, Json]:
    """A call happened now, unless somebody says otherwise."""
    result = dict(values)
    if before is None and not values.get("started_at"):
        result["started_at"] = ctx.now.isoformat()
    return await belonging(ctx, before, result)


async def settle_note(ctx: Context, before: Values | None, values: Values) -> dict[str, Json]:
    """Give a note its first words as title."""
    return await belonging(ctx, before, with_title(before, values))


async def belonging(ctx: Context, before: Values | None, values: Values) -> dict[str, Json]:
    """Return values in which an activity of a deal or a contact also belongs to their account."""
    result = dict(values)
    if not any(values.get(name) for name in ("deal", "contact")):
        return result
    state = {**(before or {}), **values}
    for name in ("deal", "contact"):
        if values.get(name) and not state.get("account"):
            found = await records.look(ctx, name, records.id(str(values[name])), ("account",))
            account = found.ref("account") if found else None
            if account is not None:
                state["account"] = result["account"] = str(account)
    return result


async def next_step(ctx: Context, about: str, record_id: RecordId) -> Step | None:
    """Return the nearest open task or coming meeting of a record."""
    mine = {"field": about, "op": "eq", "value": str(record_id)}
    tasks = await records.list(
        ctx,
        "task",
        {
            "where": {
                "and": [
                    mine,
                    {"field": "done", "op": "eq", "value": False},
                    {"field": "due", "op": "not_empty"},
                ]
            },
            "sort": [{"by": "due"}],
            "fields": ["subject", "due"],
            "limit": TIES,
            "count": "none",
        },
    )
    events = await records.list(
        ctx,
        "event",
        {
            "where": {
                "and": [mine, {"field": "starts_at", "op": "ge", "value": ctx.now.isoformat()}]
            },
            "sort": [{"by": "starts_at"}],
            "fields": ["subject", "starts_at"],
            "limit": TIES,
            "count": "none",
        },
    )
    zone = ctx.workspace.timezone
    return nearest(
        [task_step(str(t["subject"]), str(t["due"]), zone) for t in tasks.items]
        + [event_step(str(e["subject"]), str(e["starts_at"])) for e in events.items]
    )


async def refresh_next_step(ctx: Context, about: str, record_id: RecordId) -> None:
    """Write the next step on a record where lists and boards see it; leave it alone when it still holds."""
    record = await records.look(ctx, about, record_id, ("next_step", "next_step_at"))
    if record is None:
        return
    step = await next_step(ctx, about, record_id)
    values: dict[str, Json] = {
        "next_step": step.subject if step else None,
        "next_step_at": step.at.astimezone(dt.UTC).isoformat() if step else None,
    }
    if not _same(record, values):
        await records.update(ctx, record, values)


def _same(record: Record, values: Values) -> bool:
    old, new = record.get("next_step_at"), values["next_step_at"]
    if record.get("next_step") != values["next_step"] or bool(old) != bool(new):
        return False
    return not new or dt.datetime.fromisoformat(str(old)) == dt.datetime.fromisoformat(str(new))
