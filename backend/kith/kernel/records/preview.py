"""Shows what a merge would do before anybody does it: the record as it would be, where values come from, what moves."""

from collections.abc import Mapping, Sequence
from typing import cast

from kith.kernel import access
from kith.kernel.context import Context
from kith.kernel.records.load import Present, load, load_many
from kith.kernel.records.merge import EMPTY, drop, fill, hold, losers_of
from kith.kernel.records.read import aggregate, get_json
from kith.kernel.records.record import RecordId
from kith.kernel.records.shapes import LINKS, SYSTEM_COLUMNS, Shape, shape
from kith.kernel.schema import ObjectDef
from kith.lib.json import Json, Raw, dumps


async def preview_merge_json(
    ctx: Context,
    object: str | ObjectDef,
    winner: RecordId,
    losers: Sequence[RecordId],
    given: Mapping[str, Json] | None = None,
) -> bytes:
    """Return as JSON what `merge_json` with the same arguments would do; refuse what it would refuse.

    `record` is the result, `records` what there is now (the winner first), `differing` the fields in which they
    disagree, `filled` from whom an empty field would be filled, `moving` how many records that I see would follow.
    """
    target = shape(ctx, object)
    losing = losers_of(ctx, target, winner, losers)
    result = await _result(ctx, target, winner, losing, given or {})
    present = await load_many(ctx, target, [winner, *losing], lock=False)
    order = [present[record] for record in (winner, *losing)]
    visible = access.readable(ctx, target.name)
    now = [Raw(await get_json(ctx, target.name, one.id)) for one in order]
    return dumps(
        {
            "record": Raw(result),
            "records": now,
            "differing": [n for n in target.fields if n in visible and _differs(n, order)],
            "filled": {
                name: str(giver.id)
                for name in target.fields
                if name in visible and name not in (given or {})
                if (giver := _giver(name, order)) is not None
            },
            "moving": await _moving(ctx, target, losing),
        }
    )


async def _result(
    ctx: Context,
    target: Shape,
    winner: RecordId,
    losing: Sequence[RecordId],
    given: Mapping[str, Json],
) -> bytes:
    """Do it and take it back. What points at the losers is left alone: it changes nothing in the record itself."""
    trial = ctx.unit.savepoint()
    await trial.start()
    try:
        kept = await load(ctx, target, winner, "update")
        gone = await hold(ctx, target, losing)
        await drop(ctx, target, winner, gone)
        return await fill(ctx, target, kept, gone, given)
    finally:
        await trial.rollback()


def _differs(name: str, records: Sequence[Present]) -> bool:
    values = [r.plain.get(name) for r in records if r.plain.get(name) not in EMPTY]
    return any(value != values[0] for value in values)


def _giver(name: str, records: Sequence[Present]) -> Present | None:
    winner, *losers = records
    if winner.plain.get(name) not in EMPTY:
        return None
    return next((loser for loser in losers if loser.plain.get(name) not in EMPTY), None)


async def _moving(ctx: Context, target: Shape, losing: Sequence[RecordId]) -> list[Json]:
    """Count what the reader sees of what would follow; more may follow that others see."""
    found: list[Json] = []
    for name, field in target.children:
        hidden = not access.can(ctx, name, "read") or field.name not in access.readable(ctx, name)
        if hidden or field.name in SYSTEM_COLUMNS:
            continue
        op = "any_of" if field.kind == LINKS else "in"
        where: Json = {"field": field.name, "op": op, "value": [str(one) for one in losing]}
        figures = await aggregate(ctx, name, {"where": where})
        count = cast("Mapping[str, Json]", figures["total"])["count"]
        if count:
            label = ctx.catalog.label(f"object.{name}.plural", ctx.actor.locale)
            found.append({"object": name, "label": label, "field": field.name, "count": count})
    return found
