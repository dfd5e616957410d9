"""Write the stage history of a deal from its changes: which stages, from when to when, by whom."""

import datetime as dt

from kith.kernel.api import Change, Context, Record, records
from kith.modules.sales.rules import days_between
from kith.modules.sales.service import label, stages_of


async def follow(ctx: Context, change: Change) -> None:
    """Close the stage that the deal left and open the one that it entered; a change told twice counts once."""
    stage = (change.after or {}).get("stage")
    if stage is None:
        return
    system = ctx.as_system()
    last = await _last(system, change)
    if last is not None and _is_told(last, change):
        return
    moment = _moment(change, last)
    if last is not None and last["left_at"] is None:
        values = {"left_at": moment.isoformat(), "days": days_between(_began(last), moment)}
        await records.update(system, last, values)
    await _enter(system, change, str(stage), moment)


def _moment(change: Change, last: Record | None) -> dt.datetime:
    """When the stage was entered: what came in as history says so itself, and no stage ends before it began."""
    told = None if change.origin == "undo" else (change.after or {}).get("stage_since")
    moment = dt.datetime.fromisoformat(str(told)) if told else change.at
    return moment if last is None else max(moment, _began(last))


def _began(last: Record) -> dt.datetime:
    return dt.datetime.fromisoformat(str(last["entered_at"]))


def _is_told(last: Record, change: Change) -> bool:
    """Say whether the history already goes this far; what came in as history has moments instead of change numbers."""
    if last["change"] is not None:
        return int(str(last["change"])) >= change.id
    return _began(last) >= change.at


async def _last(ctx: Context, change: Change) -> Record | None:
    query = {
        "where": {"field": "deal", "op": "eq", "value": str(change.record)},
        "sort": [{"by": "entered_at", "desc": True}, {"by": "created_at", "desc": True}],
        "fields": ["entered_at", "left_at", "change"],
        "limit": 1,
        "count": "none",
    }
    page = await records.list(ctx, "deal_stage", query)
    return page.items[0] if page.items else None


async def _enter(ctx: Context, change: Change, key: str, moment: dt.datetime) -> None:
    if await records.look(ctx, "deal", change.record, ("name",)) is None:
        return
    stage = stages_of(ctx).find(key)
    values = {
        "label": label(ctx, f"option.deal.stage.{key}", stage.label if stage else key),
        "deal": str(change.record),
        "pipeline": stage.pipeline if stage else None,
        "stage": key,
        "outcome": stage.outcome if stage else None,
        "entered_at": moment.isoformat(),
        "moved_by": str(change.actor) if change.actor else None,
        "change": change.id,
    }
    await records.create(ctx, "deal_stage", values)
