"""Figures by group: keys with labels, spans of days, totals that agree with the records."""

import datetime as dt
from typing import Any

import pytest
import time_machine

from kith.kernel.query import errors
from tests.support.town import Town


def _by_key(figures: Any) -> dict[Any, Any]:
    return {
        key["label"] if isinstance(key, dict) else key: group["values"]
        for group in figures["groups"]
        for key in [group["keys"][0]]
    }


async def test_every_measure_adds_up(town: Town) -> None:
    measures = [
        {"op": "count"},
        {"op": "count", "field": "count", "as": "known"},
        {"op": "sum", "field": "cost"},
        {"op": "avg", "field": "count"},
        {"op": "min", "field": "day"},
        {"op": "max", "field": "count"},
        {"op": "count_distinct", "field": "mood"},
    ]
    figures = await town.figures("ada", "visit", {"group": ["mood"], "measures": measures})
    assert [group["keys"] for group in figures["groups"]] == [["good"], ["fair"], ["bad"], [None]]
    assert _by_key(figures)["good"] == {
        "count": 2,
        "known": 2,
        "sum_cost": 100,
        "avg_count": 3,
        "min_day": "2026-01-15",
        "max_count": 5,
        "count_distinct_mood": 1,
    }
    assert figures["total"] == {
        "count": 5,
        "known": 4,
        "sum_cost": 400,
        "avg_count": 2.75,
        "min_day": "2025-12-31",
        "max_count": 5,
        "count_distinct_mood": 3,
    }
    without = [m for m in measures if m["op"] != "count_distinct"]
    again = await town.figures("ada", "visit", {"group": ["mood"], "measures": without})
    assert again["total"].items() <= figures["total"].items()


async def test_without_groups_there_is_just_the_total(town: Town) -> None:
    figures = await town.figures("ada", "visit", {"measures": [{"op": "sum", "field": "cost"}]})
    assert figures == {"groups": [], "total": {"sum_cost": 400}}
    nothing = {
        "where": {"or": []},
        "group": ["mood"],
        "measures": [{"op": "count"}, {"op": "avg", "field": "rate"}],
    }
    assert await town.figures("ada", "visit", nothing) == {
        "groups": [],
        "total": {"count": 0, "avg_rate": None},
    }


async def test_records_are_shown_with_their_labels_in_order(town: Town) -> None:
    figures = await town.figures("ada", "visit", {"group": ["owner"]})
    assert list(_by_key(figures).items()) == [
        ("Ada", {"count": 1}),
        ("Max", {"count": 1}),
        ("Sam", {"count": 2}),
        ("Sue", {"count": 1}),
    ]
    pairs = await town.figures("ada", "visit", {"group": ["shop", "mood"]})
    assert [
        [k["label"] if isinstance(k, dict) else k for k in g["keys"]] for g in pairs["groups"]
    ] == [
        ["Big Chain", "bad"],
        ["Corner", "good"],
        ["华星商店", "fair"],
        [None, "good"],
        [None, None],
    ]


async def test_groups_come_in_the_order_asked_for(town: Town) -> None:
    query: dict[str, Any] = {"group": ["owner"], "measures": [{"op": "count", "as": "n"}]}
    most = await town.figures(
        "ada", "visit", {**query, "sort": [{"by": "n", "desc": True}], "limit": 2}
    )
    assert list(_by_key(most)) == ["Sam", "Ada"]
    assert most["total"] == {"n": 5}
    last = await town.figures("ada", "visit", {**query, "sort": [{"by": "#0", "desc": True}]})
    assert list(_by_key(last)) == ["Sue", "Sam", "Max", "Ada"]
    with pytest.raises(errors.UnknownSort) as problem:
        await town.figures("ada", "visit", {**query, "sort": [{"by": "#1"}]})
    assert problem.value.place == "sort[0].by"


BUCKETS = {
    "day": {"2026-11-20": 1, "2026-11-22": 1, "2026-10-01": 1, "2025-12-31": 1, "2026-01-15": 1},
    "week": {"2026-11-16": 2, "2026-09-28": 1, "2025-12-29": 1, "2026-01-12": 1},
    "month": {"2026-11-01": 2, "2026-10-01": 1, "2025-12-01": 1, "2026-01-01": 1},
    "quarter": {"2026-10-01": 3, "2025-10-01": 1, "2026-01-01": 1},
    "year": {"2026-01-01": 4, "2025-01-01": 1},
}


@pytest.mark.parametrize("bucket", BUCKETS)
async def test_days_are_put_into_spans(town: Town, bucket: str) -> None:
    figures = await town.figures("ada", "visit", {"group": [{"by": "day", "bucket": bucket}]})
    assert {k: v["count"] for k, v in _by_key(figures).items()} == BUCKETS[bucket]
    assert list(_by_key(figures)) == sorted(BUCKETS[bucket])


@pytest.mark.parametrize(
    ("bucket", "expected"),
    [
        ("fiscal_year", {"2025-11-01": 3, "2026-11-01": 2}),
        ("fiscal_quarter", {"2026-11-01": 2, "2026-08-01": 1, "2025-11-01": 2}),
    ],
)
async def test_fiscal_spans_begin_with_the_workspaces_month(
    town: Town, bucket: str, expected: dict[str, int]
) -> None:
    async with town.company.open() as ctx:
        await ctx.unit.execute("update kith.workspace set fiscal_start = 11")
    figures = await town.figures("ada", "visit", {"group": [{"by": "day", "bucket": bucket}]})
    assert {k: v["count"] for k, v in _by_key(figures).items()} == expected


async def test_moments_fall_into_the_readers_days(town: Town) -> None:
    query = {"group": [{"by": "at", "bucket": "day"}], "where": {"field": "at", "op": "not_empty"}}
    assert set(_by_key(await town.figures("ada", "visit", query))) == {
        "2026-11-21",
        "2026-11-22",
        "2026-10-01",
    }
    async with town.company.open() as ctx:
        await ctx.unit.execute(
            f'update {ctx.workspace.schema}."user" set timezone = $1 where id = $2',
            "America/New_York",
            town.people["ada"],
        )
    assert set(_by_key(await town.figures("ada", "visit", query))) == {
        "2026-11-21",
        "2026-11-22",
        "2026-09-30",
    }


async def test_each_item_of_a_list_is_a_group_and_the_total_counts_records(town: Town) -> None:
    figures = await town.figures("ada", "visit", {"group": ["labels"]})
    assert _by_key(figures) == {"new": {"count": 1}, "vip": {"count": 2}, None: {"count": 3}}
    assert figures["total"] == {"count": 5}


async def test_paths_parts_and_formulas_group_too(town: Town) -> None:
    assert _by_key(await town.figures("ada", "visit", {"group": ["where.city"]}))["Berlin"] == {
        "count": 1
    }
    assert _by_key(await town.figures("ada", "visit", {"group": ["shop.chain"]}))["Big Chain"] == {
        "count": 1
    }
    with time_machine.travel(dt.datetime(2026, 11, 22, tzinfo=dt.UTC), tick=False):
        total = await town.figures("ada", "visit", {"measures": [{"op": "sum", "field": "far"}]})
    assert total["total"] == {"sum_far": 1 + 3 + 2 + 20 + 3 + 100}


@pytest.mark.parametrize(
    ("query", "problem", "place"),
    [
        ({"group": ["note"]}, errors.NotGroupable, "group[0].by"),
        ({"group": ["spot"]}, errors.NotGroupable, "group[0].by"),
        ({"group": [{"by": "mood", "bucket": "day"}]}, errors.WrongBucket, "group[0].bucket"),
        ({"measures": [{"op": "sum", "field": "name"}]}, errors.WrongMeasure, "measures[0]"),
        ({"measures": [{"op": "sum", "field": "nix"}]}, errors.UnknownField, "measures[0].field"),
        ({"where": {"field": "nix"}}, errors.UnknownField, "where.field"),
    ],
    ids=str,
)
async def test_what_cannot_be_computed_is_named(
    town: Town, query: dict[str, Any], problem: type[Exception], place: str
) -> None:
    with pytest.raises(problem) as found:
        await town.figures("ada", "visit", query)
    assert found.value.place == place  # type: ignore[attr-defined]


async def test_a_measure_may_have_any_name(town: Town) -> None:
    name = "Wert \"in\" 'EUR' \\ \x02p0\x03 ü"
    figures = await town.figures("ada", "visit", {"measures": [{"op": "count", "as": name}]})
    assert list(figures["total"].values()) == [5]
