"""Exchange rates: money is added up in the base currency at the rate of its day."""

import datetime as dt
from decimal import Decimal, InvalidOperation

from kith.http.answer import Answer
from kith.http.call import Call
from kith.http.errors import BodyShape
from kith.http.meta import currencies
from kith.http.route import Docs, Route
from kith.http.values import only
from kith.kernel.storage import rates
from kith.kernel.storage.rates import Rate
from kith.lib.json import Json

_LEAST, _MOST = Decimal("1e-9"), Decimal("1e9")


async def list_rates(call: Call) -> Answer:
    """Return every rate."""
    return Answer.json(await _all(call))


async def set_rate(call: Call) -> Answer:
    """Keep the rate of a currency from a day on."""
    body, ctx = call.mapping(), call.ctx
    only(body, ("currency", "day", "rate"))
    currency = body.get("currency")
    if currency not in currencies() or currency == ctx.workspace.base_currency:
        raise BodyShape(place="currency", expected="a currency other than the base currency")
    found = Rate(str(currency), _day(body.get("day"), ctx.today), _rate(body.get("rate")))
    await rates.set_rate(ctx.unit, ctx.workspace, found)
    call.announce_settings("rates")
    return Answer.json(await _all(call))


async def remove_rate(call: Call) -> Answer:
    """Forget the rate of a currency from a day on."""
    ctx = call.ctx
    day = _day(call.path["day"], ctx.today)
    await rates.remove_rate(ctx.unit, ctx.workspace, call.path["currency"], day)
    call.announce_settings("rates")
    return Answer.empty()


async def _all(call: Call) -> dict[str, Json]:
    found = await rates.list_rates(call.ctx.unit, call.ctx.workspace)
    items: list[Json] = [
        {"currency": r.currency, "day": r.day.isoformat(), "rate": float(r.rate)} for r in found
    ]
    return {"base": call.ctx.workspace.base_currency, "items": items}


def _day(value: Json, today: dt.date) -> dt.date:
    if value is None:
        return today
    try:
        return dt.date.fromisoformat(str(value))
    except ValueError:
        raise BodyShape(place="day", expected="a date such as 2026-11-22") from None


def _rate(value: Json) -> Decimal:
    try:
        found = Decimal(str(value)) if not isinstance(value, bool) else None
    except InvalidOperation:
        found = None
    if found is None or not found.is_finite() or not _LEAST <= found <= _MOST:
        raise BodyShape(place="rate", expected="what one unit is worth, a number above 0")
    return found


_ONE = "/api/rates/{currency}/{day}"
ROUTES = (
    Route("GET", "/api/rates", list_rates, "Exchange rates", docs=Docs("Workspace", gives="Rates")),
    Route(
        "POST",
        "/api/rates",
        set_rate,
        "Set an exchange rate",
        who="admin",
        docs=Docs("Workspace", takes="Rate", gives="Rates"),
    ),
    Route(
        "DELETE",
        _ONE,
        remove_rate,
        "Remove an exchange rate",
        who="admin",
        docs=Docs("Workspace", status=204),
    ),
)
