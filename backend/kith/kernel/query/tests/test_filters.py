"""What each filter finds, on a real database, read by the admin on Sunday 2026-11-22."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
import time_machine

from kith.kernel.query.errors import WrongValue
from kith.kernel.storage import rates
from tests.support.town import Town

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
ALL = ["Alpha", "Beta", "delta", "Épsilon", "Gamma 50%"]

FOUND: list[tuple[Any, list[str]]] = [
    (None, ALL),
    ({"and": []}, ALL),
    ({"or": []}, []),
    ({"field": "name", "value": "alpha"}, ["Alpha"]),
    ({"field": "name", "op": "contains", "value": "PH"}, ["Alpha"]),
    ({"field": "name", "op": "contains", "value": "50%"}, ["Gamma 50%"]),
    ({"field": "name", "op": "contains", "value": "%"}, ["Gamma 50%"]),
    ({"field": "name", "op": "starts", "value": "be"}, ["Beta"]),
    ({"field": "name", "op": "ends", "value": "TA"}, ["Beta", "delta"]),
    ({"field": "name", "op": "not_contains", "value": "ta"}, ["Alpha", "Épsilon", "Gamma 50%"]),
    ({"field": "count", "op": "gt", "value": 2}, ["Épsilon", "Gamma 50%"]),
    ({"field": "count", "op": "between", "value": [2, 3]}, ["Beta", "Gamma 50%"]),
    ({"field": "count", "op": "ne", "value": 2}, ["Alpha", "delta", "Épsilon", "Gamma 50%"]),
    ({"field": "count", "op": "eq", "value": None}, ["delta"]),
    ({"field": "count", "op": "ne", "value": None}, ["Alpha", "Beta", "Épsilon", "Gamma 50%"]),
    ({"field": "count", "op": "empty"}, ["delta"]),
    ({"not": {"field": "count", "op": "gt", "value": 2}}, ["Alpha", "Beta", "delta"]),
    ({"field": "cost", "op": "ge", "value": 100}, ["Alpha", "Beta"]),
    ({"field": "cost", "op": "lt", "value": {"amount": 100, "currency": "USD"}}, ["Gamma 50%"]),
    ({"field": "cost.currency", "value": "usd"}, ["Alpha", "Beta", "Gamma 50%"]),
    ({"field": "done", "value": True}, ["Alpha"]),
    ({"field": "mood", "op": "in", "value": ["good", "bad"]}, ["Alpha", "Épsilon", "Gamma 50%"]),
    ({"field": "mood", "op": "not_in", "value": ["good"]}, ["Beta", "delta", "Gamma 50%"]),
    ({"field": "moods", "op": "any_of", "value": ["fair", "bad"]}, ["Alpha", "Beta"]),
    ({"field": "moods", "op": "all_of", "value": ["fair", "good"]}, ["Alpha"]),
    ({"field": "labels", "op": "any_of", "value": ["vip"]}, ["Alpha", "Beta"]),
    (
        {"field": "labels", "op": "none_of", "value": ["new"]},
        ["Beta", "delta", "Épsilon", "Gamma 50%"],
    ),
    ({"field": "shop", "value": "@Corner"}, ["Alpha"]),
    ({"field": "shop", "op": "empty"}, ["delta", "Épsilon"]),
    ({"field": "shops", "op": "any_of", "value": ["@华星商店"]}, ["Alpha"]),
    ({"field": "shops", "op": "empty"}, ["Beta", "delta", "Épsilon"]),
    ({"field": "shop.city", "value": "paris"}, ["Alpha"]),
    ({"field": "shop.size", "op": "ge", "value": 20}, ["Beta", "Gamma 50%"]),
    ({"field": "shop.chain.name", "op": "contains", "value": "big"}, ["Alpha"]),
    ({"field": "shop.city", "op": "empty"}, ["delta", "Épsilon"]),
    ({"not": {"field": "shop.city", "value": "Paris"}}, ["Beta", "delta", "Épsilon", "Gamma 50%"]),
    ({"field": "shop.owner.name", "value": "Max"}, ["Alpha"]),
    ({"field": "where.city", "op": "in", "value": ["berlin", "Rome"]}, ["Alpha"]),
    ({"field": "where", "op": "contains", "value": "pots"}, ["Beta"]),
    ({"field": "spot", "op": "near", "value": {"lat": 52.5, "lng": 13.4, "km": 10}}, ["Alpha"]),
    ({"field": "twice", "op": "gt", "value": 5}, ["Épsilon", "Gamma 50%"]),
    ({"field": "far", "value": 22}, ["Beta"]),
    ({"field": "age", "value": 2}, ["Alpha"]),
    ({"field": "id", "op": "in", "value": ["@Beta"]}, ["Beta"]),
    ({"field": "version", "op": "gt", "value": 1}, []),
    # people
    ({"field": "owner", "value": {"me": True}}, ["Épsilon"]),
    ({"field": "owner", "op": "in", "value": {"my_team": True}}, ALL),
    ({"field": "owner", "op": "ne", "value": {"my_team": True}}, []),
    ({"field": "owner", "op": "in", "value": [{"me": True}, "@sue"]}, ["Épsilon", "Gamma 50%"]),
    ({"field": "owner", "op": "under", "value": "@max"}, ["Alpha", "Beta", "delta", "Gamma 50%"]),
    ({"field": "helper", "op": "under", "value": {"me": True}}, ["Alpha", "Beta"]),
    # dates
    ({"field": "day", "op": "within", "value": {"rel": "this_month"}}, ["Alpha", "Beta"]),
    ({"field": "day", "value": {"rel": "today"}}, ["Beta"]),
    ({"field": "day", "op": "ne", "value": {"rel": "this_year"}}, ["delta"]),
    ({"field": "day", "op": "lt", "value": {"rel": "this_quarter"}}, ["delta", "Épsilon"]),
    ({"field": "day", "op": "ge", "value": {"rel": "days_ago", "n": 2}}, ["Alpha", "Beta"]),
    (
        {"field": "day", "op": "le", "value": {"rel": "last_month"}},
        ["delta", "Épsilon", "Gamma 50%"],
    ),
    ({"field": "day", "op": "gt", "value": {"rel": "last_month"}}, ["Alpha", "Beta"]),
    (
        {"field": "day", "op": "between", "value": [{"rel": "yesterday"}, {"rel": "next_week"}]},
        ["Beta"],
    ),
    ({"field": "day", "op": "within", "value": {"rel": "last_days", "n": 3}}, ["Alpha", "Beta"]),
    ({"field": "at", "value": "2026-11-21"}, ["Alpha"]),
    ({"field": "at", "op": "within", "value": {"rel": "yesterday"}}, ["Alpha"]),
    ({"field": "at", "op": "lt", "value": "2026-11-22T00:00:00Z"}, ["Alpha", "Gamma 50%"]),
    # children
    ({"children": "line.visit", "is": "any"}, ["Alpha", "Gamma 50%"]),
    ({"children": "line.visit", "is": "none"}, ["Beta", "delta", "Épsilon"]),
    ({"children": "line.visit", "is": "count", "op": "ge", "value": 2}, ["Alpha"]),
    (
        {
            "children": "line.visit",
            "is": "any",
            "where": {"field": "price", "op": "lt", "value": 2},
        },
        ["Gamma 50%"],
    ),
    (
        {
            "children": "line.visit",
            "is": "any",
            "where": {"field": "visit.shop.city", "value": "Paris"},
        },
        ["Alpha"],
    ),
]


@pytest.mark.parametrize(("where", "found"), FOUND, ids=[str(w)[:80] for w, _ in FOUND])
async def test_a_filter_finds(town: Town, where: Any, found: list[str]) -> None:
    with time_machine.travel(NOW, tick=False):
        assert await town.names("ada", _resolved(town, where)) == found


async def test_many_to_many_children_are_followed_backwards(town: Town) -> None:
    page = await town.list(
        "ada",
        "shop",
        {
            "where": {
                "children": "visit.shops",
                "is": "any",
                "where": {"field": "mood", "value": "bad"},
            }
        },
    )
    assert [item["name"] for item in page["items"]] == ["Big Chain"]


async def test_days_begin_where_the_reader_lives(town: Town) -> None:
    async with town.company.open() as ctx:
        await ctx.unit.execute(
            f'update {ctx.workspace.schema}."user" set timezone = $1 where id = $2',
            "Asia/Shanghai",
            town.people["max"],
        )
    with time_machine.travel(NOW, tick=False):
        assert await town.names("ada", {"field": "at", "value": {"rel": "today"}}) == ["Beta"]
        assert await town.names("max", {"field": "at", "value": {"rel": "today"}}) == [
            "Alpha",
            "Beta",
        ]
        assert await town.names("max", {"field": "at", "value": "2026-11-22"}) == ["Alpha", "Beta"]


async def test_the_bin_is_a_list_of_its_own(town: Town) -> None:
    assert await town.names("ada", None, bin=True) == ["Zeta gone"]
    page = await town.list("ada", "visit", {"bin": True, "fields": ["deleted_at"]})
    assert page["items"][0]["deleted_at"].startswith("2026-11-01")


def _resolved(town: Town, data: Any) -> Any:
    """Put ids for names such as @Corner."""
    if isinstance(data, dict):
        return {key: _resolved(town, value) for key, value in data.items()}
    if isinstance(data, list):
        return [_resolved(town, item) for item in data]
    return town._resolved(data)


async def test_amounts_in_other_currencies_are_compared_at_todays_rate(town: Town) -> None:
    where = {"field": "cost", "op": "gt", "value": {"amount": 100, "currency": "EUR"}}
    with pytest.raises(WrongValue):
        await town.names("ada", where)
    async with town.company.open() as ctx:
        day = ctx.today - dt.timedelta(days=3)
        await rates.set_rate(ctx.unit, ctx.workspace, rates.Rate("EUR", day, Decimal(2)))
    assert await town.names("ada", where) == ["Beta"]
    figures = await town.figures("ada", "visit", {"where": where})
    assert figures["total"] == {"count": 1}
