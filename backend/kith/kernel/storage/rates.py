"""Dated exchange rates: what one unit of a currency is worth in the base currency from a day on."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from kith.infra.db import Unit
from kith.kernel.schema import Workspace

_MOST = 5_000


@dataclass(frozen=True, slots=True)
class Rate:
    """One unit of `currency` is worth `rate` units of the base currency from `day` on."""

    currency: str
    day: dt.date
    rate: Decimal


async def list_rates(unit: Unit, workspace: Workspace) -> tuple[Rate, ...]:
    """Return the rates, by currency, the latest first."""
    rows = await unit.fetch(
        f"select currency, day, rate from {workspace.schema}._rate"
        f" order by currency, day desc limit {_MOST}"
    )
    return tuple(Rate(row["currency"], row["day"], row["rate"]) for row in rows)


async def current(unit: Unit, workspace: Workspace, day: dt.date) -> dict[str, Decimal]:
    """Return what one unit of each currency is worth on a day in the base currency."""
    rows = await unit.fetch(
        f"select distinct on (currency) currency, rate from {workspace.schema}._rate"
        " where day <= $1 order by currency, day desc",
        day,
    )
    return {row["currency"]: row["rate"] for row in rows}


async def set_rate(unit: Unit, workspace: Workspace, rate: Rate) -> None:
    """Keep a rate; it replaces the one of the same day."""
    await unit.execute(
        f"insert into {workspace.schema}._rate (currency, day, rate) values ($1, $2, $3)"
        " on conflict (currency, day) do update set rate = excluded.rate",
        rate.currency,
        rate.day,
        rate.rate,
    )


async def remove_rate(unit: Unit, workspace: Workspace, currency: str, day: dt.date) -> None:
    """Forget a rate."""
    await unit.execute(
        f"delete from {workspace.schema}._rate where currency = $1 and day = $2", currency, day
    )
