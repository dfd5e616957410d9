"""What happens when accounts, contacts and ties are written: names agree, sizes follow, ties get their labels."""

from collections.abc import Mapping

from kith.kernel.api import Context, records
from kith.lib.json import Json
from kith.modules.people.errors import NoExamples
from kith.modules.people.objects import RELATION
from kith.modules.people.rules import (
    Values,
    check_ends,
    check_parent,
    inverse_of,
    with_names,
    with_size,
)


async def settle_account(ctx: Context, before: Values | None, values: Values) -> dict[str, Json]:
    """Let the size follow from the number of employees; refuse a company that owns itself."""
    del ctx
    check_parent((before or {}).get("id"), values)
    return with_size(before, values)


async def settle_contact(ctx: Context, before: Values | None, values: Values) -> dict[str, Json]:
    """Let the full name and its parts agree."""
    del ctx
    return with_names(before, values)


async def settle_relation(ctx: Context, before: Values | None, values: Values) -> dict[str, Json]:
    """Check both ends, work out how the other end sees the tie, and write its label."""
    state = {**(before or {}), **values}
    check_ends(state)
    option = ctx.catalog.field(RELATION.name, "kind").option(str(state.get("kind")))
    inverse = inverse_of(str(state.get("kind")), option.config if option else {})
    near = await _name(ctx, ("contact", state.get("contact")), ("account", state.get("account")))
    far = await _name(
        ctx, ("contact", state.get("to_contact")), ("account", state.get("to_account"))
    )
    return {**values, "inverse": inverse, "label": f"{near} → {far}"}


async def settle_acquaintance(
    ctx: Context, before: Values | None, values: Values
) -> dict[str, Json]:
    """Write who knows whom as the label."""
    state = {**(before or {}), **values}
    colleague = await _name(ctx, ("user", state.get("user")))
    contact = await _name(ctx, ("contact", state.get("contact")))
    return {**values, "label": f"{colleague} → {contact}"}


async def settle_member(ctx: Context, before: Values | None, values: Values) -> dict[str, Json]:
    """Write the colleague's name as the label."""
    state = {**(before or {}), **values}
    return {**values, "label": await _name(ctx, ("user", state.get("user")))}


async def count_examples(ctx: Context) -> int:
    """Return how many records are examples, parts of others included."""
    total = 0
    for definition in ctx.catalog.objects.values():
        if not definition.system:
            figures = await records.aggregate(ctx, definition.name, {"where": examples(ctx)})
            first = figures["total"]
            total += int(str(first["count"])) if isinstance(first, Mapping) else 0
    return total


def examples(ctx: Context) -> Mapping[str, Json]:
    """Return the filter that holds for examples: what was there before the first person signed in."""
    demo = ctx.workspace.settings.get("demo")
    until = demo.get("until") if isinstance(demo, Mapping) else None
    if until is None:
        raise NoExamples
    return {"field": "created_at", "op": "le", "value": str(until)}


async def _name(ctx: Context, *ends: tuple[str, Json]) -> str:
    for name, value in ends:
        if value is None:
            continue
        found = await records.look(ctx, name, records.id(str(value)), ("name",))
        return str(found["name"]) if found else "…"
    return "…"
