"""Puts the columns of a field aside for 30 days, and brings them back: a removal that can be undone."""

import uuid
from dataclasses import dataclass

from kith.infra.db import Unit
from kith.kernel.fields import field_type
from kith.kernel.fields.names import fit, link_table, quoted
from kith.kernel.schema import FieldDef, Workspace
from kith.kernel.storage.apply import patiently
from kith.lib.ids import new_id
from kith.lib.json import dumps, loads

DAYS = 30
_HANGERS = """
select 'alter table {table} drop constraint ' || quote_ident(r.conname) as sql
from pg_constraint r
where r.conrelid = $1::text::regclass and r.contype = 'f' and exists (
    select from unnest(r.conkey) k join pg_attribute a on a.attrelid = r.conrelid and a.attnum = k
    where a.attname = any($2))
union all
select 'drop index ' || x.indexrelid::regclass::text
from pg_index x
where x.indrelid = $1::text::regclass and not x.indisprimary and exists (
    select from pg_depend d join pg_attribute a on a.attrelid = x.indrelid and a.attnum = d.refobjsubid
    where d.objid = x.indexrelid and d.refobjid = x.indrelid and a.attname = any($2))
"""


@dataclass(frozen=True, slots=True)
class Aside:
    """Something put aside: what each column (or the table, under "") was called and is called now."""

    id: uuid.UUID
    names: dict[str, str]


async def put_aside(
    unit: Unit, workspace: Workspace, object_name: str, field: FieldDef, reason: str
) -> None:
    """Rename what holds the field, and let go of its indexes and references."""
    mark = new_id().hex[-10:]
    if field.kind == "links":
        names = {"": fit(f"_aside_{mark}_{object_name}__{field.name}")}
        old = f"{workspace.schema}.{quoted(link_table(object_name, field.name))}"
        statements = await _hanging(unit, old, ["source", "target"])
        statements.append(f"alter table {old} rename to {quoted(names[''])}")
    else:
        columns = field_type(field).columns(field)
        names = {c.name: fit(f"_aside_{mark}_{c.name}") for c in columns if not c.generated}
        table = f"{workspace.schema}.{quoted(object_name)}"
        statements = await _hanging(unit, table, list(names))
        statements += [
            f"alter table {table} rename column {quoted(old)} to {quoted(new)}"
            for old, new in names.items()
        ]
        # A virtual column holds nothing; left behind it would only cling to the columns that it computes with.
        statements += [
            f"alter table {table} drop column {quoted(c.name)}" for c in columns if c.generated
        ]
    if statements:
        await patiently(unit, ";\n".join(statements), object_name)
    await unit.execute(
        f"insert into {workspace.schema}._aside (object, field, reason, names)"
        " values ($1, $2, $3, $4::text::jsonb)",
        object_name,
        field.name,
        reason,
        dumps(names).decode(),
    )


async def find(unit: Unit, workspace: Workspace, object_name: str, field: str) -> Aside | None:
    """Return the latest removal of a field, or None."""
    row = await unit.fetchrow(
        f"select id, names::text as names from {workspace.schema}._aside"
        " where object = $1 and field = $2 and reason = 'removed' order by at desc limit 1",
        object_name,
        field,
    )
    if row is None:
        return None
    names = loads(row["names"])
    return Aside(row["id"], names if isinstance(names, dict) else {})


async def bring_back(
    unit: Unit, workspace: Workspace, object_name: str, field: FieldDef, aside: Aside
) -> None:
    """Give the columns their names again; links to records that are gone meanwhile become empty."""
    table = f"{workspace.schema}.{quoted(object_name)}"
    statements = [
        f"alter table {workspace.schema}.{quoted(new)} rename to {quoted(link_table(object_name, field.name))}"
        if old == ""
        else f"alter table {table} rename column {quoted(new)} to {quoted(old)}"
        for old, new in aside.names.items()
    ]
    if statements:
        await patiently(unit, ";\n".join(statements), object_name)
    if field.to:
        await unit.execute(_without_dangling(workspace.schema, object_name, field))
    await unit.execute(f"delete from {workspace.schema}._aside where id = $1", aside.id)


def _without_dangling(schema: str, object_name: str, field: FieldDef) -> str:
    target = f"{schema}.{quoted(field.to or object_name)}"
    if field.kind == "links":
        pairs = f"{schema}.{quoted(link_table(object_name, field.name))}"
        source = f"{schema}.{quoted(object_name)}"
        return (
            f"delete from {pairs} l where not exists (select from {target} t where t.id = l.target)"
            f" or not exists (select from {source} s where s.id = l.source)"
        )
    column = quoted(field.name)
    return (
        f"update {schema}.{quoted(object_name)} r set {column} = null where {column} is not null"
        f" and not exists (select from {target} t where t.id = r.{column})"
    )


async def purge(unit: Unit, workspace: Workspace) -> int:
    """Drop for good what was put aside more than 30 days ago; return how much it was."""
    schema = workspace.schema
    rows = await unit.fetch(
        f"delete from {schema}._aside where at < now() - make_interval(days => {DAYS})"
        " returning object, names::text as names"
    )
    for row in rows:
        names = loads(row["names"])
        for old, new in names.items() if isinstance(names, dict) else ():
            gone = (
                f"drop table if exists {schema}.{quoted(new)}"
                if old == ""
                else f"alter table if exists {schema}.{quoted(row['object'])}"
                f" drop column if exists {quoted(new)}"
            )
            await patiently(unit, gone, row["object"])
    return len(rows) + await _purge_definitions(unit, schema)


async def _purge_definitions(unit: Unit, schema: str) -> int:
    old = f"removed_at < now() - make_interval(days => {DAYS})"
    fields = await unit.fetch(f"delete from {schema}._field where {old} returning name")
    objects = await unit.fetch(f"delete from {schema}._object where {old} returning name")
    for row in objects:
        await unit.execute(f"delete from {schema}._field where object = $1", row["name"])
        await patiently(unit, f"drop table if exists {schema}.{quoted(row['name'])} cascade")
    return len(fields) + len(objects)


async def _hanging(unit: Unit, table: str, columns: list[str]) -> list[str]:
    """Return statements that drop the references and indexes which use these columns."""
    rows = await unit.fetch(_HANGERS.replace("{table}", table), table, columns)
    return [row["sql"] for row in rows]
