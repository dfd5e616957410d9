"""The rows of `_object` and `_field`, as changes of definitions write them."""

from collections.abc import Mapping

from kith.kernel.design.draft import Draft
from kith.lib.json import Json, dumps, loads


async def save_object(draft: Draft, name: str, data: Mapping[str, Json], *, custom: bool) -> None:
    """Add or replace what an admin said about an object."""
    await draft.ctx.unit.execute(
        f"insert into {draft.schema}._object (name, custom, data) values ($1, $2, $3::text::jsonb)"
        " on conflict (name) do update set data = excluded.data",
        name,
        custom,
        dumps(data).decode(),
    )


async def save_field(
    draft: Draft, object_name: str, name: str, kind: str, data: Mapping[str, Json], *, custom: bool
) -> None:
    """Add or replace what an admin said about a field."""
    await draft.ctx.unit.execute(
        f"insert into {draft.schema}._field (object, name, kind, custom, data)"
        " values ($1, $2, $3, $4, $5::text::jsonb)"
        " on conflict (object, name) do update set data = excluded.data, kind = excluded.kind",
        object_name,
        name,
        kind,
        custom,
        dumps(data).decode(),
    )


async def object_data(draft: Draft, name: str) -> dict[str, Json]:
    """Return what an admin said about an object so far."""
    return _data(
        await draft.ctx.unit.fetchval(
            f"select data::text from {draft.schema}._object where name = $1",
            name,
        )
    )


async def field_data(draft: Draft, object_name: str, name: str) -> dict[str, Json]:
    """Return what an admin said about a field so far."""
    return _data(
        await draft.ctx.unit.fetchval(
            f"select data::text from {draft.schema}._field where object = $1 and name = $2",
            object_name,
            name,
        )
    )


async def hide(draft: Draft, object_name: str, field: str | None = None) -> None:
    """Mark an object, or one field of it, as removed."""
    ctx = draft.ctx
    await _mark(draft, object_name, field, (ctx.now, ctx.actor.user), was_removed=False)


async def unhide(draft: Draft, object_name: str, field: str | None = None) -> bool:
    """Take the mark off; say whether there was one."""
    return await _mark(draft, object_name, field, (None, None), was_removed=True)


async def names_in_use(draft: Draft, object_name: str | None = None) -> set[str]:
    """Return the names of objects, or of an object's fields, removed ones included."""
    table, where = (
        ("_object", "$1::text is null") if object_name is None else ("_field", "object = $1")
    )
    rows = await draft.ctx.unit.fetch(
        f"select name from {draft.schema}.{table} where {where}",
        object_name,
    )
    return {row["name"] for row in rows}


async def _mark(
    draft: Draft,
    object_name: str,
    field: str | None,
    mark: tuple[object, object],
    *,
    was_removed: bool,
) -> bool:
    table, where = (
        ("_object", "name = $3") if field is None else ("_field", "object = $3 and name = $4")
    )
    names = (object_name,) if field is None else (object_name, field)
    rows = await draft.ctx.unit.fetch(
        f"update {draft.schema}.{table} set removed_at = $1, removed_by = $2"
        f" where {where} and (removed_at is not null) = {was_removed} returning name",
        *mark,
        *names,
    )
    return bool(rows)


def _data(text: str | None) -> dict[str, Json]:
    found = None if text is None else loads(text)
    return found if isinstance(found, dict) else {}
