"""Profiles: declared in parts, changed by admins, given to people."""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest

from kith.kernel import access
from kith.kernel.access import errors, profiles
from kith.kernel.access.profile_json import as_json, parse_profile
from kith.kernel.catalog import standard
from kith.kernel.schema import ObjectRights, ProfileDef
from kith.module import Module
from tests.support.databases import Databases
from tests.support.town import MODULE, Town, settle

MORE = Module(
    "more",
    "More",
    profiles=(ProfileDef("seller", "Seller", {"org_unit": ObjectRights("all", create=True)}),),
)
FORM: dict[str, Any] = {
    "name": "intern",
    "label": "Intern",
    "objects": {"visit": {"read": "team", "fields": {"secret": "hidden"}}},
    "others": {"read": "mine", "create": True},
}


@pytest.fixture
async def town(databases: Databases) -> AsyncIterator[Town]:
    async with settle(databases, MODULE, MORE) as found:
        yield found


async def test_modules_add_up_to_one_profile(town: Town) -> None:
    async with town.open("sam") as ctx:
        found = profiles.standard(ctx.catalog)
        assert {"admin", "member", "seller", "manager", "viewer"} <= set(found)
        assert {"visit", "shop", "line", "org_unit"} <= set(found["seller"].objects)
        assert access.can(ctx, "org_unit", "create")


async def test_an_actor_is_a_person_with_everyone_below(town: Town) -> None:
    async with town.open("max") as ctx:
        assert ctx.actor.name == "Max"
        assert ctx.actor.profile.name == "manager"
        assert set(ctx.actor.team) == {town.people[p] for p in ("max", "sam", "sue")}
        assert ctx.actor.timezone == "UTC"
    async with town.open("ada") as ctx:
        assert set(ctx.actor.team) == {town.people[p] for p in ("ada", "max", "sam", "sue")}


async def test_a_circle_of_managers_ends(town: Town) -> None:
    async with town.company.open() as ctx:
        await ctx.unit.execute(
            f'update {ctx.workspace.schema}."user" set manager = $1 where id = $2',
            town.people["sam"],
            town.people["ada"],
        )
    async with town.open("sam") as ctx:
        assert set(ctx.actor.team) == {town.people[p] for p in ("ada", "max", "sam", "sue")}


async def test_who_left_is_no_actor_and_a_wrong_time_zone_locks_nobody_out(town: Town) -> None:
    async with town.company.open() as ctx:
        users = f'{ctx.workspace.schema}."user"'
        await ctx.unit.execute(
            f"update {users} set active = false where id = $1", town.people["sam"]
        )
        await ctx.unit.execute(
            f"update {users} set timezone = '../etc', locale = 'zh-CN' where id = $1",
            town.people["sue"],
        )
    with pytest.raises(errors.UnknownActor):
        async with town.open("sam"):
            pass
    async with town.open("sue") as ctx:
        assert (ctx.actor.timezone, ctx.actor.locale) == ("UTC", "zh-CN")


async def test_what_an_admin_saves_holds_from_the_next_request(town: Town) -> None:
    async with town.company.open("ada") as ctx:
        await profiles.save(ctx, {**FORM, "name": "seller"})
    async with town.open("sam") as ctx:
        assert "secret" not in access.readable(ctx, "visit")
        assert not access.can(ctx, "org_unit", "update")
        assert access.can(ctx, "line", "create")
    async with town.company.open("ada") as ctx:
        changed = {p["name"]: p["changed"] for p in await profiles.all_profiles(ctx)}
        assert changed["seller"] is True
        assert changed["manager"] is False
        await profiles.remove(ctx, "seller")
    async with town.open("sam") as ctx:
        assert access.can(ctx, "org_unit", "create")


async def test_only_admins_change_profiles_and_never_their_own_power(town: Town) -> None:
    async with town.company.open("max") as ctx:
        with pytest.raises(errors.AdminsOnly):
            await profiles.save(ctx, FORM)
        with pytest.raises(errors.AdminsOnly):
            await profiles.remove(ctx, "seller")
    async with town.company.open("ada") as ctx:
        with pytest.raises(errors.StandardProfile):
            await profiles.save(ctx, {"name": "admin"})


async def test_a_profile_in_use_stays(town: Town) -> None:
    async with town.company.open("ada") as ctx:
        await profiles.save(ctx, FORM)
        users = f'{ctx.workspace.schema}."user"'
        await ctx.unit.execute(
            f"update {users} set profile = 'intern' where id = $1", town.people["vic"]
        )
        with pytest.raises(errors.ProfileInUse):
            await profiles.remove(ctx, "intern")
        await ctx.unit.execute(
            f"update {users} set profile = 'viewer' where id = $1", town.people["vic"]
        )
        await profiles.remove(ctx, "intern")
        with pytest.raises(errors.UnknownProfile):
            await profiles.remove(ctx, "intern")


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"name": ""}, "name"),
        ({"name": "Not A Name"}, "name"),
        ({"label": 5}, "label"),
        ({"objects": []}, "objects"),
        ({"objects": {"planet": {}}}, "objects.planet"),
        ({"objects": {"visit": {"fly": True}}}, "objects.visit.fly"),
        ({"objects": {"visit": {"read": "some"}}}, "objects.visit.read"),
        ({"objects": {"visit": {"create": "yes"}}}, "objects.visit.create"),
        ({"objects": {"visit": {"fields": {"nix": "hidden"}}}}, "objects.visit.fields.nix"),
        ({"objects": {"visit": {"fields": {"name": "maybe"}}}}, "objects.visit.fields.name"),
    ],
    ids=str,
)
def test_a_mistake_in_a_profile_is_named_with_its_place(change: dict[str, Any], place: str) -> None:
    with pytest.raises(errors.WrongProfile) as wrong:
        parse_profile({**FORM, **change}, standard((MODULE,)))
    assert wrong.value.details() == {"place": place}


def test_a_profile_survives_json() -> None:
    profile = ProfileDef(
        "p",
        "P",
        {"visit": ObjectRights("team", create=True, fields={"secret": "hidden"})},
        others=ObjectRights("all", bulk=True),
    )
    assert parse_profile(as_json(profile)) == profile
    assert parse_profile(as_json(replace(profile, admin=True))).admin
