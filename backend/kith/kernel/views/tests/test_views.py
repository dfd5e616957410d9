"""Views: standard and saved ones, each for whom it works."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from kith.kernel import access, views
from kith.kernel.catalog import UnknownObject
from kith.kernel.expr import QueryProblem
from kith.kernel.views import errors
from kith.kernel.views.view import MAX_COLUMNS
from tests.support.databases import Databases
from tests.support.town import Town, settle

MINE: dict[str, Any] = {
    "name": "  Good ones ",
    "query": {"where": {"field": "mood", "value": "good"}, "sort": [{"by": "day", "desc": True}]},
    "columns": [{"field": "name", "width": 200}, "shop.city", {"field": "owner"}],
}


@pytest.fixture
async def town(databases: Databases) -> AsyncIterator[Town]:
    async with settle(databases) as found:
        yield found


async def _views(town: Town, who: str, object_name: str = "visit") -> dict[str, Any]:
    async with town.open(who) as ctx:
        found = await views.list_views(ctx, access.reader(ctx), object_name)
    return {str(view["name"]): view for view in found}


async def _create(town: Town, who: str, **change: Any) -> Any:
    async with town.company.open(who) as ctx:
        return await views.create(ctx, access.reader(ctx), "visit", {**MINE, **change})


async def _change(town: Town, who: str, view: str, **change: Any) -> Any:
    async with town.company.open(who) as ctx:
        return await views.change(ctx, access.reader(ctx), "visit", view, change)


async def _remove(town: Town, who: str, view: str) -> None:
    async with town.company.open(who) as ctx:
        await views.remove(ctx, "visit", view)


async def test_standard_views_are_there_for_whom_they_work(town: Town) -> None:
    admins = await _views(town, "ada")
    assert [v["id"] for v in admins.values()] == ["bad", "secrets", "board", "calendar"]
    assert admins["Bad ones"]["standard"] is True
    assert (admins["Board"]["kind"], admins["Board"]["group"]) == ("board", "mood")
    assert (admins["Calendar"]["kind"], admins["Calendar"]["group"]) == ("calendar", "day")
    assert "Secrets" not in await _views(town, "sam")


async def test_an_object_without_a_view_gets_one_of_everything(town: Town) -> None:
    found = await _views(town, "sam", "shop")
    assert [v["id"] for v in found.values()] == ["all"]
    assert [c["field"] for c in found["All"]["columns"]] == [
        "name",
        "city",
        "size",
        "phone",
        "chain",
        "owner",
    ]
    with pytest.raises(UnknownObject):
        await _views(town, "sam", "planet")


async def test_names_of_standard_views_speak_the_readers_language(town: Town) -> None:
    async with town.company.open() as ctx:
        await ctx.unit.execute(f"update {ctx.workspace.schema}.\"user\" set locale = 'zh-CN'")
    assert "看板" in await _views(town, "sam")


async def test_a_saved_view_is_private_until_it_is_shared(town: Town) -> None:
    made = await _create(town, "sam", pinned=True)
    assert made["name"] == "Good ones"
    assert made["columns"][:2] == [{"field": "name", "width": 200}, {"field": "shop.city"}]
    assert made["owner"] == {"id": str(town.people["sam"]), "label": "Sam"}
    assert (made["kind"], made["sharing"], made["pinned"], made["standard"]) == (
        "list",
        "private",
        True,
        False,
    )
    assert "Good ones" in await _views(town, "sam")
    assert "Good ones" not in await _views(town, "max")
    await _change(town, "sam", made["id"], sharing="shared")
    assert "Good ones" in await _views(town, "max")


async def test_only_the_owner_and_admins_change_a_view(town: Town) -> None:
    private = (await _create(town, "sam", name="Private"))["id"]
    shared = (await _create(town, "sam", name="Shared", sharing="shared"))["id"]
    with pytest.raises(errors.ViewNotFound):
        await _change(town, "ada", private, name="x")
    with pytest.raises(errors.NotYourView) as refused:
        await _change(town, "max", shared, name="x")
    assert "Sam" in refused.value.message
    with pytest.raises(errors.NotYourView):
        await _remove(town, "max", shared)
    assert (await _change(town, "ada", shared, name="Ours"))["name"] == "Ours"
    await _remove(town, "ada", shared)
    await _remove(town, "sam", private)
    with pytest.raises(errors.ViewNotFound):
        await _remove(town, "sam", private)


async def test_a_change_keeps_what_it_does_not_mention(town: Town) -> None:
    made = await _create(town, "sam")
    changed = await _change(town, "sam", made["id"], kind="board", group="mood")
    assert {**changed, "kind": "list", "group": None} == made


async def test_a_view_remembers_how_it_is_laid_out(town: Town) -> None:
    settings = {"subgroup": "mood", "pins": 2, "folded": ["bad"], "span": "week"}
    made = await _create(town, "sam", group="day:month", settings={**settings, "subgroup": "mood"})
    assert (made["group"], made["settings"]) == ("day:month", settings)


async def test_a_list_opens_with_the_view_that_its_reader_chose(town: Town) -> None:
    made = await _create(town, "sam")

    async def chosen(who: str, view: str | None) -> list[Any]:
        async with town.company.open(who) as ctx:
            found = await views.choose_start(ctx, access.reader(ctx), "visit", view)
        return [each["id"] for each in found if each.get("start")]

    assert await chosen("sam", "bad") == ["bad"]
    assert await chosen("sam", made["id"]) == [made["id"]]
    with pytest.raises(errors.ViewNotFound):
        await chosen("max", made["id"])
    async with town.open("max") as ctx:
        found = await views.list_with_start(ctx, access.reader(ctx), "visit")
    assert not any(view.get("start") for view in found)
    assert await chosen("sam", None) == []


async def test_standard_views_stay_as_they_are(town: Town) -> None:
    for name in ("bad", "board"):
        with pytest.raises(errors.StandardView):
            await _remove(town, "ada", name)
    with pytest.raises(errors.ViewNotFound):
        await _remove(town, "ada", "nothing")
    with pytest.raises(errors.ViewNotFound):
        await _remove(town, "ada", "01a20000-0000-7000-8000-000000000000")


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"name": " "}, "name"),
        ({"name": 5}, "name"),
        ({"name": "x" * 121}, "name"),
        ({"kind": "gantt"}, "kind"),
        ({"kind": "map"}, "group"),
        ({"kind": "map", "group": "mood"}, "group"),
        ({"group": "day:hour"}, "group"),
        ({"group": "mood:month"}, "group.bucket"),
        ({"group": "mood", "settings": {"subgroup": "note"}}, "settings.subgroup.by"),
        ({"settings": {"colour": "red"}}, "settings"),
        ({"settings": {"pins": 0}}, "settings.pins"),
        ({"settings": {"folded": [5]}}, "settings.folded"),
        ({"settings": {"span": "decade"}}, "settings.span"),
        ({"query": {"limit": 5}}, "query"),
        ({"query": {"where": {"field": "nix"}}}, "where.field"),
        ({"query": {"sort": [{"by": "moods"}]}}, "sort[0]"),
        ({"columns": "name"}, "columns"),
        ({"columns": ["name"] * (MAX_COLUMNS + 1)}, "columns"),
        ({"columns": ["name", "nix"]}, "fields[1]"),
        ({"columns": [{"field": "name", "width": 0}]}, "columns[0].width"),
        ({"columns": [{"width": 9}]}, "columns[0].field"),
        ({"columns": [{"field": "name", "color": "red"}]}, "columns[0]"),
        ({"kind": "board"}, "group"),
        ({"kind": "board", "group": "note"}, "group.by"),
        ({"kind": "calendar", "group": "mood"}, "group"),
        ({"kind": "calendar", "group": "shop.created_at"}, "group"),
        ({"sharing": "public"}, "sharing"),
        ({"pinned": "yes"}, "pinned"),
        ({"owner": "me"}, "owner"),
    ],
    ids=str,
)
async def test_a_view_that_cannot_work_is_refused_with_the_place(
    house: Town, change: dict[str, Any], place: str
) -> None:
    with pytest.raises((errors.WrongView, QueryProblem)) as wrong:
        await _create(house, "ada", **change)
    assert wrong.value.details()["place"] == place


@pytest.fixture(scope="module")
async def house(databases: Databases) -> AsyncIterator[Town]:
    """A town that nobody changes."""
    async with settle(databases) as found:
        yield found


async def test_what_a_reader_may_not_see_is_left_out_or_named(town: Town) -> None:
    await _create(town, "ada", name="Columns", sharing="shared", columns=["name", "secret", "mood"])
    where = {"where": {"field": "secret", "value": "x"}}
    await _create(town, "ada", name="Filter", sharing="shared", query=where)
    found = await _views(town, "sam")
    assert [c["field"] for c in found["Columns"]["columns"]] == ["name", "mood"]
    assert "broken" not in found["Columns"]
    assert "secret" in found["Filter"]["broken"]
    assert "broken" not in (await _views(town, "ada"))["Filter"]


async def test_pinned_views_of_all_objects_come_at_once(town: Town) -> None:
    await _create(town, "sam", name="Mine", pinned=True)
    await _create(town, "sue", name="Hers", pinned=True)
    await _create(town, "sue", name="Ours", pinned=True, sharing="shared")
    async with town.open("sam") as ctx:
        found = await views.list_pinned(ctx, access.reader(ctx), ["visit", "shop"])
    assert [(view["object"], view["name"]) for view in found] == [
        ("shop", "All"),
        ("visit", "Mine"),
        ("visit", "Ours"),
    ]


async def test_nobody_hoards_views(town: Town, monkeypatch: Any) -> None:
    monkeypatch.setattr("kith.kernel.views.saved.MAX_VIEWS", 2)
    for i in range(2):
        await _create(town, "sam", name=f"View {i}")
    with pytest.raises(errors.TooManyViews):
        await _create(town, "sam", name="One more")
    await _create(town, "sue", name="Of her own")
