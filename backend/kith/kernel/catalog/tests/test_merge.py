"""Standard and admin-made definitions become one catalog, called by its names in both languages."""

from dataclasses import replace
from typing import Any

import pytest

from kith.infra.db import Database
from kith.kernel.catalog import Catalog, UnknownField, UnknownObject, load, standard
from kith.kernel.catalog.assemble import assemble
from kith.kernel.catalog.load import bump
from kith.kernel.catalog.rows import FieldRow, ObjectRow, field_data, field_from
from kith.kernel.schema import FieldDef, ObjectDef, Option, Workspace
from kith.kernel.storage import workspaces
from kith.lib.ids import new_id
from tests.support.every import EVERY, Declared

FIRM = ObjectDef(
    "firm",
    "Firm",
    fields=(
        FieldDef("name", "text", "Name"),
        FieldDef("kind", "choice", "Kind", options=(Option("a", "A"), Option("b", "B"))),
        FieldDef("boss", "user", "Boss", to="user"),
    ),
)
BASE = Declared("base", (FIRM,))
MORE = Declared("more", extends={"firm": (FieldDef("size", "integer", "Size"),), "nothing": ()})
PLACE = Workspace(new_id(), "acme", "Acme", "ws_acme", base_currency="EUR")


def _catalog(objects: Any = (), fields: Any = ()) -> Catalog:
    return assemble((BASE, MORE), objects, fields, PLACE)


def test_modules_extend_each_other() -> None:
    firm = _catalog().object("firm")
    assert [f.name for f in firm.fields] == ["name", "kind", "boss", "size"]
    assert firm.module == "base"


def test_admins_add_change_and_remove() -> None:
    catalog = _catalog(
        [
            ObjectRow("firm", custom=False, data={"label": "Company", "icon": "star"}),
            ObjectRow(
                "pet__c", custom=True, data={"label": "Pet", "plural": "Pets", "owned": False}
            ),
            ObjectRow("gone__c", custom=True, data={"label": "Gone"}, removed=True),
        ],
        [
            FieldRow("firm", "name", "", custom=False, data={"label": "Title", "required": True}),
            FieldRow("firm", "size", "", custom=False, data={}, removed=True),
            FieldRow(
                "firm", "tier__c", "integer", custom=True, data={"label": "Tier", "default": 3}
            ),
            FieldRow("pet__c", "name", "text", custom=True, data={"label": "Name"}),
        ],
    )
    firm = catalog.object("firm")
    assert (firm.label, firm.icon, firm.custom) == ("Company", "star", False)
    assert [f.name for f in firm.fields] == ["name", "kind", "boss", "tier__c"]
    assert catalog.field("firm", "name").required
    assert catalog.field("firm", "tier__c").default == 3
    assert catalog.object("pet__c").custom
    assert not catalog.object("pet__c").owned
    assert "gone__c" not in catalog.objects


def test_what_is_not_there_is_named() -> None:
    with pytest.raises(UnknownObject, match="nobody"):
        _catalog().object("nobody")
    with pytest.raises(UnknownField, match="colour"):
        _catalog().field("firm", "colour")
    assert _catalog().find_field("firm", "colour") is None


def test_links_are_known_from_both_ends() -> None:
    ends = {(name, field.name) for name, field in _catalog().reverse("user")}
    assert {("firm", "boss"), ("firm", "owner"), ("user", "manager")} <= ends


def test_labels_are_spoken_in_both_languages_until_an_admin_says_otherwise() -> None:
    assert _catalog().label("object.user", "zh-CN") == "用户"
    assert _catalog().label("object.user", "zh") == "用户"
    assert _catalog().label("object.user", "de") == "User"
    assert _catalog().label("object.nothing") == "object.nothing"
    said = _catalog([ObjectRow("user", custom=False, data={"label": "Colleague"})])
    assert said.label("object.user", "zh-CN") == "Colleague"
    echoed = _catalog([ObjectRow("user", custom=False, data={"label": "User"})])
    assert echoed.label("object.user", "zh-CN") == "用户"
    both = {"label": "Tier", "config": {"labels": {"zh-CN": "级别"}}}
    spoken = _catalog((), [FieldRow("firm", "tier__c", "integer", custom=True, data=both)])
    assert spoken.label("field.firm.tier__c", "zh-CN") == "级别"
    assert spoken.label("field.firm.tier__c", "en") == "Tier"


@pytest.mark.parametrize("field", EVERY.fields, ids=lambda field: field.name)
def test_definitions_survive_their_rows(field: FieldDef) -> None:
    row = FieldRow("every", field.name, field.kind, custom=True, data=field_data(field))
    assert field_from(row) == replace(field, custom=True)


async def test_every_process_sees_a_new_version(database: Database) -> None:
    async with database.unit() as unit:
        workspace = await workspaces.create(unit, "acme", "Acme", (BASE,))
        first = await load(unit, workspace, (BASE,))
        await unit.execute(
            "insert into ws_acme._field (object, name, kind, custom) values ('firm', 'x__c', 'text', true)"
        )
        assert await load(unit, workspace, (BASE,)) is first
        version = await bump(unit, workspace.id)
        fresh = await load(unit, await workspaces.load(unit, "acme"), (BASE,))
        assert fresh.version == version > first.version
        assert fresh.field("firm", "x__c").custom
        assert standard((BASE,)).find_field("firm", "x__c") is None
