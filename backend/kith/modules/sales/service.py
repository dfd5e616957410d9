"""How deals move, end and come back to life: as verbs, and as hooks so that a plain change obeys the same rules."""

from collections.abc import Mapping
from dataclasses import replace

from kith.kernel.api import Context, RecordId, records
from kith.lib.json import Json
from kith.modules.sales.errors import DealOpen, FieldsNeeded, LinesMissing
from kith.modules.sales.objects import DEAL
from kith.modules.sales.rules import (
    Stage,
    Stages,
    Values,
    check_can_leave,
    line_total,
    missing,
    moved,
    placed,
)

Shown = Mapping[str, Json]

REOPENING = "sales.reopen"
HISTORY = frozenset({"import", "undo", "demo"})
"""Origins that bring back what was true elsewhere or before: nobody is there to answer a gate."""


async def move(ctx: Context, deal_id: RecordId, stage: str) -> Shown:
    """Move a deal to another stage of its pipeline."""
    return (await records.update(ctx, DEAL, deal_id, {"stage": stage})).shown


async def win(
    ctx: Context, deal_id: RecordId, closed_on: str | None = None, amount: Json = None
) -> Shown:
    """Close a deal as won, today unless another day is given."""
    stage = await _end(ctx, deal_id, "won")
    values = {"stage": stage, "closed_on": closed_on or ctx.today.isoformat(), "amount": amount}
    return (await records.update(ctx, DEAL, deal_id, _given(values))).shown


async def lose(
    ctx: Context,
    deal_id: RecordId,
    lost_reason: str,
    lost_note: str | None = None,
    competitor: Json = None,
) -> Shown:
    """Close a deal as lost, and say why."""
    stage = await _end(ctx, deal_id, "lost")
    values = {
        "stage": stage,
        "closed_on": ctx.today.isoformat(),
        "lost_reason": lost_reason,
        "lost_note": lost_note,
        "competitor": competitor,
    }
    return (await records.update(ctx, DEAL, deal_id, _given(values))).shown


async def reopen(ctx: Context, deal_id: RecordId, stage: str | None = None) -> Shown:
    """Bring a closed deal back to life, in the stage given or the first of its pipeline."""
    deal = await records.get(ctx, DEAL, deal_id)
    if deal["outcome"] == "open":
        raise DealOpen
    to = stage or stages_of(ctx).first(str(deal["pipeline"])).key
    reopening = replace(ctx, origin=REOPENING)
    return (await records.update(reopening, DEAL, deal_id, {"stage": to})).shown


async def amount_from_lines(ctx: Context, deal_id: RecordId) -> Shown:
    """Set the amount of a deal to the total of its product lines."""
    deal = await records.get(ctx, DEAL, deal_id)
    total = await records.aggregate(
        ctx,
        "deal_line",
        {
            "where": {"field": "deal", "op": "eq", "value": str(deal_id)},
            "measures": [
                {"op": "count", "as": "n"},
                {"op": "sum", "field": "total", "as": "total"},
            ],
        },
    )
    figures = total["total"]
    if not isinstance(figures, Mapping) or not figures["n"]:
        raise LinesMissing
    return (await records.update(ctx, deal, {"amount": figures["total"]})).shown


async def settle_deal(ctx: Context, before: Values | None, values: Values) -> dict[str, Json]:
    """Let everything follow from the stage: pipeline, probability, outcome, dates; and keep the gates."""
    if any(name in values and values[name] is None for name in ("pipeline", "stage")):
        return dict(values)  # both must be there; the write refuses it by their names
    stages = stages_of(ctx)
    defaults = {name: ctx.catalog.field("deal", name).default for name in ("pipeline", "stage")}
    result = placed(before, values, stages, defaults)
    state = {**(before or {}), **result}
    if before is not None and not ({"stage", "pipeline"} & result.keys()):
        return result
    if state.get("stage") is None or state.get("pipeline") is None:
        return result
    stage = stages.get(str(state["stage"]), str(state["pipeline"]))
    if before is not None and before.get("stage") == stage.key:
        return result
    if ctx.origin not in HISTORY:
        check_can_leave(before, stage, reopening=ctx.origin == REOPENING)
        check_gate(ctx, state, stage)
    return moved(before, result, stage, ctx.now, ctx.today)


def check_gate(ctx: Context, state: Values, stage: Stage) -> None:
    """Refuse a deal that lacks what the stage asks for; name the fields in the actor's language."""
    lacking = missing(state, stage)
    if lacking:
        raise FieldsNeeded(
            stage=label(ctx, f"option.deal.stage.{stage.key}", stage.label),
            labels={name: _field_label(ctx, name) for name in lacking},
        )


async def settle_line(ctx: Context, before: Values | None, values: Values) -> dict[str, Json]:
    """Fill in text and price from the product, and work out the total."""
    result = dict(values)
    state = {**(before or {}), **values}
    fresh = "product" in values and values["product"] is not None
    if fresh and not (values.get("label") and values.get("price")):
        product = await records.look(ctx, "product", records.id(str(values["product"])))
        if product is not None:
            result.setdefault("label", product["name"])
            result["price"] = values.get("price") or _plain_money(product["price"])
    state.update(result)
    price = state.get("price")
    if not isinstance(price, Mapping):
        return {**result, "total": None}
    quantity, discount = (_number(state.get(n), d) for n, d in (("quantity", 1), ("discount", 0)))
    return {**result, "total": line_total(quantity, price, discount)}


async def settle_member(ctx: Context, before: Values | None, values: Values) -> dict[str, Json]:
    """Write the name of the person as the label of a member of the buying group."""
    person = {**(before or {}), **values}.get("contact")
    if person is None:
        return dict(values)
    contact = await records.look(ctx, "contact", records.id(str(person)), ("name",))
    return {**values, "label": contact["name"] if contact else "…"}


async def settle_step(ctx: Context, before: Values | None, values: Values) -> dict[str, Json]:
    """Date a step of the close plan when it is done."""
    if "done" not in values or bool(values["done"]) == bool((before or {}).get("done")):
        return dict(values)
    day = values.get("done_on") or ctx.today.isoformat()
    return {**values, "done_on": day if values["done"] else None}


def stages_of(ctx: Context) -> Stages:
    """Return the stages as this workspace has them now."""
    return Stages(ctx.catalog.field("deal", "stage").options)


def label(ctx: Context, key: str, fallback: str) -> str:
    """Return a label in the actor's language."""
    return ctx.catalog.label(key, ctx.actor.locale) or fallback


async def _end(ctx: Context, deal_id: RecordId, outcome: str) -> str:
    deal = await records.get(ctx, DEAL, deal_id)
    return stages_of(ctx).first(str(deal["pipeline"]), outcome).key


def _field_label(ctx: Context, name: str) -> str:
    field = ctx.catalog.object("deal").find(name)
    return label(ctx, f"field.deal.{name}", field.label if field else name)


def _given(values: Mapping[str, Json]) -> dict[str, Json]:
    return {name: value for name, value in values.items() if value is not None}


def _number(value: Json, fallback: float) -> float:
    return value if isinstance(value, int | float) else fallback


def _plain_money(value: Json) -> Json:
    if not isinstance(value, Mapping):
        return None
    return {"amount": value["amount"], "currency": value["currency"]}
