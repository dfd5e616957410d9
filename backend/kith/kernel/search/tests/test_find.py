"""Search over all objects, on a real database."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from kith.kernel import access, design, search
from kith.kernel.records.change import COLUMNS, Change
from kith.lib.json import loads
from tests.support.databases import Databases
from tests.support.town import Town, settle

SHOPS: dict[str, dict[str, Any]] = {
    "Acme": {"city": "Rome"},
    "Acme Baltic GmbH": {"city": "Kiel", "phone": "+49 151 12345678"},
    "New Acme": {"city": "Oslo"},
    "Placmer": {},
    "华星科技有限公司": {"city": "上海"},
    "Harbor Logistics": {"secret": "treasure"},
    "Kestrel 4711": {},
}


@pytest.fixture(scope="module")
async def town(databases: Databases) -> AsyncIterator[Town]:
    async with settle(databases) as found:
        for name, values in SHOPS.items():
            await found.add("shop", "sam", name=name, **values)
        for i in range(12):
            await found.add("visit", "sue", name=f"华星 visit {i}", note="about the acme renewal")
        async with found.company.open() as ctx:
            await search.rebuild_all(ctx)
        yield found


async def _search(town: Town, who: str | None, text: str, **more: Any) -> dict[str, list[Any]]:
    async with town.open(who) as ctx:
        found = loads(await search.search(ctx, text, **more))
    assert isinstance(found, dict)
    return {group["object"]: group["items"] for group in found["groups"]}


async def _names(town: Town, text: str, kind: str = "shop") -> list[str]:
    return [item["label"] for item in (await _search(town, "ada", text)).get(kind, [])]


async def test_the_best_comes_first(town: Town) -> None:
    assert await _names(town, "acme") == ["Acme", "Acme Baltic GmbH", "New Acme", "Placmer"]


@pytest.mark.parametrize(
    "typed", ["华星", "huaxing", "hx", "hua xing", "科技公司", "华星科技有限公司"]
)
async def test_a_chinese_name_is_found(town: Town, typed: str) -> None:
    assert (await _names(town, typed))[0] == "华星科技有限公司"


@pytest.mark.parametrize("typed", ["0151 1234", "+49 151 12345678", "(0151) 12345678", "12345678"])
async def test_a_phone_number_is_found(town: Town, typed: str) -> None:
    assert await _names(town, typed) == ["Acme Baltic GmbH"]


@pytest.mark.parametrize(
    "typed", ["harbr", "habor", "harbro", "harbour logistics", "kestral", "logistcs"]
)
async def test_a_mistyped_name_is_found(town: Town, typed: str) -> None:
    assert len(await _names(town, typed)) == 1


async def test_what_is_not_there_is_not_found(town: Town) -> None:
    for typed in ("zzzz", "4712", "北京", "!!!", "   ", "%", "\\", "'; drop table"):
        assert await _search(town, "ada", typed) == {}


async def test_each_group_is_bounded_and_can_be_asked_for_alone(town: Town) -> None:
    found = await _search(town, "ada", "华星", limit=5)
    assert len(found["visit"]) == 5
    assert list(found) == ["shop", "visit"]
    assert list(await _search(town, "ada", "华星", objects=["visit", "nothing"])) == ["visit"]


async def test_a_hit_says_where_it_was_hit_and_what_tells_it_apart(town: Town) -> None:
    item = (await _search(town, "ada", "baltic"))["shop"][0]
    assert item == {
        "id": str(town.ids["Acme Baltic GmbH"]),
        "label": "Acme Baltic GmbH",
        "hint": "Kiel · +4915112345678",
        "highlight": [[5, 11]],
    }


async def test_people_find_what_they_may_see(town: Town) -> None:
    assert set(await _search(town, "sue", "华星")) == {"visit"}
    assert set(await _search(town, "sam", "华星")) == {"shop"}
    assert set(await _search(town, "max", "华星")) == {"shop", "visit"}
    assert set(await _search(town, "vic", "华星")) == {"visit"}


async def test_words_of_hidden_fields_are_not_found(town: Town) -> None:
    assert set(await _search(town, "ada", "treasure")) == {"shop"}
    assert await _search(town, "sam", "treasure") == {}
    assert set(await _search(town, "sam", "harbor")) == {"shop"}
    assert await _search(town, "sam", "harbor treasure") == {}


async def test_lists_search_with_the_same_words(town: Town) -> None:
    page = await town.list("ada", "shop", {"search": "hx", "fields": ["name"]})
    assert [item["name"] for item in page["items"]] == ["华星科技有限公司"]
    assert (await town.list("ada", "visit", {"search": "ACME renewal"}))["total"] == 12
    assert (await town.list("sam", "shop", {"search": "treasure"}))["total"] == 0
    assert (await town.list("sam", "shop", {"search": "harbor log"}))["total"] == 1


async def test_a_link_picker_gets_the_best_or_the_latest(town: Town) -> None:
    async with town.open("ada") as ctx:
        found = loads(await search.lookup(ctx, "shop", "acme", limit=2))
        latest = loads(await search.lookup(ctx, "shop", limit=3))
        people = loads(await search.lookup(ctx, "user"))
        nothing = loads(await search.lookup(ctx, "org_unit"))
    assert [item["label"] for item in found["items"]] == ["Acme", "Acme Baltic GmbH"]  # type: ignore[index]
    assert [item["label"] for item in latest["items"]] == [  # type: ignore[index]
        "Kestrel 4711",
        "Harbor Logistics",
        "华星科技有限公司",
    ]
    assert len(people["items"]) == 5  # type: ignore[index]
    assert nothing == {"items": []}
    async with town.open("vic") as ctx:
        with pytest.raises(access.NotAllowed):
            await search.lookup(ctx, "shop", "acme")


async def test_documents_follow_the_records(town: Town) -> None:
    record = await town.add("shop", "sam", name="Volatile")
    visit = await town.add("visit", "sue", name="Moving")
    line = await town.add("line", name="Follower", visit="@Moving")
    async with town.company.open() as ctx:
        shops = f"{ctx.workspace.schema}.shop"
        visits = f"{ctx.workspace.schema}.visit"
        await search.index(ctx, "shop", [record])
        await search.index(ctx, "visit", [visit])
        await search.index(ctx, "line", [line])
        assert list(await _all(ctx, "Volatile")) == ["shop"]
        await ctx.unit.execute(f"update {shops} set name = 'Steady' where id = $1", record)
        await search.index(ctx, "shop", [record])
        assert await _all(ctx, "Volatile") == {}
        await ctx.unit.execute(f"update {shops} set deleted_at = now() where id = $1", record)
        await search.index(ctx, "shop", [record])
        assert await _all(ctx, "Steady") == {}
        await ctx.unit.execute(
            f"update {visits} set owner = $2 where id = $1", visit, town.people["sam"]
        )
        await search.index(ctx, "visit", [visit])
    assert set(await _search(town, "sam", "follower")) == {"line"}
    assert await _search(town, "sue", "follower") == {}


async def test_documents_follow_the_definitions(town: Town) -> None:
    await town.add("shop", "ada", name="Plain", city="Timbuktu")
    async with town.company.open("ada") as ctx:
        await design.change_field(ctx, "shop", "city", {"searchable": True})
    async with town.company.open() as ctx:
        rows = await ctx.unit.fetch(
            f"select {COLUMNS} from {ctx.workspace.schema}._change where object = '_field'"
        )
        await search.follow(ctx, [Change.of(row) for row in rows])
    assert set(await _search(town, "ada", "timbuktu")) == {"shop"}


async def _all(ctx: Any, text: str) -> dict[str, int]:
    found = loads(await search.search(ctx, text))
    assert isinstance(found, dict)
    return {group["object"]: len(group["items"]) for group in found["groups"]}
