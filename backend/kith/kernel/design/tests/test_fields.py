"""Admins add, change, remove and bring back fields; values survive what can be undone."""

from dataclasses import replace
from typing import Any

import pytest

from kith.kernel import records
from kith.kernel.catalog import UnknownField
from kith.kernel.design import (
    add_field,
    add_object,
    change_field,
    change_object,
    remove_field,
    remove_object,
    removed,
    restore_field,
    restore_object,
    set_layout,
)
from kith.kernel.design.errors import (
    BadDefault,
    BadName,
    BrokenFormula,
    Duplicates,
    InUse,
    LabelMissing,
    NotForKind,
    NothingRemoved,
    OptionInUse,
    Standard,
    TargetMissing,
    TooManyOptions,
    UnknownSetting,
)
from kith.kernel.fields import FIELD_TYPES
from kith.kernel.fields.errors import UnknownKind
from kith.kernel.storage.aside import purge
from kith.kernel.storage.plan import plan
from kith.lib.json import Json
from tests.support.desk import Desk

CONFIG = {
    "formula": {"expr": "upper(text)"},
    "rollup": {"of": "every.link", "op": "count"},
    "auto_number": {"format": "N-{0:03d}"},
}


async def test_every_kind_can_be_added_and_nothing_is_left_to_do(desk: Desk) -> None:
    async with desk.open() as ctx:
        for kind in FIELD_TYPES:
            spec: dict[str, Any] = {"label": f"My {kind}", "kind": kind, "config": CONFIG.get(kind)}
            if kind in ("link", "links", "parent"):
                spec["to"] = "every"
            if "choice" in kind:
                spec["options"] = ["One", "Two"]
            field = await add_field(ctx, "every", spec)
            assert field.name == f"my_{kind}__c"
    await desk.work()
    async with desk.open() as ctx:
        assert len([f for f in ctx.catalog.object("every").fields if f.custom]) == len(FIELD_TYPES)
        assert (await plan(ctx.unit, ctx.workspace, ctx.catalog)).sentences == []


async def test_an_object_is_added_used_removed_and_brought_back(desk: Desk) -> None:
    async with desk.open() as ctx:
        made = await add_object(
            ctx,
            {"label": "区域", "fields": [{"label": "Size", "kind": "integer", "default": 3}]},
        )
        assert made.name == "qu_yu__c"
    async with desk.open() as ctx:
        record = await records.create(ctx, made.name, {"name": "North"})
        assert record["size__c"] == 3
        await remove_object(ctx, made.name)
    async with desk.open() as ctx:
        assert made.name not in ctx.catalog.objects
        assert (await removed(ctx))[0]["object"] == made.name
        await restore_object(ctx, made.name)
    async with desk.open() as ctx:
        assert (await records.get(ctx, made.name, record.id))["name"] == "North"


async def test_a_removed_field_comes_back_with_its_values(desk: Desk) -> None:
    async with desk.open() as ctx:
        for kind in ("text", "money", "links", "link"):
            to = {"to": "every"} if "link" in kind else {}
            await add_field(
                ctx, "every", {"label": kind, "kind": kind, "searchable": kind == "text", **to}
            )
    async with desk.open() as ctx:
        other = await records.create(ctx, "every", {"text": "other"})
        values = {
            "text__c": "Kept",
            "money__c": 12.5,
            "links__c": [str(other.id)],
            "link__c": str(other.id),
        }
        record = await records.create(ctx, "every", values)
    for name in values:
        async with desk.open() as ctx:
            await remove_field(ctx, "every", name)
        async with desk.open() as ctx:
            with pytest.raises(UnknownField):
                ctx.catalog.field("every", name)
            await add_field(ctx, "every", {"label": "New", "name": "again", "kind": "text"})
            await remove_field(ctx, "every", "again__c")
            await restore_field(ctx, "every", "again__c")
            await remove_field(ctx, "every", "again__c")
            await ctx.unit.execute(
                f"delete from {ctx.workspace.schema}._field where name = 'again__c'"
            )
            await restore_field(ctx, "every", name)
    await desk.work()
    async with desk.open() as ctx:
        found = await records.get(ctx, "every", record.id)
        assert found["text__c"] == "Kept"
        shown: dict[str, Any] = dict(found)
        assert shown["money__c"]["amount"] == 12.5
        assert shown["links__c"][0]["id"] == str(other.id)
        assert shown["link__c"]["id"] == str(other.id)
        assert (await plan(ctx.unit, ctx.workspace, ctx.catalog)).sentences == []


async def test_after_thirty_days_it_is_gone_for_good(desk: Desk) -> None:
    async with desk.open() as ctx:
        for kind, config in (("text", {}), ("number", {}), ("formula", {"expr": "number__c + 1"})):
            await add_field(ctx, "every", {"label": kind, "kind": kind, "config": config})
        made = await add_object(ctx, {"label": "Gone"})
    async with desk.open() as ctx:
        for name in ("formula__c", "number__c", "text__c"):
            await remove_field(ctx, "every", name)
        await remove_object(ctx, made.name)
        schema = ctx.workspace.schema
        assert await purge(ctx.unit, ctx.workspace) == 0
        for table, column in (
            ("_aside", "at"),
            ("_field", "removed_at"),
            ("_object", "removed_at"),
        ):
            await ctx.unit.execute(
                f"update {schema}.{table} set {column} = {column} - interval '31 days'"
            )
        assert await purge(ctx.unit, ctx.workspace) > 0
        assert await removed(ctx) == []
        assert await ctx.unit.fetchval("select to_regclass($1)", f"{schema}.{made.name}") is None
        left = await ctx.unit.fetch(
            "select attname from pg_attribute where attrelid = $1::text::regclass and attname ~ '^_aside'",
            f"{schema}.every",
        )
        assert left == []
    with pytest.raises(NothingRemoved):
        async with desk.open() as ctx:
            await restore_field(ctx, "every", "text__c")


async def test_what_would_not_work_is_refused(desk: Desk) -> None:
    refusals: list[tuple[dict[str, Any], type[Exception]]] = [
        ({"label": ""}, LabelMissing),
        ({"label": "A", "kind": "colour"}, UnknownKind),
        ({"label": "A", "kind": "link"}, TargetMissing),
        ({"label": "A", "kind": "link", "to": "nothing"}, TargetMissing),
        ({"label": "A", "name": "Bad Name"}, BadName),
        ({"label": "A", "name": "a" * 60}, BadName),
        ({"label": "A", "colour": 1}, UnknownSetting),
        ({"label": "A", "kind": "integer", "default": "x"}, BadDefault),
        ({"label": "A", "kind": "tags", "unique": True}, NotForKind),
        ({"label": "A", "unique": True, "default": "x"}, NotForKind),
        (
            {"label": "A", "kind": "choice", "options": [f"o{n}" for n in range(2001)]},
            TooManyOptions,
        ),
        ({"label": "A", "kind": "formula", "config": {"expr": "1 +"}}, BrokenFormula),
        ({"label": "A", "kind": "formula", "config": {"expr": "a__c + 1"}}, BrokenFormula),
        ({"label": "A", "kind": "rollup", "config": {"of": "user.name"}}, BrokenFormula),
    ]
    for spec, problem in refusals:
        with pytest.raises(problem):
            async with desk.open() as ctx:
                await add_field(ctx, "every", spec)


async def test_what_others_stand_on_stays(desk: Desk) -> None:
    async with desk.open() as ctx:
        await add_field(ctx, "every", {"label": "N", "kind": "number"})
        await add_field(
            ctx, "every", {"label": "F", "kind": "formula", "config": {"expr": "n__c * 2"}}
        )
        await add_field(
            ctx,
            "every",
            {
                "label": "R",
                "kind": "rollup",
                "config": {"of": "every.link", "op": "sum", "field": "n__c"},
            },
        )
    with pytest.raises(InUse):
        async with desk.open() as ctx:
            await remove_field(ctx, "every", "n__c")
    async with desk.open() as ctx:
        await remove_field(ctx, "every", "r__c")
    with pytest.raises(BrokenFormula):
        async with desk.open() as ctx:
            await remove_field(ctx, "every", "n__c")
    with pytest.raises(Standard):
        async with desk.open() as ctx:
            await remove_field(ctx, "every", "text")
    with pytest.raises(Standard):
        async with desk.open() as ctx:
            await change_field(ctx, "every", "text", {"kind": "integer"})


async def test_a_formula_is_relabelled_and_rewritten(desk: Desk) -> None:
    async with desk.open() as ctx:
        await add_field(
            ctx, "every", {"label": "F", "kind": "formula", "config": {"expr": "number + 1"}}
        )
    async with desk.open() as ctx:
        await change_field(ctx, "every", "f__c", {"label": "G"})
    async with desk.open() as ctx:
        changed = await change_field(ctx, "every", "f__c", {"config": {"expr": "upper(text)"}})
        assert (changed.field.label, changed.field.config["result"]) == ("G", "text")
    async with desk.open() as ctx:
        record = await records.create(ctx, "every", {"text": "abc"})
        assert (await records.get(ctx, "every", record.id))["f__c"] == "ABC"


async def test_no_text_can_break_out_of_a_definition(desk: Desk) -> None:
    nasty = "a'; drop table x; -- \\ \" % %s $1 :name {0} 😀 {schema}"
    async with desk.open() as ctx:
        await records.create(ctx, "every", {"text": "old"})
        await add_field(
            ctx, "every", {"label": nasty, "name": "t", "help": nasty, "default": nasty}
        )
        quoted = nasty.replace("\\", "\\\\").replace('"', '\\"')
        await add_field(
            ctx,
            "every",
            {"label": "F", "kind": "formula", "config": {"expr": f'"{quoted}" & text'}},
        )
        number = {"format": "N'\\%-{0:03d}"}
        await add_field(ctx, "every", {"label": "N", "kind": "auto_number", "config": number})
        pick = {"label": "P", "kind": "choice", "options": [nasty, "B"], "default": "b"}
        await add_field(ctx, "every", pick)
        await add_object(ctx, {"label": nasty, "plural": nasty})
    await desk.work()
    async with desk.open() as ctx:
        page = await records.list(ctx, "every", {"sort": [{"by": "p__c"}]})
        old = page.items[0]
        assert old["t__c"] == nasty
        assert old["f__c"] == f"{nasty}old"
        assert old["n__c"] == "N'\\%-001"
        assert old["p__c"] == "b"


async def test_options_in_use_stay_until_retired(desk: Desk) -> None:
    async with desk.open() as ctx:
        await add_field(
            ctx, "every", {"label": "Pick", "kind": "choice", "options": ["A", "B", "C"]}
        )
    async with desk.open() as ctx:
        await records.create(ctx, "every", {"pick__c": "a"})
    with pytest.raises(OptionInUse):
        async with desk.open() as ctx:
            await change_field(ctx, "every", "pick__c", {"options": ["B"]})
    async with desk.open() as ctx:
        options = [
            {"key": "a", "label": "A", "retired": True},
            "B",
            {"label": "新", "color": "red"},
        ]
        changed = await change_field(ctx, "every", "pick__c", {"options": options})
        assert [o.key for o in changed.field.options] == ["a", "b", "xin"]


async def test_a_field_becomes_unique_only_if_its_values_are(desk: Desk) -> None:
    async with desk.open() as ctx:
        await add_field(ctx, "every", {"label": "Code", "kind": "text"})
    async with desk.open() as ctx:
        await records.create(ctx, "every", {"code__c": "x1"})
        twin = await records.create(ctx, "every", {"code__c": "X1"})
    with pytest.raises(Duplicates):
        async with desk.open() as ctx:
            await change_field(ctx, "every", "code__c", {"unique": True})
    async with desk.open() as ctx:
        await records.update(ctx, "every", twin.id, {"code__c": "x2"})
    async with desk.open() as ctx:
        assert (await change_field(ctx, "every", "code__c", {"unique": True})).field.unique


async def test_standard_things_get_labels_layouts_and_rules(desk: Desk) -> None:
    async with desk.open() as ctx:
        await change_object(ctx, "every", {"label": "Thing", "plural": "Things", "icon": "star"})
        await change_field(ctx, "every", "text", {"label": "Title", "help": "Say it short."})
        section = {"label": "Main", "fields": ["text", "choice"]}
        await set_layout(ctx, "every", {"sections": [section], "highlights": ["choice"]})
        await change_object(
            ctx,
            "every",
            {"rules": [{"when": {"field": "text", "op": "empty"}, "message": "Say something."}]},
        )
    async with desk.open() as ctx:
        definition = ctx.catalog.object("every")
        assert ctx.catalog.label("object.every", "zh-CN") == "Thing"
        assert ctx.catalog.label("field.every.text") == "Title"
        assert definition.sections[0].fields == ("text", "choice")
        assert definition.rules[0].message == "Say something."


async def test_what_only_repeats_a_translation_does_not_replace_it(desk: Desk) -> None:
    """An administrator who reads Chinese arranges fields; readers of English see no Chinese for it."""
    async with desk.open() as ctx:
        chinese = replace(ctx, actor=replace(ctx.actor, locale="zh-CN"))
        declared = ctx.catalog.object("user").sections
        keys = {section.name: f"group.user.{section.name}" for section in declared}
        english = {name: ctx.catalog.label(key) for name, key in keys.items()}
        spoken = {name: ctx.catalog.label(key, "zh-CN") for name, key in keys.items()}
        assert english
        assert english != spoken
        sections: list[Json] = [
            {"name": s.name, "label": spoken[s.name], "fields": list(s.fields), "tab": "其他"}
            for s in declared
        ]
        await set_layout(chinese, "user", {"sections": sections})
        await change_field(
            chinese, "user", "email", {"label": "邮箱", "help": "用它登录。", "searchable": True}
        )
    async with desk.open() as ctx:
        kept = ctx.catalog.object("user").sections
        assert [section.tab for section in kept] == ["其他"] * len(declared)
        assert {name: ctx.catalog.label(key) for name, key in keys.items()} == english
        assert ctx.catalog.label("field.user.email") == "E-mail"
        assert ctx.catalog.label("field.user.email.help").isascii()


async def test_every_change_is_in_the_log(desk: Desk) -> None:
    async with desk.open() as ctx:
        await add_field(ctx, "every", {"label": "Size", "kind": "text"})
        await change_field(ctx, "every", "size__c", {"label": "Width"})
        await remove_field(ctx, "every", "size__c")
        rows = await ctx.unit.fetch(
            f"select action, after->>'label' as label from {ctx.workspace.schema}._change"
            " where object = '_field' order by id"
        )
        assert [tuple(row) for row in rows] == [
            ("create", "Size"),
            ("update", "Width"),
            ("delete", None),
        ]
