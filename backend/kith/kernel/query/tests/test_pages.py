"""Pages put together are the whole list, in the order asked for, whatever is empty and whatever is equal."""

import base64
import itertools
import random
from collections.abc import AsyncIterator
from typing import Any

import pytest

from kith.kernel.query.errors import BrokenCursor, NotSortable
from kith.lib.json import dumps
from tests.support.databases import Databases
from tests.support.town import Town, settle

ROWS = 60
KEYS = ("name", "count", "cost", "day", "at", "mood", "done", "shop", "shop.size", "rate", "far")


@pytest.fixture(scope="module")
async def crowd(databases: Databases) -> AsyncIterator[Town]:
    """Sixty visits with many ties and many gaps."""
    async with settle(databases) as town:
        rng = random.Random(7)  # noqa: S311 - the same rows every time
        for i in range(4):
            await town.add("shop", "sam", name=f"Shop {i}", size=i % 2 or None)
        for i in range(ROWS):
            values = {
                "name": rng.choice("äAbB华星") + str(i % 7),
                "count": rng.choice([None, 1, 2, 3]),
                "rate": rng.choice([None, 0.1, 2.25]),
                "cost": rng.choice([None, 10, 20.5]),
                "day": rng.choice([None, "2026-01-01", "2026-02-01"]),
                "at": rng.choice([None, "2026-01-01T10:00:00.123456Z", "2026-01-01T11:00:00Z"]),
                "mood": rng.choice([None, "good", "fair", "bad"]),
                "done": rng.choice([None, True, False]),
                "shop": rng.choice([None, "@Shop 0", "@Shop 1", "@Shop 2", "@Shop 3"]),
            }
            await town.add("visit", rng.choice(["sam", "sue"]), **values)
        yield town


async def _walk(town: Town, query: dict[str, Any], limit: int) -> list[Any]:
    found: list[Any] = []
    after = None
    while True:
        page = await town.list("sam", "visit", {**query, "limit": limit, "after": after})
        found += [item["id"] for item in page["items"]]
        assert len(page["items"]) == limit or page["next"] is None
        after = page["next"]
        if after is None:
            return found


@pytest.mark.parametrize("seed", range(12))
async def test_pages_put_together_are_the_whole_list(crowd: Town, seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311
    sort = [
        {"by": key, "desc": rng.random() < 0.5}
        for key in rng.sample(KEYS, rng.choice([1, 1, 2, 3]))
    ]
    query = {"sort": sort, "fields": [], "count": "exact"}
    whole = await crowd.list("sam", "visit", {**query, "limit": 200})
    ids = [item["id"] for item in whole["items"]]
    assert whole["total"] == len(ids) == len(set(ids))
    for limit in (1, 7):
        assert await _walk(crowd, query, limit) == ids


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("key", ["count", "rate", "day", "at", "far"])
async def test_values_are_in_order_and_empty_ones_last(
    crowd: Town, key: str, *, descending: bool
) -> None:
    page = await crowd.list(
        "sam", "visit", {"sort": [{"by": key, "desc": descending}], "fields": [key], "limit": 200}
    )
    values = [item[key] for item in page["items"]]
    known = list(itertools.takewhile(lambda v: v is not None, values))
    assert set(values[len(known) :]) <= {None}
    assert known == sorted(known, reverse=descending)


async def test_choices_are_in_the_order_of_their_options_and_names_as_people_sort(
    crowd: Town,
) -> None:
    moods = [
        i["mood"]
        for i in (await crowd.list("sam", "visit", {"sort": ["mood"], "limit": 200}))["items"]
    ]
    assert list(dict.fromkeys(moods)) == ["good", "fair", "bad", None]
    names = [
        i["name"][0]
        for i in (await crowd.list("sam", "visit", {"sort": ["name"], "limit": 200}))["items"]
    ]
    assert "".join(dict.fromkeys(n.lower() for n in names)) in ("äab华星", "aäb华星")


async def test_a_link_is_sorted_by_the_name_of_its_target(crowd: Town) -> None:
    page = await crowd.list("sam", "visit", {"sort": [{"by": "shop", "desc": True}], "limit": 200})
    labels = [item["shop"]["label"] for item in page["items"] if item["shop"]]
    assert labels == sorted(labels, reverse=True)
    assert page["items"][-1]["shop"] is None


async def test_the_newest_come_first_when_nobody_says_otherwise(crowd: Town) -> None:
    page = await crowd.list("sam", "visit", {"limit": 200})
    ids = [item["id"] for item in page["items"]]
    assert ids == sorted(ids, reverse=True)


async def test_the_count_is_capped_exact_or_left_out(crowd: Town) -> None:
    for count, expected in (
        ("capped", (ROWS, False)),
        ("exact", (ROWS, False)),
        ("none", (None, False)),
    ):
        page = await crowd.list("max", "visit", {"count": count, "limit": 1})
        assert (page["total"], page["capped"]) == expected


def _cursor(data: Any) -> str:
    return base64.urlsafe_b64encode(dumps(data)).decode().rstrip("=")


async def test_a_cursor_from_elsewhere_is_refused(crowd: Town) -> None:
    page = await crowd.list("sam", "visit", {"sort": ["count"], "limit": 1})
    mark, *_ = __import__("json").loads(base64.urlsafe_b64decode(page["next"] + "=="))
    broken = [
        "x",
        "!!!!",
        "ä",
        "a" * 5000,
        page["next"][:-4],
        _cursor({}),
        _cursor([]),
        _cursor([mark]),
        _cursor([mark, "1"]),
        _cursor([mark, "1", None]),
        _cursor([mark, "many", "01a20000-0000-7000-8000-000000000000"]),
        _cursor([mark, "1", "no id"]),
        _cursor([mark, 1, "01a20000-0000-7000-8000-000000000000"]),
        _cursor([mark, "1", "01a20000-0000-7000-8000-000000000000", "more"]),
    ]
    for after in broken:
        with pytest.raises(BrokenCursor):
            await crowd.list("sam", "visit", {"sort": ["count"], "after": after})
    for sort in (["rate"], [{"by": "count", "desc": True}], []):
        with pytest.raises(BrokenCursor):
            await crowd.list("sam", "visit", {"sort": sort, "after": page["next"]})
    with pytest.raises(BrokenCursor):
        await crowd.list(
            "sam", "shop", {"after": (await crowd.list("sam", "visit", {"limit": 1}))["next"]}
        )


async def test_what_has_no_order_cannot_be_sorted_by(crowd: Town) -> None:
    for key in ("shops", "spot", "moods"):
        with pytest.raises(NotSortable) as problem:
            await crowd.list("sam", "visit", {"sort": ["name", key]})
        assert problem.value.place == "sort[1]"


@pytest.mark.parametrize("near", [0, 1, 5, 40])
async def test_the_near_and_the_far_road_lead_to_the_same_rows(
    crowd: Town, near: int, monkeypatch: Any
) -> None:
    queries: list[dict[str, Any]] = [
        {"sort": sort, "fields": [], "where": where}
        for sort in ([], ["name"])
        for where in (
            None,
            {"field": "count", "op": "gt", "value": 1},
            {"field": "shop.size", "value": 1},
        )
    ]
    expected = [await _walk(crowd, query, 200) for query in queries]
    monkeypatch.setattr("kith.kernel.query.rows.NEAR", near)
    async with crowd.open("sam") as ctx:
        ctx.catalog.memo.pop("query.texts", None)
    for query, ids in zip(queries, expected, strict=True):
        assert await _walk(crowd, query, 4) == ids
    async with crowd.open("sam") as ctx:
        ctx.catalog.memo.pop("query.texts", None)
