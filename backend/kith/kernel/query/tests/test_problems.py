"""Every mistake in a query is named with its place; what is hidden is as unknown as what does not exist."""

from typing import Any

import pytest

from kith.kernel.expr import QueryProblem
from kith.kernel.query import errors
from tests.support.town import Town

WRONG: list[tuple[dict[str, Any], type[QueryProblem], str]] = [
    ({"where": {"field": "nothing"}}, errors.UnknownField, "where.field"),
    (
        {"where": {"and": [{"field": "name", "value": "x"}, {"field": "nix"}]}},
        errors.UnknownField,
        "where.and[1].field",
    ),
    ({"where": {"field": "shop.nothing"}}, errors.UnknownField, "where.field"),
    ({"where": {"field": "name.length"}}, errors.NotALink, "where.field"),
    ({"where": {"field": "shops.name"}}, errors.NotALink, "where.field"),
    ({"where": {"field": "id.name"}}, errors.NotALink, "where.field"),
    ({"where": {"field": "where.planet"}}, errors.NotALink, "where.field"),
    (
        {"where": {"field": "count", "op": "contains", "value": "1"}},
        errors.WrongOperator,
        "where.op",
    ),
    ({"where": {"field": "done", "op": "gt", "value": True}}, errors.WrongOperator, "where.op"),
    ({"where": {"field": "name", "op": "~", "value": "1"}}, errors.WrongOperator, "where.op"),
    ({"where": {"field": "count", "op": "gt", "value": "many"}}, errors.WrongValue, "where.value"),
    ({"where": {"field": "count", "op": "in", "value": 3}}, errors.WrongValue, "where.value"),
    (
        {"where": {"field": "count", "op": "between", "value": [3]}},
        errors.WrongValue,
        "where.value",
    ),
    ({"where": {"field": "count", "op": "gt", "value": None}}, errors.WrongValue, "where.value"),
    ({"where": {"field": "mood", "value": "sunny"}}, errors.WrongValue, "where.value"),
    ({"where": {"field": "day", "value": "2026-02-30"}}, errors.WrongValue, "where.value"),
    ({"where": {"field": "at", "value": "2026-02-30"}}, errors.WrongValue, "where.value"),
    ({"where": {"field": "day", "value": {"rel": "someday"}}}, errors.WrongValue, "where.value"),
    (
        {"where": {"field": "day", "value": {"rel": "next_months", "n": 99999}}},
        errors.WrongValue,
        "where.value",
    ),
    ({"where": {"field": "name", "value": {"rel": "today"}}}, errors.WrongValue, "where.value"),
    ({"where": {"field": "name", "value": {"me": True}}}, errors.WrongValue, "where.value"),
    (
        {"where": {"field": "shop", "op": "in", "value": {"my_team": True}}},
        errors.WrongValue,
        "where.value",
    ),
    ({"where": {"field": "shop", "value": "no id"}}, errors.WrongValue, "where.value"),
    (
        {"where": {"field": "spot", "op": "near", "value": {"lat": 1}}},
        errors.WrongValue,
        "where.value",
    ),
    ({"where": {"children": "line"}}, errors.NotAChild, "where.children"),
    ({"where": {"children": "line.name"}}, errors.NotAChild, "where.children"),
    ({"where": {"children": "planet.visit"}}, errors.NotAChild, "where.children"),
    (
        {"where": {"children": "line.visit", "where": {"field": "x"}}},
        errors.UnknownField,
        "where.where.field",
    ),
    ({"sort": ["nothing"]}, errors.UnknownField, "sort[0]"),
    ({"fields": ["name", "nothing"]}, errors.UnknownField, "fields[1]"),
]


@pytest.mark.parametrize(
    ("query", "problem", "place"), WRONG, ids=[str(q)[:70] for q, _, _ in WRONG]
)
async def test_a_mistake_is_named_with_its_place(
    town: Town, query: dict[str, Any], problem: type[QueryProblem], place: str
) -> None:
    with pytest.raises(problem) as found:
        await town.list("ada", "visit", query)
    assert found.value.place == place
    assert "{" not in found.value.message


WITH_SECRET: list[dict[str, Any]] = [
    {"where": {"field": "secret", "value": "x"}},
    {"where": {"not": {"field": "secret", "op": "empty"}}},
    {"where": {"field": "shop.secret", "value": "x"}},
    {"where": {"children": "line.visit", "where": {"field": "visit.secret", "value": "x"}}},
    {"sort": ["secret"]},
    {"sort": ["shop.secret"]},
    {"fields": ["secret"]},
    {"fields": ["shop.secret"]},
]
FIGURES: list[dict[str, Any]] = [
    {"group": ["secret"]},
    {"group": ["shop.secret"]},
    {"measures": [{"op": "count", "field": "secret"}]},
    {"where": {"field": "secret", "op": "empty"}},
]


@pytest.mark.parametrize("query", WITH_SECRET, ids=str)
async def test_a_hidden_field_is_an_unknown_field(town: Town, query: dict[str, Any]) -> None:
    await town.list("ada", "visit", query)
    with pytest.raises(errors.UnknownField) as hidden:
        await town.list("sam", "visit", query)
    with pytest.raises(errors.UnknownField) as unknown:
        await town.list("sam", "visit", _renamed(query))
    assert hidden.value.place == unknown.value.place
    assert hidden.value.message.replace("secret", "nonsense") == unknown.value.message


@pytest.mark.parametrize("query", FIGURES, ids=str)
async def test_a_hidden_field_cannot_be_counted_or_grouped(
    town: Town, query: dict[str, Any]
) -> None:
    await town.figures("ada", "visit", query)
    with pytest.raises(errors.UnknownField):
        await town.figures("sam", "visit", query)


async def test_a_record_shows_no_hidden_field(town: Town) -> None:
    page = await town.list("sam", "visit", {"where": {"field": "name", "value": "Alpha"}})
    assert "secret" not in page["items"][0]
    assert page["items"][0]["name"] == "Alpha"


async def test_an_object_that_nobody_may_read_has_no_fields_to_walk_to(town: Town) -> None:
    with pytest.raises(errors.UnknownField):
        await town.list("vic", "visit", {"fields": ["shop.name"]})
    page = await town.list("vic", "visit", {"where": {"field": "name", "value": "Alpha"}})
    shop = page["items"][0]["shop"]
    assert shop == {"id": str(town.ids["Corner"]), "label": None, "closed": True}


async def test_a_target_out_of_reach_shows_its_id_and_nothing_else(town: Town) -> None:
    shown = {
        item["name"]: item
        for item in (
            await town.list("max", "visit", {"fields": ["name", "shop", "shops", "shop.city"]})
        )["items"]
    }
    far, near = shown["Gamma 50%"], shown["Alpha"]
    assert far["shop"] == {"id": str(town.ids["Big Chain"]), "label": None, "closed": True}
    assert far["shops"] == [{"id": str(town.ids["Big Chain"]), "label": None, "closed": True}]
    assert far["shop.city"] is None
    assert near["shop"] == {"id": str(town.ids["Corner"]), "label": "Corner"}
    assert [link["label"] for link in near["shops"]] == ["Corner", "华星商店"]
    assert near["shop.city"] == "Paris"


async def test_what_is_out_of_reach_cannot_be_found_out_by_filters_and_figures(town: Town) -> None:
    hidden = {"field": "shop.city", "value": "Berlin"}
    assert await town.names("ada", hidden) == ["Gamma 50%"]
    assert await town.names("max", hidden) == []
    figures = await town.figures("max", "visit", {"group": ["shop.city"]})
    assert "Berlin" not in [group["keys"][0] for group in figures["groups"]]
    by_shop = await town.figures("max", "visit", {"group": ["shop"]})
    assert {"id": str(town.ids["Big Chain"]), "label": None, "closed": True} in [
        group["keys"][0] for group in by_shop["groups"]
    ]


async def test_a_query_that_follows_too_many_links_is_refused(town: Town) -> None:
    links = ("owner", "created_by", "updated_by", "helper")
    people = ("manager", "created_by", "updated_by")
    fields = [f"{a}.{b}.{c}.name" for a in links for b in people for c in people]
    await town.list("ada", "visit", {"fields": fields[:12]})
    with pytest.raises(errors.TooManyJoins):
        await town.list("ada", "visit", {"fields": fields})


def _renamed(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _renamed(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_renamed(item) for item in data]
    return data.replace("secret", "nonsense") if isinstance(data, str) else data
