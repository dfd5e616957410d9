"""What reading a value depends on: the actor's habits, the workspace's currency and its rates of the day."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from types import NoneType
from typing import cast

from kith.kernel.context import Context
from kith.kernel.fields import ParseEnv
from kith.kernel.records.attaching import attachable
from kith.kernel.records.shapes import Shape
from kith.kernel.storage import rates as stored
from kith.lib.json import Json


async def environment(ctx: Context, shape: Shape, *rows: Mapping[str, Json]) -> ParseEnv:
    """Return the surroundings for these values; rates and files are looked up only when a value needs them."""
    env = plain_environment(ctx)
    if shape.files:
        wanted = {str(row[name]) for row in rows for name in shape.files if row.get(name)}
        env = replace(env, files=await attachable(ctx, wanted))
    if not any(_is_foreign(env, row.get(name)) for row in rows for name in shape.money):
        return env
    return replace(env, rates=await rates(ctx))


async def rates(ctx: Context) -> dict[str, Decimal]:
    """Return what one unit of each currency is worth today in the base currency."""
    return await stored.current(ctx.unit, ctx.workspace, ctx.today)


def plain_environment(ctx: Context) -> ParseEnv:
    """Return the surroundings without exchange rates."""
    return ParseEnv(
        locale=ctx.actor.locale,
        timezone=ctx.actor.timezone,
        base_currency=ctx.workspace.base_currency,
        country=cast("str", ctx.workspace.settings.get("country", "US")),
    )


def has_bare_amount(shape: Shape, values: Mapping[str, Json]) -> bool:
    """Say whether a money field was sent without its currency."""
    amounts = (values[name] for name in shape.money if name in values)
    return any(not isinstance(amount, Mapping | NoneType) for amount in amounts)


def _is_foreign(env: ParseEnv, value: Json) -> bool:
    return isinstance(value, Mapping) and value.get("currency") not in (None, env.base_currency)
